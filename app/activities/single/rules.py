"""One choice from a list, one of them right."""

import random
from collections.abc import Mapping
from typing import Any

from app.activities import choices
from app.activities.choices import Question
from app.activities.contract import Answer, Cell, Mark, Value, Veil, is_filled, sole_cell


def accept(question: Question, veil: Veil, cell: Cell, value: Value) -> tuple[Cell, Value]:
    return sole_cell(cell), None if value is None else veil.key(value, question.keys)


def own(question: Question, veil: Veil, answer: Answer) -> Answer:
    return {cell: None if key is None else veil.token(key) for cell, key in answer.items()}


def mark(question: Question, answer: Answer) -> Mark | None:
    """The right choice scores 1, anything else and nothing 0. A question without a right choice is not marked."""
    if not question.right:
        return None
    if not is_filled(answer.get("")):
        return Mark(0.0)
    is_right = answer[""] in question.right
    return Mark(float(is_right), {"": is_right})


def tally(question: Question, veil: Veil, answers: Mapping[str, Answer]) -> dict[str, Any]:
    chosen = [answer[""] for answer in answers.values() if is_filled(answer.get(""))]
    return {"n": len(chosen), "counts": choices.counts(question, veil, chosen)}


def sample(question: Question, veil: Veil, dice: random.Random) -> list[tuple[Cell, Value]]:
    return [("", veil.token(dice.choice(question.keys)))]
