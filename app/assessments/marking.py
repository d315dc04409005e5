"""How answers count now: each by the version it was given with, unless the course has marked it anew or set it aside.

The rules of this file (C5)
- An answer walks version by version to the present one (`app/curriculum/outcomes.py`), and so does the name of its
  question. A translation is walked as the version that it says in other words.
- What is set aside counts in no result. What is marked anew is marked by the version that says so, in the language of
  the answer if it is there.
- Two answers may be compared only if the same made both right: `Marked.grading` names it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from app import curriculum
from app.assessments.paper import Question, questions
from app.curriculum.changes import Fate
from app.curriculum.foresight import way_to
from app.curriculum.outcomes import Edition, Outcome, outcomes
from app.curriculum.queries import editions, version_of
from app.curriculum.renames import Names, renamed, through


@dataclass(frozen=True, slots=True)
class Last:
    """The last answer to each cell of one question. `content`: the version it was given with."""

    cells: Mapping[str, Any]
    content: str
    at: datetime


Answers = Mapping[str, Last]
"""Question -> what stands there now."""


@dataclass(frozen=True, slots=True)
class Marked:
    """One answer as it counts now. `right` None: it is set aside. `cells`: under the present names, to be shown.

    `at`: when it was marked anew or set aside, None for neither.
    """

    right: bool | None
    grading: str
    cells: Mapping[str, Any]
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class _Way:
    """From one version to the present one."""

    names: Names
    outcomes: Mapping[str, Outcome]


class Marker:
    """Marks answers; reads each version once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._versions: dict[str, dict[str, Question]] = {}
        self._ways: dict[str, _Way] = {}

    def marked(self, answers: Answers) -> dict[str, Marked]:
        """Question, as it is called now -> how its answer counts; nothing of what is not answered or gone."""
        found = {}
        for id, last in answers.items():
            way = self._way(last.content)
            marked = self._marked(way, id, last) if id in way.outcomes and id in way.names else None
            if marked is not None:
                found[way.names[id].id] = marked
        return found

    def rights(self, answers: Answers) -> dict[str, bool]:
        """Question -> right or not, of those that are answered and count."""
        return {id: one.right for id, one in self.marked(answers).items() if one.right is not None}

    def present(self, answers: Answers) -> dict[str, Last]:
        """What stands there for somebody who may still answer: under the present names, without what is set aside."""
        found = {}
        for id, last in answers.items():
            way = self._way(last.content)
            if id in way.names and way.outcomes[id].fate is not Fate.SET_ASIDE:
                cells = self._renamed(id, last, way.names[id].items)
                found[way.names[id].id] = Last(cells, last.content, last.at)
        return found

    def carried(self, id: str, last: Last, content: str) -> Mapping[str, Any]:
        """The cells of an earlier answer, as they stand beside one that was given with this version."""
        if last.content == content:
            return last.cells
        start, end = version_of(self._session, last.content), version_of(self._session, content)
        if start == end:
            return last.cells
        way = _made(way_to(self._session, start, end))
        if id not in way.names or way.outcomes[id].fate is Fate.SET_ASIDE:
            return {}
        return self._renamed(id, last, way.names[id].items)

    def _marked(self, way: _Way, id: str, last: Last) -> Marked | None:
        outcome, then = way.outcomes[id], self._question(last.content, id)
        if then is None or not then.is_answered(last.cells):
            return None
        shown = self._renamed(id, last, way.names[id].items)
        if outcome.fate is Fate.SET_ASIDE:
            return Marked(None, "", shown, outcome.at)
        if outcome.fate is not Fate.REGRADED:
            return Marked(then.is_right(last.cells), then.grading, shown)
        now = self._question(self._in_language_of(outcome.content, last.content), outcome.id)
        if now is None:
            return Marked(then.is_right(last.cells), then.grading, shown)
        cells = now.fitting(self._renamed(id, last, outcome.items))
        return Marked(now.is_right(cells), now.grading, shown, outcome.at)

    def _renamed(self, id: str, last: Last, items: Mapping[str, str]) -> Mapping[str, Any]:
        then = self._question(last.content, id)
        return renamed(last.cells, then.block, items) if then else last.cells

    def _question(self, content: str, id: str) -> Question | None:
        """The question as it was in this version."""
        if content not in self._versions:
            module = curriculum.content(self._session, content)
            self._versions[content] = {one.id: one for one in questions(module)}
        return self._versions[content].get(id)

    def _in_language_of(self, version: str, content: str) -> str:
        """What says this version in the language of that content, if there is such a thing."""
        language = curriculum.content(self._session, content)["lang"]
        found = curriculum.in_other_languages(self._session, version).get(language)
        return found[0] if found else version

    def _way(self, content: str) -> _Way:
        if content not in self._ways:
            self._ways[content] = _made(editions(self._session, version_of(self._session, content)))
        return self._ways[content]


def _made(way: list[Edition]) -> _Way:
    return _Way(through([one.module for one in way]), outcomes(way))
