"""PINs and slips: given by a trainer on paper, or chosen by the person herself.

The rules of this file
- A PIN and a slip's token leave these functions once, in the clear, and are kept only hashed.
- A new PIN ends everything the old one opened: other phones are signed out, the old slip opens nothing.
- Who comes in by password gets no PIN: a reset would be a way into her rights.
- Hashing happens outside the transaction: it takes 40 ms a PIN, and everybody else's writes would wait.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from flask_babel import gettext as _
from sqlalchemy import or_, update
from sqlalchemy.orm import Session

from app.db import Database
from app.errors import NotFound, Rejected
from app.people import codes, queries
from app.people.keys import Keys
from app.people.phones import phone_of
from app.people.tables import Credential, Person, Slip
from app.people.waits import account_of_phone, count_try, forget_tries, must_wait

PEOPLE_ON_ONE_PHONE = 4  # a household; each more makes every try at the door cost one more hash


@dataclass(frozen=True, slots=True)
class NewSlip:
    """What is printed once and never shown again."""

    person: int
    pin: str = field(repr=False)
    token: str = field(repr=False)


def reset_pin(database: Database, keys: Keys, person_id: int, by: int | None, now: datetime) -> str:
    """Gives her a new PIN, signs her out everywhere and ends her waiting; returns the PIN, to be shown once.

    Raises `Rejected`: comes-by-password (a trainer's rights are not to be had by a PIN), no-phone (a guest).
    """
    return _new_pins(database, keys, [person_id], by, now, slips=False)[0].pin


def issue_slips(
    database: Database, keys: Keys, person_ids: Sequence[int], by: int | None, now: datetime
) -> list[NewSlip]:
    """New PINs and new QR tokens for these people; what they had no longer signs in. Raises as `reset_pin` does."""
    return _new_pins(database, keys, person_ids, by, now, slips=True)


def _new_pins(
    database: Database, keys: Keys, person_ids: Sequence[int], by: int | None, now: datetime, *, slips: bool
) -> list[NewSlip]:
    with database.read() as session:
        people = queries.people_named(session, person_ids)
        for person_id in person_ids:
            _may_have_pin(session, people.get(person_id))
        sharing = {id: _others_on_phone(session, person) for id, person in people.items()}
    pins: dict[int, str] = {}
    for id in person_ids:
        pins[id] = _unlike(keys, sharing[id], taken=set(pins.values()))
    hashed = {id: keys.hasher.hash(pin) for id, pin in pins.items()}
    made = [NewSlip(id, pins[id], codes.new_token() if slips else "") for id in person_ids]

    def keep(session: Session) -> None:
        for new in made:
            person = session.get_one(Person, new.person)
            set_credential(session, person, None, hashed[new.person], by, now)
            forget_tries(session, account_of_phone(keys.phones, person.phone_hash or ""))
            revoke_slip(session, new.person, now)
            if slips:
                session.add(Slip(person_id=new.person, token_hash=codes.token_hash(new.token), made_at=now, made_by=by))

    database.write(keep)
    return made


def _may_have_pin(session: Session, person: Person | None) -> None:
    if person is None:
        raise NotFound
    if person.phone_hash is None:
        raise Rejected("no-phone", _("A PIN goes with a phone number. Write down the number first."))
    credential = session.get(Credential, person.id)
    if credential is not None and credential.login_name is not None:
        raise Rejected("comes-by-password", _("Trainers come in by password, not by PIN."))


def _others_on_phone(session: Session, person: Person) -> list[str]:
    holders = queries.people_on_phone(session, person.phone_hash) if person.phone_hash else []
    return [credential.hash for other, credential in holders if credential and other.id != person.id]


def _unlike(keys: Keys, others: Sequence[str], taken: set[str]) -> str:
    """A PIN that nobody else on this phone has, and nobody else on this sheet of slips."""
    while True:
        pin = codes.new_pin()
        if pin not in taken and not any(keys.hasher.verify(other, pin) for other in others):
            return pin


def set_credential(
    session: Session, person: Person, login_name: str | None, hash: str, by: int | None, now: datetime
) -> None:
    """This proves from now on that it is she; every phone that was signed in as her, by any way, is signed out."""
    session.merge(Credential(person_id=person.id, login_name=login_name, hash=hash, set_at=now, set_by=by))
    session.execute(
        update(Person)
        .where(or_(Person.id == person.id, Person.merged_into == person.id))
        .values(generation=Person.generation + 1)
    )


def revoke_slip(session: Session, person_id: int, now: datetime) -> None:
    """Her printed QR no longer signs anybody in; the PIN on the same slip still does."""
    session.execute(update(Slip).where(Slip.person_id == person_id, Slip.revoked_at.is_(None)).values(revoked_at=now))


def set_pin(database: Database, keys: Keys, person_id: int, phone: str | None, pin: str, now: datetime) -> None:
    """She has this PIN from now on; a guest gives a phone number with it and can then come in by both.

    Raises `Rejected`: pin-unclear, pin-easy, phone-unclear, no-phone, phone-full, comes-by-password, wait.
    """
    digits = codes.pin_of(pin)
    with database.read() as session:
        person = session.get(Person, person_id)
        if person is None:
            raise NotFound
        number = phone_of(phone) if phone is not None and person.phone_hash is None else None
        number_hash = keys.phones.hash(number) if number else person.phone_hash
        if number_hash is None:
            raise Rejected("no-phone", _("A PIN goes with a phone number. Write down the number first."))
        credential = session.get(Credential, person_id)
        if credential is not None and credential.login_name is not None:
            raise Rejected("comes-by-password", _("Trainers come in by password, not by PIN."))
        holders = [
            (other, kept) for other, kept in queries.people_on_phone(session, number_hash) if other.id != person_id
        ]
    if len(holders) >= PEOPLE_ON_ONE_PHONE:
        raise Rejected("phone-full", _("Four people have this number already. Please ask your trainer."))
    _not_guessable(database, keys, number_hash, [kept.hash for _other, kept in holders if kept], digits, now)
    hashed = keys.hasher.hash(digits)

    def keep(session: Session) -> None:
        person = session.get_one(Person, person_id)
        if number is not None:
            person.phone_hash, person.phone_sealed = keys.phones.hash(number), keys.phones.seal(number)
        set_credential(session, person, None, hashed, person_id, now)

    database.write(keep)


def _not_guessable(
    database: Database, keys: Keys, number_hash: str, others: Sequence[str], pin: str, now: datetime
) -> None:
    """Refuse an easy PIN, and in the same words one that somebody else on this phone has.

    Else this would be a second door to try her PIN at: so it counts as a try at the first one, too.
    """
    if others:
        account = account_of_phone(keys.phones, number_hash)
        left = database.write(lambda session: count_try(session, account, now))
        if left > timedelta():
            raise must_wait(left)
    fits = [keys.hasher.verify(other, pin) for other in others]  # all of them, easy PIN or not: the time says nothing
    if codes.is_easy(pin) or any(fits):
        raise Rejected("pin-easy", _("That PIN is too easy to guess. Please choose another."))
