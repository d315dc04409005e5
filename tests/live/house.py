"""A whole application for tests: Day 1 published, one batch with two trainers and twelve trainees, its meeting."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from shutil import copyfile
from tempfile import mkdtemp
from typing import Any

from flask import Flask
from flask.testing import FlaskClient

import app.assessments.tables  # noqa: F401 - its pages are opened here too, and the database is made before the app
from app import clock, create_app, curriculum
from app.cohorts import actions as cohorts
from app.cohorts.tables import Teaching
from app.db import Base, Database
from app.live.meetings import Live, create_meeting
from app.people.rules import Role
from app.people.tables import Organisation, Person
from app.settings import ROOT, Secrets, Settings
from tests.builders import published_courses

COURSES = ROOT / "courses"
STARTS = datetime(2026, 11, 23, 4, 30, tzinfo=UTC)


@dataclass
class House:
    app: Flask
    meeting: str
    cohort: int
    trainers: list[int]
    trainees: list[int]
    stranger: int

    @property
    def database(self) -> Database:
        found: Database = self.app.extensions["database"]
        return found

    @property
    def live(self) -> Live:
        found: Live = self.app.extensions["live"]
        return found

    @property
    def code(self) -> str:
        return self.live.runner.room(self.meeting).about.code

    def client(self, person: int | None) -> FlaskClient:
        """A browser in which this person is signed in."""
        client = self.app.test_client()
        if person is not None:
            with client.session_transaction() as session:
                session["_user_id"] = f"{person}.1"
                session["_fresh"] = True
        return client

    def socket(self, person: int, face: str = "trainee", **auth: Any) -> Any:
        """A socket of this person in the meeting."""
        socketio = self.app.extensions["socketio"]
        whole = {"meeting": self.meeting, "face": face, **auth}
        return socketio.test_client(self.app, flask_test_client=self.client(person), auth=whole)

    def view(self, person: int, face: str = "trainee") -> dict[str, Any]:
        """What this person sees now."""
        seen: dict[str, Any] = self.live.teller.whole(self.live.runner.room(self.meeting), face, person)
        return seen


@cache
def _published(courses: Path) -> Path:
    """A database in which these courses are published, to be copied: checking and rendering them takes seconds."""
    if courses == COURSES:
        return published_courses()
    file = Path(mkdtemp(prefix="koottam-")) / "published.db"
    database = Database(f"sqlite:///{file}")
    Base.metadata.create_all(database.engine)
    database.write(lambda session: curriculum.publish(session, courses))
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    return file


def build(
    folder: Path, trainees: int = 12, *, pseudo: bool = False, courses: Path = COURSES,
    day: tuple[str, str] = ("sick_me_revival", "day-1"),
) -> House:  # fmt: skip
    """`day`: the course and the module that the meeting is about."""
    secrets = Secrets("a" * 64, "b" * 64)
    copyfile(_published(courses), folder / "koottam.db")
    address = f"sqlite:///{folder / 'koottam.db'}"
    app = create_app(Settings(data=folder, database_url=address, secrets=secrets, pseudo=pseudo))
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    database: Database = app.extensions["database"]
    with app.test_request_context():
        cohort, leaders, learners, stranger = database.write(lambda session: _people(session, trainees))
    meeting = create_meeting(database, cohort, *day, STARTS)
    return House(app, meeting, cohort, leaders, learners, stranger)


def _people(session: Any, trainees: int) -> tuple[int, list[int], list[int], int]:
    now = clock.now()
    home, other = Organisation(name="Mission"), Organisation(name="Elsewhere")
    session.add_all([home, other])
    session.flush()
    cohort = cohorts.found_cohort(session, home.id, "Alappuzha, batch 1", now)
    names = ["Ammini", "Fathima", *(f"Trainee {n}" for n in range(1, trainees + 1))]
    people = [Person(organisation_id=home.id, name=name, lang="en", made_at=now) for name in names]
    stranger = Person(organisation_id=other.id, name="Stranger", lang="en", made_at=now)
    session.add_all([*people, stranger])
    session.flush()
    ids = [person.id for person in people]
    for id in ids[:2]:
        session.add(Teaching(cohort_id=cohort.id, person_id=id, role=Role.MASTER_TRAINER, since=now))
    for id in ids[2:]:
        cohorts.enrol(session, cohort.id, id, None, now)
    return cohort.id, ids[:2], ids[2:], stranger.id
