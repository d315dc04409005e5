"""Cards on a wall, and dots to vote with.

The rules of this file
- A person has cells `card-1` … for the cards it allows, and `vote-1` … for the dots; they may all lie on one card.
- A card's token is made from who wrote it and in which cell: it tells neither, and stays when the card is rewritten.
- A vote is checked for its form only, as these rules do not see other people's cards; one for a card that is not
  there, or no longer, counts nowhere.
- Cards are shown in an order of their own, so that three cards of one person do not stand together.
- Who sees the board when (`private-first`, `moderate`), and with which names, is the meeting's affair.
"""

import random
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.activities import wording
from app.activities.contract import Answer, Block, Card, Cell, Value, Veil, is_filled, text_of
from app.activities.wording import Wording
from app.errors import Rejected

WALL = (("wall", ""),)  # the one nameless column of a board whose author wrote none
NOTES = 3  # cards a person has if the author says nothing: enough to think past the first idea
NOTE_LIMIT = 300  # characters: seven lines of a card on a phone
TOKEN = re.compile(r"[0-9a-f]{12}")  # two of the veil's tokens: a board of 1,000 cards meets twice in 500 million runs


@dataclass(frozen=True, slots=True)
class Config:
    """`columns` are (key, html) pairs; `notes` and `votes` are what each person has."""

    wording: Wording
    columns: tuple[tuple[str, str], ...]
    notes: int
    votes: int

    @property
    def card_cells(self) -> tuple[Cell, ...]:
        return tuple(f"card-{n}" for n in range(1, self.notes + 1))

    @property
    def vote_cells(self) -> tuple[Cell, ...]:
        return tuple(f"vote-{n}" for n in range(1, self.votes + 1))


def parse(block: Block) -> Config:
    options = block.get("options", {})
    columns = tuple((item["key"], item["html"]) for item in block["items"]) or WALL
    return Config(wording.parse(block), columns, int(options.get("notes", NOTES)), int(options.get("votes", 0)))


def task(config: Config, veil: Veil) -> dict[str, Any]:
    columns = [{"key": key, "html": html} for key, html in config.columns]
    return {"prompt": config.wording.prompt, "notes": config.notes, "votes": config.votes, "columns": columns}


def card_token(veil: Veil, who: str, cell: Cell) -> str:
    """The token of the card that `who` (a person's or a group's id) keeps in `cell`."""
    return veil.token(f"{who}/{cell}") + veil.token(f"{who}/{cell}/more")


def accept(config: Config, veil: Veil, cell: Cell, value: Value) -> tuple[Cell, Value]:
    """A card without words, like `None`, takes the card off the wall."""
    if cell in config.card_cells:
        return cell, None if value is None else _card(config, value)
    if cell in config.vote_cells:
        return cell, None if value is None else _vote(value)
    raise Rejected("no-such-field", "That is more than this board has room for.")


def progress(config: Config, answer: Answer) -> tuple[int, int]:
    return sum(is_filled(answer.get(cell)) for cell in config.card_cells), config.notes


def _votes(config: Config, answers: Mapping[str, Answer]) -> Counter[Any]:
    return Counter(answer.get(cell) for answer in answers.values() for cell in config.vote_cells)


def cards(config: Config, veil: Veil, answers: Mapping[str, Answer]) -> list[Card]:
    """All cards, those with most dots first, of equals in the order of the wall."""
    votes = _votes(config, answers)
    wall = [
        (card_token(veil, who, cell), Card(card["note"], who, cell))
        for who, answer in answers.items()
        for cell in config.card_cells
        if (card := answer.get(cell)) is not None
    ]
    wall.sort(key=lambda pair: (-votes[pair[0]], pair[0]))
    return [replace(card, votes=votes[token]) for token, card in wall]


def tally(config: Config, veil: Veil, answers: Mapping[str, Answer]) -> dict[str, Any]:
    votes = _votes(config, answers)
    cards = [
        {
            "t": (token := card_token(veil, who, cell)),
            "column": card["column"],
            "text": card["note"]["text"],
            "votes": votes[token],
        }
        for who, answer in answers.items()
        for cell in config.card_cells
        if (card := answer.get(cell)) is not None
    ]
    return {"cards": sorted(cards, key=lambda card: card["t"])}


def key(config: Config, veil: Veil) -> dict[str, Any]:
    return {**config.wording.after()}


def sample(config: Config, veil: Veil, dice: random.Random) -> list[tuple[Cell, Value]]:
    """Cards only: whom to vote for is known only once others have written."""
    words = ("Credit that nobody asks back", "Tea for visitors", "അധികം വാങ്ങിയ ചരക്ക്", "Phone top-ups")
    count = dice.randint(1, config.notes) if config.notes else 0
    return [
        (cell, {"column": dice.choice(config.columns)[0], "note": {"text": dice.choice(words)}})
        for cell in config.card_cells[:count]
    ]


def _card(config: Config, value: Value) -> Value:
    if not isinstance(value, dict) or value.keys() != {"column", "note"}:
        raise Rejected("not-a-card", "A card needs words and a column.")
    if value["column"] not in [key for key, _ in config.columns]:
        raise Rejected("no-such-option", "That column is not on this board.")
    note = text_of(value["note"], NOTE_LIMIT)
    return None if note is None else {"column": value["column"], "note": note}


def _vote(value: Value) -> str:
    if not isinstance(value, str) or TOKEN.fullmatch(value) is None:
        raise Rejected("no-such-card", "That card is not on this board.")
    return value
