"""The PO files of translators: reading and writing them, and keeping what was translated when the course changes.

The rules of this file
- A translation stays with its words: first by name and words, then by the words alone. It is never put to other words
  as if it were theirs.
- Where words were changed, the old translation stays beside them as fuzzy, with the words it was made for. So it is for
  a text that kept its name; a paragraph has to be alike as well, since a number is only a place.
- What is gone from the course is gone from the file: the history of the file keeps it.
- Bytes count: joiners (ZWJ, ZWNJ) and letters stay as they were typed. Nothing is normalised.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path

import polib

from app.curriculum.units import Unit

ALIKE = 0.6  # of two paragraphs: above it one is the other with some words changed, as difflib's own tools have it
WIDTH = 110
DRAFT = "draft, needs a native reader"
STATE = "X-State"
"""The field of the header that says how far one can rely on the file; `DRAFT` is shown on the pages."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a translator has written for one unit. `before`: the words it was made for, if these are other words now."""

    context: str
    source: str
    target: str = ""
    is_fuzzy: bool = False
    before: str | None = None
    line: int = 0  # in the PO file
    comment: str = ""

    @property
    def is_fresh(self) -> bool:
        return bool(self.target) and not self.is_fuzzy

    @property
    def is_stale(self) -> bool:
        return bool(self.target) and self.is_fuzzy


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One PO file: its entries by name. `is_draft`: nobody who grew up with the language has read it.

    `gone` are the entries that a translator's program has put aside (`#~`).
    """

    language: str
    entries: Mapping[str, Entry]
    is_draft: bool = False
    gone: Sequence[Entry] = ()


def merged(found: Sequence[Unit], before: Iterable[Entry]) -> dict[str, Entry]:
    """An entry for every unit, with what the entries of `before` bring along."""
    known = {entry.context: entry for entry in before}
    translated = [entry for entry in known.values() if entry.target]
    by_words: dict[str, list[Entry]] = {}
    for entry in translated:
        by_words.setdefault(entry.source, []).append(entry)
    done: dict[str, Entry] = {}
    for unit in found:
        same = known.get(unit.context)
        if same is not None and same.source == unit.text:
            done[unit.context] = same
        elif same_words := by_words.get(unit.text):
            best = max(same_words, key=lambda entry: (not entry.is_fuzzy, _common(entry.context, unit.context)))
            done[unit.context] = replace(best, context=unit.context)
    used = {entry.source for entry in done.values()}
    left = [entry for entry in translated if entry.source not in used]
    for unit, entry in _changed([unit for unit in found if unit.context not in done], left):
        done[unit.context] = Entry(
            unit.context, unit.text, entry.target, True, entry.before or entry.source, entry.line, entry.comment
        )
    return {unit.context: done.get(unit.context) or Entry(unit.context, unit.text) for unit in found}


def _common(one: str, two: str) -> int:
    """How far two names are the same."""
    return next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))


def _changed(found: Sequence[Unit], left: Sequence[Entry]) -> Iterable[tuple[Unit, Entry]]:
    """The units whose words were changed, each with the entry of the words before."""
    names, taken = {entry.context: entry for entry in left}, set[str]()
    for unit in found:
        if unit.family == unit.context and unit.context in names:
            taken.add(unit.context)
            yield unit, names[unit.context]
    for unit in found:
        if unit.family == unit.context:
            continue
        near = [entry for entry in left if _is_of(entry.context, unit.family) and entry.context not in taken]
        best = max(near, key=lambda entry: _alike(entry.source, unit.text), default=None)
        if best is not None and _alike(best.source, unit.text) >= ALIKE:
            taken.add(best.context)
            yield unit, best


def _is_of(context: str, family: str) -> bool:
    return context.startswith(f"{family}/")


def _alike(one: str, two: str) -> float:
    return SequenceMatcher(None, one, two, autojunk=False).ratio()


# --- files ---


def read(text: str, language: str) -> Catalogue:
    """The catalogue in this text of a PO file. Raises `ValueError` with the line where it cannot be read."""
    try:
        file = polib.pofile(text, encoding="utf-8", check_for_duplicates=False) if text.strip() else polib.POFile()
    except (OSError, ValueError) as problem:
        raise ValueError(str(problem).removeprefix("Syntax error in po file ")) from None
    entries = {one.msgctxt: _entry(one) for one in file if one.msgctxt and not one.obsolete}
    gone = tuple(_entry(one) for one in file.obsolete_entries())
    return Catalogue(language, entries, "draft" in file.metadata.get(STATE, ""), gone)


def _entry(one: polib.POEntry) -> Entry:
    before, line = one.previous_msgid or None, one.linenum or 0
    return Entry(one.msgctxt or "", one.msgid, one.msgstr, "fuzzy" in one.flags, before, line, one.tcomment)


def opened(file: Path, language: str) -> Catalogue:
    """The catalogue in this file; an empty one if there is none. Raises `ValueError`."""
    return read(file.read_text(encoding="utf-8") if file.exists() else "", language)


def written(name: str, found: Sequence[Unit], catalogue: Catalogue, source: str) -> str:
    """The PO file of these units in running order; `source` is the name of the file they stand in."""
    file = polib.POFile(wrapwidth=WIDTH)
    file.metadata = {
        "Project-Id-Version": name,
        "Language": catalogue.language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        **({STATE: DRAFT} if catalogue.is_draft else {}),
    }
    for unit in found:
        entry = catalogue.entries[unit.context]
        file.append(
            polib.POEntry(
                msgctxt=unit.context,
                msgid=unit.text,
                msgstr=entry.target,
                occurrences=[(source, str(unit.line))],
                flags=["fuzzy"] if entry.is_stale else [],
                previous_msgid=entry.before if entry.is_stale else None,
                tcomment=entry.comment,
            )
        )
    return f"{file}\n"
