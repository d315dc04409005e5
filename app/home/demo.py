"""The demo: one invented programme to try everything with, put into an empty database by `flask demo seed`.

The rules of this file
- Every name, number and place of work is invented; the blocks are real ones of Alappuzha.
- Passwords and PINs are rolled for each database, told once on the screen, and kept in `demo.txt` of the data folder,
  which only its owner may read.
- Where phones come over a hall's Wi-Fi (`--lan`) there is no demo administrator: a password in a file must not open
  the programme to a room full of strangers.
- Seeding twice changes nothing.
"""

import os
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import click
from flask import Flask, current_app
from flask.cli import AppGroup
from sqlalchemy import select
from sqlalchemy.orm import Session

from app import clock, curriculum
from app.cohorts import actions as cohorts
from app.cohorts.rooms import open_room, rooms_of
from app.curriculum.library import folder_of
from app.db import Database
from app.people import actions, codes, pins
from app.people.keys import Keys, keys
from app.people.phones import spoken
from app.people.rules import Role
from app.people.tables import Organisation
from app.settings import Settings

FILE = "demo.txt"
ORGANISATION = "Kudumbashree, Kerala (demo)"
COHORT = "Alappuzha, batch 1"
COURSE, DAYS = "sick_me_revival", range(1, 8)
ZONE = ZoneInfo("Asia/Kolkata")
BEGINS = time(10, 0)
DISTRICT = "Alappuzha"
BLOCKS = ("Cherthala", "Kuttanad", "Ambalappuzha", "Mavelikkara", "Karthikappally", "Chengannur")
NAMES = (  # as people write themselves: some in Malayalam, some in Latin letters
    "Sreeja K", "ബിന്ദു പി", "Rema Suresh", "ലത മോഹൻ", "Omana Kuttan", "ഷീബ ജോസഫ്", "Fousiya N", "ജയശ്രീ എം",
    "Mini Thomas", "സുമ രാജൻ", "Rajamma V", "അജിത സി", "Beena Varghese", "ഗീത ബാബു", "Nabeesa T", "പ്രസന്ന കെ",
    "Saritha Anil", "വത്സല ആർ", "Jessy Mathew", "സിന്ധു വി", "Thankamma P", "റംല എച്ച്", "Deepa Manoj", "ശോഭന ജി",
    "Laly Sebastian", "ഉഷ വേണു", "Kunjumol A", "രാധാമണി എസ്", "Anitha Shaji", "മറിയാമ്മ ചാക്കോ",
)  # fmt: skip
TRAINERS = (("Ammini Raghavan", "ammini", Role.MASTER_TRAINER), ("Fathima Beevi", "fathima", Role.ILO_TRAINER))
ADMINISTRATOR = ("Asha Menon", "asha")
FIRST_NUMBER = 6_000_000_001  # the first trainee's phone; nobody is called from here
WORDS = (  # short, of one spelling: three of them and four digits make 25 bits, enough behind growing waits
    "boat", "rice", "mango", "river", "lamp", "drum", "coir", "pepper", "jasmine", "monsoon", "heron", "ginger",
    "banana", "cotton", "bamboo", "clove",
)  # fmt: skip

demo = AppGroup("demo", help="An invented programme to try everything with.")


@dataclass(frozen=True, slots=True)
class Way:
    """How one person of the demo comes in: a phone and a PIN, or a login name and a password."""

    name: str
    account: str
    secret: str
    hash: str


@demo.command("seed")
def seed() -> None:
    """Put the demo programme into this database, if it is not there yet."""
    app = current_app
    database: Database = app.extensions["database"]
    settings: Settings = app.extensions["settings"]
    with database.read() as session:
        if session.scalar(select(Organisation.id).where(Organisation.name == ORGANISATION)):
            click.echo(f"The demo is there already; {settings.data / FILE} says who can sign in.")
            return
    told = plant(app, clock.now(), with_administrator=not settings.lan)
    click.echo(told)


def plant(app: Flask, now: datetime, *, with_administrator: bool) -> str:
    """Everything of the demo, in one transaction but for the room; returns (and keeps in demo.txt) who can sign in."""
    database: Database = app.extensions["database"]
    settings: Settings = app.extensions["settings"]
    _publish(app, database)
    ours = keys()
    staff = [_by_password(ours, name, login) for name, login, _role in TRAINERS]
    chief = _by_password(ours, *ADMINISTRATOR) if with_administrator else None
    trainees = [_by_pin(ours, name, FIRST_NUMBER + place) for place, name in enumerate(NAMES)]
    starts_at = datetime.combine(now.astimezone(ZONE).date(), BEGINS, ZONE)
    # The file first: should anything fail from here on, nobody is in the database whose password is lost.
    _keep(settings.data / FILE, _told(settings, None, staff, chief, trainees))
    cohort = database.write(lambda session: _people(session, ours, staff, chief, trainees, starts_at, now))
    open_room(cohort, COURSE, "day-1", starts_at)
    told = _told(settings, rooms_of([cohort])[0].code, staff, chief, trainees)
    _keep(settings.data / FILE, told)
    return told


def _publish(app: Flask, database: Database) -> None:
    with database.read() as session:
        is_there = curriculum.current(session, COURSE, "day-1") is not None
    if not is_there:
        folder = folder_of(app)
        database.write(lambda session: curriculum.publish(session, folder))


def _by_password(keys: Keys, name: str, login: str) -> Way:
    words = " ".join(secrets.choice(WORDS) for _ in range(3))
    password = f"{words} {secrets.randbelow(9_000) + 1_000}"
    return Way(name, login, password, keys.hasher.hash(password))


def _by_pin(keys: Keys, name: str, number: int) -> Way:
    pin = codes.new_pin()
    return Way(name, f"+91{number}", pin, keys.hasher.hash(pin))


def _people(
    session: Session,
    keys: Keys,
    staff: Sequence[Way],
    chief: Way | None,
    trainees: Sequence[Way],
    starts_at: datetime,
    now: datetime,
) -> int:
    """Organisation, places, batch, people and days; the id of the batch."""
    home = actions.create_organisation(session, ORGANISATION).id
    district = cohorts.add_place(session, home, DISTRICT).id
    blocks = [cohorts.add_place(session, home, block, district).id for block in BLOCKS]
    cohort = cohorts.found_cohort(session, home, COHORT, now, district=district, languages=("en", "ml")).id
    for way, (_name, login, role) in zip(staff, TRAINERS, strict=True):
        trainer = actions.create_person(session, keys.phones, home, way.name, None, now)
        pins.set_credential(session, trainer, login, way.hash, None, now)
        cohorts.teach(session, cohort, trainer.id, role, now)
    if chief is not None:
        person = actions.create_person(session, keys.phones, home, chief.name, None, now)
        pins.set_credential(session, person, chief.account, chief.hash, None, now)
        actions.appoint(session, person, Role.ADMINISTRATOR, None, now)
    for place, way in enumerate(trainees):
        person = actions.create_person(session, keys.phones, home, way.name, way.account, now)
        pins.set_credential(session, person, None, way.hash, None, now)
        cohorts.enrol(session, cohort, person.id, None, now, blocks[place % len(blocks)])
    cohorts.set_days(session, cohort, COURSE, DAYS, starts_at, rest=frozenset())
    return cohort


def _told(
    settings: Settings, code: str | None, staff: Sequence[Way], chief: Way | None, trainees: Sequence[Way]
) -> str:
    """What the operator reads: the ways in, trainers first."""
    host = "127.0.0.1" if settings.host in {"0.0.0.0", "::"} else settings.host  # those mean "every address of mine"
    start = f"{'https' if settings.https else 'http'}://{host}:{settings.port}"
    lines = [f"The demo: {ORGANISATION}, {COHORT}", ""]
    if code is not None:
        lines += [f"Join by code     {start}/j/{code}", ""]
    lines += [f"Trainers         {start}/login/trainer"]
    lines += [f"  {way.name:<20} {way.account:<10} {way.secret}" for way in staff]
    if chief is not None:
        lines += ["Administrator", f"  {chief.name:<20} {chief.account:<10} {chief.secret}"]
    lines += ["", f"Trainees         {start}/login          (phone and PIN)"]
    lines += [f"  {spoken(way.account)}   {way.secret}   {way.name}" for way in trainees]
    return "\n".join(lines) + "\n"


def _keep(path: Path, told: str) -> None:
    """Written whole, readable by its owner only."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(told)
    draft.replace(path)
