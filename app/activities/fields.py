"""One field of a form: what may be written into it, by the field kind an author gave it.

The rules of this file
- A field holds words, a number, one of its items, a day, or yes or no; `None` empties any of them.
- A checked field (`= 1450 ± 10`) is marked here. What is expected never goes to a phone before the reveal.
- A table holds no value of its own: its cells do (`rows.py`), each by the field of its column.
- A photo or a recording comes by a way of its own (`Received`) and never from the wire. Not every phone can take one,
  so such a field does not keep a sheet from being complete, and there is no sample of it.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.activities import numbers
from app.activities.contract import Value, text_of
from app.errors import Rejected

OF_WORDS = ("text", "long")
FILES = {"photo": (".jpg",), "voice": (".webm", ".ogg", ".m4a")}


@dataclass(frozen=True, slots=True)
class Field:
    """`kind` and `args` as the author wrote them (`long 4`); `items` are the (key, html) pairs of a choice,
    `columns` those of a table."""

    key: str
    html: str
    kind: str
    args: tuple[str, ...] = ()
    items: tuple[tuple[str, str], ...] = ()
    columns: tuple["Field", ...] = ()
    expected: float | None = None
    tolerance: float = 0

    @property
    def is_counted(self) -> bool:
        return self.kind not in FILES


@dataclass(frozen=True, slots=True)
class Received:
    """A file that the server has looked into and kept, by its name in the store."""

    name: str


def parse(item: Mapping[str, Any]) -> Field:
    inner = item.get("items", ())
    is_table = item["field"] == "table"
    return Field(
        key=item["key"],
        html=item["html"],
        kind=item["field"],
        args=tuple(item.get("args", ())),
        items=() if is_table else tuple((choice["key"], choice["html"]) for choice in inner),
        columns=tuple(parse(column) for column in inner) if is_table else (),
        expected=item.get("expected"),
        tolerance=item.get("tolerance") or 0,
    )


def shown(field: Field) -> dict[str, Any]:
    """The field as phones get it: `items` and `columns` only where it has some."""
    items = {"items": [{"key": key, "html": html} for key, html in field.items]} if field.items else {}
    columns = {"columns": [shown(column) for column in field.columns]} if field.columns else {}
    return {"key": field.key, "html": field.html, "field": field.kind, "args": list(field.args), **items, **columns}


def accept(field: Field, value: Value) -> Value:
    """What is kept when somebody fills in `value`. Raises `Rejected`."""
    if value is None:
        return None
    match field.kind:
        case "text" | "long":
            return text_of(value)
        case "number" | "money":
            return numbers.read(value)
        case "choice":
            return _item(field, value)
        case "date":
            return _day(value)
        case "yesno":
            return _yes_or_no(value)
        case _:
            return _file(field, value)


def is_right(field: Field, value: float) -> bool:
    """Whether a number is near enough to what is expected; nothing is, where the field is not checked."""
    if field.expected is None:
        return False
    return numbers.is_within(value, field.expected - field.tolerance, field.expected + field.tolerance)


def sample(field: Field, dice: random.Random) -> Value:
    """Something plausible in wire form; `None` for a photo or a recording."""
    match field.kind:
        case "text" | "long":
            return {"text": dice.choice(("Write it down every day.", "Ask for half in advance.", "കടം എഴുതി വയ്ക്കുക."))}
        case "number" | "money":
            if field.expected is not None and dice.random() < 0.6:  # most are right, some left to talk about
                return numbers.read(field.expected)
            return dice.randint(0, 50) * 100
        case "choice":
            return dice.choice(field.items)[0]
        case "date":
            return date(2026, dice.randint(1, 12), dice.randint(1, 28)).isoformat()
        case "yesno":
            return dice.random() < 0.5
        case _:
            return None


def _file(field: Field, value: Value) -> dict[str, str] | None:
    """Who cannot record may write instead."""
    if isinstance(value, Received) and value.name.endswith(FILES[field.kind]):
        return {"file": value.name}
    if field.kind == "photo":
        raise Rejected("not-a-photo", "This field takes a photo.")
    if isinstance(value, Received):
        raise Rejected("not-a-recording", "This field takes a recording of your voice.")
    return text_of(value)


def _item(field: Field, value: Value) -> str:
    for key, _ in field.items:
        if value == key:
            return key
    raise Rejected("no-such-option", "That choice is not part of this activity. Look at it once more.")


def _day(value: Value) -> str:
    """Only the one form of ISO 8601 that a date input sends: `2026-12-01`."""
    try:
        if isinstance(value, str) and date.fromisoformat(value).isoformat() == value:
            return value
    except ValueError:
        pass
    raise Rejected("not-a-date", "Choose a day from the calendar.")


def _yes_or_no(value: Value) -> bool:
    if not isinstance(value, bool):
        raise Rejected("not-yes-or-no", "Choose yes or no.")
    return value
