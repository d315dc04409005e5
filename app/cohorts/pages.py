"""The page of a batch: who waits at the door, who learns in it, its days, its trainers; and the list of batches."""

from dataclasses import dataclass

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from pydantic import BaseModel
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from app import clock, curriculum
from app.cohorts import actions, queries
from app.cohorts.days import days_of, next_day
from app.cohorts.queries import Member
from app.cohorts.tables import Cohort, State
from app.curriculum.queries import languages
from app.errors import Rejected
from app.people import queries as people
from app.people.access import allows, keep_private
from app.people.keys import keys
from app.people.login import REFUSED, database
from app.people.rules import TRAINERS, Scope
from app.people.signin import signed_in
from app.web.forms import filled

ZONES = (  # of the countries the courses are made for
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Asia/Vientiane",
    "Asia/Bangkok",
    "Asia/Phnom_Penh",
    "Asia/Kuala_Lumpur",
    "Asia/Manila",
)

__all__ = ["REFUSED", "back_to_batch", "batch_page", "batches_page", "database", "pages"]

pages = Blueprint("cohorts", __name__)
pages.after_request(keep_private)


class GuestsForm(BaseModel):
    allowed: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A trainee as her trainers see her. `comes_by`: pin, password, or nothing yet."""

    member: Member
    phone: str
    comes_by: str
    has_slip: bool
    place: int | None


@pages.get("/cohorts")
@allows("see-cohort")
def batches() -> str:
    """The batches she leads; for an administrator all of the organisation."""
    return batches_page()


def batches_page(refusal: Rejected | None = None, typed: BaseModel | None = None) -> str:
    """The list, and the form to found one; with a refusal, it stands there and keeps what was typed."""
    me = signed_in()
    with database().read() as session:
        shown = {cohort.id: cohort for cohort in queries.cohorts_led_by(session, me.id)}
        for cohort in queries.cohorts_in(session, me.organisation):
            if me.may("see-cohort", Scope(cohort.organisation_id, cohort.id)):
                shown[cohort.id] = cohort
        sizes = queries.sizes(session, shown)
        districts = queries.districts_in(session, me.organisation)
    return render_template(
        "cohorts/batches.html",
        cohorts=sorted(shown.values(), key=lambda cohort: -cohort.id),
        sizes=sizes,
        State=State,
        districts=districts,
        zones=ZONES,
        may_found=me.may("found-cohort", Scope(me.organisation)),
        refusal=refusal,
        typed=typed,
    )


@pages.get("/cohorts/<int:cohort>")
@allows("see-cohort", of="cohort")
def batch(cohort: int) -> str:
    return batch_page(cohort)


@pages.post("/cohorts/<int:cohort>/guests")
@allows("admit-guest", of="cohort")
def guests_allowed(cohort: int) -> Response:
    """Whether one may ask to be let in by code and name."""
    allowed = filled(GuestsForm).allowed
    database().write(lambda session: actions.allow_guests(session, cohort, allowed=allowed))
    flash(_("One may ask to be let in by code and name.") if allowed else _("Only people with a PIN come in now."))
    return back_to_batch(cohort)


def batch_page(
    cohort_id: int,
    refusal: Rejected | None = None,
    typed: BaseModel | None = None,
    trainer_refusal: Rejected | None = None,
) -> str:
    """The whole page; with a refusal, it stands at the form that was refused and keeps what was typed."""
    me, now = signed_in(), clock.now()
    with database().read() as session:
        cohort = queries.cohort_named(session, cohort_id)
        scope = Scope(cohort.organisation_id, cohort.id)
        days = days_of(session, cohort, now)
        context = {
            "cohort": cohort,
            "rows": _rows(session, cohort),
            "guests": queries.guests_waiting(session, cohort_id),
            "trainers": queries.trainers(session, cohort_id),
            "blocks": queries.blocks_around(session, cohort_id),
            "days": days,
            "next_day": next_day(days),
            "courses": curriculum.courses(session),
            "assessed": {day.entry.course for day in days if languages(session, day.entry.course, "assessment")},
        }
    may = {verb: me.may(verb, scope) for verb in ("enrol", "reset-pin", "admit-guest", "print-slips", "set-link")}
    may |= {
        verb: me.may(verb, scope)
        for verb in ("lead-meeting", "set-timetable", "review-meeting", "appoint", "read-reports")
    }
    return render_template(
        "cohorts/batch.html",
        may=may,
        me=me,
        refusal=refusal,
        trainer_refusal=trainer_refusal,
        typed=typed,
        trainer_roles=sorted(TRAINERS, reverse=True),
        **context,
    )


def _rows(session: Session, cohort: Cohort) -> list[Row]:
    members = queries.roster(session, cohort.id)
    ids = [member.id for member in members]
    named, credentials = people.people_named(session, ids), people.credentials_of(session, ids)
    slips, places = people.holders_of_slips(session, ids), queries.places_of(session, cohort.id)
    rows = []
    for member in members:
        credential = credentials.get(member.id)
        comes_by = "" if credential is None else "password" if credential.login_name else "pin"
        phone = people.phone_shown(keys().phones, named[member.id]) or ""
        rows.append(Row(member, phone, comes_by, member.id in slips, places.get(member.id)))
    return rows


def back_to_batch(cohort_id: int, place: str = "") -> Response:
    return redirect(url_for("cohorts.batch", cohort=cohort_id, _anchor=place or None))
