"""Fields to fill in below a prompt: what a worksheet, a plan and a reflection have in common.

The rules of this file
- A cell is a field's key; in a table, field, row and column (`rows.py`).
- A form is complete when every field but photos and recordings is; a table is, when something stands in it.
- The tally says how many filled in what, never what they wrote.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from app.activities import fields, rows, wording
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
    return cell, fields.accept(_at(form, cell), value)


def _at(form: HasFields, cell: Cell) -> Field:
    """The field of a cell: in a table, that of its column. Raises `Rejected`."""
    place = rows.split(cell)
    for field in form.fields:
        if place is not None and place[0] == field.key:
            for column in field.columns:
                if column.key == place[2]:
                    return column
        elif field.key == cell and not field.columns:
            return field
    raise Rejected("no-such-field", "That is not part of this activity. Look at it once more.")


def is_complete(form: HasFields, answer: Answer) -> bool:
    filled, of = progress(form, answer)
    return filled == of > 0


def progress(form: HasFields, answer: Answer) -> tuple[int, int]:
    to_fill = [field for field in form.fields if field.is_counted]
    return sum(_is_filled(field, answer) for field in to_fill), len(to_fill)


def _is_filled(field: Field, answer: Answer) -> bool:
    return rows.filled(field.key, answer) if field.columns else is_filled(answer.get(field.key))


def tally(form: HasFields, veil: Veil, answers: Mapping[str, Answer]) -> dict[str, Any]:
    """`n` people or groups have filled in something."""
    return {
        "n": sum(progress(form, answer)[0] > 0 for answer in answers.values()),
        "filled": {field.key: sum(_is_filled(field, answer) for answer in answers.values()) for field in form.fields},
    }


def cards(form: HasFields, veil: Veil, answers: Mapping[str, Answer]) -> list[Card]:
    """The words of all sheets, field after field, column after column."""
    found = []
    for name in shared(form):
        for who, answer in answers.items():
            table, _, column = name.partition("/*/")
            cells = rows.in_order(table, column, answer) if column else [name]
            found += [Card(answer[cell], who, cell) for cell in cells if is_filled(answer.get(cell))]
    return found


def key(form: HasFields, veil: Veil) -> dict[str, Any]:
    """`expected` only where the author checks a field."""
    expected = {field.key: field.expected for field in form.fields if field.expected is not None}
    return {**form.wording.after(), **({"expected": expected} if expected else {})}


def shared(form: HasFields) -> tuple[Cell, ...]:
    """The fields and columns of words, which a group types together."""
    cells = []
    for field in form.fields:
        if field.kind in fields.OF_WORDS:
            cells.append(field.key)
        cells += [rows.name(field.key, "*", column.key) for column in field.columns if column.kind in fields.OF_WORDS]
    return tuple(cells)


def sample(form: HasFields, veil: Veil, dice: random.Random) -> list[tuple[Cell, Value]]:
    found = []
    for field in form.fields:
        if field.columns:
            places = range(1, dice.randint(2, 5))
            found += [
                (rows.name(field.key, row, each.key), fields.sample(each, dice))
                for row in places
                for each in field.columns
            ]
        elif field.is_counted:
            found.append((field.key, fields.sample(field, dice)))
    return found
