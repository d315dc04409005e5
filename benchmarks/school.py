"""A class to measure with: one batch, one day of polls, people who come in by the QR of their slips.

The rules of this file
- Everything lies in a folder of its own that is thrown away afterwards; no real database is touched.
- People come in by the same pages as anybody: the address of a slip, one tap, and the cookie that the answer sets. That
  costs no slow hash, so that 300 of them are in within seconds.
"""

import re
import urllib.request
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http import HTTPStatus
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode

from flask import Flask
from sqlalchemy.orm import Session

from app import clock, create_app, curriculum
from app.cohorts import actions as cohorts
from app.cohorts.tables import Teaching
from app.db import Base, Database
from app.live.meetings import create_meeting
from app.people.codes import new_token, token_hash
from app.people.rules import Role
from app.people.tables import Organisation, Person, Slip
from app.settings import Settings

OPTIONS = ("loss", "debts", "quarrels", "no-orders")
COMING_IN_TOGETHER = 8  # at the door at once: more would only queue, for one process serves them

CARD = """\
id: measured
title: A measured day
summary: Polls, one after the other.
language: en
languages: [en]
days:
  - id: day-1
    title: Polls
"""

POLL = """
//// poll | {run}
    time: 5m
    results: all

Which of these is the first sign that a unit falls sick? Choose the one you would defend in your group.

- loss) It sells below its costs
- debts) It pays its debts late
- quarrels) The members quarrel
- no-orders) Old buyers stay away

////
"""


@dataclass(frozen=True, slots=True)
class Pupil:
    """Somebody who comes in: her id and the token of her slip."""

    id: int
    token: str


@dataclass(frozen=True, slots=True)
class School:
    """A meeting in its lobby, stored in `folder`."""

    folder: Path
    meeting: str
    trainer: Pupil
    trainees: tuple[Pupil, ...]
    runs: tuple[str, ...]


def found(folder: Path, people: int, polls: int) -> School:
    """A new database in `folder` with a batch of so many people and a day of so many polls."""
    app = create_app(Settings.from_environment({"KOOTTAM_DATA": str(folder)}))
    database: Database = app.extensions["database"]
    Base.metadata.create_all(database.engine)
    runs = tuple(f"poll-{number}" for number in range(1, polls + 1))
    database.write(lambda session: _publish(session, folder / "courses", runs))
    with app.test_request_context():
        cohort, pupils = database.write(lambda session: _people(session, people))
    meeting = create_meeting(database, cohort, "measured", "day-1", clock.now())
    _end(app, database)
    return School(folder, meeting, pupils[0], tuple(pupils[1:]), runs)


def let_in(origin: str, pupils: Sequence[Pupil]) -> list[str]:
    """Everybody comes in by her slip; their cookies, in the same order."""
    with ThreadPoolExecutor(COMING_IN_TOGETHER) as door:
        return list(door.map(lambda pupil: _come_in(origin, pupil), pupils))


def _come_in(origin: str, pupil: Pupil) -> str:
    jar = CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar), _NoRedirect)
    address = f"{origin}/s/{pupil.token}"
    with browser.open(address) as page:
        found = re.search(r'name="?csrf_token"?[^>]*value="([^"]+)"', page.read().decode())
    if found is None:
        raise RuntimeError(f"{address} shows no form to come in by")
    form = urlencode({"csrf_token": found[1]}).encode()
    with browser.open(urllib.request.Request(address, form, {"Referer": address})) as answer:
        if answer.status != HTTPStatus.FOUND:
            raise RuntimeError(f"{address} let nobody in: {answer.status}")
    return "; ".join(f"{cookie.name}={cookie.value}" for cookie in jar)


class _NoRedirect(urllib.request.HTTPErrorProcessor):
    """The page behind the door is not part of coming in."""

    def http_response(self, request: object, response: object) -> object:
        return response

    https_response = http_response


def _publish(session: Session, folder: Path, runs: Sequence[str]) -> None:
    course = folder / "measured"
    course.mkdir(parents=True)
    (course / "course.yml").write_text(CARD)
    head = f"---\nid: day-1\nday: 1\ntitle: Polls\nduration: {5 * len(runs)}m\n---\n\nA day of polls.\n"
    (course / "day-1.md").write_text(head + "".join(POLL.format(run=run) for run in runs))
    for module in curriculum.publish(session, folder):
        if not module.is_sound:
            raise RuntimeError("\n".join(map(str, module.faults)))


def _people(session: Session, count: int) -> tuple[int, list[Pupil]]:
    now = clock.now()
    home = Organisation(name="Measured")
    session.add(home)
    session.flush()
    cohort = cohorts.found_cohort(session, home.id, "Alappuzha, batch 1", now)
    names = ["Ammini", *(f"Trainee {number}" for number in range(1, count + 1))]
    people = [Person(organisation_id=home.id, name=name, lang="en", made_at=now) for name in names]
    session.add_all(people)
    session.flush()
    pupils = [Pupil(person.id, new_token()) for person in people]
    session.add_all(
        Slip(person_id=pupil.id, token_hash=token_hash(pupil.token), made_at=now, made_by=None) for pupil in pupils
    )
    session.add(Teaching(cohort_id=cohort.id, person_id=pupils[0].id, role=Role.MASTER_TRAINER, since=now))
    for pupil in pupils[1:]:
        cohorts.enrol(session, cohort.id, pupil.id, None, now)
    return cohort.id, pupils


def _end(app: Flask, database: Database) -> None:
    for end in reversed(app.extensions["closing"]):
        end()
    database.close()
