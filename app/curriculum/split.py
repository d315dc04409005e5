"""The body of an activity is its prompt and, as its last part, the list of its items."""

import re

from app.activities.contract import Grammar
from app.curriculum.faults import Faults, Spot
from app.curriculum.lists import List, lists
from app.curriculum.manuscript import Line, Text
from app.curriculum.notation import WITH_FEEDBACK

_KEYED = re.compile(r"(?:\[[ xX]?\][ \t]+)?[a-z][a-z0-9-]*\)[ \t]|\[[ xX]\][ \t]")


def split(body: Text, grammar: Grammar, faults: Faults) -> tuple[Text, List | None]:
    """(prompt, list of items or None). A list that is cut in two would show its first half to everybody: an error."""
    found = lists(body)
    keyed = [any(_KEYED.match(entry.words.text) for entry in part.entries) for part in found]
    if not found:
        return body, None
    first = keyed.index(True) if True in keyed else len(found) - 1
    for part in found[first:]:
        rest = [line for line in body.lines[part.end :] if not line.is_blank]
        if rest and not keyed[first]:
            return body, None  # a list in the middle of the prompt; the items are missing altogether
        if rest:
            _cut(rest[0], grammar, faults)
    entries = tuple(entry for part in found[first:] for entry in part.entries)
    whole = List(found[first].is_numbered, found[first].start, found[-1].end, entries)
    return Text(body.lines[: whole.start]), _apart(whole, faults)


def _cut(line: Line, grammar: Grammar, faults: Faults) -> None:
    if line.text.startswith(">") and grammar in WITH_FEEDBACK:
        faults.error(line.spot(), "indent by 4 spaces: feedback belongs under its answer", line.dedented(4))
    else:
        faults.error(line.spot(), "this cuts the list of items: put it above the list, or indent it by 4 spaces")


def _apart(found: List, faults: Faults) -> List:
    """Two lists with nothing between them are one list to Markdown: the items are those from the first key on."""
    keyed = [_KEYED.match(entry.words.text) is not None for entry in found.entries]
    first = keyed.index(True) if True in keyed else 0
    if not first or not all(keyed[first:]):
        return found
    faults.error(Spot(found.entries[first].spot.line), "two lists run into one here: put a sentence between them")
    return List(found.is_numbered, found.start, found.end, found.entries[first:])
