"""The days of a batch: when they are, where the voices meet, and opening the room of a day."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from flask import Blueprint, flash, redirect
from flask_babel import gettext as _
from pydantic import BaseModel, Field
from werkzeug.wrappers import Response

from app import curriculum
from app.cohorts import actions, queries
from app.cohorts.pages import back_to_batch, database
from app.cohorts.rooms import cohort_changed, open_room, rooms_of
from app.errors import NotFound, Rejected
from app.people.access import allows, keep_private
from app.web.forms import filled

pages = Blueprint("cohort_days", __name__, url_prefix="/cohorts/<int:cohort>/days")
pages.after_request(keep_private)


class LinkForm(BaseModel):
    link: str = Field(
        "", max_length=1_100
    )  # a little above the longest link, so that too long a one is refused in words


class TimeForm(BaseModel):
    date: date
    time: time


class DaysForm(TimeForm):
    course: str = Field(max_length=100)


@pages.post("")
@allows("set-timetable", of="cohort")
def set_days(cohort: int) -> Response:
    """All days of a course, one after the other."""
    form = filled(DaysForm)
    with database().read() as session:
        card = next((card for card in curriculum.courses(session) if card["id"] == form.course), None)
        zone = ZoneInfo(queries.cohort_named(session, cohort).time_zone)
    if card is None:
        raise NotFound
    first = datetime.combine(form.date, form.time, zone)
    numbers = range(1, len(card["days"]) + 1)
    database().write(lambda session: actions.set_days(session, cohort, form.course, numbers, first))
    flash(_("The days are set."))
    return back_to_batch(cohort, "batch-days")


@pages.post("/<int:entry>")
@allows("set-timetable", of="cohort")
def move(cohort: int, entry: int) -> Response:
    """Another date or another time for one day."""
    form = filled(TimeForm)
    with database().read() as session:
        zone = ZoneInfo(queries.cohort_named(session, cohort).time_zone)
    at = datetime.combine(form.date, form.time, zone)
    database().write(lambda session: actions.move_day(session, cohort, entry, at))
    flash(_("The day is moved."))
    return back_to_batch(cohort, f"day-{entry}")


@pages.post("/<int:entry>/link")
@allows("set-link", of="cohort")
def link(cohort: int, entry: int) -> Response:
    """The Zoom, Teams or Meet link of this day."""
    form = filled(LinkForm)
    try:
        database().write(lambda session: actions.set_link(session, cohort, entry, form.link))
    except Rejected as refusal:
        flash(_(refusal.text))
    else:
        cohort_changed(cohort)  # a room that is open shows the link at once
        flash(_("The link is kept.") if form.link.strip() else _("This day has no link now."))
    return back_to_batch(cohort, f"day-{entry}")


@pages.post("/<int:entry>/room")
@allows("set-timetable", of="cohort")
def room(cohort: int, entry: int) -> Response:
    """The room of this day is open; one that was opened before is simply entered."""
    with database().read() as session:
        day = queries.entry_in(session, cohort, entry)
    if day is None:
        raise NotFound
    there = [room for room in rooms_of([cohort]) if (room.course, room.module) == (day.course, day.module)]
    meeting = there[0].id if there else open_room(cohort, day.course, day.module, day.starts_at)
    return redirect(f"/m/{meeting}/console")
