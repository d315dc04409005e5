"""Guests: come by code and name, let in by a trainer, and perhaps the person she has been all along.

The rules of this file
- A guest who has not been let in sees that she waits, and nothing of the batch: no names, no questions, no count.
- Only so many wait at once, so that a stranger with the code cannot flood the trainer's list.
- Turning somebody away leaves nothing of her.
"""

from datetime import datetime

from flask_babel import gettext as _
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.cohorts import queries
from app.cohorts.actions import enrol
from app.cohorts.tables import Cohort, Enrolment, State
from app.errors import NotFound, Rejected
from app.people.actions import create_person, join_guest_to
from app.people.phones import PhoneBook
from app.people.tables import Credential, Person

MOST_WAITING = 60  # two batches' worth of people at one door


def join_as_guest(
    session: Session, phones: PhoneBook, cohort_id: int, name: str, now: datetime, once: str | None = None
) -> int:
    """A new person of this name waits to be let in; her id. The same form sent twice (`once`) makes one person.

    Raises `Rejected`: no-guests, full-house, name-unclear.
    """
    if once is not None:
        first = session.scalar(select(Enrolment).where(Enrolment.once == once, Enrolment.cohort_id == cohort_id))
        if first is not None:
            return first.person_id
    cohort = _open_cohort(session, cohort_id)
    person = create_person(session, phones, cohort.organisation_id, name, None, now)
    session.add(Enrolment(cohort_id=cohort_id, person_id=person.id, state=State.WAITING, since=now, once=once))
    session.flush()
    return person.id


def ask_to_join(session: Session, cohort_id: int, person_id: int, now: datetime) -> None:
    """Somebody who is signed in waits to be let in; who is in the batch, or waits already, goes on as she is.

    Raises `Rejected`: no-guests, full-house; `NotFound` for somebody of another organisation.
    """
    if queries.standing(session, cohort_id, person_id) is not None:
        return
    cohort = _open_cohort(session, cohort_id)
    if session.get_one(Person, person_id).organisation_id != cohort.organisation_id:
        raise NotFound
    enrolment = queries.enrolment_of(session, cohort_id, person_id)
    if enrolment is None:
        enrolment = Enrolment(cohort_id=cohort_id, person_id=person_id)
        session.add(enrolment)
    enrolment.state, enrolment.since = State.WAITING, now


def admit_guest(session: Session, cohort_id: int, person_id: int, by: int | None, now: datetime) -> None:
    """She is in the batch. Raises `Rejected("not-waiting")`: somebody let her in already, or turned her away."""
    _waiting(session, cohort_id, person_id)
    enrol(session, cohort_id, person_id, by, now)


def turn_away(session: Session, cohort_id: int, person_id: int) -> None:
    """She no longer waits; a guest who was nobody else is forgotten altogether. Raises `Rejected("not-waiting")`."""
    session.delete(_waiting(session, cohort_id, person_id))
    session.flush()
    person = session.get_one(Person, person_id)
    is_known = person.phone_hash is not None or session.get(Credential, person_id) is not None
    others = session.scalar(select(func.count()).select_from(Enrolment).where(Enrolment.person_id == person_id))
    if not is_known and not others:
        session.delete(person)


def merge_guest(session: Session, cohort_id: int, guest_id: int, person_id: int) -> None:
    """The guest is this trainee of the batch: her phone goes on as the trainee, her place as a guest is gone.

    Raises `Rejected("not-a-guest")`; `NotFound` unless both belong to this batch.
    """
    place = queries.enrolment_of(session, cohort_id, guest_id)
    if place is None or queries.standing(session, cohort_id, person_id) is not queries.Standing.TRAINEE:
        raise NotFound
    join_guest_to(session, session.get_one(Person, guest_id), session.get_one(Person, person_id))
    session.delete(place)


def _open_cohort(session: Session, cohort_id: int) -> Cohort:
    cohort = session.get(Cohort, cohort_id)
    if cohort is None:
        raise NotFound
    if not cohort.allows_guests:
        raise Rejected("no-guests", _("This batch takes no guests. Ask your trainer for a slip with your PIN."))
    if len(queries.guests_waiting(session, cohort_id)) >= MOST_WAITING:
        raise Rejected("full-house", _("Too many people are waiting at this door. Tell your trainer."))
    return cohort


def _waiting(session: Session, cohort_id: int, person_id: int) -> Enrolment:
    enrolment = queries.enrolment_of(session, cohort_id, person_id)
    if enrolment is None or enrolment.state != State.WAITING:
        raise Rejected("not-waiting", _("She is not waiting any more. Another trainer was quicker."))
    return enrolment
