"""The pages of a day looked at again: the page itself, and what it shows as JSON."""

from flask import Blueprint, Response, jsonify, redirect, render_template, url_for
from werkzeug.wrappers import Response as Redirect

from app.errors import NotFound
from app.live.commands import Enter
from app.live.facts import iso
from app.live.meetings import live_of, visitor
from app.live.pages import agenda_of
from app.live.state import Stage
from app.people.access import allows
from app.people.signin import signed_in
from app.review import unfolding
from app.web.i18n import language

blueprint = Blueprint("review", __name__, url_prefix="/m/<meeting>", template_folder="templates")


@blueprint.get("/review")
@allows("review-meeting", of="meeting")
def page(meeting: str) -> str | Redirect:
    """The day again; while it still goes on, the room instead."""
    live, person = live_of(), signed_in()
    room = live.runner.room(meeting).reading(language())
    seen = visitor(live, person, meeting)
    if room.state.stage is not Stage.ENDED:
        return redirect(url_for("live.console" if seen.facilitates else "live.phone", meeting=meeting))
    if seen.facilitates:
        return redirect(url_for("live.console", meeting=meeting))
    return render_template("live/review.html", meeting=room.about, person=person.id, title=room.state.plan.title)


@blueprint.get("/review.json")
@allows("review-meeting", of="meeting")
def content(meeting: str) -> Response:
    """What this person may see of the day. Raises `NotFound` before the day has ended, and for trainers."""
    live, person = live_of(), signed_in()
    live.look()  # nobody may be in any room just now, and then none looks by itself
    room = live.runner.room(meeting).reading(language())
    seen = visitor(live, person, meeting)
    if room.state.stage is not Stage.ENDED or seen.facilitates or not seen.is_admitted:
        raise NotFound
    if person.id not in room.state.members:  # enrolled since: she may do the day alone
        live.runner.submit_as_server(meeting, Enter(person.id, "trainee", seen.district))
    room = live.runner.room(meeting).reading(language())  # as it is now
    about = room.about
    head = {"id": about.id, "title": room.state.plan.title, "course": about.course, "cohort": about.cohort,
            "held_at": iso(room.state.started_at), "ended_at": iso(room.state.ended_at)}  # fmt: skip
    rows = unfolding.rows(room, person.id)
    return jsonify({"meeting": head, "agenda": agenda_of(room), "people": about.roster["people"], "items": rows})
