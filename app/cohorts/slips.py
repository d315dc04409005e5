"""Slips on paper: name, PIN and QR, made and shown once.

The rules of this file
- Printing makes a new PIN and a new QR for everybody on the sheet; what she had before opens nothing any more.
- A slip shows the last three digits of the number: enough to find the right person, too little to call her.
- Slips are read without this screen: every word on them says what to do with it.
"""

from dataclasses import dataclass

import segno
from flask import Blueprint, make_response, render_template, request
from flask_babel import gettext as _
from markupsafe import Markup
from pydantic import BaseModel, Field
from werkzeug.wrappers import Response

from app import clock
from app.cohorts import queries
from app.cohorts.pages import REFUSED, database
from app.errors import Rejected
from app.people import pins
from app.people import queries as people
from app.people.access import allows, keep_private
from app.people.keys import keys
from app.people.phones import last_digits
from app.people.signin import signed_in, tell_left
from app.people.tables import Person
from app.web.forms import filled

LOCAL = {"localhost", "127.0.0.1", "[::1]"}  # names by which a computer calls itself: no phone finds it by them

pages = Blueprint("slips", __name__, url_prefix="/cohorts/<int:cohort>/slips")
pages.after_request(keep_private)


class ChosenForm(BaseModel):
    person: list[int] = Field(default_factory=list, max_length=400)  # the largest roster we plan for has 350


@dataclass(frozen=True, slots=True)
class Printed:
    """One slip on the sheet."""

    person: Person
    pin: str
    last_digits: str
    qr: Markup


@pages.get("")
@allows("print-slips", of="cohort")
def choose(cohort: int) -> str:
    return _choose_page(cohort)


@pages.post("")
@allows("print-slips", of="cohort")
def printed(cohort: int) -> Response | tuple[str, int]:
    """The sheet, with new PINs; it can be printed now and never again."""
    chosen = filled(ChosenForm).person
    with database().read() as session:
        wanted = [member.id for member in queries.roster(session, cohort) if member.id in set(chosen)]
        named = people.people_named(session, wanted)
        title = queries.cohort_named(session, cohort)
    if not wanted:
        return _choose_page(cohort, Rejected("nobody-chosen", _("Choose at least one person."))), REFUSED
    try:
        made = pins.issue_slips(database(), keys(), wanted, signed_in().id, clock.now())
    except Rejected as refusal:
        return _choose_page(cohort, refusal), REFUSED
    for person in wanted:
        tell_left(person)
    sheet = [_printed(named[slip.person], slip) for slip in made]
    response = make_response(render_template("cohorts/sheet.html", cohort=title, slips=sheet, host=request.host))
    response.headers["Cache-Control"] = "no-store"
    return response


def _printed(person: Person, slip: pins.NewSlip) -> Printed:
    phone = people.phone_shown(keys().phones, person) or ""
    # the token is long and the paper small: level m still reads with a fold or a drop of oil on it
    drawn = segno.make(f"{request.host_url}s/{slip.token}", error="m", micro=False)
    qr = Markup(drawn.svg_inline(border=2, omitsize=True, svgclass="qr", lineclass=None))  # our own drawing
    return Printed(person, f"{slip.pin[:3]} {slip.pin[3:]}", last_digits(phone), qr)


def _choose_page(cohort_id: int, refusal: Rejected | None = None) -> str:
    with database().read() as session:
        cohort = queries.cohort_named(session, cohort_id)
        members = queries.roster(session, cohort_id)
        ids = [member.id for member in members]
        named, credentials = people.people_named(session, ids), people.credentials_of(session, ids)
        by_password = {id for id, credential in credentials.items() if credential.login_name}
        possible = [member for member in members if named[member.id].phone_hash and member.id not in by_password]
        have = people.holders_of_slips(session, ids)
    return render_template(
        "cohorts/slips.html",
        cohort=cohort,
        members=possible,
        without=[member for member in members if member not in possible],
        have=have,
        with_pin=set(credentials),
        is_local=request.host.rsplit(":", 1)[0] in LOCAL,
        refusal=refusal,
    )
