"""`facts.yml`: law, rates and fees, each with the day it was right, its source and the day to look it up again."""

from collections.abc import Mapping
from datetime import date

from app.curriculum import located
from app.curriculum.faults import Faults
from app.curriculum.located import Entries, Entry
from app.curriculum.manuscript import Line
from app.curriculum.model import Fact
from app.curriculum.notation import NAME
from app.curriculum.suggest import did_you_mean

_WANTED = ("value", "as_of", "source", "check_by")
_KNOWN = (*_WANTED, "verified")


def facts(text: str, today: date, faults: Faults) -> Mapping[str, Fact]:
    """The facts in this file. One that is not complete is left out, so that no course can show it."""
    lines = [Line(number, words) for number, words in enumerate(text.replace("\r\n", "\n").split("\n"), start=1)]
    found: dict[str, Fact] = {}
    for name, entry in located.read(lines, faults, what="facts").items():
        if not NAME.fullmatch(name):
            faults.error(entry.spot, f"fact '{name}': use a-z, 0-9, hyphens and _, begin with a letter")
        elif entry.value.entries is None:
            faults.error(entry.spot, f"fact '{name}' needs {', '.join(_WANTED)}")
        elif fact := _fact(entry, entry.value.entries, faults):
            found[name] = fact
            if words := advice(fact, today):
                faults.warning(entry.spot, words)
    return found


def advice(fact: Fact, today: date) -> str | None:
    """Why this fact should be looked at before it is taught; None if it need not."""
    if not fact.is_verified:
        return f"fact '{fact.name}' is not verified: do not teach it before somebody has looked it up"
    if fact.check_by < today:
        return f"fact '{fact.name}' was to be looked up again by {fact.check_by.isoformat()}"
    return None


def _fact(entry: Entry, entries: Entries, faults: Faults) -> Fact | None:
    """One fact, or None and what is missing."""
    words: dict[str, str] = {}
    for name, part in entries.items():
        if name not in _KNOWN:
            faults.error(part.spot, f"a fact has no '{name}'{did_you_mean(name, _KNOWN)}")
        elif not part.value.words:
            faults.error(part.value.spot, f"'{name}' needs one value")
        else:
            words[name] = part.value.words
    for name in _WANTED:
        if name not in entries:
            faults.error(entry.spot, f"fact '{entry.name}' has no '{name}'")
    as_of, check_by = (_day(name, entries, words, faults) for name in ("as_of", "check_by"))
    if words.get("verified", "true") not in ("true", "false"):
        faults.error(entries["verified"].value.spot, "verified is true or false")
    if as_of is None or check_by is None or "value" not in words or "source" not in words:
        return None
    return Fact(
        entry.name, words["value"], as_of, words["source"], check_by, entry.spot, words.get("verified") != "false"
    )


def _day(name: str, entries: Entries, words: Mapping[str, str], faults: Faults) -> date | None:
    try:
        return date.fromisoformat(words[name]) if name in words else None
    except ValueError:
        faults.error(entries[name].value.spot, f"{name} '{words[name]}': write a day as 2026-04-01")
        return None


def shown(fact: Fact) -> str:
    """What trainees read: the value, and the day for which it is known."""
    return f"{fact.value} (as of {fact.as_of.day} {fact.as_of:%B %Y})"
