"""Statements, and for each a step between two ends.

The rules of this file
- A cell is a statement's key; its value is a whole number of the range, both ends included.
- The last line of the prompt says what the ends mean; phones get it apart from the prompt.
- There is nothing to hide: phones get the written keys in the written order. There is no right answer, and the average
  is rounded to one decimal, since people are not measured finer than they answer.
"""

import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.activities import ends, wording
from app.activities.contract import Answer, Block, Cell, Value, Veil, is_filled
from app.activities.wording import Wording
from app.errors import Rejected

RANGE = (1, 5)  # if the author says nothing: two steps to either side of the middle


@dataclass(frozen=True, slots=True)
class Config:
    """`ends` are the words (HTML) of the low and the high end; `statements` are (key, html) pairs."""

    wording: Wording
    steps: tuple[int, ...]
    ends: tuple[str, str]
    statements: tuple[tuple[str, str], ...]

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(key for key, _ in self.statements)


def parse(block: Block) -> Config:
    low, high = block.get("options", {}).get("range", RANGE)
    words = wording.parse(block)
    prompt, of_ends = ends.cut(words.prompt, low, high)
    statements = tuple((item["key"], item["html"]) for item in block["items"])
    return Config(replace(words, prompt=prompt), tuple(range(low, high + 1)), of_ends, statements)


def task(config: Config, veil: Veil) -> dict[str, Any]:
    statements = [{"key": key, "html": html} for key, html in config.statements]
    return {
        "prompt": config.wording.prompt,
        "steps": list(config.steps),
        "ends": list(config.ends),
        "statements": statements,
    }


def accept(config: Config, veil: Veil, cell: Cell, value: Value) -> tuple[Cell, Value]:
    if cell not in config.keys:
        raise Rejected("no-such-field", "That is not part of this activity. Look at it once more.")
    if value is not None and (isinstance(value, bool) or not isinstance(value, int) or value not in config.steps):
        raise Rejected("no-such-step", "Choose one of the steps between the two ends.")
    return cell, value


def is_complete(config: Config, answer: Answer) -> bool:
    filled, of = progress(config, answer)
    return filled == of > 0


def progress(config: Config, answer: Answer) -> tuple[int, int]:
    return sum(is_filled(answer.get(key)) for key in config.keys), len(config.keys)


def tally(config: Config, veil: Veil, answers: Mapping[str, Answer]) -> dict[str, Any]:
    """`n` people answered; `counts` has a number for each step of each statement, `mean` is null without answers."""
    given = {key: [answer[key] for answer in answers.values() if is_filled(answer.get(key))] for key in config.keys}
    return {
        "n": sum(progress(config, answer)[0] > 0 for answer in answers.values()),
        "counts": {key: _counts(config, values) for key, values in given.items()},
        "mean": {key: round(sum(values) / len(values), 1) if values else None for key, values in given.items()},
    }


def key(config: Config, veil: Veil) -> dict[str, Any]:
    return {**config.wording.after()}


def sample(config: Config, veil: Veil, dice: random.Random) -> list[tuple[Cell, Value]]:
    """Most people stand near the middle of a scale: the rounder of two throws."""
    low, high = config.steps[0], config.steps[-1]
    return [(key, (dice.randint(low, high) + dice.randint(low, high)) // 2) for key in config.keys]


def _counts(config: Config, values: list[int]) -> list[int]:
    counter = Counter(values)
    return [counter[step] for step in config.steps]
