"""What pages ask about assessments: the times of a batch, how far somebody is, what the class has answered.

The rules of this file
- The questions come from the published module `assessment` of a course, in the reader's language if there is one.
- Only the last answer to a cell counts. How it is marked is told in `marking.py`.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import curriculum
from app.assessments import rules
from app.assessments.marking import Last, Marker
from app.assessments.paper import Question, questions
from app.assessments.rules import Phase, Round, Stand, Taken, Times
from app.assessments.tables import AssessmentTimes, Attempt, Given, Paper
from app.cohorts import queries as cohorts
from app.cohorts.days import LONGEST_DAY, Day, days_of
from app.cohorts.tables import Cohort
from app.curriculum import foresight
from app.curriculum.queries import languages
from app.errors import NotFound

MODULE = "assessment"


@dataclass(frozen=True, slots=True)
class Exam:
    """The assessment of one course, as it is published now."""

    course: str
    title: str
    content: str
    lang: str
    module: Mapping[str, Any]
    asked: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """One assessment of somebody, as lists show it. `answered` of `of` questions of the round that is on."""

    course: str
    title: str
    phase: Phase
    answered: int
    of: int
    until: datetime | None


def exam(session: Session, course: str, language: str = "en") -> Exam:
    """The questions of this course. Raises `NotFound` where it has none."""
    card = curriculum.course_card(session, course, language)
    for lang in (language, card["language"]):
        found = curriculum.current(session, course, MODULE, lang)
        if found is not None and questions(found[1]):
            return Exam(course, card["title"], found[0], lang, found[1], questions(found[1]))
    raise NotFound


def courses_of(session: Session, cohort_id: int) -> list[str]:
    """The courses of a batch that have an assessment, in the order of its timetable."""
    courses = dict.fromkeys(entry.course for entry in cohorts.timetable(session, cohort_id))
    return [course for course in courses if languages(session, course, MODULE)]


def exam_of(session: Session, cohort_id: int, course: str, language: str = "en") -> Exam:
    """The same, if this batch does this course. Raises `NotFound`."""
    if course not in courses_of(session, cohort_id):
        raise NotFound
    return exam(session, course, language)


# ---- times


def times_of(session: Session, cohort_id: int, course: str, now: datetime) -> Times:
    """When the rounds are open: as a trainer set it, else as the timetable says."""
    days = days_of(session, cohorts.cohort_named(session, cohort_id), now)
    card = curriculum.course_card(session, course)
    by_number = {day.number: day for day in days if day.entry.course == course}
    second, last = by_number.get(2), by_number.get(len(card["days"]))
    by_hand = times_by_hand(session, cohort_id, course)
    return Times(
        by_hand.before_until or (second.starts_at if second else None),
        by_hand.after_from or (_end_of(last, now) if last else None),
    )


def times_by_hand(session: Session, cohort_id: int, course: str) -> Times:
    """What a trainer set; None: as the timetable says."""
    row = session.get(AssessmentTimes, (cohort_id, course))
    return Times(row.before_until, row.after_from) if row else Times()


def _end_of(day: Day, now: datetime) -> datetime:
    """When its room was closed, or at the latest when a day that nobody ended counts as over."""
    latest = day.starts_at + LONGEST_DAY
    return min(now, latest) if day.is_over else latest


# ---- one person


def attempt_of(session: Session, cohort_id: int, course: str, person_id: int, round: Round) -> Attempt | None:
    return session.scalar(
        select(Attempt).where(
            Attempt.cohort_id == cohort_id,
            Attempt.course == course,
            Attempt.person_id == person_id,
            Attempt.round == round.value,
        )
    )


def stand_of(session: Session, cohort_id: int, course: str, person_id: int) -> Stand:
    second = attempt_of(session, cohort_id, course, person_id, Round.AFTER)
    return Stand(second is not None, second is not None and second.done_at is not None)


def answers_in(session: Session, attempts: Iterable[int]) -> dict[int, dict[str, Last]]:
    """Attempt -> question -> the last answer; an answer that was taken back has cells of None."""
    wanted, marker = list(attempts), Marker(session)
    rows = session.scalars(select(Given).where(Given.attempt_id.in_(wanted)).order_by(Given.id))
    found: dict[int, dict[str, Last]] = {id: {} for id in wanted}
    for row in rows:
        before = found[row.attempt_id].get(row.question)
        cells = {**(marker.carried(row.question, before, row.content) if before else {}), row.cell: row.value}
        found[row.attempt_id][row.question] = Last(cells, row.content, row.kept_at)
    return found


def paper_now(session: Session, attempt_id: int, content: str) -> Paper | None:
    return session.scalar(select(Paper).where(Paper.attempt_id == attempt_id, Paper.content == content))


# ---- the class


@dataclass(frozen=True, slots=True)
class Rounds:
    """What everybody of a batch has answered, before and after."""

    before: Sequence[Taken]
    after: Sequence[Taken]


def rounds_of(session: Session, cohort_id: int, found: Exam, now: datetime) -> Rounds:
    """Everybody who is enrolled now and has begun."""
    times, marker = times_of(session, cohort_id, found.course, now), Marker(session)
    here = {member.id for member in cohorts.roster(session, cohort_id)}
    attempts = session.scalars(
        select(Attempt).where(Attempt.cohort_id == cohort_id, Attempt.course == found.course)
    ).all()
    answers = answers_in(session, [one.id for one in attempts])
    ids, taken = {one.id for one in found.asked}, defaultdict[str, list[Taken]](list)
    for one in attempts:
        if one.person_id not in here:
            continue
        marked = {id: mark for id, mark in marker.marked(answers[one.id]).items() if id in ids}
        is_closed = one.round == Round.BEFORE and not times.before_is_open(now)
        counts = rules.counts(len(marked), len(ids), is_done=one.done_at is not None, is_closed=is_closed)
        right = {id: mark.right for id, mark in marked.items() if mark.right is not None}
        gradings = {id: marked[id].grading for id in right}
        taken[one.round].append(Taken(one.person_id, right, counts, gradings, frozenset(marked.keys() - right.keys())))
    return Rounds(taken[Round.BEFORE], taken[Round.AFTER])


# ---- lists


def offers(session: Session, cohort_id: int, person_id: int, now: datetime, language: str = "en") -> list[Offer]:
    """The assessments of this person in this batch, whatever can be done with them now."""
    return [_offer(session, cohort_id, course, person_id, now, language) for course in courses_of(session, cohort_id)]


def _offer(session: Session, cohort_id: int, course: str, person_id: int, now: datetime, language: str) -> Offer:
    found, times = exam(session, course, language), times_of(session, cohort_id, course, now)
    phase = rules.phase(times, stand_of(session, cohort_id, course, person_id), now)
    round = Round.AFTER if phase in (Phase.AFTER, Phase.DONE) else Round.BEFORE
    attempt = attempt_of(session, cohort_id, course, person_id, round)
    answers = answers_in(session, [attempt.id])[attempt.id] if attempt else {}
    answered = len(Marker(session).rights(answers))
    return Offer(course, found.module["title"], phase, answered, len(found.asked), times.before_until)


# ---- for whoever edits the course


def answers_given(
    session: Session, course: str, module: str, organisations: Collection[int] | None = None
) -> list[foresight.Given]:
    """Every round in which somebody answered a question of this assessment, with the version it was given to."""
    if module != MODULE:
        return []
    wanted = (
        select(Given.content, Given.question, Attempt.id, Attempt.person_id)
        .join(Attempt, Attempt.id == Given.attempt_id)
        .where(Attempt.course == course)
        .distinct()
    )
    if organisations is not None:
        of_cohort = select(Cohort.id).where(Cohort.organisation_id.in_(list(organisations)))
        wanted = wanted.where(Attempt.cohort_id.in_(of_cohort))
    return [
        foresight.Given(content, question, f"round-{attempt}", f"p{person}", person)
        for content, question, attempt, person in session.execute(wanted)
    ]
