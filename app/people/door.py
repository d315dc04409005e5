"""The door: a phone number and a PIN, a known name and a PIN, or a login name and a password.

The rules of this file
- Whoever is refused hears one sentence, whatever the reason: no number and no name is confirmed to a stranger.
- Each try is counted before it is looked at (`waits.py`); one that fits ends the counting.
- If two people share a phone, the PIN tells them apart; should it ever fit both, it opens for neither.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from flask_babel import gettext as _

from app.db import Database
from app.errors import Rejected
from app.people import codes, queries
from app.people.keys import Keys
from app.people.phones import phone_of
from app.people.tables import Credential, Person
from app.people.waits import account_of_name, account_of_phone, count_try, forget_tries, must_wait


def log_in(database: Database, keys: Keys, phone: str, pin: str, now: datetime) -> Person:
    """The person this number and PIN belong to. Raises `Rejected`: phone-unclear, pin-unclear, no-fit, wait."""
    number = keys.phones.hash(phone_of(phone))
    with database.read() as session:
        holders = _with_pin(queries.people_on_phone(session, number))
    no_fit = _("This number and this PIN do not fit together. Look at your slip once more, or ask for a new PIN.")
    return _open(database, keys, account_of_phone(keys.phones, number), holders, codes.pin_of(pin), now, no_fit)


def log_in_again(database: Database, keys: Keys, person_id: int, pin: str, now: datetime) -> Person:
    """The same for somebody whose name this phone knows: the number need not be typed. Raises as `log_in` does."""
    with database.read() as session:
        person = queries.person_here_now(session, person_id)
        credentials = queries.credentials_of(session, [person.id] if person else [])
    holders = _with_pin([(person, credentials.get(person.id))] if person else [])
    number = person.phone_hash if person else None
    account = account_of_phone(keys.phones, number or f"person {person_id}")
    no_fit = _("This PIN does not fit. Look at your slip once more, or ask for a new PIN.")
    return _open(database, keys, account, holders, codes.pin_of(pin), now, no_fit)


def log_in_by_password(database: Database, keys: Keys, login_name: str, password: str, now: datetime) -> Person:
    """The trainer with this login name and password. Raises `Rejected`: no-fit, wait."""
    with database.read() as session:
        credential = queries.credential_named(session, login_name)
        person = session.get(Person, credential.person_id) if credential else None
    holders = [(person, credential)] if person and credential else []
    account = account_of_name(keys.phones, login_name)
    no_fit = _("This login name and this password do not fit together. Look at both once more.")
    return _open(database, keys, account, holders, password, now, no_fit)


def _with_pin(holders: Sequence[tuple[Person, Credential | None]]) -> list[tuple[Person, Credential]]:
    return [(person, kept) for person, kept in holders if kept is not None and kept.login_name is None]


def _open(
    database: Database,
    keys: Keys,
    account: str,
    holders: Sequence[tuple[Person, Credential]],
    secret: str,
    now: datetime,
    no_fit: str,
) -> Person:
    """Who of the holders has this secret; exactly one, or nobody."""
    left = database.write(lambda session: count_try(session, account, now))
    if left > timedelta():
        raise must_wait(left)
    fitting = [person for person, credential in holders if keys.hasher.verify(credential.hash, secret)]
    if not holders:
        keys.hasher.verify(None, secret)
    if len(fitting) != 1:
        raise Rejected("no-fit", no_fit)
    database.write(lambda session: forget_tries(session, account))
    return fitting[0]
