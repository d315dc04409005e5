"""What a trainer does with the people of a batch: add, let in, join, a new PIN, correct a number, end.

The rules of this file
- Every act names cohort and person; somebody of another cohort is not found, whoever asks.
- A new PIN is shown once, in the answer to the tap that made it: it stands in no address, cookie or log.
"""

from collections.abc import Callable

from flask import Blueprint, flash, make_response, render_template
from flask_babel import gettext as _
from pydantic import BaseModel, Field
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from app import clock
from app.cohorts import actions, guests, queries
from app.cohorts.pages import REFUSED, back_to_batch, batch_page, database
from app.cohorts.queries import Standing
from app.cohorts.rooms import cohort_changed
from app.errors import NotFound, Rejected
from app.people import pins
from app.people import queries as people
from app.people.access import allows, keep_private
from app.people.actions import set_phone
from app.people.keys import keys
from app.people.signin import signed_in, tell_left
from app.people.tables import Person
from app.web.forms import Chosen, filled

pages = Blueprint("cohort_people", __name__, url_prefix="/cohorts/<int:cohort>/people")
pages.after_request(keep_private)


class PersonForm(BaseModel):
    name: str = Field("", max_length=200)
    phone: str = Field("", max_length=40)
    place: Chosen = None


class CorrectionForm(BaseModel):
    phone: str = Field("", max_length=40)
    place: Chosen = None


class MergeForm(BaseModel):
    person: int


@pages.post("")
@allows("enrol", of="cohort")
def add(cohort: int) -> Response | tuple[str, int]:
    """Somebody with a name and a number is in the batch."""
    form, by, phones = filled(PersonForm), signed_in().id, keys().phones
    try:
        database().write(
            lambda session: actions.enrol_by_phone(
                session, phones, cohort, form.name, form.phone, by, clock.now(), form.place
            )
        )
    except Rejected as refusal:
        return batch_page(cohort, refusal, form), REFUSED
    cohort_changed(cohort)
    flash(_("%(name)s is in the batch. Print a slip now, or make a PIN.", name=form.name.strip()))
    return back_to_batch(cohort, "batch-people")


@pages.post("/<int:person>/pin")
@allows("reset-pin", of="cohort")
def new_pin(cohort: int, person: int) -> Response:
    """A new PIN, on the page that answers this tap and nowhere else."""
    her = _trainee(cohort, person)
    try:
        pin = pins.reset_pin(database(), keys(), person, signed_in().id, clock.now())
    except Rejected as refusal:
        flash(_(refusal.text))
        return back_to_batch(cohort, f"person-{person}")
    tell_left(person)
    page = render_template(
        "cohorts/new_pin.html", person=her, pin=pin, cohort_id=cohort, phone=people.phone_shown(keys().phones, her)
    )
    response = make_response(page)
    response.headers["Cache-Control"] = "no-store"
    return response


@pages.post("/<int:person>/slip")
@allows("print-slips", of="cohort")
def close_slip(cohort: int, person: int) -> Response:
    """Her printed QR opens nothing any more."""
    her = _trainee(cohort, person)
    database().write(lambda session: pins.revoke_slip(session, person, clock.now()))
    flash(_("The QR on the slip of %(name)s opens nothing any more. The PIN still counts.", name=her.name))
    return back_to_batch(cohort, f"person-{person}")


@pages.post("/<int:person>")
@allows("enrol", of="cohort")
def correct(cohort: int, person: int) -> Response:
    """Her number and her block, as they are now."""
    _trainee(cohort, person)
    form, phones = filled(CorrectionForm), keys().phones

    def change(session: Session) -> None:
        her = session.get_one(Person, person)
        if form.phone.strip():
            set_phone(session, phones, her, form.phone)
        actions.set_place(session, cohort, person, form.place)

    return _done(cohort, change, _("Kept."), f"person-{person}")


@pages.post("/<int:person>/end")
@allows("enrol", of="cohort")
def end(cohort: int, person: int) -> Response:
    her, by = _trainee(cohort, person), signed_in().id
    said = _("%(name)s has left the batch. Everything written is kept.", name=her.name)
    return _done(cohort, lambda session: actions.end_enrolment(session, cohort, person, by, clock.now()), said)


@pages.post("/<int:person>/admit")
@allows("admit-guest", of="cohort")
def admit(cohort: int, person: int) -> Response:
    by, said = signed_in().id, _("Let in.")
    return _done(
        cohort, lambda session: guests.admit_guest(session, cohort, person, by, clock.now()), said, "batch-door"
    )


@pages.post("/<int:person>/turn-away")
@allows("admit-guest", of="cohort")
def turn_away(cohort: int, person: int) -> Response:
    said = _("Turned away. Nothing of that guest is kept.")
    return _done(cohort, lambda session: guests.turn_away(session, cohort, person), said, "batch-door", leaves=person)


@pages.post("/<int:person>/merge")
@allows("admit-guest", of="cohort")
def merge(cohort: int, person: int) -> Response:
    """The guest is a trainee of this batch; her phone goes on as that trainee."""
    trainee, said = filled(MergeForm).person, _("Joined. The phone goes on under the name in the list.")
    return _done(
        cohort, lambda session: guests.merge_guest(session, cohort, person, trainee), said, "batch-door", leaves=person
    )


def _done(
    cohort: int, change: Callable[[Session], object], said: str, place: str = "batch-people", leaves: int | None = None
) -> Response:
    """Do it in one transaction, say what became of it, and go back to the batch; `leaves` is nobody here any more."""
    try:
        database().write(change)
    except Rejected as refusal:
        flash(_(refusal.text))
    else:
        flash(said)
        cohort_changed(cohort)
        if leaves is not None:
            tell_left(leaves)
    return back_to_batch(cohort, place)


def _trainee(cohort: int, person: int) -> Person:
    """The person, if she learns in this cohort. Raises `NotFound`."""
    with database().read() as session:
        if queries.standing(session, cohort, person) is not Standing.TRAINEE:
            raise NotFound
        return session.get_one(Person, person)
