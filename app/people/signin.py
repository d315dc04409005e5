"""Who is signed in on this phone: the cookies, the quick switch, leaving.

The rules of this file
- The sign-in cookie names person and generation; a new PIN counts the generation up, and every older cookie is void.
- Own phone: the phone stays known for the four months a course and its follow-up take. Somebody else's phone: the
  browser's session only, and never longer than a training day.
- A phone may know several persons. Their names stand on the sign-in page, each still needs her PIN.
- Leaving tells `on_logout`: a socket would keep its person otherwise.
"""

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import cast

import flask_login
from flask import Flask, current_app, session
from itsdangerous import BadSignature, URLSafeSerializer
from werkzeug.wrappers import Response

from app import clock
from app.db import Database
from app.people import queries
from app.people.rules import Grant, Role, Scope, may
from app.people.tables import Person

KNOWN_FOR = timedelta(days=130)  # seven days of course, three months of visits, some weeks between
SHARED_FOR = timedelta(hours=5)  # a training day has three hours; with lobby and breaks it never takes five
NAMES_COOKIE = "koottam-names"
NAMES_KEPT = 4  # as many people as may share a number
SHARED_KEY, SIGN_IN_KEY = "shared_until", "sign_in"

Leaving = Callable[[int, "str | None"], object]


@dataclass(frozen=True, slots=True)
class SignedIn:
    """The person behind this request, with all her grants. The first four members are what Flask-Login asks for."""

    id: int
    name: str
    lang: str
    organisation: int
    generation: int
    grants: tuple[Grant, ...] = ()
    cookie_id: str = field(default="", repr=False)
    is_authenticated: bool = True
    is_active: bool = True
    is_anonymous: bool = False

    def get_id(self) -> str:
        return self.cookie_id

    def may(self, verb: str, scope: Scope | None = None) -> bool:
        return may(self.grants, verb, scope)

    def is_any(self, *roles: Role) -> bool:
        return any(grant.role in roles for grant in self.grants)


def init_app(app: Flask) -> None:
    manager = flask_login.LoginManager(app)
    # Phones change their address with every mast, and browsers update overnight: neither signs anybody out.
    manager.session_protection = None
    manager.user_loader(person_behind)
    app.config["REMEMBER_COOKIE_DURATION"] = KNOWN_FOR
    app.extensions["on_logout"] = []


def current_person() -> SignedIn | None:
    """Who is signed in on this request, or None."""
    user = flask_login.current_user
    return cast(SignedIn, user._get_current_object()) if user.is_authenticated else None


def signed_in() -> SignedIn:
    """Who is signed in, on a route that lets nobody else pass."""
    person = current_person()
    if person is None:
        raise LookupError("this route is public: nobody need be signed in here")
    return person


def person_behind(cookie_id: str) -> SignedIn | None:
    """The person a sign-in cookie names; None when it is void."""
    person_id, _dot, generation = cookie_id.partition(".")
    if not (person_id.isdecimal() and generation.isdecimal()) or _is_over():
        return None
    database: Database = current_app.extensions["database"]
    with database.read() as db:
        holder = db.get(Person, int(person_id))
        person = queries.person_here_now(db, int(person_id))
        if holder is None or person is None or holder.generation != int(generation):
            return None
        grants = tuple(grant for source in current_app.extensions["grant_sources"] for grant in source(db, person.id))
    return SignedIn(
        person.id, person.name, person.lang, person.organisation_id, person.generation, grants, cookie_id=cookie_id
    )


def _is_over() -> bool:
    until = session.get(SHARED_KEY)
    return until is not None and datetime.fromisoformat(until) <= clock.now()


def enter(person: Person, *, is_shared: bool) -> None:
    """From this answer on, the phone is this person's. Nothing of who was there before is left in the session."""
    leave()
    cookie_id = f"{person.id}.{person.generation}"
    user = SignedIn(person.id, person.name, person.lang, person.organisation_id, person.generation, cookie_id=cookie_id)
    session[SIGN_IN_KEY] = secrets.token_hex(8)  # names this sign-in, so that leaving here ends no other phone's socket
    if is_shared:
        session[SHARED_KEY] = (clock.now() + SHARED_FOR).isoformat()
    flask_login.login_user(user, remember=not is_shared)


def leave() -> None:
    """Nobody is signed in on this phone any more, and its sockets are told."""
    person = current_person()
    if person is not None:
        tell_left(person.id, session.get(SIGN_IN_KEY))
    flask_login.logout_user()
    remember = session.get("_remember")  # asks Flask-Login to clear its cookie; it must outlive the clearing
    session.clear()
    if remember:
        session["_remember"] = remember


def tell_left(person_id: int, sign_in: str | None = None) -> None:
    """Call everybody who registered in `app.extensions["on_logout"]`; without `sign_in` all her phones are meant."""
    listeners: list[Leaving] = current_app.extensions["on_logout"]
    for listener in listeners:
        listener(person_id, sign_in)


def sign_in_id() -> str:
    """The name of this phone's sign-in: what `on_logout` will say. Made now for a phone that was only remembered."""
    return cast(str, session.setdefault(SIGN_IN_KEY, secrets.token_hex(8)))


def is_shared_phone() -> bool:
    return SHARED_KEY in session


# ---- the names a phone knows ----


def names_here(cookies: Mapping[str, str]) -> Sequence[int]:
    """The persons who said that this phone is theirs, the last one first."""
    try:
        ids = _serializer().loads(cookies.get(NAMES_COOKIE, ""))
    except BadSignature:
        return []
    return [id for id in ids if isinstance(id, int)][:NAMES_KEPT]


def keep_names(response: Response, person_ids: Sequence[int]) -> Response:
    """Let the phone know these persons, the first one last seen; with nobody left the cookie goes."""
    if not person_ids:
        response.delete_cookie(NAMES_COOKIE)
        return response
    response.set_cookie(
        NAMES_COOKIE,
        _serializer().dumps(list(dict.fromkeys(person_ids))[:NAMES_KEPT]),
        max_age=KNOWN_FOR,
        httponly=True,
        samesite="Lax",
        secure=bool(current_app.config["SESSION_COOKIE_SECURE"]),
    )
    return response


def _serializer() -> URLSafeSerializer:
    return URLSafeSerializer(cast(str, current_app.config["SECRET_KEY"]), salt="names on this phone")
