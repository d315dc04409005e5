"""People, batches and an application for any test: plain functions, a real SQLite file, nothing shared between tests.

app = an_app(tmp_path)
cohort = a_cohort(database_of(app))
sreeja = a_trainee(database_of(app), cohort, "Sreeja", phone="94470 12345", pin="274193")
client = signed_in_client(app, sreeja)
"""

import re
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

import app.assessments.tables
import app.cohorts.tables
import app.curriculum.tables
import app.jobs.tables
import app.live.tables
import app.people.tables
import app.sheets.tables  # noqa: F401 - all the tables that a database needs
from app import create_app, curriculum
from app.cohorts import actions as cohorts
from app.db import Base, Database
from app.people import actions
from app.people.keys import Keys
from app.people.passwords import Hasher
from app.people.pins import set_pin
from app.people.rules import Role
from app.people.tables import Person
from app.settings import ROOT, Secrets, Settings
from tests.once import once

Result = TypeVar("Result")

NOW = datetime(2026, 11, 23, 4, 30, tzinfo=UTC)  # Monday, 10:00 in Kerala: the first morning of a batch
TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


def a_database(folder: Path) -> Database:
    """A new database in a file, with every table there is."""
    database = Database(f"sqlite:///{folder / 'test.db'}")
    Base.metadata.create_all(database.engine)
    return database


# Made here, in the main thread: the hasher's pool belongs to the thread that makes it.
KEYS = Keys(Keys.from_secret("a secret for tests").phones, Hasher(b"pepper", memory_kib=8, rounds=1))


def the_keys() -> Keys:
    """One set of keys for all tests, with hashes that cost next to nothing: many people come in."""
    return KEYS


def an_app(folder: Path) -> Flask:
    """The whole application over a new database in this folder, with the keys of `the_keys`."""
    secrets = Secrets(**dict.fromkeys(Secrets.__dataclass_fields__, "a secret for tests"))
    made = create_app(Settings(data=folder, database_url=f"sqlite:///{folder / 'test.db'}", secrets=secrets))
    made.extensions["keys"] = the_keys()
    Base.metadata.create_all(made.extensions["database"].engine)
    return made


def an_app_with_courses(folder: Path) -> Flask:
    """The same, and all our courses are published."""
    shutil.copyfile(published_courses(), folder / "test.db")
    return an_app(folder)


def published_courses() -> Path:
    """A database with all our courses, to be copied: checking and rendering them takes seconds."""
    return once("courses", _publish) / "test.db"


def _publish(folder: Path) -> None:
    database = a_database(folder)
    database.write(lambda session: curriculum.publish(session, ROOT / "courses"))
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()


def database_of(made: Flask) -> Database:
    database: Database = made.extensions["database"]
    return database


# ---- people ----


def an_organisation(database: Database, name: str = "Kudumbashree") -> int:
    return database.write(lambda session: actions.create_organisation(session, name).id)


def a_person(
    database: Database,
    name: str = "Sreeja",
    *,
    organisation: int | None = None,
    phone: str | None = None,
    pin: str | None = None,
) -> int:
    """Somebody of this organisation; with a phone and a PIN she can come in, without she is a guest."""
    home = organisation or an_organisation(database)
    person = database.write(
        lambda session: actions.create_person(session, the_keys().phones, home, name, phone, NOW).id
    )
    if pin is not None:
        set_pin(database, the_keys(), person, None, pin, NOW)
    return person


def a_trainer(
    database: Database,
    name: str = "Ammini",
    *,
    cohort: int | None = None,
    role: Role = Role.MASTER_TRAINER,
    organisation: int | None = None,
    password: str = "three dry boats",
) -> int:
    """Somebody who comes in by password and leads this batch; her login name is her name in small letters."""
    person = a_person(database, name, organisation=organisation)
    actions.set_password(database, the_keys(), person, name.lower(), password, None, NOW)
    if cohort is not None:
        database.write(lambda session: cohorts.teach(session, cohort, person, role, NOW))
    return person


def an_official(database: Database, role: Role, name: str = "Asha", *, organisation: int | None = None) -> int:
    """Somebody with this role in her whole organisation."""
    person = a_trainer(database, name, organisation=organisation)
    database.write(lambda session: actions.appoint(session, session.get_one(Person, person), role, None, NOW))
    return person


# ---- batches ----


def a_cohort(
    database: Database,
    name: str = "Alappuzha, batch 1",
    *,
    organisation: int | None = None,
    blocks: tuple[str, ...] = ("Cherthala", "Kuttanad"),
    allows_guests: bool = True,
) -> int:
    """A batch without people, in a district with these blocks."""
    home = organisation or an_organisation(database)

    def work(session: Session) -> int:
        district = cohorts.add_place(session, home, "Alappuzha").id
        for block in blocks:
            cohorts.add_place(session, home, block, district)
        return cohorts.found_cohort(session, home, name, NOW, district=district, allows_guests=allows_guests).id

    return database.write(work)


def a_trainee(
    database: Database,
    cohort: int,
    name: str = "Sreeja",
    *,
    organisation: int | None = None,
    phone: str | None = None,
    pin: str | None = None,
) -> int:
    """Somebody enrolled in this batch."""
    person = a_person(database, name, organisation=organisation, phone=phone, pin=pin)
    database.write(lambda session: cohorts.enrol(session, cohort, person, None, NOW))
    return person


# ---- asking ----


def signed_in_client(made: Flask, person_id: int, host: str = "localhost") -> FlaskClient:
    """A browser in which this person has come in, at this address."""
    client = made.test_client()
    with client.session_transaction(base_url=f"http://{host}") as session:
        session["_user_id"] = f"{person_id}.{the_person(database_of(made), person_id).generation}"
        session["_fresh"] = True
    return client


def token_in(page: str) -> str:
    """The form token of a page."""
    found = TOKEN.search(page)
    assert found, "the page has no form"
    return found[1]


def post(client: FlaskClient, url: str, *, page: str = "/login/trainer?again=1", **form: object) -> TestResponse:
    """Send a form to `url` with the token of `page`."""
    return client.post(url, data={"csrf_token": token_in(client.get(page).text), **form})


def the_person(database: Database, person_id: int) -> Person:
    return reading(database, lambda session: session.get_one(Person, person_id))


def reading(database: Database, work: Callable[[Session], Result]) -> Result:
    """`work(session)` in a session that only reads."""
    with database.read() as session:
        return work(session)
