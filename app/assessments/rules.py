"""When an assessment can be answered, and what its answers say: points, gain, and the gain of a class. Pure.

The rules of this file
- The first round is open until Day 2 begins, the second from the end of the last day; a trainer may set other times.
- Who has begun the second round changes nothing in the first. Who has ended the second sees the answers, and changes
  nothing any more.
- A question left empty is not right. A round counts for the class when it is complete, ended, or closed by its time.
- Gain is points after minus points before. The gain of a class is the part of what could still be gained:
  g = (after - before) / (most - before), with the means of those who took both (Hake, Am. J. Phys. 66, 64, 1998).
- Where something else was right in between, a question tells of no gain: it is left out of it, for one person and for
  the class. Answers that the course has set aside count in nothing.
- To staff outside the batch no count below five is shown, nor one that leaves fewer than five by subtraction.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from app.errors import Rejected

LEAST = 5  # people: fewer could be named by whoever knows the batch
ON_THE_WAY = timedelta(days=7)  # how long an answer may wait on a phone without a line: the length of a course
FIRST_DAY, LAST_DAY = 2, 6  # Day 1 has the questions before it, Day 7 only plans: the questions are about those between


class Round(StrEnum):
    """One of the two times that the same questions are answered."""

    BEFORE = "before"
    AFTER = "after"


class Phase(StrEnum):
    """What somebody can do with the assessment now."""

    BEFORE = "before"
    BETWEEN = "between"
    AFTER = "after"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Times:
    """`before_until` None: no end is known yet. `after_from` None: not before somebody sets it."""

    before_until: datetime | None = None
    after_from: datetime | None = None

    def before_is_open(self, now: datetime) -> bool:
        return self.before_until is None or now < self.before_until

    def after_is_open(self, now: datetime) -> bool:
        return self.after_from is not None and now >= self.after_from


@dataclass(frozen=True, slots=True)
class Stand:
    """How far somebody is."""

    has_begun_after: bool = False
    is_done: bool = False


def phase(times: Times, stand: Stand, now: datetime) -> Phase:
    """What this person can do now."""
    if stand.is_done:
        return Phase.DONE
    if stand.has_begun_after or times.after_is_open(now):
        return Phase.AFTER
    return Phase.BEFORE if times.before_is_open(now) else Phase.BETWEEN


def may_begin(round: Round, times: Times, stand: Stand, now: datetime) -> None:
    """Raises `Rejected` unless this round can be begun now."""
    found = phase(times, stand, now)
    if found.value == round.value:
        return
    if found is Phase.DONE:
        raise Rejected("already-done", "You have answered these questions twice. Now you see all answers.")
    if round is Round.AFTER:
        raise Rejected("not-yet", "The second time begins after the last day.")
    raise Rejected(
        "before-is-over", "The time for the first answers is over. After the last day you answer them again."
    )


def may_answer(round: Round, times: Times, stand: Stand, now: datetime, age: timedelta) -> datetime:
    """When the answer was written, if it counts: also one that was in time and waited on a phone. Raises `Rejected`."""
    written_at = now - min(max(age, timedelta()), ON_THE_WAY)
    if stand.is_done:
        raise Rejected("already-done", "You have answered these questions twice. Now you see all answers.")
    if round is Round.BEFORE:
        if stand.has_begun_after:
            raise Rejected("second-begun", "You have begun the second time. The first answers stay as they are.")
        if not times.before_is_open(written_at):
            raise _first_is_over()
    return written_at


def _first_is_over() -> Rejected:
    return Rejected(
        "before-is-over", "The time for the first answers is over. After the last day you answer the questions again."
    )


def day_of(place: int, count: int) -> int | None:
    """The day that the question at this place is about: as many for each of Days 2 to 6, in this order.

    None where they do not come out even.
    """
    days = LAST_DAY - FIRST_DAY + 1
    return FIRST_DAY + place // (count // days) if count and count % days == 0 else None


# ---- scores


@dataclass(frozen=True, slots=True)
class Taken:
    """One round of one person. `right`: each question she answered, and whether that is right. `counts`: see above.

    `gradings`: what made each right or not. `aside`: questions whose answers the course has set aside.
    """

    person: int
    right: Mapping[str, bool] = field(default_factory=dict)
    counts: bool = False
    gradings: Mapping[str, str] = field(default_factory=dict)
    aside: frozenset[str] = frozenset()

    @property
    def points(self) -> int:
        return sum(self.right.values())


def may_compare(question: str, before: Taken, after: Taken) -> bool:
    """Whether this question tells of a gain: not where something else was right in between, or one is set aside."""
    if question in before.aside or question in after.aside:
        return False
    return before.gradings.get(question) == after.gradings.get(question) or not (
        question in before.gradings and question in after.gradings
    )


def gain(before: Taken, after: Taken) -> int:
    """Points after minus points before, of the questions that may be compared."""
    both = [id for id in {*before.right, *after.right} if may_compare(id, before, after)]
    return sum(after.right.get(id, False) - before.right.get(id, False) for id in both)


def counts(answered: int, of: int, *, is_done: bool, is_closed: bool) -> bool:
    """Whether a round counts for the class."""
    return is_done or (answered > 0 and (answered == of or is_closed))


@dataclass(frozen=True, slots=True)
class Row:
    """One question and the class. `*_right` None: not shown, since it would tell of fewer than five people.

    `is_compared`: whether it counts in the gain of the class.
    """

    question: str
    before: int
    before_right: int | None
    after: int
    after_right: int | None
    is_compared: bool = True

    @property
    def gain(self) -> float | None:
        """In parts of the class, -1 to 1; None where one of the two is missing or not shown, or may not be compared."""
        if not self.is_compared or not self.before or not self.after:
            return None
        if self.before_right is None or self.after_right is None:
            return None
        return self.after_right / self.after - self.before_right / self.before


@dataclass(frozen=True, slots=True)
class Picture:
    """A class. `both`: people whose two rounds count; the means and `gain` (Hake's g) are theirs.

    Both are of the questions that may be compared for all of them, `compared` in number.
    """

    rows: tuple[Row, ...]
    of: int
    before: int
    after: int
    both: int
    mean_before: float | None = None
    mean_after: float | None = None

    @property
    def compared(self) -> int:
        return sum(row.is_compared for row in self.rows)

    @property
    def gain(self) -> float | None:
        if self.mean_before is None or self.mean_after is None:
            return None
        return normalised_gain(self.mean_before, self.mean_after, self.compared)


def normalised_gain(before: float, after: float, most: float) -> float | None:
    """Hake's g; None where nothing was left to gain."""
    return None if before >= most else (after - before) / (most - before)


def picture(questions: Sequence[str], before: Sequence[Taken], after: Sequence[Taken]) -> Picture:
    """The class, from everybody's rounds; those that do not count yet are left out."""
    first = {one.person: one for one in before if one.counts}
    second = {one.person: one for one in after if one.counts}
    both = sorted(first.keys() & second.keys())
    compared = [id for id in questions if all(may_compare(id, first[one], second[one]) for one in both)]
    rows = tuple(
        Row(
            id,
            _answered(id, first.values()),
            _right(id, first.values()),
            _answered(id, second.values()),
            _right(id, second.values()),
            id in compared,
        )
        for id in questions
    )
    means = (
        [sum(_points(group[person], compared) for person in both) / len(both) for group in (first, second)]
        if both
        else [None] * 2
    )
    return Picture(rows, len(questions), len(first), len(second), len(both), *means)


def _points(taken: Taken, questions: Iterable[str]) -> int:
    return sum(taken.right.get(id, False) for id in questions)


def _answered(question: str, taken: Iterable[Taken]) -> int:
    """How many the count is about: all whose round counts, but for answers that are set aside."""
    return sum(question not in one.aside for one in taken)


def _right(question: str, taken: Iterable[Taken]) -> int:
    return sum(one.right.get(question, False) for one in taken)


def for_outsiders(whole: Picture) -> Picture:
    """The same for staff who are not of the batch: small counts are hidden, the means are rounded to whole points.

    A mean to the decimal would give back the one count that is hidden among the questions.
    """
    rows = tuple(
        Row(row.question, _told(row.before), _part(row.before_right, row.before), _told(row.after),
            _part(row.after_right, row.after), row.is_compared)
        for row in whole.rows
    )  # fmt: skip
    first, second = (
        float(round(mean)) if whole.both >= LEAST and mean is not None else None
        for mean in (whole.mean_before, whole.mean_after)
    )
    return Picture(rows, whole.of, _told(whole.before), _told(whole.after), _told(whole.both), first, second)


def _told(people: int) -> int:
    return people if people >= LEAST else 0


def _part(right: int | None, of: int) -> int | None:
    return right if right is not None and right >= LEAST and of - right >= LEAST else None
