"""A word or a short phrase to write.

The rules of this file
- What is written is kept as it is. It is compared with the accepted words by `app.activities.spelling`.
- Answers are looked at in written order; the first that accepts the words decides. What nobody foresaw is wrong.
- The accepted words are those of the config, which is made of the language shown.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.activities import spelling, wording
from app.activities.contract import Answer, Block, Cell, Mark, Value, Veil, is_filled, sole_cell, text_of
from app.activities.wording import Wording

LIMIT = 200  # characters: a sentence. Whoever asks for more than a few words asks for a `reflection`
SHOWN = 12  # different words in a tally: what fits a phone screen; the rest are single guesses


@dataclass(frozen=True, slots=True)
class Foreseen:
    """An answer the author foresaw, right or wrong, in all the words that give it."""

    accepted: tuple[str, ...]
    is_right: bool
    feedback: str | None

    def holds(self, words: str) -> bool:
        return spelling.fold(words) in {spelling.fold(one) for one in self.accepted}


@dataclass(frozen=True, slots=True)
class Config:
    wording: Wording
    answers: tuple[Foreseen, ...]


def parse(block: Block) -> Config:
    answers = tuple(Foreseen(tuple(item["accepted"]), item["right"], item.get("feedback")) for item in block["items"])
    return Config(wording.parse(block), answers)


def task(config: Config, veil: Veil) -> dict[str, Any]:
    return {"prompt": config.wording.prompt}


def accept(config: Config, veil: Veil, cell: Cell, value: Value) -> tuple[Cell, Value]:
    return sole_cell(cell), text_of(value, LIMIT)


def mark(config: Config, answer: Answer) -> Mark | None:
    if not is_filled(answer.get("")):
        return Mark(0.0)
    is_right = _is_right(config, answer[""]["text"])
    return Mark(float(is_right), {"": is_right})


def feedback(config: Config, veil: Veil, answer: Answer) -> list[str]:
    words = answer[""]["text"] if is_filled(answer.get("")) else None
    found = next((one for one in config.answers if one.holds(words)), None) if words else None
    return [found.feedback] if found and found.feedback else []


def tally(config: Config, veil: Veil, answers: Mapping[str, Answer]) -> dict[str, Any]:
    """The most frequent words first, spelled as most did. `right` tells the right answer: it is a tally secret."""
    given = [answer[""]["text"] for answer in answers.values() if is_filled(answer.get(""))]
    return {
        "n": len(given),
        "right": sum(_is_right(config, words) for words in given),
        "words": spelling.ranked(given, SHOWN),
    }


def key(config: Config, veil: Veil) -> dict[str, Any]:
    answers = [
        {"accepted": list(answer.accepted), "right": answer.is_right, "feedback": answer.feedback}
        for answer in config.answers
    ]
    return {"answers": answers, **config.wording.after()}


def sample(config: Config, veil: Veil, dice: random.Random) -> list[tuple[Cell, Value]]:
    if dice.random() < 0.2:  # one in five has no idea, the others write something the author foresaw
        return [("", {"text": dice.choice(("the book", "I do not know", "അറിയില്ല"))})]
    words = dice.choice(dice.choice(config.answers).accepted)
    return [("", {"text": dice.choice((words, words.upper(), f" {words}. "))})]


def _is_right(config: Config, words: str) -> bool:
    for answer in config.answers:
        if answer.holds(words):
            return answer.is_right
    return False
