"""Any number of choices from a list, several of them right.

The rules of this file
- An answer is a set: it is kept in written order and shown in the order phones see, however it was tapped.
- `scoring: all` (the default): exactly the right choices score 1, all else 0.
- `scoring: partial`: each right choice earns its part, each wrong one takes a part away, never below 0; so choosing
  everything earns nothing extra.
"""

import random
from collections.abc import Mapping
from typing import Any

from app.activities import choices
from app.activities.choices import Question
from app.activities.contract import Answer, Cell, Mark, Value, Veil, is_filled, sole_cell
from app.errors import Rejected


def accept(question: Question, veil: Veil, cell: Cell, value: Value) -> tuple[Cell, Value]:
    """A list of tokens -> the list of keys in written order. No choice at all empties the answer."""
    if value is None:
        return sole_cell(cell), None
    if not isinstance(value, list) or len(value) > len(question.keys):
        raise Rejected("not-choices", "This question takes a list of choices.")
    chosen = [veil.key(token, question.keys) for token in value]
    if len(set(chosen)) < len(chosen):
        raise Rejected("chosen-twice", "One choice was sent twice. Look at your answer once more.")
    return sole_cell(cell), [key for key in question.keys if key in chosen] or None


def own(question: Question, veil: Veil, answer: Answer) -> Answer:
    seen = [choice.key for choice in question.seen(veil)]
    return {
        cell: None if keys is None else [veil.token(key) for key in seen if key in keys]
        for cell, keys in answer.items()
    }


def mark(question: Question, answer: Answer) -> Mark | None:
    """See the rules of this file. A question without a right choice is not marked."""
    right = question.right
    if not right:
        return None
    if not is_filled(answer.get("")):
        return Mark(0.0)
    chosen = frozenset(answer[""])
    if not question.is_partial:
        return Mark(float(chosen == right), {"": chosen == right})
    return Mark(max(0, len(chosen & right) - len(chosen - right)) / len(right), {"": chosen == right})


def tally(question: Question, veil: Veil, answers: Mapping[str, Answer]) -> dict[str, Any]:
    """`n` people answered; the counts add up to more, as each may choose several."""
    given = [answer[""] for answer in answers.values() if is_filled(answer.get(""))]
    return {"n": len(given), "counts": choices.counts(question, veil, (key for keys in given for key in keys))}


def sample(question: Question, veil: Veil, dice: random.Random) -> list[tuple[Cell, Value]]:
    chosen = dice.sample(question.keys, dice.randint(1, len(question.keys)))
    return [("", [veil.token(choice.key) for choice in question.seen(veil) if choice.key in chosen])]
