"""A day on paper: the pack that everybody may print, and the run sheet of those who lead it.

The rules of this file
- The pack is drawn from the public face of a day; a kind's form (`kinds/<folder>/paper.html`) sees nothing else.
- The run sheet shows answers, script and cards, so it asks for the verb `read-script`.
- A kind whose form is empty has no sheet.
"""

from collections.abc import Mapping
from datetime import time
from typing import Any

from babel.numbers import format_decimal
from flask import Blueprint, current_app, render_template, request
from flask_babel import gettext as _
from markupsafe import Markup
from werkzeug.wrappers import Response

from app.activities.registry import FOLDER_OF, KINDS
from app.curriculum import paper, queries
from app.curriculum.face import public as everybodys
from app.curriculum.fitting import setting
from app.curriculum.pages import (
    in_language,
    kind_label,
    minutes,
    offered_languages,
    reading_language,
    told_of,
    whole_module,
)
from app.curriculum.running import clock_face, running_order
from app.people.access import allows, keep_private, public

blueprint = Blueprint("paper", __name__, url_prefix="/courses/<slug>/<day>")

Face = Mapping[str, Any]


@blueprint.get("/pack")
@public
def pack(slug: str, day: str) -> str:
    """Every sheet of the day, one on each side of A4, without answers or notes."""
    head, module = _found(slug, day)
    face = everybodys(module)
    made = paper.sheets(face, KINDS, lambda task: not form(task))
    return render_template("curriculum/pack.html", **head, day=face, sheets=made)


@blueprint.get("/run-sheet")
@allows("read-script")
def run_sheet(slug: str, day: str) -> Response:
    """Running order, script, notes, answers and cards of the day."""
    head, module = _found(slug, day)
    page = render_template(
        "curriculum/run-sheet.html",
        **head,
        day=module,
        parts=list(running_order(module)),
        begins=_clock_time(request.args.get("from", "")),
        cards=list(paper.cards(module)),
    )
    return keep_private(current_app.make_response(page))


def form(task: Face) -> Markup:
    """The paper form of an activity, from its public face; empty where the kind has none."""
    return Markup(render_template(f"kinds/{FOLDER_OF[task['kind']]}/paper.html", task=task).strip())  # our own template


@blueprint.context_processor
def words() -> dict[str, Any]:
    """For the templates of these pages only."""
    return {
        "kind_label": kind_label,
        "minutes": minutes,
        "in_language": in_language,
        "paper_form": form,
        "setting": setting,
        "hand_label": hand_label,
        "turn_label": turn_label,
        "clock_face": clock_face,
        "amount": amount,
    }


def hand_label(hand: paper.Hand) -> str:
    """Whose name goes onto a sheet."""
    match hand:
        case paper.Hand.GROUP:
            return str(_("Group"))
        case paper.Hand.PAIR:
            return str(_("Our names"))
        case _:
            return str(_("Name"))


def turn_label(turn: str) -> str:
    """Who fills it in when, in a pattern."""
    match turn:
        case "experts":
            return str(_("For the expert groups of this topic"))
        case "mixed":
            return str(_("For the mixed groups"))
        case "visitors":
            return str(_("For visitors: one for each visit"))
        case _:
            return ""


def amount(number: float) -> str:
    """1,00,000: numbers of courses are grouped the Indian way in every language."""
    return format_decimal(number, locale="en_IN")


def _found(slug: str, day: str) -> tuple[dict[str, Any], Face]:
    """(what both pages are told about course and day, the whole day). Raises `NotFound`."""
    with current_app.extensions["database"].read() as session:
        card = queries.course_card(session, slug, reading_language())
        module = whole_module(session, card, day)
        offered = offered_languages(queries.languages(session, slug, day))
    at = [one["id"] for one in card["days"]].index(day) + 1
    return {"course": card, "at": at, "offered": offered, "about": told_of(module)}, module


def _clock_time(words: str) -> int | None:
    """10:00 -> seconds after midnight; None for anything else."""
    try:
        at = time.fromisoformat(words)
    except ValueError:
        return None
    return at.hour * 3_600 + at.minute * 60
