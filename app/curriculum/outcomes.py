"""What has become of answers since they were given: version after version, up to the one that is current. Pure.

The rules of this file (C5)
- Each answer walks from its own version to the current one, step by step; each step does what `changes.py` says.
- `keep`: it stays marked by the version that marked it so far. `regrade`: the new version marks it from now. What a
  later version keeps stays as the last regrading left it, and what a later one regrades was perhaps kept before.
- `reset`: it is set aside for good; what is asked instead is the question of the version that set it aside, and that
  one walks on like any other.
- What goes, or is retired, stays as it stood in the last version that had it.
- A version that is taken back takes back what it did: the way begins at the last time that the answer's own version
  was current.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from app.curriculum.changes import Fate, changes
from app.curriculum.renames import Names, Published, names, then


@dataclass(frozen=True, slots=True)
class Edition:
    """A version, and since when it was current."""

    hash: str
    at: datetime
    module: Published


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the answers to one activity, at `at` (None: nothing).

    `content` and `id` name the question by which they are marked now, or which is asked instead of theirs; `items`:
    keys as they were given -> keys there.
    """

    fate: Fate
    content: str
    id: str
    items: Mapping[str, str]
    at: datetime | None = None


def outcomes(way: Sequence[Edition]) -> dict[str, Outcome]:
    """Activity of the first of these editions -> what became of answers given to it."""
    first = way[0]
    places = names(first.module, first.module)
    found = {id: Outcome(Fate.KEPT, first.hash, id, place.items) for id, place in places.items()}
    for before, after in pairwise(way):
        places = then(places, names(before.module, after.module))
        found |= _after(found, places, before, after)
    return found


def _after(found: Mapping[str, Outcome], places: Names, before: Edition, after: Edition) -> dict[str, Outcome]:
    """Those to which this step does something."""
    fates = {change.id: change.fate for change in changes(before.module, after.module)}
    new = {}
    for id, place in places.items():
        was, fate = found[id], fates[place.id]
        if fate is Fate.SET_ASIDE and was.fate is not Fate.SET_ASIDE:
            new[id] = Outcome(fate, after.hash, place.id, place.items, after.at)
        elif fate in (Fate.REGRADED, Fate.SET_ASIDE):
            kind, at = (was.fate, was.at) if was.fate is Fate.SET_ASIDE else (fate, after.at)
            new[id] = Outcome(kind, after.hash, place.id, place.items, at)
    return new
