"""What pages and meetings ask about batches.

The rules of this file
- Every question is about one cohort, one person or one organisation; none crosses organisations.
- The answers hold names and places, never phone numbers: those are opened by the one page that shows them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from app.cohorts.tables import Cohort, Enrolment, Place, State, Teaching, TimetableEntry
from app.people.rules import Grant, Role, Scope
from app.people.tables import Person


class Standing(StrEnum):
    """What somebody is in a cohort's meetings."""

    TRAINER = "trainer"
    TRAINEE = "trainee"
    GUEST_WAITING = "guest-waiting"


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of a roster. `district`: the place she comes from, by which groups are mixed; empty if unknown."""

    id: int
    name: str
    lang: str
    district: str = ""
    district_lang: str = "en"


@dataclass(frozen=True, slots=True)
class Trainer:
    id: int
    name: str
    lang: str
    role: Role


def scope_of_cohort(session: Session, cohort_id: int) -> Scope | None:
    """Where a cohort belongs; None if there is none."""
    organisation = session.scalar(select(Cohort.organisation_id).where(Cohort.id == cohort_id))
    return None if organisation is None else Scope(organisation, cohort_id)


def grants_in_cohorts(session: Session, person_id: int) -> list[Grant]:
    """What enrolment and teaching give a person."""
    learns = select(Enrolment.cohort_id).where(Enrolment.person_id == person_id, Enrolment.state == State.ENROLLED)
    rows = session.execute(
        select(Teaching.role, Cohort.organisation_id, Cohort.id)
        .join(Cohort, Cohort.id == Teaching.cohort_id)
        .where(Teaching.person_id == person_id)
    )
    teaching = [Grant(Role(role), organisation, cohort) for role, organisation, cohort in rows]
    cohorts = session.execute(select(Cohort.organisation_id, Cohort.id).where(Cohort.id.in_(learns)))
    return teaching + [Grant(Role.TRAINEE, organisation, cohort) for organisation, cohort in cohorts]


def standing(session: Session, cohort_id: int, person_id: int) -> Standing | None:
    """What this person is in this cohort's meetings; None: she has nothing to do with it."""
    if session.scalar(select(Teaching.id).where(Teaching.cohort_id == cohort_id, Teaching.person_id == person_id)):
        return Standing.TRAINER
    enrolment = enrolment_of(session, cohort_id, person_id)
    if enrolment is None or enrolment.state == State.LEFT:
        return None
    return Standing.TRAINEE if enrolment.state == State.ENROLLED else Standing.GUEST_WAITING


def enrolment_of(session: Session, cohort_id: int, person_id: int) -> Enrolment | None:
    return session.scalar(select(Enrolment).where(Enrolment.cohort_id == cohort_id, Enrolment.person_id == person_id))


def district_of(session: Session, cohort_id: int, person_id: int) -> str:
    """The place somebody of the cohort comes from; empty if unknown."""
    place = session.scalar(
        select(Place.name)
        .join(Enrolment, Enrolment.place_id == Place.id)
        .where(Enrolment.cohort_id == cohort_id, Enrolment.person_id == person_id)
    )
    return place or ""


def roster(session: Session, cohort_id: int) -> list[Member]:
    """Everybody enrolled now, by name."""
    return _members(session, cohort_id, State.ENROLLED)


def guests_waiting(session: Session, cohort_id: int) -> list[Member]:
    """Who came by code and name and has not been let in, the longest waiting first."""
    return _members(session, cohort_id, State.WAITING)


def _members(session: Session, cohort_id: int, state: State) -> list[Member]:
    order = (Person.name, Person.id) if state is State.ENROLLED else (Enrolment.since, Person.id)
    rows = session.execute(
        select(Person.id, Person.name, Person.lang, Place.name, Place.lang)
        .join(Enrolment, Enrolment.person_id == Person.id)
        .outerjoin(Place, Place.id == Enrolment.place_id)
        .where(Enrolment.cohort_id == cohort_id, Enrolment.state == state)
        .order_by(*order)
    )
    return [Member(id, name, lang, place or "", place_lang or "en") for id, name, lang, place, place_lang in rows]


def trainers(session: Session, cohort_id: int) -> list[Trainer]:
    """The trainers of a cohort in the order they took it up."""
    rows = session.execute(
        select(Person.id, Person.name, Person.lang, Teaching.role)
        .join(Teaching, Teaching.person_id == Person.id)
        .where(Teaching.cohort_id == cohort_id)
        .order_by(Teaching.id)
    )
    return [Trainer(id, name, lang, Role(role)) for id, name, lang, role in rows]


def cohort_named(session: Session, cohort_id: int) -> Cohort:
    """The cohort; for pages whose guard has found it already."""
    return session.get_one(Cohort, cohort_id)


def cohorts_led_by(session: Session, person_id: int) -> Sequence[Cohort]:
    """The batches somebody teaches, the newest first."""
    taught = select(Teaching.cohort_id).where(Teaching.person_id == person_id)
    return session.scalars(select(Cohort).where(Cohort.id.in_(taught)).order_by(Cohort.id.desc())).all()


def cohorts_of(session: Session, person_id: int, *states: State) -> Sequence[Cohort]:
    """The batches somebody learns in (or, with other states, waits for or has left), the newest first."""
    wanted = states or (State.ENROLLED,)
    joined = select(Enrolment.cohort_id).where(Enrolment.person_id == person_id, Enrolment.state.in_(wanted))
    return session.scalars(select(Cohort).where(Cohort.id.in_(joined)).order_by(Cohort.id.desc())).all()


def cohorts_in(session: Session, organisation_id: int) -> Sequence[Cohort]:
    """All batches of an organisation, the newest first."""
    return session.scalars(
        select(Cohort).where(Cohort.organisation_id == organisation_id).order_by(Cohort.id.desc())
    ).all()


def sizes(session: Session, cohort_ids: Iterable[int]) -> dict[tuple[int, str], int]:
    """(cohort, state) -> how many people."""
    rows = session.execute(
        select(Enrolment.cohort_id, Enrolment.state, func.count())
        .where(Enrolment.cohort_id.in_(list(cohort_ids)))
        .group_by(Enrolment.cohort_id, Enrolment.state)
    )
    return {(cohort, state): count for cohort, state, count in rows}


def timetable(session: Session, cohort_id: int) -> Sequence[TimetableEntry]:
    """The days of a cohort in the order of their times."""
    return session.scalars(
        select(TimetableEntry)
        .where(TimetableEntry.cohort_id == cohort_id)
        .order_by(TimetableEntry.starts_at, TimetableEntry.id)
    ).all()


def entry_in(session: Session, cohort_id: int, entry_id: int) -> TimetableEntry | None:
    """A day of this cohort; None if it is another cohort's."""
    entry = session.get(TimetableEntry, entry_id)
    return entry if entry is not None and entry.cohort_id == cohort_id else None


def today_of(cohort: Cohort, now: datetime) -> tuple[datetime, datetime]:
    """Beginning and end of the cohort's present day, in its time zone."""
    zone = ZoneInfo(cohort.time_zone)
    day = now.astimezone(zone).date()
    return datetime.combine(day, time(), zone), datetime.combine(day + timedelta(days=1), time(), zone)


def places_of(session: Session, cohort_id: int) -> dict[int, int]:
    """Person -> the place she comes from, where it is known."""
    rows = session.scalars(select(Enrolment).where(Enrolment.cohort_id == cohort_id, Enrolment.place_id.is_not(None)))
    return {row.person_id: row.place_id for row in rows if row.place_id is not None}


def districts_in(session: Session, organisation_id: int) -> Sequence[Place]:
    return session.scalars(
        select(Place).where(Place.organisation_id == organisation_id, Place.parent_id.is_(None)).order_by(Place.name)
    ).all()


def blocks_around(session: Session, cohort_id: int) -> Sequence[Place]:
    """The blocks of a cohort's district."""
    cohort = aliased(Cohort)
    return session.scalars(
        select(Place)
        .join(cohort, cohort.district_id == Place.parent_id)
        .where(cohort.id == cohort_id)
        .order_by(Place.name)
    ).all()
