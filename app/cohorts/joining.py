"""Coming in by a room's code: who is known goes straight in, who is not gives her name and waits to be let in.

The rules of this file
- A code opens a waiting room, no more; and somebody who tries codes is stopped after sixty wrong ones in ten minutes.
- A finger that taps twice makes one guest: the form carries a word of its own, and the second one finds the first.
"""

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from pydantic import BaseModel, Field
from werkzeug.wrappers import Response

from app import clock
from app.cohorts import guests, queries
from app.cohorts.pages import REFUSED, database
from app.cohorts.rooms import cohort_changed, room_by_code
from app.cohorts.tables import Cohort
from app.errors import Rejected
from app.people import codes
from app.people.access import keep_private, public
from app.people.keys import keys
from app.people.signin import SignedIn, current_person, enter
from app.people.tables import Person
from app.web.forms import filled
from app.web.limits import spend

WRONG_CODES = (
    "60 per 10 minutes"  # by address: a whole class mistypes less; a program finds one of ten rooms in 17 years
)

pages = Blueprint("joining", __name__)
pages.after_request(keep_private)


class CodeForm(BaseModel):
    code: str = Field("", max_length=40)


class NameForm(BaseModel):
    name: str = Field("", max_length=200)
    once: str = Field("", max_length=60)
    shared: bool = False


@pages.get("/join")
@public
def code_page() -> str:
    return render_template("cohorts/join.html", code="", wrong=False)


@pages.post("/join")
@public
def code_typed() -> Response:
    typed = filled(CodeForm).code
    code = codes.code_of(typed)
    if code is None or room_by_code(code) is None:
        return _wrong(typed)
    return redirect(url_for("joining.door", code=code))


@pages.get("/j/<code>")
@public
def door(code: str) -> str | Response:
    """The permanent link behind a room's QR."""
    found = room_by_code(codes.code_of(code) or "")
    if found is None:
        return _wrong(code)
    meeting, cohort_id, title = found
    with database().read() as session:
        cohort = queries.cohort_named(session, cohort_id)
        person = _known_in(cohort)
        if person is not None and queries.standing(session, cohort_id, person.id) is not None:
            return redirect(f"/m/{meeting}")
    return _door_page(code, title, cohort, NameForm(once=codes.new_token()))


@pages.post("/j/<code>")
@public
def ask(code: str) -> Response | tuple[str, int]:
    found = room_by_code(codes.code_of(code) or "")
    if found is None:
        return _wrong(code)
    meeting, cohort_id, title = found
    form = filled(NameForm)
    with database().read() as session:
        cohort = queries.cohort_named(session, cohort_id)
    person = _known_in(cohort)
    try:
        if person is not None:
            database().write(lambda session: guests.ask_to_join(session, cohort_id, person.id, clock.now()))
        else:
            enter(_new_guest(cohort_id, form), is_shared=form.shared)
    except Rejected as refusal:
        return _door_page(code, title, cohort, form, refusal), REFUSED
    cohort_changed(cohort_id)
    return redirect(f"/m/{meeting}")


def _new_guest(cohort_id: int, form: NameForm) -> Person:
    once, phones = codes.token_hash(form.once) if form.once else None, keys().phones
    guest = database().write(
        lambda session: guests.join_as_guest(session, phones, cohort_id, form.name, clock.now(), once)
    )
    with database().read() as session:
        return session.get_one(Person, guest)


def _known_in(cohort: Cohort) -> SignedIn | None:
    """Who is signed in, if she is of the cohort's organisation; anybody else may come as a guest of a new name."""
    person = current_person()
    return person if person is not None and person.organisation == cohort.organisation_id else None


def _door_page(code: str, title: str, cohort: Cohort, form: NameForm, refusal: Rejected | None = None) -> str:
    known = _known_in(cohort)
    return render_template(
        "cohorts/door.html",
        code=codes.code_of(code),
        title=title,
        cohort=cohort,
        person=known,
        stranger=None if known else current_person(),
        form=form,
        refusal=refusal,
    )


def _wrong(typed: str) -> Response:
    spend(WRONG_CODES, "wrong-code", request.remote_addr or "")
    return make_response(render_template("cohorts/join.html", code=typed[:40], wrong=True), 404)
