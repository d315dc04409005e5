"""A town to play a day in: a data folder with its people, the real server in a process of its own, and its clock.

The rules of this file
- The folder is made once for all tests, as an operator makes it (migrations, courses, a batch), and copied for each
  file of tests; each test gets a room of its own.
- The server can lose power (`kill`), hang (`hold`) and come back on the same port; its clock can be moved.
- What is in the record is read from the database, by folding the log, never from the server's memory.
"""

import os
import pickle
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import StorageState

from app import clock, create_app, curriculum
from app.cohorts import actions as cohorts
from app.db import Database
from app.live import log, plan
from app.live.asking import put_words_back
from app.live.evolve import fold
from app.live.meetings import create_meeting
from app.live.state import State
from app.live.tables import Meeting
from app.people import actions, pins
from app.people.keys import keys
from app.people.rules import Role
from app.settings import ROOT, Settings
from tests.once import once

COURSE, DAY = "sick_me_revival", "day-1"
TITLE = "What is a sick enterprise, and what is my work?"
TRAINERS = {"Ammini Raghavan": "ammini", "Fathima Beevi": "fathima"}
PASSWORD = "boat mango river 4711"
TRAINEES = {
    "Sreeja K": "Cherthala", "ബിന്ദു പി": "Kuttanad", "Rema Suresh": "Cherthala", "ലത മോഹൻ": "Kuttanad",
    "Omana Kuttan": "Ambalappuzha", "ഷീബ ജോസഫ്": "Ambalappuzha", "Fousiya N": "Cherthala", "Mini Thomas": "Kuttanad",
    "Nabeesa T": "Ambalappuzha", "Jessy Mathew": "Cherthala",
}  # fmt: skip
START_SECONDS = 60  # on a machine that does other things at the same time
AHEAD = timedelta(minutes=10)  # how long before its beginning people come into the lobby


@dataclass(frozen=True, slots=True)
class Known:
    """One person, and how she comes in."""

    id: int
    name: str
    phone: str = ""
    pin: str = field(default="", repr=False)
    slip: str = field(default="", repr=False)
    login: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """What was put into the folder."""

    folder: Path
    cohort: int
    people: Mapping[str, Known]


def made_once() -> Made:
    """The same folder for all tests of a run; to be copied."""

    def keep(folder: Path) -> None:
        (folder / "made").write_bytes(pickle.dumps(make(folder)))

    folder = once("town", keep)
    made: Made = pickle.loads((folder / "made").read_bytes())
    return replace(made, folder=folder)


def make(folder: Path) -> Made:
    """A migrated database with the course, one batch and today's room in its lobby."""
    environ = plain_environment() | {"KOOTTAM_DATA": str(folder)}
    subprocess.run([sys.executable, "-m", "alembic", "upgrade", "head"], cwd=ROOT, env=environ, check=True)
    app = create_app(Settings.from_environment({"KOOTTAM_DATA": str(folder)}))
    database: Database = app.extensions["database"]
    database.write(lambda session: curriculum.publish(session, ROOT / "courses"))
    with app.test_request_context():
        cohort, people = _people(app, database)
    for end in reversed(app.extensions["closing"]):
        end()
    database.close()
    return Made(folder, cohort, people)


COURSE_FILE = f"""id: {COURSE}
title: Sick
summary: Short.
language: en
languages: [en]
days:
  - id: {DAY}
    title: One
"""


def with_a_day(folders: pytest.TempPathFactory, words: str) -> Made:
    """The town with a day 1 of other words."""
    made = make(folders.mktemp("town"))
    course = folders.mktemp("courses") / COURSE
    course.mkdir()
    (course / "course.yml").write_text(COURSE_FILE)
    (course / f"{DAY}.md").write_text(words)
    app = create_app(Settings.from_environment({"KOOTTAM_DATA": str(made.folder)}))
    app.extensions["database"].write(lambda session: curriculum.publish(session, course.parent))
    for end in reversed(app.extensions["closing"]):
        end()
    app.extensions["database"].close()
    return made


def _people(app: Flask, database: Database) -> tuple[int, dict[str, Known]]:
    now, ours = clock.now(), keys()

    def enrol(session: Any) -> tuple[int, dict[str, int], dict[str, int]]:
        home = actions.create_organisation(session, "Kudumbashree").id
        district = cohorts.add_place(session, home, "Alappuzha").id
        blocks = {name: cohorts.add_place(session, home, name, district).id for name in set(TRAINEES.values())}
        cohort = cohorts.found_cohort(session, home, "Alappuzha, batch 1", now, district=district).id
        staff = {name: actions.create_person(session, ours.phones, home, name, None, now).id for name in TRAINERS}
        learners = {}
        for place, (name, block) in enumerate(TRAINEES.items()):
            person = actions.create_person(session, ours.phones, home, name, _phone(place), now)
            cohorts.enrol(session, cohort, person.id, None, now, blocks[block])
            learners[name] = person.id
        cohorts.set_day(session, cohort, COURSE, 1, now + AHEAD)
        return cohort, staff, learners

    cohort, staff, learners = database.write(enrol)
    for name, login in TRAINERS.items():
        actions.set_password(database, ours, staff[name], login, PASSWORD, None, now)

    def teach(session: Any) -> None:
        for person in staff.values():
            cohorts.teach(session, cohort, person, Role.MASTER_TRAINER, now)

    database.write(teach)
    slips = {slip.person: slip for slip in pins.issue_slips(database, ours, list(learners.values()), None, now)}
    people = {name: Known(id, name, login=TRAINERS[name]) for name, id in staff.items()}
    for place, (name, id) in enumerate(learners.items()):
        people[name] = Known(id, name, _phone(place), slips[id].pin, slips[id].token)
    return cohort, people


def _phone(place: int) -> str:
    return f"94470 1234{place}"


def plain_environment() -> dict[str, str]:
    """The environment without what an operator of this machine may have set for her own Koottam."""
    return {
        name: value for name, value in os.environ.items()
        if not name.startswith("KOOTTAM_") and name not in ("PSEUDO", "FLASK_DEBUG")
    } | {"PYTHONUTF8": "1"}  # fmt: skip


class Town:
    """One copy of the folder with its server."""

    def __init__(self, made: Made, folder: Path, **variables: str) -> None:
        shutil.copytree(made.folder, folder)
        self.folder, self.people = folder, made.people
        self._cohort = made.cohort
        self._variables = variables
        self._offset = folder / "clock"
        self._log = folder / "server.log"
        self._process: subprocess.Popen[str] | None = None
        self.port = 0
        self.went_down = False
        self.cookies: dict[str, StorageState] = {}
        self.meeting = self.code = ""
        self.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def person(self, name: str) -> Known:
        """The one whose name begins so."""
        (found,) = (known for known in self.people.values() if known.name.startswith(name))
        return found

    def publishes(self, courses: Path) -> None:
        """The courses of this folder too."""
        with self._database() as database:
            database.write(lambda session: curriculum.publish(session, courses))

    def opens_a_room(self, course: str = COURSE, day: str = DAY) -> None:
        """A new meeting in its lobby: the one that everything here is about from now on."""
        with self._database() as database:
            self.meeting = create_meeting(database, self._cohort, course, day, clock.now() + AHEAD)
            with database.read() as session:
                self.code = session.get_one(Meeting, self.meeting).code

    # ---- the server

    def start(self) -> None:
        environ = plain_environment() | self._variables | {
            "KOOTTAM_DATA": str(self.folder), "KOOTTAM_PORT": str(self.port), "KOOTTAM_CLOCK": str(self._offset),
        }  # fmt: skip
        with self._log.open("a") as errors:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "app.serve"], cwd=ROOT, env=environ, text=True,
                stdout=subprocess.PIPE, stderr=errors,
            )  # fmt: skip
        assert self._process.stdout
        said = self._process.stdout.readline()
        assert "open at" in said, self._log.read_text()[-2000:]
        self.port = int(said.rsplit(":", 1)[1])

    @property
    def is_up(self) -> bool:
        return self._process is not None

    def kill(self) -> None:
        """As a power cut does it: nothing is written, nobody is told."""
        self.went_down = True
        if self._process is not None:
            self._process.kill()
            self._process.wait(START_SECONDS)
            assert self._process.stdout
            self._process.stdout.close()
            self._process = None

    def restart(self) -> None:
        """Again, on the same port and the same folder."""
        self.kill()
        self.start()

    def hold(self) -> None:
        """The server hangs: it takes what comes and answers nothing."""
        assert self._process
        self._process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        assert self._process
        self._process.send_signal(signal.SIGCONT)

    def faults(self) -> list[str]:
        """What the server's log holds that must never be in it."""
        lines = self._log.read_text().splitlines()
        return [line for line in lines if re.search(r"Traceback|\[error|\"level\": ?\"(error|critical)\"", line)]

    # ---- time

    def forward(self, *, minutes: float = 0, seconds: float = 0) -> None:
        """Move the server's clock."""
        passed = float(self._offset.read_text() or 0) if self._offset.exists() else 0.0
        draft = self._offset.with_suffix(".draft")
        draft.write_text(str(passed + minutes * 60 + seconds))
        draft.replace(self._offset)  # the server reads it at any moment: whole or not at all

    # ---- the record

    def state(self) -> State:
        """The meeting as the database has it."""
        return self._folded()[0]

    def answers(self, run: str) -> dict[str, dict[str, Any]]:
        """Who ("p12", "g1") -> cell -> value, words put back."""
        state, words = self._folded()
        kept = state.runs[run].answers if run in state.runs else {}
        return {
            who: {cell: put_words_back(given.value, words) for cell, given in cells.items()}
            for who, cells in kept.items()
        }

    def events(self, name: str) -> list[Any]:
        """All events of this name in the log."""
        with self._database() as database, database.read() as session:
            return [happened.event for happened, _client in log.since(session, self.meeting, 0)
                    if type(happened.event).__name__ == name]  # fmt: skip

    def content(self) -> Mapping[str, Any]:
        """The published module this meeting is held with."""
        with self._database() as database, database.read() as session:
            return curriculum.content(session, session.get_one(Meeting, self.meeting).content)

    @contextmanager
    def _database(self) -> Iterator[Database]:
        database = Database(f"sqlite:///{self.folder / 'koottam.db'}")
        try:
            yield database
        finally:
            database.close()

    def _folded(self) -> tuple[State, Mapping[str, str]]:
        with self._database() as database, database.read() as session:
            content = curriculum.content(session, session.get_one(Meeting, self.meeting).content)
            rows = log.since(session, self.meeting, 0)
            words = log.words(session, self.meeting)
        return fold(State(plan=plan.read(content)), (happened for happened, _client in rows)), words
