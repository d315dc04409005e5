"""Steps to put into their order.

The rules of this file
- The written order *is* the answer: phones get the steps under tokens, in an order of the run's own that is never the
  written one. So with two steps the order shown gives the answer away; the checker advises three.
- An answer is the whole order, every step once: half an order says nothing about the rest.
- The whole order right scores 1. Else each pair of steps that belong directly one after the other, and stand so, earns
  its part: with five steps there are four such pairs. Thrown at random, n steps earn 1/n on average, and turning
  everything round earns nothing.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from app.activities import wording
from app.activities.contract import Answer, Block, Cell, Mark, Value, Veil, is_filled, sole_cell
from app.activities.wording import Wording
from app.errors import Rejected


@dataclass(frozen=True, slots=True)
class Config:
    """`steps` are (key, html) pairs in the right order."""

    wording: Wording
    steps: tuple[tuple[str, str], ...]

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(key for key, _ in self.steps)

    def seen(self, veil: Veil) -> tuple[str, ...]:
        """The keys in the order phones see first: whatever leaves the server about steps stands in it."""
        order = veil.shuffle(self.keys)
        return order[1:] + order[:1] if order == self.keys else order


def parse(block: Block) -> Config:
    return Config(wording.parse(block), tuple((item["key"], item["html"]) for item in block["items"]))


def task(config: Config, veil: Veil) -> dict[str, Any]:
    words = dict(config.steps)
    steps = [{"t": veil.token(key), "html": words[key]} for key in config.seen(veil)]
    return {"prompt": config.wording.prompt, "steps": steps}


def accept(config: Config, veil: Veil, cell: Cell, value: Value) -> tuple[Cell, Value]:
    """The tokens of all steps -> their keys, in the same order."""
    if value is None:
        return sole_cell(cell), None
    if not isinstance(value, list) or len(value) != len(config.keys):
        raise Rejected("not-all-steps", "This question takes all steps, each in its place.")
    order = [veil.key(token, config.keys) for token in value]
    if len(set(order)) < len(order):
        raise Rejected("step-twice", "One step was sent twice. Look at your order once more.")
    return sole_cell(cell), order


def own(config: Config, veil: Veil, answer: Answer) -> Answer:
    return {cell: None if keys is None else [veil.token(key) for key in keys] for cell, keys in answer.items()}


def mark(config: Config, answer: Answer) -> Mark | None:
    """See the rules of this file. One step alone is not marked: any order of it would be right."""
    if len(config.keys) < 2:
        return None
    if not is_filled(answer.get("")):
        return Mark(0.0)
    belong = set(pairwise(config.keys))
    stand = belong.intersection(pairwise(answer[""]))
    return Mark(len(stand) / len(belong), {"": stand == belong})


def tally(config: Config, veil: Veil, answers: Mapping[str, Answer]) -> dict[str, Any]:
    """`places`: for each step how many put it first, second … `right`, the whole order right, is a tally secret."""
    given = [answer[""] for answer in answers.values() if is_filled(answer.get(""))]
    places = {
        veil.token(key): [sum(order[place] == key for order in given) for place, _ in enumerate(config.keys)]
        for key in config.seen(veil)
    }
    return {"n": len(given), "right": sum(tuple(order) == config.keys for order in given), "places": places}


def key(config: Config, veil: Veil) -> dict[str, Any]:
    return {"right": [veil.token(key) for key in config.keys], **config.wording.after()}


def sample(config: Config, veil: Veil, dice: random.Random) -> list[tuple[Cell, Value]]:
    order = list(config.keys)
    for _ in range(dice.randint(0, 3)):  # most people have it nearly right: a few neighbours change places
        place = dice.randrange(len(order))
        order[place - 1], order[place] = order[place], order[place - 1]
    return [("", [veil.token(key) for key in order])]
