"""A number to work out.

The rules of this file
- Answers are ranges in written order; the first one a number falls into decides, so a narrow right range may stand
  inside a wide wrong one that explains a common slip.
- Numbers are read as people write them (`app.activities.numbers`).
"""

import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.activities import numbers, wording
from app.activities.contract import Answer, Block, Cell, Mark, Value, Veil, is_filled, sole_cell
from app.activities.wording import Wording

SHOWN = 12  # different numbers in a tally: what fits a phone screen; the rest are single guesses


@dataclass(frozen=True, slots=True)
class Range:
    """Ends belong to it."""

    low: float
    high: float
    is_right: bool
    feedback: str | None


@dataclass(frozen=True, slots=True)
class Config:
    wording: Wording
    ranges: tuple[Range, ...]
    tries: int


def parse(block: Block) -> Config:
    ranges = tuple(Range(item["low"], item["high"], item["right"], item.get("feedback")) for item in block["items"])
    return Config(wording.parse(block), ranges, int(block.get("options", {}).get("tries", 1)))


def task(config: Config, veil: Veil) -> dict[str, Any]:
    return {"prompt": config.wording.prompt, "tries": config.tries}


def accept(config: Config, veil: Veil, cell: Cell, value: Value) -> tuple[Cell, Value]:
    return sole_cell(cell), None if value is None else numbers.read(value)


def mark(config: Config, answer: Answer) -> Mark | None:
    if not is_filled(answer.get("")):
        return Mark(0.0)
    is_right = _is_right(config, answer[""])
    return Mark(float(is_right), {"": is_right})


def feedback(config: Config, veil: Veil, answer: Answer) -> list[str]:
    found = _range(config, answer[""]) if is_filled(answer.get("")) else None
    return [found.feedback] if found and found.feedback else []


def tally(config: Config, veil: Veil, answers: Mapping[str, Answer]) -> dict[str, Any]:
    """The most frequent numbers first, equal ones by size. `right` tells the right answer: it is a tally secret."""
    given = [answer[""] for answer in answers.values() if is_filled(answer.get(""))]
    ranked = sorted(Counter(given).items(), key=lambda pair: (-pair[1], pair[0]))
    return {
        "n": len(given),
        "right": sum(_is_right(config, value) for value in given),
        "values": [[value, count] for value, count in ranked[:SHOWN]],
    }


def key(config: Config, veil: Veil) -> dict[str, Any]:
    answers = [
        {"low": answer.low, "high": answer.high, "right": answer.is_right, "feedback": answer.feedback}
        for answer in config.ranges
    ]
    return {"answers": answers, **config.wording.after()}


def sample(config: Config, veil: Veil, dice: random.Random) -> list[tuple[Cell, Value]]:
    if dice.random() < 0.2:  # one in five is lost altogether, the others land on a right answer or a known slip
        return [("", dice.randint(0, 1000))]
    answer = dice.choice(config.ranges)
    return [("", numbers.read(round(dice.uniform(answer.low, answer.high), 2)))]


def _is_right(config: Config, value: float) -> bool:
    found = _range(config, value)
    return found is not None and found.is_right


def _range(config: Config, value: float) -> Range | None:
    return next((answer for answer in config.ranges if numbers.is_within(value, answer.low, answer.high)), None)
