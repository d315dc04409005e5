"""Translations of words that the course no longer has: found by line of the PO file, with the words concerned.

The rules of this file
- What is not translated yet is nothing to warn of. What was translated from other words is: pages show it with ↻.
- What is translated and has no place in the course any more is told too, before `extract` drops it.
"""

from collections.abc import Iterable, Mapping

from app.curriculum.catalogues import Catalogue, Entry
from app.curriculum.faults import Fault, Level, Spot

FIRST = 3  # entries that one line names: enough to know what was edited
AROUND = 3  # words that are shown on both sides of a change
LETTERS = 60  # of a text that is quoted


def outdated(kept: Catalogue, entries: Mapping[str, Entry]) -> tuple[Fault, ...]:
    """A warning for each: `kept` is what the PO file holds, `entries` what becomes of it with today's texts."""
    stale = [entry for entry in entries.values() if entry.is_stale]
    placed = {entry.line for entry in entries.values()}
    gone = [entry for entry in (*kept.entries.values(), *kept.gone) if entry.target and entry.line not in placed]
    return tuple(sorted([*map(_is_older, stale), *map(_is_gone, gone)]))


def in_one_line(told: Iterable[Fault]) -> Fault:
    """All warnings of one PO file as one, at the first of them."""
    first, *more = sorted(told)
    if not more:
        return first
    named = "; ".join(fault.text for fault in [first, *more][:FIRST])
    left = f"; and {len(more) + 1 - FIRST} more" if len(more) >= FIRST else ""
    return Fault(first.spot, first.level, f"{len(more) + 1} translations to look at: {named}{left}")


def _is_older(entry: Entry) -> Fault:
    text = f"{entry.context}: translated from older words"
    before, now = _changed(entry.before or "", entry.source)
    return _warning(entry, f"{text}, “{before}”, now “{now}”" if before else f"{text} than “{now}”")


def _is_gone(entry: Entry) -> Fault:
    return _warning(entry, f"{entry.context}: “{_short(entry.source)}” is no longer in the course")


def _warning(entry: Entry, text: str) -> Fault:
    return Fault(Spot(entry.line or 1), Level.WARNING, text)


def _changed(before: str, now: str) -> tuple[str, str]:
    """Both texts from shortly before their first other word to shortly behind their last."""
    old, new = before.split(), now.split()
    most = min(len(old), len(new))
    same = next((at for at in range(most) if old[at] != new[at]), most)
    tail = next((at for at in range(most - same) if old[-1 - at] != new[-1 - at]), most - same)
    return _window(old, same, tail), _window(new, same, tail)


def _window(words: list[str], same: int, tail: int) -> str:
    begin, end = max(0, same - AROUND), min(len(words), len(words) - tail + AROUND)
    return f"{'… ' if begin else ''}{_short(' '.join(words[begin:end]))}{' …' if end < len(words) else ''}"


def _short(words: str) -> str:
    return words if len(words) <= LETTERS else f"{words[:LETTERS].rsplit(' ', 1)[0]} …"
