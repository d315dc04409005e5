"""Fields to fill in below a prompt: what a worksheet, a plan and a reflection have in common.

The rules of this file
- A cell is a field's key.
- A form is complete when every field that can be filled in is.
- The tally says how many filled in what, never what they wrote.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from app.activities import fields, wording
from app.activities.contract import Answer, Block, Card, Cell, Value, Veil, is_filled
from app.activities.fields import Field
from app.activities.wording import Wording
from app.errors import Rejected


class HasFields(Protocol):
    """What these functions need of a kind's own config."""

    @property
    def wording(self) -> Wording: ...
    @property
    def fields(self) -> tuple[Field, ...]: ...


@dataclass(frozen=True, slots=True)
class Form:
    """The config of a kind that has nothing beside its fields."""

    wording: Wording
    fields: tuple[Field, ...]


def parse(block: Block) -> Form:
    return Form(wording.parse(block), tuple(fields.parse(item) for item in block["items"]))


def task(form: HasFields, veil: Veil) -> dict[str, Any]:
    return {"prompt": form.wording.prompt, "fields": [fields.shown(field) for field in form.fields]}


def accept(form: HasFields, veil: Veil, cell: Cell, value: Value) -> tuple[Cell, Value]:
    for field in form.fields:
        if field.key == cell:
            return field.key, fields.accept(field, value)
    raise Rejected("no-such-field", "That is not part of this activity. Look at it once more.")


def is_complete(form: HasFields, answer: Answer) -> bool:
    filled, of = progress(form, answer)
    return filled == of > 0


def progress(form: HasFields, answer: Answer) -> tuple[int, int]:
    to_fill = [field for field in form.fields if field.can_be_filled]
    return sum(is_filled(answer.get(field.key)) for field in to_fill), len(to_fill)


def tally(form: HasFields, veil: Veil, answers: Mapping[str, Answer]) -> dict[str, Any]:
    """`n` people or groups have filled in something."""
    return {
        "n": sum(progress(form, answer)[0] > 0 for answer in answers.values()),
        "filled": {
            field.key: sum(is_filled(answer.get(field.key)) for answer in answers.values()) for field in form.fields
        },
    }


def cards(form: HasFields, veil: Veil, answers: Mapping[str, Answer]) -> list[Card]:
    """The words of all sheets, field after field."""
    return [
        Card(answer[cell], who, cell)
        for cell in shared(form)
        for who, answer in answers.items()
        if is_filled(answer.get(cell))
    ]


def key(form: HasFields, veil: Veil) -> dict[str, Any]:
    """`expected` only where the author checks a field."""
    expected = {field.key: field.expected for field in form.fields if field.expected is not None}
    return {**form.wording.after(), **({"expected": expected} if expected else {})}


def shared(form: HasFields) -> tuple[Cell, ...]:
    """The fields of words, which a group types together."""
    return tuple(field.key for field in form.fields if field.kind in fields.OF_WORDS)


def sample(form: HasFields, veil: Veil, dice: random.Random) -> list[tuple[Cell, Value]]:
    return [(field.key, fields.sample(field, dice)) for field in form.fields if field.can_be_filled]
