"""Fields of a worksheet, a plan or a reflection: `- key) label `kind args` = expected ± tolerance`."""

import re
from collections.abc import Iterator, Sequence

from app.curriculum import quantities
from app.curriculum.faults import Faults
from app.curriculum.heads import Head, Keys, head, nested, nothing_under
from app.curriculum.lists import Entry, List
from app.curriculum.model import Field, Option
from app.curriculum.notation import COLUMN_FIELDS, FIELDS, NUMBER_FIELDS
from app.curriculum.suggest import did_you_mean

_FIELD = re.compile(r"(.*?)[ \t\n]*`([^`]*)`(?:[ \t\n]*=[ \t\n]*(.*))?", re.DOTALL)
_LONGEST = 20  # lines of a `long` field: more than a phone shows at once


def fields(found: List, owner: str, faults: Faults, kinds: Sequence[str] = FIELDS) -> Iterator[Field]:
    """The fields of this list; `kinds` are those allowed here (the columns of a table hold no table)."""
    keys = Keys(faults)
    for entry in found.entries:
        first = head(entry, faults, boxed=False, owner=owner)
        keys.take(first.key, first.spot)
        if field := _field(entry, first, owner, faults, kinds):
            yield field


def _field(entry: Entry, first: Head, owner: str, faults: Faults, kinds: Sequence[str]) -> Field | None:
    match = _FIELD.fullmatch(first.words)
    if not match or not match[2].strip():
        faults.error(first.word_spot(), "a field ends with its kind: `text`, `long 4`, `number`, `choice`, `date` …")
        return None
    kind, *args = match[2].split()
    at = first.word_spot(match.start(2))
    if kind not in kinds:
        near = did_you_mean(kind, kinds) or f" (there is: {', '.join(kinds)})"
        faults.error(at, f"unknown field kind '{kind}'{near}")
        return None
    if not match[1]:
        faults.error(first.word_spot(), "this field has no label")
    if args and not (kind == "long" and len(args) == 1 and args[0].isdecimal() and 1 <= int(args[0]) <= _LONGEST):
        wants = f"a number of lines up to {_LONGEST}" if kind == "long" else "nothing"
        faults.error(at, f"`{kind}` takes {wants}, not '{' '.join(args)}'")
    if match[3] is not None and kinds is COLUMN_FIELDS:
        faults.error(
            first.word_spot(match.start(3)), "a column is not checked: ask for the sum in a field below the table"
        )
    expected, tolerance = _expected(first, match, kind, faults)
    items = _items(entry, kind, owner, faults)
    return Field(first.key, first.spot, match[1], kind, tuple(args), expected, tolerance, items, first.was)


def _expected(first: Head, match: re.Match[str], kind: str, faults: Faults) -> tuple[float | None, float | None]:
    if match[3] is None:
        return None, None
    at = first.word_spot(match.start(3))
    if kind not in NUMBER_FIELDS:
        faults.error(at, f"only `number` and `money` can be checked, not `{kind}`")
        return None, None
    found = quantities.expected(match[3].strip())
    if found is None:
        faults.error(at, f"'{match[3].strip()}' is not a number; write 250, 250 ± 5 or 250 ± 2%")
        return None, None
    return quantities.plain(found[0]), quantities.plain(found[1])


def _items(entry: Entry, kind: str, owner: str, faults: Faults) -> tuple[Option | Field, ...]:
    if kind not in ("choice", "table"):
        nothing_under(entry, f"`{kind}`", faults)
        return ()
    found = nested(entry, faults)
    if found is None:
        what = "choices: nested '- key) words'" if kind == "choice" else "columns: nested '- key) label `kind`'"
        faults.error(entry.spot, f"this `{kind}` needs its {what}")
        return ()
    if kind == "table":
        return tuple(fields(found, owner, faults, COLUMN_FIELDS))
    return tuple(_choices(found, owner, faults))


def _choices(found: List, owner: str, faults: Faults) -> Iterator[Option]:
    keys = Keys(faults)
    for entry in found.entries:
        first = head(entry, faults, boxed=False, owner=owner)
        keys.take(first.key, first.spot)
        nothing_under(entry, owner, faults)
        yield Option(first.key, first.spot, first.words, first.was)
