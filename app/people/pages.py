"""My own page: my name, my PIN or password, and signing out."""

from flask import Blueprint, flash, redirect, render_template, request
from flask_babel import gettext as _
from pydantic import BaseModel, Field
from werkzeug.wrappers import Response

from app import clock
from app.errors import Rejected
from app.people import actions, door, pins, queries
from app.people.access import allows, keep_private
from app.people.keys import keys
from app.people.login import REFUSED, database
from app.people.signin import enter, is_shared_phone, keep_names, names_here, signed_in, tell_left
from app.people.tables import Credential, Person
from app.web.forms import filled

pages = Blueprint("people", __name__)
pages.after_request(keep_private)


class PinForm(BaseModel):
    now: str = Field("", max_length=20)
    phone: str = Field("", max_length=40)
    pin: str = Field("", max_length=20)


class PasswordForm(BaseModel):
    now: str = Field("", max_length=300)
    password: str = Field("", max_length=300)


@pages.get("/me")
@allows("come-in")
def me() -> str:
    return _page()


@pages.post("/me/pin")
@allows("come-in")
def new_pin() -> Response | tuple[str, int]:
    """A PIN of her own choice. Who has one already shows that she knows it; a guest gives her number with the first."""
    form = filled(PinForm)
    me = signed_in()
    try:
        if _credential(me.id) is not None:
            door.log_in_again(database(), keys(), me.id, form.now, clock.now())
        pins.set_pin(database(), keys(), me.id, form.phone or None, form.pin, clock.now())
    except Rejected as refusal:
        return _page(refusal), REFUSED
    return _stay(_("Your new PIN counts from now on. Write it on your slip."))


@pages.post("/me/password")
@allows("come-in")
def new_password() -> Response | tuple[str, int]:
    form = filled(PasswordForm)
    me = signed_in()
    credential = _credential(me.id)
    try:
        if credential is None or credential.login_name is None:
            raise Rejected("no-password", _("You come in by PIN, so there is no password to change."))
        door.log_in_by_password(database(), keys(), credential.login_name, form.now, clock.now())
        actions.set_password(database(), keys(), me.id, credential.login_name, form.password, me.id, clock.now())
    except Rejected as refusal:
        return _page(refusal), REFUSED
    return _stay(_("Your new password counts from now on."))


def _stay(said: str) -> Response:
    """Every phone of hers is signed out by the new secret, this one comes in again at once."""
    me = signed_in().id
    with database().read() as session:
        person = session.get_one(Person, me)
        comes_by_pin = session.get_one(Credential, me).login_name is None
    is_shared = is_shared_phone()
    tell_left(me)
    enter(person, is_shared=is_shared)
    flash(said)
    response = redirect("/me")
    if is_shared or not comes_by_pin:
        return response
    return keep_names(response, [me, *names_here(request.cookies)])


def _page(refusal: Rejected | None = None) -> str:
    me = signed_in()
    with database().read() as session:
        person = session.get_one(Person, me.id)
        credential = session.get(Credential, me.id)
        organisation = queries.organisation_of(session, me.organisation)
    return render_template(
        "people/me.html",
        person=person,
        credential=credential,
        organisation=organisation,
        phone=queries.phone_shown(keys().phones, person),
        is_shared=is_shared_phone(),
        refusal=refusal,
    )


def _credential(person_id: int) -> Credential | None:
    with database().read() as session:
        return session.get(Credential, person_id)
