"""What of a course is firm for one person, and what she may look at next. Pure: rooms and marks in, rows out.

The rules of this file
- Firm is what can be seen: she was there, she answered, her last answer to a question was right. There is no percent.
- At most two things to look at again, the days she missed first, then those with most answers that are not right yet.
- There is one next step: the room that is open, else the questions that wait, else the first thing to look at again.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.activities.registry import KINDS
from app.live.asking import put_words_back
from app.live.plan import Activity
from app.live.results import is_done, who_wrote
from app.live.room import Room
from app.live.state import Stage

AGAIN = 2  # a third one is not done, and spoils the two


@dataclass(frozen=True, slots=True)
class Doing:
    """What one person did in one day, live or alone. `right` of `questions`: her last answers in its quizzes."""

    was_there: bool
    answered: int
    of: int
    right: int
    questions: int

    @property
    def open(self) -> int:
        return self.of - self.answered

    @property
    def not_right(self) -> int:
        return self.questions - self.right

    @property
    def is_firm(self) -> bool:
        return self.open == 0 and self.not_right == 0


@dataclass(frozen=True, slots=True)
class Line:
    """One day of the course. `doing` None: it has not been held. `still_wrong`: questions of the second assessment."""

    number: int
    doing: Doing | None
    is_over: bool
    still_wrong: int = 0

    @property
    def not_right(self) -> int:
        """Questions that are not right yet, in the day's quizzes and about it in the second assessment."""
        return self.still_wrong + (self.doing.not_right if self.doing else 0)

    @property
    def was_missed(self) -> bool:
        """Not there, and less than half of it done alone since then."""
        return self.doing is not None and not self.doing.was_there and self.doing.answered * 2 < self.doing.of


def doing(room: Room, person: int) -> Doing:
    """What this person did in this meeting, so far; of a day that has ended, as it counts now."""
    room = room.reading("")
    leaves = [item for item in room.state.plan.items.values() if item.is_answerable and not item.children]
    answers = {item.id: _answer(room, item, person) for item in leaves}
    done = [item for item in leaves if is_done(item, item.config, answers[item.id])]
    asked = [item for item in leaves if item.parent and room.state.plan.items[item.parent].is_quiz]
    is_over = room.state.stage is Stage.ENDED  # before that, a count would tell whether an answer is right
    marks = [KINDS[item.kind].mark(item.config, answers[item.id]) for item in asked] if is_over else []
    member = room.state.members.get(person)
    return Doing(
        was_there=member is not None and member.joined_at is not None and _came_before_the_end(room, person),
        answered=len(done),
        of=len(leaves),
        right=sum(mark is not None and mark.is_right for mark in marks),
        questions=sum(mark is not None for mark in marks),
    )


def again(lines: Sequence[Line]) -> list[Line]:
    """What to look at again: two days at most."""
    over = [line for line in lines if line.is_over and line.doing is not None]
    missed = [line for line in over if line.was_missed]
    weak = [line for line in over if not line.was_missed and line.not_right > 0]
    return (missed + sorted(weak, key=lambda line: (-line.not_right, line.number)))[:AGAIN]


def _came_before_the_end(room: Room, person: int) -> bool:
    """Who enters a day that is over does so to do it alone."""
    joined, ended = room.state.members[person].joined_at, room.state.ended_at
    return joined is not None and (ended is None or joined <= ended)


def _answer(room: Room, item: Activity, person: int) -> dict[str, object]:
    """Her last answer, or that of her group."""
    run = room.state.runs.get(item.id)
    answer = run.answers.get(who_wrote(room.state, item, run, person), {}) if run else {}
    return {cell: put_words_back(given.value, room.words) for cell, given in answer.items()}
