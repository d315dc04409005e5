"""Things to bring together in pairs.

The rules of this file
- Both halves of a pair have one key, so they take their tokens from two veils: nothing on a phone joins them. The right
  halves come in the run's own order, mixed with those that belong to nothing; the left halves stay in written order,
  which says nothing about their partners.
- An answer has a cell for each left half; its value is a right half.
- A right half is used once: the phone takes it from where it was. Should two cells of an answer name it all the same,
  at most one of them is right, so nothing is gained by it.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.activities import wording
from app.activities.contract import Answer, Block, Cell, Mark, Value, Veil, is_filled
from app.activities.wording import Wording


@dataclass(frozen=True, slots=True)
class Config:
    """(key, html) pairs in written order; the partner of a left half has the same key."""

    wording: Wording
    lefts: tuple[tuple[str, str], ...]
    rights: tuple[tuple[str, str], ...]

    @property
    def left_keys(self) -> tuple[str, ...]:
        return tuple(key for key, _ in self.lefts)

    @property
    def right_keys(self) -> tuple[str, ...]:
        return tuple(key for key, _ in self.rights)


def parse(block: Block) -> Config:
    lefts = tuple((item["key"], item["left"]) for item in block["items"] if item["left"])
    return Config(wording.parse(block), lefts, tuple((item["key"], item["right"]) for item in block["items"]))


def task(config: Config, veil: Veil) -> dict[str, Any]:
    of_lefts, of_rights = _veils(veil)
    words = dict(config.rights)
    return {
        "prompt": config.wording.prompt,
        "left": [{"t": of_lefts.token(key), "html": html} for key, html in config.lefts],
        "right": [{"t": of_rights.token(key), "html": words[key]} for key in of_rights.shuffle(config.right_keys)],
    }


def accept(config: Config, veil: Veil, cell: Cell, value: Value) -> tuple[Cell, Value]:
    """(token of a left half, token of a right half) -> their keys; `None` parts them."""
    of_lefts, of_rights = _veils(veil)
    left = of_lefts.key(cell, config.left_keys)
    return left, None if value is None else of_rights.key(value, config.right_keys)


def own(config: Config, veil: Veil, answer: Answer) -> Answer:
    of_lefts, of_rights = _veils(veil)
    return {
        of_lefts.token(left): None if answer[left] is None else of_rights.token(answer[left])
        for left in config.left_keys
        if left in answer
    }


def is_complete(config: Config, answer: Answer) -> bool:
    filled, of = progress(config, answer)
    return filled == of > 0


def progress(config: Config, answer: Answer) -> tuple[int, int]:
    return sum(is_filled(answer.get(left)) for left in config.left_keys), len(config.lefts)


def mark(config: Config, answer: Answer) -> Mark | None:
    """The share of left halves with their own partner; one without any is not right."""
    if not config.lefts:
        return None
    cells = {left: answer[left] == left for left in config.left_keys if is_filled(answer.get(left))}
    return Mark(sum(cells.values()) / len(config.lefts), cells)


def tally(config: Config, veil: Veil, answers: Mapping[str, Answer]) -> dict[str, Any]:
    """`n` people or groups made at least one pair; `paired` says how many gave each left half each right one."""
    of_lefts, of_rights = _veils(veil)
    paired = {
        of_lefts.token(left): {
            of_rights.token(right): sum(answer.get(left) == right for answer in answers.values())
            for right in of_rights.shuffle(config.right_keys)
        }
        for left in config.left_keys
    }
    return {"n": sum(progress(config, answer)[0] > 0 for answer in answers.values()), "paired": paired}


def key(config: Config, veil: Veil) -> dict[str, Any]:
    of_lefts, of_rights = _veils(veil)
    return {"right": {of_lefts.token(key): of_rights.token(key) for key in config.left_keys}, **config.wording.after()}


def sample(config: Config, veil: Veil, dice: random.Random) -> list[tuple[Cell, Value]]:
    of_lefts, of_rights = _veils(veil)
    partners = list(config.left_keys)
    if dice.random() < 0.7:  # three in ten know it all; the others take two or three partners for one another
        partners = dice.sample(config.right_keys, len(config.lefts))
    pairs = zip(config.left_keys, partners, strict=True)
    return [(of_lefts.token(left), of_rights.token(right)) for left, right in pairs]


def _veils(veil: Veil) -> tuple[Veil, Veil]:
    """(of the left halves, of the right halves)."""
    return Veil(f"{veil.seed}/left"), Veil(f"{veil.seed}/right")
