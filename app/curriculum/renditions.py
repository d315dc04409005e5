"""A published module in another language: the same ids, keys, answers and grading, other words.

The rules of this file
- Text by text: what is not translated stays in the language of the course and says so (`lang`); what was translated
  from an older wording is shown and marked (`data-older`). Both marks are put around clean HTML.
- Nothing but words is replaced: whatever else is in the JSON is that of the version, and so is its hash (`of`).
- Accepted words are those of this language and those of the source: people write in both.
"""

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from babel.dates import format_date

from app.curriculum.cards import Card
from app.curriculum.catalogues import Catalogue, Entry, merged
from app.curriculum.compile import Json, renderer
from app.curriculum.facts import shown
from app.curriculum.model import Fact, Module
from app.curriculum.proofreading import clashing, gaps, is_fit
from app.curriculum.shelf import Shelf
from app.curriculum.units import AS_OF, Form, Place, Slot, Unit, of_card, of_facts, of_module, units

_FOREIGN = "\ue000{}\ue001"  # around a fact in the language of the course, until the HTML is made: nobody types these
_IS_FOREIGN = re.compile("\ue000(.*?)\ue001", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Translation:
    """What translators have written for one module, and for the facts that all courses share."""

    language: str
    texts: Catalogue
    facts: Mapping[str, Entry]


def rendition(
    published: Mapping[str, Any], version: str, module: Module, shelf: Shelf, translation: Translation
) -> Json:
    """`published`, whose hash is `version`, in the language of this translation."""
    return _Rendition(module, shelf, translation).of(published, version)


def fit(found: Sequence[Unit], entries: Mapping[str, Entry]) -> dict[str, Entry]:
    """What may be shown of these entries: those of today's texts that break nothing."""
    now = merged(found, entries.values())
    return {unit.context: now[unit.context] for unit in found if is_fit(unit, now[unit.context].target)}


def card(source: Card, version: str, texts: Catalogue) -> Json:
    """`course.yml` in the language of these texts; `…_lang` beside a text says that it is not translated."""
    entries = fit(of_card(source), texts.entries)

    def put(context: str, name: str, words: str) -> Json:
        entry = entries.get(context)
        return {name: entry.target} if entry and entry.is_fresh else {name: words, f"{name}_lang": source["language"]}

    found = {
        name: put(f"course#{name}", name, source[name]) for name in ("title", "summary", "credits") if name in source
    }
    days = [{"id": day["id"], **put(f"course/{day['id']}#title", "title", day["title"])} for day in source["days"]]
    whole: Json = {**source, "days": days, "lang": texts.language}
    for texts_of_one in found.values():
        whole |= texts_of_one
    return whole | {"rendition": {"of": version, "source": source["language"], "is_draft": texts.is_draft}}


def in_words(facts: Mapping[str, Fact], entries: Mapping[str, Entry], language: str) -> dict[str, str]:
    """What stands for each fact in a text of this language; what is not translated is marked as foreign.

    An old translation is not used: the law it tells is not the law any more.
    """
    known = fit(of_facts(facts.values()), entries)
    around = known[AS_OF].target if AS_OF in known and known[AS_OF].is_fresh else "{value} (as of {date})"
    found = {}
    for name, fact in facts.items():
        entry = known.get(f"facts/{name}")
        day = format_date(fact.as_of, format="long", locale=language)
        is_told = entry is not None and entry.is_fresh
        found[name] = (
            around.replace("{date}", day).replace("{value}", entry.target)
            if entry and is_told
            else _FOREIGN.format(shown(fact))
        )
    return found


class _Rendition:
    def __init__(self, module: Module, shelf: Shelf, translation: Translation) -> None:
        self._source, self._language = shelf.language, translation.language
        self._is_draft = translation.texts.is_draft
        self._slots = of_module(module, shelf.kinds)
        self._units = units(self._slots)
        self._entries = fit(self._units, translation.texts.entries)
        for unit in _ambiguous(self._units, self._entries):
            del self._entries[unit.context]
        self._before = renderer(module, shelf)
        self._now = renderer(module, shelf, in_words(shelf.facts, translation.facts, translation.language))

    def of(self, published: Mapping[str, Any], version: str) -> Json:
        whole: Json = deepcopy(dict(published))
        for slot in self._slots:
            self._put(whole, slot)
        states = [self._state(unit) for unit in self._units]
        about = {"of": version, "source": self._source, "is_draft": self._is_draft, "texts": len(states)}
        counted = {"missing": states.count("missing"), "stale": states.count("stale")}
        return whole | {"lang": self._language, "rendition": about | counted}

    def _put(self, whole: Json, slot: Slot) -> None:
        *way, last = slot.place
        holder = _at(whole, way)
        match slot.form:
            case Form.TITLE:
                self._title(holder, str(last), slot.units[0])
            case Form.ACCEPTED:
                unit = slot.units[0]
                holder[last] = _joined(self._entries.get(unit.context), holder[last])
            case Form.INLINE:
                holder[last] = self._line(slot.units[0])
            case _:
                holder[last] = "\n".join("\n".join(self._block(part, slot.form)) for part in slot.parts)
                if slot.form is Form.GAPS:
                    self._gaps(_at(whole, slot.items), slot)

    def _state(self, unit: Unit) -> str:
        entry = self._entries.get(unit.context)
        return "missing" if entry is None or not entry.target else "stale" if entry.is_fuzzy else "fresh"

    def _title(self, holder: Any, name: str, unit: Unit) -> None:
        state, entry = self._state(unit), self._entries.get(unit.context)
        if entry is None or state == "missing":
            holder[f"{name}_lang"] = self._source
        else:
            holder[name] = _IS_FOREIGN.sub(r"\1", self._now.title(entry.target))
            holder |= {f"{name}_older": True} if state == "stale" else {}

    def _line(self, unit: Unit) -> str:
        state = self._state(unit)
        if state == "missing":
            return f'<span lang="{self._source}">{self._before.inline(unit.text)}</span>'
        markup = self._own(self._now.inline(self._entries[unit.context].target))
        return f"<span data-older>{markup}</span>" if state == "stale" else markup

    def _block(self, part: Sequence[Unit], form: Form) -> Iterator[str]:
        """The paragraphs, those of one state together, so that lists stay whole."""
        has_gaps, last = form is Form.GAPS, part[-1]
        for (state, is_bare), same in groupby(
            part, key=lambda one: (self._state(one), form is Form.SCALE and one is last)
        ):
            found = list(same)
            if state == "missing":
                markup = self._before.block("\n\n".join(unit.text for unit in found), gaps=has_gaps)
                mark = f' lang="{self._source}"'
            else:
                said = "\n\n".join(self._entries[unit.context].target for unit in found)
                markup, mark = self._own(self._now.block(said, gaps=has_gaps)), " data-older"
            # The ends of a scale are read from the last paragraph of its prompt: nothing stands around it.
            yield markup if state == "fresh" or is_bare else f"<div{mark}>{markup}</div>"

    def _gaps(self, items: list[Json], slot: Slot) -> None:
        """What belongs into the gaps, and what one may choose there: a choice is named by its place."""
        by_key = {item["key"]: item for item in items}
        for unit in slot.units:
            if self._state(unit) == "missing":
                continue
            for key, (accepted, choices) in gaps(self._entries[unit.context].target).items():
                item = by_key[key]
                if choices:
                    item |= {"accepted": list(accepted), "choices": list(choices)}
                else:
                    item["accepted"] = list(dict.fromkeys([*accepted, *item["accepted"]]))

    def _own(self, markup: str) -> str:
        return _IS_FOREIGN.sub(rf'<span lang="{html.escape(self._source)}">\1</span>', markup)


def _at(whole: Any, way: Sequence[str | int] | Place) -> Any:
    for step in way:
        whole = whole[step]
    return whole


def _joined(entry: Entry | None, source: Sequence[str]) -> list[str]:
    own = [" ".join(part.split()) for part in entry.target.split("|")] if entry and entry.target else []
    return list(dict.fromkeys([*own, *source]))


def _ambiguous(found: Sequence[Unit], entries: Mapping[str, Entry]) -> list[Unit]:
    """Answers of a `text` activity whose translation is another answer as well."""
    by_task: dict[str, list[Unit]] = {}
    for unit in found:
        if unit.form is Form.ACCEPTED:
            by_task.setdefault(unit.context.rpartition("/")[0], []).append(unit)
    wrong: dict[str, Unit] = {}
    for same in by_task.values():
        told = [
            (unit, entries[unit.context].target)
            for unit in same
            if unit.context in entries and entries[unit.context].target
        ]
        for unit, _ in clashing(told, {unit.context: unit.text for unit in same}):
            wrong[unit.context] = unit
    return list(wrong.values())


def one_record(contents: Mapping[str, Json]) -> dict[str, Json]:
    """The contents of one version by language, each accepting the words of all: one record, whoever marks it."""
    whole = {language: deepcopy(content) for language, content in contents.items()}
    for language, content in whole.items():
        for task in _tasks(content):
            others = [_items(other, task["id"]) for code, other in contents.items() if code != language]
            for item in task["items"]:
                if "accepted" in item and "choices" not in item:
                    words = [word for items in others for word in items.get(item["key"], {}).get("accepted", ())]
                    item["accepted"] = list(dict.fromkeys([*item["accepted"], *words]))
    return whole


def _tasks(content: Json) -> Iterator[Json]:
    for block in content["blocks"]:
        if block["type"] == "activity":
            yield block
        yield from block.get("activities", ())


def _items(content: Json, task: str) -> dict[str, Json]:
    return {item["key"]: item for one in _tasks(content) if one["id"] == task for item in one["items"]}
