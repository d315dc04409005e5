"""How people come to be known: persons, trainers, guests, roles, and the password of those who have one.

The rules of this file
- These write into the session of a caller, who decides what else belongs to the same transaction; `set_password`
  hashes, so it takes the `Database`.
- A person belongs to one organisation for good. Whoever works for two is two persons.
- A name is the name she gave: it is changed on request, never made unique.
"""

import re
from datetime import datetime

from flask_babel import gettext as _
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.db import Database
from app.errors import NotFound, Rejected
from app.people import queries
from app.people.keys import Keys
from app.people.names import lang_of, name_of
from app.people.passwords import password_of
from app.people.phones import PhoneBook, phone_of
from app.people.pins import PEOPLE_ON_ONE_PHONE, revoke_slip, set_credential
from app.people.rules import Role
from app.people.tables import Credential, Organisation, Person, RoleGrant

_LOGIN_NAME = re.compile(
    r"[a-z][a-z0-9._-]{2,39}"
)  # three to forty letters: what one types on a phone without a switch


def create_organisation(session: Session, name: str) -> Organisation:
    """The organisation of this name, made now if there was none."""
    found = session.scalar(select(Organisation).where(Organisation.name == name.strip()))
    if found is None:
        found = Organisation(name=name.strip())
        session.add(found)
        session.flush()
    return found


def create_person(
    session: Session, phones: PhoneBook, organisation: int, name: str, phone: str | None, now: datetime
) -> Person:
    """A new person with this name; with no phone she is a guest. The caller makes sure she is not known already.

    Raises `Rejected`: name-unclear, phone-unclear, phone-full.
    """
    name = name_of(name)
    person = Person(organisation_id=organisation, name=name, lang=lang_of(name), generation=1, made_at=now)
    if phone is not None:
        number = phone_of(phone)
        if len(queries.people_on_phone(session, phones.hash(number))) >= PEOPLE_ON_ONE_PHONE:
            raise Rejected("phone-full", _("Four people have this number already."))
        person.phone_hash, person.phone_sealed = phones.hash(number), phones.seal(number)
    session.add(person)
    session.flush()
    return person


def set_phone(session: Session, phones: PhoneBook, person: Person, phone: str) -> None:
    """Her number from now on. Raises `Rejected`: phone-unclear, phone-full."""
    number = phone_of(phone)
    others = [other for other, _kept in queries.people_on_phone(session, phones.hash(number)) if other.id != person.id]
    if len(others) >= PEOPLE_ON_ONE_PHONE:
        raise Rejected("phone-full", _("Four people have this number already."))
    person.phone_hash, person.phone_sealed = phones.hash(number), phones.seal(number)


def set_password(
    database: Database, keys: Keys, person_id: int, login_name: str, password: str, by: int | None, now: datetime
) -> None:
    """She comes in by this login name and password from now on, and no longer by PIN or slip.

    Raises `Rejected`: login-name-unclear, login-name-taken, password-weak.
    """
    name = login_name.strip().lower()
    if not _LOGIN_NAME.fullmatch(name):
        raise Rejected(
            "login-name-unclear", _("A login name has three letters or more, a to z, digits, dot or hyphen.")
        )
    hashed = keys.hasher.hash(password_of(password, name))
    taken = _("Somebody has this login name already. Please choose another.")

    def keep(session: Session) -> None:
        holder = queries.credential_named(session, name)
        if holder is not None and holder.person_id != person_id:
            raise Rejected("login-name-taken", taken)
        person = session.get(Person, person_id)
        if person is None:
            raise NotFound
        set_credential(session, person, name, hashed, by, now)
        revoke_slip(session, person_id, now)

    database.write(keep)


def appoint(session: Session, person: Person, role: Role, by: int | None, now: datetime) -> None:
    """She has this role in her whole organisation. Raises `Rejected("needs-password")` for one who comes in by PIN."""
    demand_password(session, person)
    held = queries.organisation_grants(session, person.id)
    if role not in {grant.role for grant in held}:
        session.add(
            RoleGrant(person_id=person.id, role=role, organisation_id=person.organisation_id, given_at=now, given_by=by)
        )


def dismiss(session: Session, person: Person, role: Role) -> None:
    """She no longer has this role in the organisation."""
    session.execute(delete(RoleGrant).where(RoleGrant.person_id == person.id, RoleGrant.role == role))


def demand_password(session: Session, person: Person) -> None:
    """Raises `Rejected("needs-password")` unless she has a login name and a password."""
    credential = session.get(Credential, person.id)
    if credential is None or credential.login_name is None:
        raise Rejected("needs-password", _("This role needs a login name and a password. Set them first."))


def create_with_password(
    database: Database,
    keys: Keys,
    organisation: int,
    name: str,
    login_name: str,
    password: str,
    by: int | None,
    now: datetime,
) -> int:
    """A new person who comes in by password; her id. Refused as `set_password` refuses, she leaves no trace."""
    person_id = database.write(lambda session: create_person(session, keys.phones, organisation, name, None, now).id)
    try:
        set_password(database, keys, person_id, login_name, password, by, now)
    except Rejected:
        database.write(lambda session: session.delete(session.get_one(Person, person_id)))
        raise
    return person_id


def create_admin(
    database: Database, keys: Keys, organisation: str, name: str, login_name: str, password: str, now: datetime
) -> int:
    """A new administrator of this organisation, which is made if need be; her id. Raises as `set_password` does."""
    home = database.write(lambda session: create_organisation(session, organisation).id)
    person_id = create_with_password(database, keys, home, name, login_name, password, None, now)
    database.write(lambda session: appoint(session, session.get_one(Person, person_id), Role.ADMINISTRATOR, None, now))
    return person_id


def join_guest_to(session: Session, guest: Person, person: Person) -> None:
    """The guest was this person all along: her phone goes on as that person, her old records point there.

    Raises `Rejected("not-a-guest")` unless the first is a guest and the second is not, both of one organisation.
    """
    is_guest = guest.phone_hash is None and session.get(Credential, guest.id) is None and guest.merged_into is None
    if not is_guest or guest.id == person.id or person.merged_into or guest.organisation_id != person.organisation_id:
        raise Rejected("not-a-guest", _("Only somebody who came by code can be joined to a person of the batch."))
    guest.merged_into = person.id
