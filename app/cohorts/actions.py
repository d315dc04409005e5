"""What is done with batches: found one, enrol, teach, set the days and their links.

The rules of this file
- An action is one transaction of the caller's session; nothing is sent or shown from here.
- Nobody is enrolled or teaches outside her own organisation.
- Ending an enrolment deletes nothing: who left keeps her records and her name in old groups.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from flask_babel import gettext as _
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.cohorts import queries
from app.cohorts.links import meeting_link
from app.cohorts.tables import Cohort, Enrolment, Place, State, Teaching, TimetableEntry
from app.errors import NotFound, Rejected
from app.people.actions import create_person, demand_password
from app.people.names import lang_of, name_of
from app.people.phones import PhoneBook, phone_of
from app.people.queries import people_on_phone
from app.people.rules import TRAINERS, Role
from app.people.tables import Person

SUNDAY = frozenset({6})  # as Python counts weekdays
LONGEST_NAME = 80  # characters of a batch's or a place's name: one line on a laptop, two on a phone


def add_place(session: Session, organisation: int, name: str, parent: int | None = None) -> Place:
    """The district of this name, or with `parent` the block in it; made now if there was none."""
    title = _title(name)
    found = session.scalar(
        select(Place).where(
            Place.organisation_id == organisation,
            Place.parent_id.is_(parent) if parent is None else Place.parent_id == parent,
            Place.name == title,
        )
    )
    if found is None:
        found = Place(organisation_id=organisation, parent_id=parent, name=title, lang=lang_of(title))
        session.add(found)
        session.flush()
    return found


def found_cohort(
    session: Session,
    organisation: int,
    name: str,
    now: datetime,
    *,
    district: int | None = None,
    time_zone: str = "Asia/Kolkata",
    languages: Sequence[str] = ("en",),
    allows_guests: bool = True,
) -> Cohort:
    """A new batch without people. Raises `Rejected`: name-unclear, zone-unknown."""
    title = _title(name)
    try:
        ZoneInfo(time_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Rejected("zone-unknown", _("We do not know this time zone. Write it like Asia/Kolkata.")) from None
    cohort = Cohort(
        organisation_id=organisation,
        name=title,
        lang=lang_of(title),
        district_id=district,
        time_zone=time_zone,
        languages=list(languages),
        allows_guests=allows_guests,
        made_at=now,
    )
    session.add(cohort)
    session.flush()
    return cohort


def enrol(
    session: Session, cohort_id: int, person_id: int, by: int | None, now: datetime, place: int | None = None
) -> Enrolment:
    """She learns in this batch; who had left comes back, who was waiting is let in.

    Raises `Rejected`: already-enrolled, teaches-here; `NotFound` for somebody of another organisation.
    """
    cohort, person = session.get(Cohort, cohort_id), session.get(Person, person_id)
    if cohort is None or person is None or person.organisation_id != cohort.organisation_id or person.merged_into:
        raise NotFound
    enrolment = queries.enrolment_of(session, cohort_id, person_id)
    if enrolment is not None and enrolment.state == State.ENROLLED:
        raise Rejected("already-enrolled", _("She is in this batch already."))
    if queries.standing(session, cohort_id, person_id) is queries.Standing.TRAINER:
        raise Rejected("teaches-here", _("She is a trainer of this batch."))
    if place is not None and session.get_one(Place, place).organisation_id != cohort.organisation_id:
        raise NotFound
    if enrolment is None:
        enrolment = Enrolment(cohort_id=cohort_id, person_id=person_id, state=State.ENROLLED)
        session.add(enrolment)
    enrolment.state, enrolment.since, enrolment.by, enrolment.once = State.ENROLLED, now, by, None
    enrolment.place_id = place if place is not None else enrolment.place_id
    session.flush()
    return enrolment


def enrol_by_phone(
    session: Session,
    phones: PhoneBook,
    cohort_id: int,
    name: str,
    phone: str,
    by: int | None,
    now: datetime,
    place: int | None = None,
) -> int:
    """Enrols whoever has this name and number in the organisation, or a new person; her id. Raises as its parts do."""
    cohort = session.get(Cohort, cohort_id)
    if cohort is None:
        raise NotFound
    wanted = name_of(name).casefold()
    holders = people_on_phone(session, phones.hash(phone_of(phone)))
    known = [
        person
        for person, _credential in holders
        if person.organisation_id == cohort.organisation_id and person.name.casefold() == wanted
    ]
    person = known[0] if known else create_person(session, phones, cohort.organisation_id, name, phone, now)
    enrol(session, cohort_id, person.id, by, now, place)
    return person.id


def set_place(session: Session, cohort_id: int, person_id: int, place_id: int | None) -> None:
    """The block she comes from, one around this cohort; None: not known. `NotFound` for a block elsewhere."""
    enrolment = queries.enrolment_of(session, cohort_id, person_id)
    if enrolment is None or place_id not in {None, *(place.id for place in queries.blocks_around(session, cohort_id))}:
        raise NotFound
    enrolment.place_id = place_id


def end_enrolment(session: Session, cohort_id: int, person_id: int, by: int | None, now: datetime) -> None:
    """She has left the batch. Raises `Rejected("not-enrolled")`."""
    enrolment = queries.enrolment_of(session, cohort_id, person_id)
    if enrolment is None or enrolment.state != State.ENROLLED:
        raise Rejected("not-enrolled", _("She is not in this batch."))
    enrolment.state, enrolment.since, enrolment.by = State.LEFT, now, by


def teach(session: Session, cohort_id: int, person_id: int, role: Role, now: datetime) -> None:
    """She leads this batch from now on, with the same rights as its other trainers.

    Raises `Rejected`: needs-password, learns-here, no-trainer; `NotFound` for somebody of another organisation.
    """
    cohort, person = session.get(Cohort, cohort_id), session.get(Person, person_id)
    if cohort is None or person is None or person.organisation_id != cohort.organisation_id:
        raise NotFound
    if role not in TRAINERS:
        raise Rejected("no-trainer", _("A batch is led by master trainers and ILO trainers."))
    demand_password(session, person)
    match queries.standing(session, cohort_id, person_id):
        case queries.Standing.TRAINER:
            return
        case None:
            session.add(Teaching(cohort_id=cohort_id, person_id=person_id, role=role, since=now))
        case _:
            raise Rejected("learns-here", _("She learns in this batch. End that first."))


def stop_teaching(session: Session, cohort_id: int, person_id: int) -> None:
    """She no longer leads this batch. Raises `Rejected("last-trainer")` for the only one: somebody must be able to."""
    if [trainer.id for trainer in queries.trainers(session, cohort_id)] == [person_id]:
        raise Rejected("last-trainer", _("She is the only trainer of this batch. Add another one first."))
    session.execute(delete(Teaching).where(Teaching.cohort_id == cohort_id, Teaching.person_id == person_id))


def set_day(
    session: Session, cohort_id: int, course: str, day: int, starts_at: datetime, link: str = ""
) -> TimetableEntry:
    """This day of the course begins then; a day that was set before is moved. Raises as `meeting_link` does."""
    entry = session.scalar(
        select(TimetableEntry).where(
            TimetableEntry.cohort_id == cohort_id, TimetableEntry.course == course, TimetableEntry.day == day
        )
    )
    if entry is None:
        entry = TimetableEntry(cohort_id=cohort_id, course=course, day=day, link="")
        session.add(entry)
    entry.starts_at = starts_at
    entry.link = meeting_link(link) or entry.link
    session.flush()
    return entry


def set_days(
    session: Session,
    cohort_id: int,
    course: str,
    days: Sequence[int],
    first: datetime,
    *,
    rest: frozenset[int] = SUNDAY,
) -> None:
    """These days of the course follow each other from `first` on, at its time of day, weekdays in `rest` left out.

    `first` is in the cohort's time zone, so that ten o'clock stays ten o'clock when a clock is changed.
    """
    at = first
    for day in sorted(days):
        while at.weekday() in rest and day != min(days):
            at += timedelta(days=1)
        set_day(session, cohort_id, course, day, at)
        at += timedelta(days=1)


def move_day(session: Session, cohort_id: int, entry_id: int, starts_at: datetime) -> None:
    """This one day begins then."""
    entry = queries.entry_in(session, cohort_id, entry_id)
    if entry is None:
        raise NotFound
    entry.starts_at = starts_at


def set_link(session: Session, cohort_id: int, entry_id: int, link: str) -> None:
    """Where the voices meet on that day; an empty link means nowhere. Raises as `meeting_link` does."""
    entry = queries.entry_in(session, cohort_id, entry_id)
    if entry is None:
        raise NotFound
    entry.link = meeting_link(link)


def allow_guests(session: Session, cohort_id: int, *, allowed: bool) -> None:
    """Whether one may ask to be let in by code and name; who waits already goes on waiting."""
    session.get_one(Cohort, cohort_id).allows_guests = allowed


def _title(text: str) -> str:
    title = " ".join(text.split())
    if not title or len(title) > LONGEST_NAME or not title.isprintable():
        raise Rejected("name-unclear", _("Please write a name of at most 80 letters."))
    return title
