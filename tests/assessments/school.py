"""A small course with ten questions, a batch of trainees and its trainer, for tests of assessments.

The rules of this file
- Even questions are chosen, odd ones are worked out; `twisted` makes another answer right and says other reasons, and
  changes not one word that may be seen before.
- Day 2 begins a day after `NOW`, and the days follow each other from then on.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from flask import Flask
from flask.testing import FlaskClient

from app import curriculum
from app.assessments import actions, queries
from app.assessments.actions import Writing
from app.assessments.queries import Exam
from app.assessments.rules import Round, Times
from app.cohorts import actions as cohorts
from app.db import Database
from tests.builders import NOW, a_cohort, a_trainee, a_trainer, an_app, an_organisation, database_of, signed_in_client

COURSE = "tin_box"
OPEN_BEFORE = Times(before_until=NOW + timedelta(days=1), after_from=NOW + timedelta(days=7))
AFTER = NOW + timedelta(days=8)
RIGHT: Mapping[int, Any] = {0: "full", 1: 250}
WRONG: Mapping[int, Any] = {0: "empty", 1: 300}
DAYS = "\n".join(f"  - id: day-{n}\n    title: The tin, part {n}" for n in range(1, 8))
CARD = f"""\
id: {COURSE}
title: The tin box
summary: Where does the money go?
language: en
assessment: before-and-after
days:
{DAYS}
"""
HEAD = """\
---
id: assessment
title: Ten questions, before and after
---

You answer them twice.

## Ten questions

///// quiz | before-and-after
    time: 25m
    show: one-by-one
    pace: free

There is no hurry.
"""


def _chosen(n: int, twisted: bool) -> str:
    full, empty, reason = (" ", "x", "Empty it is") if twisted else ("x", " ", "Full it is")
    return f"""
//// single | q-{n}
    time: 2m

Which tin is it, number {n}?

- [{full}] full) The full one, {n}

    > {reason}.

- [{empty}] empty) The empty one, {n}

    > Not so: {reason}.

- [ ] none) Another one, {n}

////
"""


def _worked_out(n: int, twisted: bool) -> str:
    right, wrong = (300, 250) if twisted else (250, 300)
    return f"""
//// numeric | q-{n}
    time: 3m

How many rupees are in tin {n}?

- [x] right) {right}

    > It was {right}.

- [ ] slip) {wrong}

    > You added the {wrong - 200}.

////
"""


def text(*, twisted: bool = False) -> str:
    """The file `assessment.md` of the course."""
    return HEAD + "".join((_worked_out if n % 2 else _chosen)(n, twisted) for n in range(1, 11)) + "\n/////\n"


def a_course(folder: Path, *, twisted: bool = False) -> Path:
    """A folder of courses with this one."""
    course = folder / "courses" / COURSE
    course.mkdir(parents=True, exist_ok=True)
    (course / "course.yml").write_text(CARD)
    (course / "assessment.md").write_text(text(twisted=twisted))
    return course.parent


@dataclass
class School:
    """One batch in the middle of its course."""

    app: Flask
    cohort: int
    trainer: int
    trainees: list[int]
    organisation: int

    @property
    def database(self) -> Database:
        return database_of(self.app)

    def client(self, person: int) -> FlaskClient:
        return signed_in_client(self.app, person)

    @property
    def address(self) -> str:
        return f"/cohorts/{self.cohort}/assessment/{COURSE}"

    @property
    def exam(self) -> Exam:
        with self.database.read() as session:
            return queries.exam(session, COURSE)

    def begins(self, person: int, round: Round = Round.BEFORE, now: datetime = NOW, times: Times = OPEN_BEFORE) -> None:
        found = self.exam
        self.database.write(lambda db: actions.begin(db, self.cohort, person, found, round, times, now).id)

    def answers(
        self,
        person: int,
        number: int,
        value: Any,
        round: Round = Round.BEFORE,
        *,
        now: datetime = NOW,
        times: Times = OPEN_BEFORE,
        id: str | None = None,
        age: timedelta = timedelta(),
    ) -> int:
        """One answer, given as what stands on the page: a key or a number. Its number in the record."""
        found = self.exam
        question = found.asked[number - 1]
        with self.database.read() as session:
            attempt = queries.attempt_of(session, self.cohort, COURSE, person, round)
            paper = queries.paper_now(session, attempt.id, found.content) if attempt else None
        seed, page = (attempt.seed, paper.id) if attempt and paper else ("", 0)
        sent = question.own(seed, {"": value})[""] if question.kind == "single" else value
        writing = Writing(id or f"{round}-{number}-{value}", round, question.id, "", sent, page, age)
        return self.database.write(lambda db: actions.answer(db, self.cohort, COURSE, person, writing, times, now))

    def takes(self, person: int, right: int, round: Round = Round.BEFORE, now: datetime = NOW) -> None:
        """The whole round with so many right answers, the first ones of the ten; the second round is ended too."""
        self.begins(person, round, now)
        for number in range(1, 11):
            value = (RIGHT if number <= right else WRONG)[number % 2]
            self.answers(person, number, value, round, now=now)
        if round is Round.AFTER:
            self.database.write(lambda db: actions.finish(db, self.cohort, COURSE, person, now))


def a_school(folder: Path, trainees: int = 6, *, twisted: bool = False) -> School:
    made = an_app(folder)
    made.config["WTF_CSRF_ENABLED"] = False
    database = database_of(made)
    courses = a_course(folder, twisted=twisted)
    done = database.write(lambda db: curriculum.publish(db, courses, NOW))
    faults = [fault for one in done for fault in one.faults if not one.is_sound]
    assert not faults, faults
    home = an_organisation(database)
    cohort = a_cohort(database, organisation=home)
    trainer = a_trainer(database, cohort=cohort, organisation=home)
    people = [a_trainee(database, cohort, f"Trainee {n}", organisation=home) for n in range(1, trainees + 1)]
    database.write(lambda db: cohorts.set_days(db, cohort, COURSE, range(1, 8), NOW, rest=frozenset()))
    return School(made, cohort, trainer, people, home)
