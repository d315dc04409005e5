"""The guard before every page: who is signed in, and whether the table of roles lets them in.

The rules of this file
- A route says `@allows("verb")` or `@public` directly above its function; one that says nothing is closed to everybody.
- `@allows("see-cohort", of="cohort")` checks the verb for the cohort named by the argument `cohort` of the address.
  How such an argument leads to a scope is told by the package that knows (`scope_finders(app)["cohort"] = …`).
- A stranger is asked to sign in; who is signed in and may not, finds nothing here (404), as if there were nothing.
- What `app.web` and the static folder serve has no word of the domain and is open.
"""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar, cast

from flask import Flask, current_app, g, redirect, request, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from app.db import Database
from app.errors import NotFound, Rejected
from app.people.rules import VERBS, Grant, Scope
from app.people.signin import current_person, sign_in_id

View = TypeVar("View", bound=Callable[..., Any])
ScopeFinder = Callable[[Session, Any], Scope | None]

_MARK = "open_to"


class Access:
    """What a route says about itself: public, or a verb and the argument it is about."""

    def __init__(self, verb: str | None, of: str | None) -> None:
        self.verb = verb
        self.of = of


def public(view: View) -> View:
    """Anybody may see this, signed in or not."""
    setattr(view, _MARK, Access(None, None))
    return view


def allows(verb: str, of: str | None = None) -> Callable[[View], View]:
    """Only whoever the table gives this verb, in the scope that the argument `of` leads to."""
    if verb not in VERBS:
        raise ValueError(f"no role knows the verb {verb!r}; write it into app/people/rules.py")

    def mark(view: View) -> View:
        setattr(view, _MARK, Access(verb, of))
        return view

    return mark


def access_of(app: Flask, endpoint: str) -> Access | None:
    """What the route says about itself; None: nothing, so it is closed."""
    view = app.view_functions[endpoint]
    if endpoint == "static" or endpoint.endswith(".static") or view.__module__.startswith("app.web."):
        return Access(None, None)
    return cast("Access | None", getattr(view, _MARK, None))


def scope_finders(app: Flask) -> dict[str, ScopeFinder]:
    """Argument of an address -> how to find its scope; each package adds its own."""
    return cast(dict[str, ScopeFinder], app.extensions["scope_finders"])


def grant_sources(app: Flask) -> list[Callable[[Session, int], Iterable[Grant]]]:
    """Where grants come from; `app.cohorts` adds enrolment and teaching."""
    return cast("list[Callable[[Session, int], Iterable[Grant]]]", app.extensions["grant_sources"])


def guard() -> Response | None:
    """Before each request: None lets it pass."""
    if request.endpoint is None:
        return None  # no such address, or not by this method: Flask says so
    access = access_of(current_app, request.endpoint)
    if access is None:
        raise NotFound
    if access.verb is None:
        return None
    person = current_person()
    if person is None:
        return _ask_to_sign_in()
    sign_in_id()  # settled now, in an answer with cookies: a socket of this phone can only read it
    if not person.may(access.verb, _scope(access.of)):
        raise NotFound
    return None


def keep_private(response: Response) -> Response:
    """After each request of pages that hold names and numbers: on a shared phone, Back shows nothing of them."""
    if current_person() is not None:
        response.headers["Cache-Control"] = "no-store"
    return response


def _scope(of: str | None) -> Scope | None:
    if of is None:
        return None
    database: Database = current_app.extensions["database"]
    value = (request.view_args or {})[of]
    with database.read() as session:
        scope = scope_finders(current_app)[of](session, value)
    if scope is None:
        raise NotFound
    g.scope = scope
    return scope


def _ask_to_sign_in() -> Response:
    wants_data = request.accept_mimetypes["application/json"] > request.accept_mimetypes["text/html"]
    if request.method not in {"GET", "HEAD"} or wants_data:
        raise Rejected("sign-in", "Please sign in again. What you wrote stays on your phone.")
    target = request.full_path.removesuffix("?")
    return redirect(url_for("login.phone", next=target))
