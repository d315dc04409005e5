"""Old names and new ones: where an answer stands after ids and keys of its activity got other names. Pure.

The rules of this file
- `was` names the id or key of an earlier version. A name that is still there is itself, whatever a `was` says.
- Names can be followed through any number of versions; what one of them dropped is not found again by chance.
- A choice inside a field is named `field/choice`, a column of a table `field/column` (its cells `field/row/column`), a
  choice of a gap `gap/choice-2`: answers name that by its place.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from app.activities.contract import Grammar

Published = Mapping[str, Any]
Answer = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """Where an activity of an earlier version is now; `items`: old keys that are still there -> new ones."""

    id: str
    items: Mapping[str, str]


Names = Mapping[str, Place]
"""Old id -> its place now; an activity that is gone is not in it."""


def activities(module: Published) -> Iterator[Published]:
    """All activities of a published module, those inside groups too, in running order."""
    for block in module["blocks"]:
        if block["type"] == "activity":
            yield block
        yield from block.get("activities", ())


def names(before: Published, after: Published) -> Names:
    """Where the activities of `before` are in `after`."""
    old = {block["id"]: block for block in activities(before)}
    new = {block["id"]: block for block in activities(after)}
    ids = _kept({id: block["options"].get("was") for id, block in old.items()},
                {id: block["options"].get("was") for id, block in new.items()})  # fmt: skip
    return {was: Place(id, _items(old[was]["items"], new[id]["items"])) for was, id in ids.items()}


def through(versions: Sequence[Published]) -> Names:
    """Where the activities of the first version are in the last, followed from each to the next."""
    whole = names(versions[0], versions[0])
    for before, after in pairwise(versions):
        whole = then(whole, names(before, after))
    return whole


def then(first: Names, second: Names) -> Names:
    """Two steps in one."""
    return {
        old: Place(
            second[place.id].id,
            {key: second[place.id].items[now] for key, now in place.items.items() if now in second[place.id].items},
        )
        for old, place in first.items()
        if place.id in second
    }


def _kept(old: Mapping[str, str | None], new: Mapping[str, str | None]) -> dict[str, str]:
    """Old name -> new name. Both sides may tell: a version that was taken back knows the other by its own `was`."""
    found = {name: name for name in old if name in new}
    for name, was in new.items():
        if was is not None and was in old and was not in found and name not in old:
            found[was] = name
    for name, was in old.items():
        if was is not None and was in new and name not in found and was not in (*found.values(), *old):
            found[name] = was
    return found


def _items(old: Sequence[Published], new: Sequence[Published]) -> dict[str, str]:
    before, after = _flat(old), _flat(new)
    tops = _kept({key: item.get("was") for key, item in before.items()},
                 {key: item.get("was") for key, item in after.items()})  # fmt: skip
    found = dict(tops)
    for was, key in tops.items():
        found |= {f"{was}/{a}": f"{key}/{b}" for a, b in _inner(before[was], after[key]).items()}
    return found


def _flat(items: Sequence[Published]) -> dict[str, Published]:
    """Bins and their cards share one row of names."""
    return {one["key"]: one for item in items for one in (item, *item.get("cards", ()))}


def _inner(old: Published, new: Published) -> dict[str, str]:
    """Choices of a field by key; choices of a gap by their place: the same words stand there, wherever that is now."""
    if "choices" in old and "choices" in new:
        there = {words: place for place, words in enumerate(new["choices"], start=1)}
        places = enumerate(old["choices"], start=1)
        return {f"choice-{place}": f"choice-{there[words]}" for place, words in places if words in there}
    return _kept({one["key"]: one.get("was") for one in old.get("items", ())},
                 {one["key"]: one.get("was") for one in new.get("items", ())})  # fmt: skip


# ---- answers


def renamed(answer: Answer, block: Published, items: Mapping[str, str]) -> dict[str, Any]:
    """An answer to `block` under the names of another version. What has no name there is left out."""
    found = {}
    for cell, value in answer.items():
        place = _cell(cell, block, items)
        moved = _value(cell, value, block, items)
        if place is not None and (moved is not None or value is None):
            found[place] = moved
    return found


def _cell(cell: str, block: Published, items: Mapping[str, str]) -> str | None:
    by_item = block["grammar"] in (Grammar.GAPS, Grammar.PAIRS, Grammar.BINS, Grammar.FIELDS)
    if not by_item and block["kind"] != "scale":
        return cell
    field, *place = cell.split("/")
    if not place:
        return items.get(cell)
    row, column = place  # a cell of a table
    found = items.get(f"{field}/{column}")
    return found and "/".join((items[field], row, found.partition("/")[2]))


def _value(cell: str, value: Any, block: Published, items: Mapping[str, str]) -> Any:
    match Grammar(block["grammar"]):
        case Grammar.OPTIONS if block["kind"] == "board":
            return _card(value, items)
        case Grammar.CHOICES | Grammar.STEPS | Grammar.OPTIONS:
            return _named(value, items)
        case Grammar.PAIRS | Grammar.BINS:
            return items.get(value) if isinstance(value, str) else value
        case Grammar.FIELDS | Grammar.GAPS if isinstance(value, str) and _is_chosen(cell, block):
            return items.get(f"{cell}/{value}", "").partition("/")[2] or None
        case _:
            return value  # a number, a word, a star: it names no item


def _named(value: Any, items: Mapping[str, str]) -> Any:
    """One key, several, or a number for each. What has lost all its keys is lost."""
    match value:
        case str():
            return items.get(value)
        case list():
            return [items[key] for key in value if key in items] or None
        case dict() if not any(isinstance(one, str) for one in value.values()):  # words, or where they are kept
            return {items[key]: number for key, number in value.items() if key in items} or None
        case _:
            return value


def _card(value: Any, items: Mapping[str, str]) -> Any:
    """A card keeps its words though its column be gone; a dot names a card and no item."""
    if not isinstance(value, dict) or value.get("column") is None:
        return value
    return {**value, "column": items.get(value["column"])}


def _is_chosen(cell: str, block: Published) -> bool:
    return any(item.get("items") or item.get("choices") for item in block["items"] if item["key"] == cell)
