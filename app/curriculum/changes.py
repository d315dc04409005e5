"""What an edit does to answers that were given: two published versions of a module, activity by activity. Pure.

The rules of this file (C5)
- Words, minutes and notes may change as they like: answers stay what they were.
- Where something else counts as right, or items came or went, the author says what becomes of earlier answers:
  `on-change: keep` (the answer stays marked as it was; so it is without a word), `regrade` (marked anew by the new
  key), `reset` (set aside: kept in the record, counted no more, to be answered anew).
- Another kind is another question: its answers are set aside, unless `keep` is written.
- Of what is gone the answers stay in the record of their day; nothing in the new version has words for them.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.activities.contract import Grammar
from app.curriculum.renames import Names, Place, Published, activities, names


class Standing(StrEnum):
    """How an activity stands in the new version, beside the one before."""

    SAME = "same"
    WORDS = "words"
    ITEMS = "items"
    KEY = "key"
    KIND = "kind"
    NEW = "new"
    GONE = "gone"
    RETIRED = "retired"


class Fate(StrEnum):
    """What becomes of the answers given before."""

    KEPT = "kept"
    REGRADED = "regraded"
    SET_ASIDE = "set-aside"
    WORDLESS = "wordless"


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that changed: HTML, or a plain value of an option. `place` is "prompt", "items/cash", "options/time" …"""

    place: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """One activity. `id` is its name in the new version (of what is gone, the old one); `was` its other name before.

    `renamed`: (old key, new key); `lost` and `added`: keys without a counterpart. `on_change` is "" if none is written.
    """

    id: str
    kind: str
    title: str
    standing: Standing
    fate: Fate
    was: str | None = None
    on_change: str = ""
    renamed: tuple[tuple[str, str], ...] = ()
    lost: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    wording: tuple[Wording, ...] = ()

    @property
    def old_id(self) -> str:
        """Under which name answers of the version before are stored."""
        return self.was or self.id

    @property
    def is_nothing(self) -> bool:
        return self.standing is Standing.SAME and self.was is None

    @property
    def warnings(self) -> tuple[str, ...]:
        """What an author ought to look at once answers exist."""
        found = []
        if self.standing is Standing.GONE:
            found.append("id-vanished")
        if self.lost:
            found.append("key-vanished")
        if self.standing in (Standing.KEY, Standing.KIND) and not self.on_change:
            found.append("key-changed")
        return tuple(found)

    @property
    def lines(self) -> tuple[str, ...]:
        """Lines to copy: one for a name that was meant to stay, one for what is to go."""
        if self.standing is Standing.GONE:
            return (f"    was: {self.id}", f"retired: [{self.id}]")
        if "key-changed" in self.warnings:
            return ("    on-change: regrade", "    on-change: reset", "    on-change: keep")
        return ()


def changes(before: Published, after: Published, known: Names | None = None) -> tuple[Change, ...]:
    """Every activity of both, in the order of `after`, what is gone at the end.

    `known`: where the activities of `before` are in `after`, if other versions lie between the two.
    """
    places = names(before, after) if known is None else known
    old = {block["id"]: block for block in activities(before)}
    came_from = {place.id: was for was, place in places.items()}
    found = []
    for block in activities(after):
        was = came_from.get(block["id"])
        if was is None:
            found.append(Change(block["id"], block["kind"], block["title"], Standing.NEW, Fate.KEPT))
        else:
            found.append(_changed(old[was], block, places[was], before["lang"] == after["lang"]))
    gone = [block for id, block in old.items() if id not in places]
    return (*found, *(_gone(block, after) for block in gone))


def _gone(block: Published, after: Published) -> Change:
    standing = Standing.RETIRED if block["id"] in after.get("retired", ()) else Standing.GONE
    return Change(block["id"], block["kind"], block["title"], standing, Fate.WORDLESS)


def _changed(old: Published, new: Published, place: Place, is_one_language: bool) -> Change:
    standing = _standing(old, new, place, is_one_language)
    on_change = new["options"].get("on-change", "")
    before, after = _keys(old), _keys(new)
    met = {place.items[key] for key in before if key in place.items}
    return Change(
        id=new["id"],
        kind=new["kind"],
        title=new["title"],
        standing=standing,
        fate=_fate(standing, on_change),
        was=old["id"] if old["id"] != new["id"] else None,
        on_change=on_change,
        renamed=tuple((key, place.items[key]) for key in before if place.items.get(key, key) != key),
        lost=tuple(key for key in before if key not in place.items),
        added=tuple(key for key in after if key not in met),
        wording=tuple(_wording(old, new, place)),
    )


def _fate(standing: Standing, on_change: str) -> Fate:
    if standing in (Standing.SAME, Standing.WORDS):
        return Fate.KEPT
    if standing is Standing.KIND:
        return Fate.KEPT if on_change == "keep" else Fate.SET_ASIDE
    return {"regrade": Fate.REGRADED, "reset": Fate.SET_ASIDE}.get(on_change, Fate.KEPT)


def _standing(old: Published, new: Published, place: Place, is_one_language: bool) -> Standing:
    if old["kind"] != new["kind"]:
        return Standing.KIND
    was, now = _counts(old, place.items), _counts(new)
    both = [key for key in was if key in now]
    in_order = Grammar(new["grammar"]) is Grammar.STEPS and both != [key for key in now if key in was]
    if in_order or not is_one_language or any(was[key] != now[key] for key in both):
        return Standing.KEY
    if was.keys() != now.keys() or any("/" in key for key in (*_lost(old, place), *_added(old, new, place))):
        return Standing.ITEMS
    return Standing.WORDS if any(_wording(old, new, place)) else Standing.SAME


def _lost(old: Published, place: Place) -> list[str]:
    return [key for key in _keys(old) if key not in place.items]


def _added(old: Published, new: Published, place: Place) -> list[str]:
    met = set(place.items.values())
    return [key for key in _keys(new) if key not in met]


def _keys(block: Published) -> list[str]:
    """All names of items: their keys, cards, and the choices of fields as `field/choice`."""
    found = [
        name
        for item in block["items"]
        for name in (item["key"], *(card["key"] for card in item.get("cards", ())),
                     *(f"{item['key']}/{inner['key']}" for inner in item.get("items", ())))
    ]  # fmt: skip
    return list(dict.fromkeys(found))


def _counts(block: Published, items: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Key (under its new name) -> what makes an answer right there; the same things as in `grading.py`."""
    names = {key: key for key in _keys(block)} if items is None else items
    found = {}
    for item in block["items"]:
        cards = sorted(names.get(card["key"], card["key"]) for card in item.get("cards", ()))
        held = {"cards": cards} if "cards" in item else {}
        sides = {"is_pair": bool(item["left"])} if "left" in item else {}
        plain = {name: item[name] for name in ("right", "low", "high", "field", "expected", "tolerance", "choices")
                 if name in item and not (sides and name == "right")}  # fmt: skip
        accepted = {"accepted": sorted(item["accepted"])} if "accepted" in item else {}
        key = names.get(item["key"], f"{item['key']}?")  # no name in the new version, nor that of another item
        found[key] = plain | held | sides | accepted
    return found


def _wording(old: Published, new: Published, place: Place) -> Iterator[Wording]:
    before, after = dict(_words(old, place.items)), dict(_words(new))
    for name in dict.fromkeys([*before, *after]):
        if before.get(name, "") != after.get(name, ""):
            yield Wording(name, before.get(name, ""), after.get(name, ""))


def _words(block: Published, items: Mapping[str, str] | None = None) -> Iterator[tuple[str, str]]:
    yield "title", block["title"]
    yield "prompt", block["prompt"]
    for item in block["items"]:
        yield from ((f"items/{name}".removesuffix("/html"), text) for name, text in _texts(item, items or {}))
    for name, note in block["notes"].items():
        parts = [note] if isinstance(note, str) else [_noted(one) for one in note]  # hints and steps are lists
        yield f"notes/{name}", " ".join(parts)
    for name, value in block["options"].items():
        if name not in ("was", "on-change"):
            yield f"options/{name}", value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _texts(item: Published, items: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Words of an item under their new names, and what counts in it as an author writes it."""
    key = items.get(item["key"], item["key"])
    for name in ("html", "left", "right", "feedback", "low", "high", "expected", "tolerance", "field"):
        if name in item and item[name] is not None:
            yield f"{key}/{name}", _said(item[name])
    for name in ("accepted", "choices"):
        if name in item:
            yield f"{key}/{name}", " | ".join(item[name])
    for card in item.get("cards", ()):
        yield f"{key}/{items.get(card['key'], card['key'])}", card["html"]
    for inner in item.get("items", ()):
        name = f"{item['key']}/{inner['key']}"
        yield items.get(name, name), inner["html"]


def _noted(one: str | Published) -> str:
    return one if isinstance(one, str) else f"{one['seconds']} s: {one['html']}"


def _said(value: Any) -> str:
    return {True: "[x]", False: "[ ]"}[value] if isinstance(value, bool) else str(value)
