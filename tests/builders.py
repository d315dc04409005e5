"""People, batches and an application for any test: plain functions, a real SQLite file, nothing shared between tests.

database = a_database(tmp_path)
sreeja = a_person(database, "Sreeja", phone="94470 12345", pin="274193")
"""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TypeVar

from sqlalchemy.orm import Session

import app.cohorts.tables  # the tables a database needs
import app.people.tables  # noqa: F401
from app.db import Base, Database
from app.people import actions
from app.people.keys import Keys
from app.people.passwords import Hasher
from app.people.pins import set_pin
from app.people.tables import Organisation, Person

Result = TypeVar("Result")

NOW = datetime(2026, 11, 23, 4, 30, tzinfo=UTC)  # Monday, 10:00 in Kerala: the first morning of a batch


def a_database(folder: Path) -> Database:
    """A new database in a file, with every table that has been imported."""
    database = Database(f"sqlite:///{folder / 'test.db'}")
    Base.metadata.create_all(database.engine)
    return database


@cache
def the_keys() -> Keys:
    """One set of keys for all tests, with hashes that cost next to nothing: many people come in."""
    real = Keys.from_secret("a secret for tests")
    return Keys(real.phones, Hasher(b"pepper", memory_kib=8, rounds=1))


def an_organisation(database: Database, name: str = "Kudumbashree") -> int:
    return database.write(lambda session: actions.create_organisation(session, name).id)


def a_person(
    database: Database,
    name: str = "Sreeja",
    *,
    organisation: int | None = None,
    phone: str | None = None,
    pin: str | None = None,
    keys: Keys | None = None,
) -> int:
    """Somebody of this organisation; with a phone and a PIN she can come in, without she is a guest."""
    keys = keys or the_keys()
    home = organisation or an_organisation(database)
    person = database.write(lambda session: actions.create_person(session, keys.phones, home, name, phone, NOW).id)
    if pin is not None:
        set_pin(database, keys, person, None, pin, NOW)
    return person


def a_trainer(
    database: Database,
    name: str = "Ammini",
    *,
    organisation: int | None = None,
    password: str = "three dry boats",
    keys: Keys | None = None,
) -> int:
    """Somebody who comes in by password; her login name is her name in small letters. She teaches nowhere yet."""
    person = a_person(database, name, organisation=organisation, keys=keys)
    actions.set_password(database, keys or the_keys(), person, name.lower(), password, None, NOW)
    return person


def the_person(database: Database, person_id: int) -> Person:
    return reading(database, lambda session: session.get_one(Person, person_id))


def the_organisation(database: Database, organisation_id: int) -> Organisation:
    return reading(database, lambda session: session.get_one(Organisation, organisation_id))


def reading(database: Database, work: Callable[[Session], Result]) -> Result:
    """`work(session)` in a session that only reads."""
    with database.read() as session:
        return work(session)
