"""What pages, meetings and other packages ask about people.

The rules of this file
- Everything is asked inside one organisation or about one known person; nothing lists people across organisations.
- A phone number leaves this file only opened by `phone_shown`, for pages that trainers see.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.people.codes import token_hash
from app.people.phones import PhoneBook
from app.people.rules import Grant, Role
from app.people.tables import Credential, Organisation, Person, RoleGrant, Slip


def person_here_now(session: Session, person_id: int) -> Person | None:
    """The person; for a guest who was joined to somebody, that somebody."""
    person = session.get(Person, person_id)
    return session.get(Person, person.merged_into) if person is not None and person.merged_into else person


def organisation_grants(session: Session, person_id: int) -> list[Grant]:
    """The roles a person holds in whole organisations."""
    rows = session.execute(select(RoleGrant.role, RoleGrant.organisation_id).where(RoleGrant.person_id == person_id))
    return [Grant(Role(role), organisation) for role, organisation in rows]


def people_named(session: Session, person_ids: Iterable[int]) -> dict[int, Person]:
    rows = session.scalars(select(Person).where(Person.id.in_(list(person_ids))))
    return {person.id: person for person in rows}


def people_on_phone(session: Session, phone_hash: str) -> Sequence[tuple[Person, Credential | None]]:
    """Everybody who gave this number, guests that were joined to somebody left out; usually one."""
    rows = session.execute(
        select(Person, Credential)
        .outerjoin(Credential, Credential.person_id == Person.id)
        .where(Person.phone_hash == phone_hash, Person.merged_into.is_(None))
        .order_by(Person.id)
    )
    return [(person, credential) for person, credential in rows]


def credential_named(session: Session, login_name: str) -> Credential | None:
    return session.scalar(select(Credential).where(Credential.login_name == login_name.strip().lower()))


def person_of_slip(session: Session, token: str) -> Person | None:
    """Whose slip this is; None if nobody's, or revoked: the answer is the same."""
    slip = session.scalar(select(Slip).where(Slip.token_hash == token_hash(token), Slip.revoked_at.is_(None)))
    return None if slip is None else person_here_now(session, slip.person_id)


def holders_of_slips(session: Session, person_ids: Iterable[int]) -> set[int]:
    """Those of these people who have a slip that still signs them in."""
    rows = session.scalars(
        select(Slip.person_id).where(Slip.person_id.in_(list(person_ids)), Slip.revoked_at.is_(None))
    )
    return set(rows)


def credentials_of(session: Session, person_ids: Iterable[int]) -> dict[int, Credential]:
    rows = session.scalars(select(Credential).where(Credential.person_id.in_(list(person_ids))))
    return {credential.person_id: credential for credential in rows}


def organisation_of(session: Session, organisation_id: int) -> Organisation:
    return session.get_one(Organisation, organisation_id)


def merged_people(session: Session, person_ids: Iterable[int]) -> dict[int, int]:
    """Guest id -> id of the person she was joined to, for records made before that."""
    guests = session.scalars(select(Person).where(Person.id.in_(list(person_ids)), Person.merged_into.is_not(None)))
    return {guest.id: guest.merged_into for guest in guests if guest.merged_into is not None}


def phone_shown(phones: PhoneBook, person: Person) -> str | None:
    """The number in the clear, for a trainer's page or a slip; None if there is none."""
    return None if person.phone_sealed is None else phones.open(person.phone_sealed)
