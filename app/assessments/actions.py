"""What is done with assessments: begin a round, answer, end the second round, set other times.

The rules of this file
- Doing the same twice (the same client id, the same beginning) changes nothing and says the same again.
- The times of the batch are asked before the transaction (`queries.times_of`): they depend on its rooms.
- What is random, the seed of an attempt, is rolled here once and kept.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import curriculum
from app.assessments import rules
from app.assessments.paper import named, questions
from app.assessments.queries import Exam, attempt_of, paper_now, stand_of
from app.assessments.rules import Round, Times
from app.assessments.tables import AssessmentTimes, Attempt, Given, Paper
from app.errors import Rejected

SEED_BYTES = 16  # nobody tries 128 bits to find out which token hides which key


@dataclass(frozen=True, slots=True)
class Writing:
    """One answer as a phone sends it. `age`: how long ago it was written. `paper`: the number of what she had before
    her."""

    id: str
    round: Round
    question: str
    cell: str
    value: Any
    paper: int
    age: timedelta = timedelta()


def begin(
    session: Session, cohort_id: int, person_id: int, found: Exam, round: Round, times: Times, now: datetime
) -> Attempt:
    """She has begun this round, with the present questions in her hands. Raises `Rejected`."""
    attempt = attempt_of(session, cohort_id, found.course, person_id, round)
    if attempt is None:
        stand = stand_of(session, cohort_id, found.course, person_id)
        rules.may_begin(round, times, stand, now)
        attempt = Attempt(cohort_id=cohort_id, course=found.course, person_id=person_id, round=round.value)
        attempt.seed, attempt.begun_at, attempt.done_at = secrets.token_hex(SEED_BYTES), now, None
        session.add(attempt)
        session.flush()
    hand_out(session, attempt.id, found, now)
    return attempt


def hand_out(session: Session, attempt_id: int, found: Exam, now: datetime) -> Paper:
    """The number of this version for this person; made at the first time she gets it."""
    paper = paper_now(session, attempt_id, found.content)
    if paper is None:
        paper = Paper(attempt_id=attempt_id, content=found.content, lang=found.lang, given_at=now)
        session.add(paper)
        session.flush()
    return paper


def answer(
    session: Session, cohort_id: int, course: str, person_id: int, writing: Writing, times: Times, now: datetime
) -> int:
    """The answer is kept; its number. Raises `Rejected`, and nothing was kept."""
    attempt = attempt_of(session, cohort_id, course, person_id, writing.round)
    if attempt is None:
        raise Rejected("not-begun", "Begin the questions first. Load the page again.")
    again = session.scalar(select(Given.id).where(Given.attempt_id == attempt.id, Given.client_id == writing.id))
    if again is not None:
        return again
    stand = stand_of(session, cohort_id, course, person_id)
    written_at = rules.may_answer(writing.round, times, stand, now, writing.age)
    paper = session.get(Paper, writing.paper)
    if paper is None or paper.attempt_id != attempt.id:
        raise Rejected("no-such-question", "This question is not among them. Load the page again.")
    question = named(questions(curriculum.content(session, paper.content)), writing.question)
    cell, value = question.accept(attempt.seed, writing.cell, writing.value)
    kept = Given(attempt_id=attempt.id, paper_id=paper.id, client_id=writing.id, question=question.id, cell=cell)
    kept.value, kept.content, kept.grading, kept.lang = value, paper.content, question.grading, paper.lang
    kept.written_at, kept.kept_at = written_at, now
    session.add(kept)
    session.flush()
    return kept.id


def finish(session: Session, cohort_id: int, course: str, person_id: int, now: datetime) -> None:
    """She has answered for the second time and wants to see: from now on nothing of hers changes. Raises `Rejected`."""
    attempt = attempt_of(session, cohort_id, course, person_id, Round.AFTER)
    if attempt is None:
        raise Rejected("not-begun", "Begin the questions first. Load the page again.")
    attempt.done_at = attempt.done_at or now


def set_times(
    session: Session, cohort_id: int, course: str, before_until: datetime | None, after_from: datetime | None
) -> None:
    """Other times than the timetable's; None: the timetable's again. Raises `Rejected`."""
    if before_until is not None and after_from is not None and after_from < before_until:
        raise Rejected("after-before-before", "The second time must begin after the first has ended.")
    row = session.get(AssessmentTimes, (cohort_id, course))
    if row is None:
        row = AssessmentTimes(cohort_id=cohort_id, course=course)
        session.add(row)
    row.before_until, row.after_from = before_until, after_from
