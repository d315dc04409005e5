"""The pages at the door: phone and PIN, name and PIN, password, the slip's QR, and the way out.

The rules of this file
- A page that says no says it in its place and keeps what was typed, the PIN and the password excepted.
- Opening a slip's address signs nobody in: a messenger that draws previews opens it too. A tap does.
"""

from typing import Literal

from flask import Blueprint, current_app, make_response, redirect, render_template, request
from pydantic import BaseModel, Field
from werkzeug.wrappers import Response

from app import clock
from app.db import Database
from app.errors import NotFound, Rejected
from app.people import door, queries
from app.people.access import public
from app.people.keys import keys
from app.people.signin import current_person, enter, keep_names, leave, names_here
from app.people.tables import Person
from app.web.forms import Chosen, filled, safe_path

REFUSED = 422  # the form was understood, what is in it does not fit
NOT_GOOD = 404  # an unknown slip and a revoked one look the same

pages = Blueprint("login", __name__)


class PhoneForm(BaseModel):
    phone: str = Field("", max_length=40)
    pin: str = Field("", max_length=20)
    who: Chosen = None
    shared: bool = False
    next: str = Field("", max_length=500)


class TrainerForm(BaseModel):
    login_name: str = Field("", max_length=60)
    password: str = Field("", max_length=300)
    shared: bool = False
    next: str = Field("", max_length=500)


class LeaveForm(BaseModel):
    forget: Literal["yes", ""] = ""
    next: str = Field("", max_length=500)


def database() -> Database:
    found: Database = current_app.extensions["database"]
    return found


@pages.get("/login")
@public
def phone() -> str | Response:
    """Phone number and PIN; or, on a phone that knows her, only the PIN."""
    if current_person() is not None and not {"again", "who"} & set(request.args):
        return redirect(safe_path(request.args.get("next")))
    asked = request.args.get("who", type=int)
    return _phone_page(PhoneForm(next=request.args.get("next", "")[:500], who=asked))


@pages.post("/login")
@public
def come_in() -> str | Response | tuple[str, int]:
    form = filled(PhoneForm)
    known = form.who if form.who in names_here(request.cookies) else None

    try:
        if known is not None:
            person = door.log_in_again(database(), keys(), known, form.pin, clock.now())
        else:
            person = door.log_in(database(), keys(), form.phone, form.pin, clock.now())
    except Rejected as refusal:
        return _phone_page(form, refusal), REFUSED
    return _let_in(person, is_shared=form.shared, target=safe_path(form.next))


@pages.get("/login/trainer")
@public
def trainer() -> str | Response:
    """Login name and password."""
    if current_person() is not None and "again" not in request.args:
        return redirect(safe_path(request.args.get("next")))
    return _trainer_page(TrainerForm(next=request.args.get("next", "")[:500]))


@pages.post("/login/trainer")
@public
def trainer_comes_in() -> str | Response | tuple[str, int]:
    form = filled(TrainerForm)

    try:
        person = door.log_in_by_password(database(), keys(), form.login_name, form.password, clock.now())
    except Rejected as refusal:
        return _trainer_page(form, refusal), REFUSED
    enter(person, is_shared=form.shared)
    return redirect(safe_path(form.next))


@pages.post("/logout")
@public
def out() -> Response:
    """Nobody is signed in afterwards; with `forget`, this phone does not know the name any more either."""
    form = filled(LeaveForm)
    person = current_person()
    leave()
    response = redirect(safe_path(form.next))
    if person is not None and form.forget == "yes":
        keep_names(response, [id for id in names_here(request.cookies) if id != person.id])
    return response


@pages.get("/s/<token>")
@public
def slip(token: str) -> Response:
    """Whose slip this is; nobody is signed in yet."""
    person = _holder(token)
    status = 200 if person else NOT_GOOD
    page = render_template("people/slip.html", person=person, token=token, signed_in=current_person())
    return _unlisted(make_response(page, status))


@pages.post("/s/<token>")
@public
def slip_tapped(token: str) -> Response:
    person = _holder(token)
    if person is None:
        raise NotFound
    return _unlisted(_let_in(person, is_shared=filled(PhoneForm).shared, target="/"))


def _holder(token: str) -> Person | None:
    with database().read() as session:
        return queries.person_of_slip(session, token)


def _unlisted(response: Response) -> Response:
    # the token is in the address: no cache keeps it, and no other page is told where somebody came from
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _let_in(person: Person, *, is_shared: bool, target: str) -> Response:
    """Signed in by PIN or slip; unless the phone is somebody else's, it knows her name from now on."""
    enter(person, is_shared=is_shared)
    response = redirect(target)
    return response if is_shared else keep_names(response, [person.id, *names_here(request.cookies)])


def _phone_page(form: PhoneForm, refusal: Rejected | None = None) -> str:
    with database().read() as session:
        known = queries.people_named(session, names_here(request.cookies))
    names = [known[id] for id in names_here(request.cookies) if id in known]
    chosen = next((person for person in names if person.id == form.who), None)
    return render_template("people/login.html", form=form, refusal=refusal, names=names, chosen=chosen)


def _trainer_page(form: TrainerForm, refusal: Rejected | None = None) -> str:
    return render_template("people/trainer.html", form=form, refusal=refusal)
