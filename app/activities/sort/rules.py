"""Cards to put into bins.

The rules of this file
- Which card stands where in the file *is* the answer, so phones get the cards in the run's own order and under tokens;
  bins keep their written order, which says nothing about the cards.
- Cards and bins take their tokens from two veils: a card with the same key as a bin must not look like it.
- A card written under two bins is right in both. A card that belongs nowhere (`cards` beside the items, as carried over
  from an earlier activity) is placed freely: a sort of such cards alone is open and is not marked.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.activities import wording
from app.activities.contract import Answer, Block, Cell, Mark, Value, Veil, is_filled
from app.activities.wording import Wording


@dataclass(frozen=True, slots=True)
class Card:
    """`homes` are the keys of the bins it is right in."""

    key: str
    html: str
    homes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Config:
    """`bins` are (key, html) pairs."""

    wording: Wording
    bins: tuple[tuple[str, str], ...]
    cards: tuple[Card, ...]

    @property
    def bin_keys(self) -> tuple[str, ...]:
        return tuple(key for key, _ in self.bins)

    @property
    def card_keys(self) -> tuple[str, ...]:
        return tuple(card.key for card in self.cards)


def parse(block: Block) -> Config:
    words: dict[str, str] = {}
    homes: dict[str, set[str]] = {}
    for home, card in [(item["key"], card) for item in block["items"] for card in item["cards"]]:
        words.setdefault(card["key"], card["html"])
        homes.setdefault(card["key"], set()).add(home)
    for card in block.get("cards", ()):
        words.setdefault(card["key"], card["html"])
    cards = tuple(Card(key, html, frozenset(homes.get(key, ()))) for key, html in words.items())
    return Config(wording.parse(block), tuple((item["key"], item["html"]) for item in block["items"]), cards)


def task(config: Config, veil: Veil) -> dict[str, Any]:
    of_bins, of_cards = _veils(veil)
    return {
        "prompt": config.wording.prompt,
        "bins": [{"t": of_bins.token(key), "html": html} for key, html in config.bins],
        "cards": [{"t": of_cards.token(card.key), "html": card.html} for card in _seen(config, veil)],
    }


def accept(config: Config, veil: Veil, cell: Cell, value: Value) -> tuple[Cell, Value]:
    """(token of a card, token of a bin) -> (key of the card, key of the bin); `None` takes the card back."""
    of_bins, of_cards = _veils(veil)
    card = of_cards.key(cell, config.card_keys)
    return card, None if value is None else of_bins.key(value, config.bin_keys)


def own(config: Config, veil: Veil, answer: Answer) -> Answer:
    of_bins, of_cards = _veils(veil)
    return {
        of_cards.token(card.key): None if answer[card.key] is None else of_bins.token(answer[card.key])
        for card in _seen(config, veil)
        if card.key in answer
    }


def is_complete(config: Config, answer: Answer) -> bool:
    filled, of = progress(config, answer)
    return filled == of > 0


def progress(config: Config, answer: Answer) -> tuple[int, int]:
    return sum(is_filled(answer.get(card.key)) for card in config.cards), len(config.cards)


def mark(config: Config, answer: Answer) -> Mark | None:
    """The share of cards in a right bin; a card not placed is not right. Cards that belong nowhere are not counted."""
    marked = [card for card in config.cards if card.homes]
    if not marked:
        return None
    cells = {card.key: answer[card.key] in card.homes for card in marked if is_filled(answer.get(card.key))}
    return Mark(sum(cells.values()) / len(marked), cells)


def tally(config: Config, veil: Veil, answers: Mapping[str, Answer]) -> dict[str, Any]:
    """`n` people or groups placed at least one card; `placed` says how many put each card into each bin."""
    of_bins, of_cards = _veils(veil)
    placed = {
        of_cards.token(card.key): {
            of_bins.token(home): sum(answer.get(card.key) == home for answer in answers.values())
            for home in config.bin_keys
        }
        for card in _seen(config, veil)
    }
    return {"n": sum(progress(config, answer)[0] > 0 for answer in answers.values()), "placed": placed}


def key(config: Config, veil: Veil) -> dict[str, Any]:
    of_bins, of_cards = _veils(veil)
    right = {
        of_cards.token(card.key): [of_bins.token(home) for home in config.bin_keys if home in card.homes]
        for card in _seen(config, veil)
        if card.homes
    }
    return {"right": right, **config.wording.after()}


def sample(config: Config, veil: Veil, dice: random.Random) -> list[tuple[Cell, Value]]:
    of_bins, of_cards = _veils(veil)
    return [(of_cards.token(card.key), of_bins.token(dice.choice(config.bin_keys))) for card in _seen(config, veil)]


def _veils(veil: Veil) -> tuple[Veil, Veil]:
    """(of the bins, of the cards)."""
    return Veil(f"{veil.seed}/bins"), Veil(f"{veil.seed}/cards")


def _seen(config: Config, veil: Veil) -> list[Card]:
    """The cards in the order phones see: whatever leaves the server about cards stands in it."""
    order = veil.shuffle(config.card_keys)
    return sorted(config.cards, key=lambda card: order.index(card.key))
