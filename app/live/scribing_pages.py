"""Where a trainer enters results from sheets of paper: the page, and what stands behind the code of a sheet."""

from typing import Any

from flask import Blueprint, Response, jsonify, render_template

from app.activities.registry import KINDS
from app.curriculum import paper
from app.curriculum.face import public
from app.errors import NotFound
from app.live import scribing
from app.live.meetings import live_of
from app.live.pages import task_of
from app.live.plan import Activity
from app.live.results import own_cells
from app.live.room import Room
from app.people.access import allows
from app.people.signin import signed_in
from app.web.i18n import language

blueprint = Blueprint("scribing", __name__, url_prefix="/m/<meeting>/paper", template_folder="templates")


@blueprint.get("")
@allows("lead-meeting", of="meeting")
def page(meeting: str) -> str:
    room = live_of().runner.room(meeting)
    return render_template(
        "live/paper.html",
        meeting=room.about,
        person=signed_in().id,
        title=room.state.plan.title,
        sheets=[{"code": one.code, "title": one.head["title"], "hand": one.hand} for one in _sheets(room)],
    )


@blueprint.get("/<code>")
@allows("lead-meeting", of="meeting")
def sheet(meeting: str, code: str) -> Response:
    """The activities on the sheet with this code, and for each whose answers stand where. Raises `NotFound`."""
    room = live_of().runner.room(meeting).as_held(language())  # the paper holds the questions of the day
    found = next((one for one in _sheets(room) if one.code == code.upper()), None)
    if found is None:
        raise NotFound
    items = [room.state.plan.items[task["id"]] for task in found.tasks if task["id"] in room.state.plan.items]
    people = room.about.roster["people"]
    return jsonify({"code": found.code, "title": found.head["title"], "people": people,
                    "tasks": [_task(room, item) for item in items]})  # fmt: skip


def _sheets(room: Room) -> list[paper.Sheet]:
    """Those of the day's pack that carry a code."""
    made = paper.sheets(public(room.about.content), KINDS, lambda task: False)
    return [one for one in made if one.hand not in (paper.Hand.NOBODY, paper.Hand.OWNER)]


def _task(room: Room, item: Activity) -> dict[str, Any]:
    run = room.state.run(item.id, room.about.starts_at)
    authors = scribing.authors(room.state, item)
    written = {who: own_cells(room.state, run, who, room.words) for who in authors}
    return {"run": item.id, "open": run.is_open, "authors": authors, "written": written} | task_of(
        room, item, item.block
    )
