"""The pages of a meeting, and what phones fetch by HTTP beside the socket: roster, agenda, tasks, keys, scripts.

The rules of this file
- A task reaches a trainee only when its run has been opened, a key only when it was shown. A trainer may read all.
- What is named by a hash never changes: phones keep it for good, in a private cache.
"""

import secrets
from collections.abc import Mapping
from typing import Any

from flask import Blueprint, Flask, Response, abort, current_app, jsonify, render_template, request
from flask_babel import gettext

from app import clock
from app.activities.registry import KINDS
from app.cohorts.guests import admit_guest
from app.cohorts.links import meeting_link
from app.errors import NotFound
from app.live import codec, exchange, patterns, rounds, trying, wordings
from app.live.asking import Actor
from app.live.carrying import config_of, offer_to, settled
from app.live.commands import LinkGroup
from app.live.facts import iso
from app.live.groupwork import group_link
from app.live.meetings import Live, Visitor, live_of, set_link, visitor
from app.live.plan import Activity
from app.live.plays import may_read_card
from app.live.results import is_shown, own_cells, shown_tally
from app.live.room import Room
from app.live.state import Phase, Stage
from app.people.access import allows
from app.people.signin import signed_in
from app.web.i18n import language

blueprint = Blueprint("live", __name__, template_folder="templates", url_prefix="/m/<meeting>")


def _here(meeting: str) -> tuple[Live, Room, Visitor]:
    """The room is in the words that the address names (`v`), else in those of the page's language."""
    live = live_of()
    seen = visitor(live, signed_in(), meeting)
    room = live.runner.room(meeting)
    wish = request.args.get("in") or language()
    return live, room.reading(wordings.asked(room.every_wording(), request.args.get("v"), wish)), seen


def _admitted(meeting: str) -> tuple[Live, Room, Visitor]:
    live, room, seen = _here(meeting)
    if not seen.is_admitted:
        raise NotFound
    return live, room, seen


def _page(template: str, face: str, room: Room, seen: Visitor) -> str:
    return render_template(
        f"live/{template}.html", meeting=room.about, face=face, person=seen.person, title=room.state.plan.title
    )


@blueprint.get("")
@allows("come-in")
def phone(meeting: str) -> str | Response:
    _live, room, seen = _here(meeting)
    return _page("phone", "trainee", room, seen)


@blueprint.get("/console")
@allows("lead-meeting", of="meeting")
def console(meeting: str) -> str:
    live_of().look_for_newer(meeting)
    _live, room, seen = _here(meeting)
    return _page("console", "console", room, seen)


@blueprint.get("/screen")
@allows("show-screen", of="meeting")
def screen(meeting: str) -> str:
    _live, room, seen = _here(meeting)
    return _page("screen", "screen", room, seen)


# ---- what the pages fetch


def _kept(value: Mapping[str, Any]) -> Response:
    """JSON under an address that names its content: private, for good."""
    response = jsonify(value)
    response.cache_control.private = True
    response.cache_control.max_age = 30 * 24 * 3600  # the course and its days of review
    response.cache_control.immutable = True
    return response


@blueprint.get("/roster")
@allows("come-in")
def roster(meeting: str) -> Response:
    _live, room, seen = _admitted(meeting)
    if not seen.facilitates:
        return _kept(room.about.roster)
    districts = {member.id: member.district for member in room.state.members.values()}
    people = [person | {"district": districts.get(person["id"], "")} for person in room.about.roster["people"]]
    return _kept({"people": people})


@blueprint.get("/agenda")
@allows("come-in")
def agenda(meeting: str) -> Response:
    _live, room, _seen = _admitted(meeting)
    return _kept(agenda_of(room))


def agenda_of(room: Room) -> dict[str, Any]:
    """The day at a glance: titles and minutes, no word of any question."""
    plan, about = room.state.plan, room.about
    items = [_agenda_item(plan.items[id]) for id in plan.order]
    for item in items:
        item["children"] = [_agenda_item(plan.items[id]) for id in plan.items[item["id"]].children]
    return {
        "course": about.content["course"], "module": about.content["id"], "day": about.content["day"],
        "title": plan.title, "duration": about.content["duration"], "items": items,
    }  # fmt: skip


def _agenda_item(item: Activity) -> dict[str, Any]:
    return {"id": item.id, "kind": item.kind, "title": item.title, "seconds": item.seconds,
            "minutes": item.seconds // 60, "number": item.number}  # fmt: skip


def _block(room: Room, run: str) -> tuple[Activity, Mapping[str, Any]]:
    """The activity and its published block. Raises `NotFound`."""
    item = room.state.plan.items.get(run)
    if item is None:
        raise NotFound
    return item, item.block


@blueprint.get("/task/<run>")
@allows("come-in")
def task(meeting: str, run: str) -> Response:
    _live, room, seen = _admitted(meeting)
    item, block = _block(room, run)
    known = room.state.runs.get(run)
    is_due = known is not None and known.phase is not Phase.READY
    if not is_due and not seen.facilitates and room.state.stage is not Stage.ENDED:
        raise NotFound
    answer = task_of(room, item, block)
    return _kept(answer) if is_due else jsonify(answer)


def task_of(room: Room, item: Activity, block: Mapping[str, Any]) -> dict[str, Any]:
    """What a phone needs to do this activity; nothing in it gives an answer away."""
    notes = block["notes"]
    whole = {"kind": item.kind, "title": item.title, "seconds": item.seconds, "by": room.state.by(item.id),
             "naming": item.naming, "children": list(item.children), "hints": len(notes.get("hint", ()))}  # fmt: skip
    whole |= {name: notes[name] for name in ("steps", "materials", "note") if name in notes}
    if item.is_group_work:
        wish = {name: item.options[name] for name in ("groups", "assign", "roles") if name in item.options}
        whole["options"] = wish
    if item.kind not in KINDS:
        return whole | {"prompt": block["prompt"]}
    kind, run = KINDS[item.kind], room.state.run(item.id, clock.now())
    config = config_of(room.state, run, room.words)
    shared = list(kind.shared(config)) if room.state.by(item.id) == "group" else []
    return whole | {"task": kind.task(config, run.veil), "shared": shared, "private": kind.private}


@blueprint.get("/key/<run>")
@allows("come-in")
def key(meeting: str, run: str) -> Response:
    _live, room, seen = _admitted(meeting)
    item, block = _block(room, run)
    known = room.state.runs.get(run)
    if not seen.facilitates and (known is None or known.phase is not Phase.REVEALED):
        raise NotFound
    return _kept({"key": key_of(room, item, block)})


def key_of(room: Room, item: Activity, block: Mapping[str, Any]) -> dict[str, Any]:
    """Right answers, explanation, model: for trainers, and for phones after the reveal."""
    after = {name: block["notes"][name] for name in ("explain", "model") if name in block["notes"]}
    if item.kind not in KINDS:
        return after
    run = room.state.run(item.id, clock.now())
    return after | KINDS[item.kind].key(config_of(room.state, run, room.words), run.veil)


@blueprint.get("/script/<run>")
@allows("read-script", of="meeting")
def script(meeting: str, run: str) -> Response:
    _live, room, _seen = _admitted(meeting)
    item, block = _block(room, run)
    notes = {name: block["notes"][name] for name in ("script", "facilitator", "materials") if name in block["notes"]}
    hints = block["notes"].get("hint", [])
    cards = {"cards": roles_of(item)} if item.roles else {}
    whole = {**notes, "hint": hints, "key": key_of(room, item, block), **task_of(room, item, block), **cards}
    changes_yet = item.takes is not None and settled(room.state, run) is None  # others still write what it takes over
    return jsonify(whole) if changes_yet else _kept(whole)


def roles_of(item: Activity) -> list[dict[str, str]]:
    """The roles of a role play with their cards: for trainers, and for all when the day has ended."""
    return [{"key": role.key, "html": role.html, "card": role.card} for role in item.roles]


@blueprint.get("/card/<run>/<role>")
@allows("come-in")
def card(meeting: str, run: str, role: str) -> Response:
    """The card of a role: for whoever has it or had it in an earlier turn, and for trainers."""
    _live, room, seen = _admitted(meeting)
    item = room.state.plan.items.get(run)
    found = next((one for one in roles_of(item) if one["key"] == role), None) if item else None
    if found is None or not (seen.facilitates or may_read_card(room.state, run, role, seen.person)):
        raise NotFound
    return _kept(found)


@blueprint.get("/offer/<run>/<who>")
@allows("come-in")
def offer(meeting: str, run: str, who: str) -> Response:
    """What an earlier sheet of hers offers to the fields of this one."""
    _live, room, seen = _admitted(meeting)
    item = room.state.plan.items.get(run)
    if item is None or settled(room.state, run) is None or room.state.who_answers(run, seen.person) != who:
        raise NotFound
    title = room.state.plan.name(item.source or run)
    return _kept({"title": title, "cells": offer_to(room.state, item, who, room.words)})


@blueprint.get("/beside/<run>/<who>")
@allows("come-in")
def beside(meeting: str, run: str, who: str) -> Response:
    """What lies beside a sheet, for those who sit there now, and for trainers."""
    _live, room, seen = _admitted(meeting)
    known = room.state.runs.get(run)
    if known is None or who not in known.answers:
        raise NotFound
    if not seen.facilitates and (run, who) not in rounds.lying(room.state, run, seen.person):
        raise NotFound
    cells = {cell: given["v"] for cell, given in own_cells(room.state, known, who, room.words).items()}
    return _kept({"cells": cells})


@blueprint.get("/tally/<run>")
@allows("come-in")
def tally(meeting: str, run: str) -> Response:
    """What the class answered, while everybody may see it."""
    _live, room, _seen = _admitted(meeting)
    known = room.state.runs.get(run)
    if known is None or not is_shown(room.state, known):
        raise NotFound
    return _kept(shown_tally(room.state, known, room.words))


@blueprint.get("/hint/<run>/<int:number>")
@allows("come-in")
def hint(meeting: str, run: str, number: int) -> Response:
    """Hint `number`, counted from 1: for whoever took it, and for trainers."""
    _live, room, seen = _admitted(meeting)
    item = room.state.plan.items.get(run)
    if item is None or not 0 < number <= len(item.hints):
        raise NotFound
    if not (seen.facilitates or number <= trying.taken_by(room.state, run, seen.person)):
        raise NotFound
    return _kept({"hint": item.hints[number - 1]})


# ---- the socket's twin over plain HTTP


@blueprint.get("/view.json")
@allows("come-in")
def view(meeting: str) -> Response:
    live, room, seen = _here(meeting)
    faces = ("console", "screen") if seen.facilitates else ("trainee",)
    face = request.args["face"] if request.args.get("face") in faces else faces[0]
    parts = live.teller.whole(room, face, seen.person if seen.is_admitted else None)  # the room is in her words
    head = {"whole": True, "seq": room.state.seq, "now": iso(clock.now()), "data": room.about.data}
    return jsonify({**head, "parts": parts})


@blueprint.post("/do")
@allows("come-in")
def do(meeting: str) -> Response:
    """A command, as on the socket, for pages without one. The same reply, with status 200."""
    live, _room, seen = _admitted(meeting)
    body = request.get_json(silent=True)

    def call() -> dict[str, Any]:
        command = codec.read_command(body)
        actor = Actor(seen.person, seen.facilitates)
        seq = live.runner.submit(meeting, actor, command, exchange.client_id(body), exchange.age_of(body))
        return {"seq": seq, "now": iso(clock.now())}

    return jsonify(exchange.answered(live, meeting, seen.person, call))


@blueprint.post("/link")
@allows("set-link", of="meeting")
def link(meeting: str) -> Response:
    """Set the Zoom, Teams or Meet link of this meeting or of one `group`; others are refused with a sentence."""
    live, room, seen = _here(meeting)
    body = request.get_json(silent=True)
    if not isinstance(body, dict) or not isinstance(body.get("url"), str):
        abort(400)
    url = meeting_link(body["url"])
    if body.get("group") is None:
        live.database.write(lambda session: set_link(session, meeting, url))
        current_app.extensions["cohort_changed"](room.about.cohort_id)
    else:
        command = LinkGroup(str(body["group"]), url)
        live.runner.submit(meeting, Actor(seen.person, True), command, secrets.token_hex(8))
    return jsonify({"ok": True})


@blueprint.get("/groups.txt")
@allows("lead-meeting", of="meeting")
def groups(meeting: str) -> Response:
    """The groups as a list to paste into the call's chat."""
    live, room, _seen = _here(meeting)
    names, state, facts = live.names(meeting), room.state, room.facts()
    made = state.groups or (state.preview.groups if state.preview else ())
    lines = []
    for group in made:
        number = patterns.number_of(group.id)
        lines.append(gettext("Group %(number)s", number=number) + ": " + ", ".join(names[p] for p in group.members))
        if link := group_link(state, group.id, facts):
            lines.append(link)
    return Response("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@blueprint.post("/admit/<int:guest>")
@allows("admit-guest", of="meeting")
def admit(meeting: str, guest: int) -> Response:
    """Let a guest into the cohort, and so into this meeting."""
    live, room, seen = _here(meeting)
    live.database.write(lambda db: admit_guest(db, room.about.cohort_id, guest, seen.person, clock.now()))
    current_app.extensions["cohort_changed"](room.about.cohort_id)
    return jsonify({"ok": True})


def init_app(app: Flask) -> None:
    app.register_blueprint(blueprint)
