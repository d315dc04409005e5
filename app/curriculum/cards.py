"""`course.yml`: what a course is called, what it is about, its days and its languages."""

import re
from collections.abc import Mapping
from typing import Any

from app.curriculum import located
from app.curriculum.faults import Faults, Spot
from app.curriculum.located import Entries, Value
from app.curriculum.manuscript import Line
from app.curriculum.notation import is_key
from app.curriculum.suggest import did_you_mean

Card = Mapping[str, Any]
"""{"id", "title", "summary", "language", "languages", "days": [{"id", "title"}], "assessment"?, "credits"?}"""

_WANTED = ("id", "title", "summary", "language", "days")
_KNOWN = (*_WANTED, "languages", "assessment", "credits")
_LANGUAGE = re.compile(r"[a-z]{2,3}")


def card(text: str, folder: str, faults: Faults) -> Card:
    """The card in this text; only to be used if there is no error. `folder` is the name of the course's folder."""
    lines = [Line(number, words) for number, words in enumerate(text.replace("\r\n", "\n").split("\n"), start=1)]
    entries = located.read(lines, faults, what="course.yml")
    for name, entry in entries.items():
        if name not in _KNOWN:
            faults.error(entry.spot, f"a course has no '{name}'{did_you_mean(name, _KNOWN)}")
        elif name in ("days", "languages"):
            continue
        elif not entry.value.words:
            faults.error(entry.value.spot, f"'{name}' needs one value")
    for name in _WANTED:
        if name not in entries:
            faults.error(Spot(1), f"course.yml has no '{name}'")
    words = {name: entry.value.words for name, entry in entries.items() if entry.value.words}
    if "id" in words and words["id"] != folder:
        faults.error(entries["id"].value.spot, f"id '{words['id']}' is not the name of the folder, '{folder}'")
    languages = _languages(entries, words.get("language", ""), faults)
    days = _days(entries["days"].value, faults) if "days" in entries else []
    return words | {"languages": languages, "days": days}


def _languages(entries: Entries, language: str, faults: Faults) -> list[str]:
    if "languages" not in entries:
        return [language]
    value = entries["languages"].value
    languages = list(value.strings or ())
    if not languages or not all(_LANGUAGE.fullmatch(code) for code in languages):
        faults.error(value.spot, "languages are a list of codes, for example [en, ml]")
    elif language not in languages:
        faults.error(value.spot, f"the course is written in '{language}', which is not among its languages")
    return languages


def _days(value: Value, faults: Faults) -> list[dict[str, str]]:
    """Days with their titles, or only their ids."""
    days: list[dict[str, str]] = []
    for item in value.items or ():
        entries = item.entries or {}
        ident = item.words or (entries["id"].value.words if "id" in entries else None) or ""
        title = (entries["title"].value.words if "title" in entries else None) or ""
        if unknown := next((name for name in entries if name not in ("id", "title")), None):
            faults.error(entries[unknown].spot, f"a day has no '{unknown}'{did_you_mean(unknown, ('id', 'title'))}")
        if not is_key(ident):
            faults.error(item.spot, "a day is written '- id: day-1' with 'title: …' below, or '- day-1'")
        elif ident in {day["id"] for day in days}:
            faults.error(item.spot, f"day '{ident}' is listed twice")
        days.append({"id": ident, "title": title})
    if not days:
        faults.error(value.spot, "days are a list: - id: day-1")
    return days
