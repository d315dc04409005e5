"""Photos and recordings by HTTP: taken from a phone, kept, and shown to whoever may read the answer.

The rules of this file
- The body is the file itself; `id` and `age` stand in the address, as in a command. The same id twice is done once.
- Whether she may answer is asked before anything is kept; the answer is stored after the file is on the disk.
- What is shown says what it is, and may do nothing: no script, no frame, no guess at its type.
"""

from dataclasses import replace

import structlog
from flask import Response, current_app, jsonify, request
from flask_babel import gettext

from app import clock
from app.activities.fields import Received
from app.errors import NotFound
from app.files import FileStore, NoRoom, cleaned, content_type, name_of
from app.files.kinds import LARGEST_BYTES
from app.live import exchange, machine
from app.live.asking import Actor, Ask
from app.live.commands import Answer
from app.live.facts import iso
from app.live.meetings import Live, Visitor, live_of, visitor
from app.live.pages import blueprint
from app.live.seeing import may_see
from app.people.access import allows
from app.people.signin import signed_in
from app.web.csrf import new_token
from app.web.limits import spend

PER_PERSON = "30 per minute"  # a sheet has a photo or two, sent again while the line is weak; a disk is not filled so
KEEP_SECONDS = 30 * 24 * 3600  # the course and its days of review

logger = structlog.get_logger()


def _admitted(meeting: str) -> tuple[Live, Visitor]:
    live = live_of()
    seen = visitor(live, signed_in(), meeting)
    if not seen.is_admitted:
        raise NotFound
    return live, seen


@blueprint.get("/file-token")
@allows("come-in")
def file_token(meeting: str) -> Response:
    """What a file must come with. Fetched when one is to be sent: the pages of a meeting send by the socket."""
    _admitted(meeting)
    return jsonify({"token": new_token()})


@blueprint.post("/file/<run>/<path:cell>")
@allows("come-in")
def take_file(meeting: str, run: str, cell: str) -> Response:
    """Keep a file and answer with it. The reply is that of a command, and the `value` that was kept."""
    live, seen = _admitted(meeting)
    spend(PER_PERSON, "file", str(seen.person))
    request.max_content_length = LARGEST_BYTES

    def call() -> dict[str, object]:
        content, ending = cleaned(request.get_data(cache=False))
        name = name_of(content, ending)
        command, actor = Answer(run=run, cell=cell, value=Received(name)), Actor(seen.person, seen.facilitates)
        envelope = {"id": request.args.get("id"), "age": request.args.get("age", type=float)}
        id, age = exchange.client_id(envelope), exchange.age_of(envelope)
        _may(live, meeting, Ask(actor, command, id, clock.now(), age=age))
        store: FileStore = current_app.extensions["files"]
        store.put(name, content)
        seq = live.runner.submit(meeting, actor, command, id, age)
        return {"seq": seq, "now": iso(clock.now()), "value": {"file": name}}

    try:
        return jsonify(exchange.answered(live, meeting, seen.person, call))
    except NoRoom:
        logger.error("no-room-for-files", meeting=meeting)
        why = gettext("There is no room on the server just now. It is kept on this phone and sent again by itself.")
        return jsonify({"again": True, "why": why})


def _may(live: Live, meeting: str, ask: Ask) -> None:
    """Raises as the meeting would; a repeat of what is done passes."""
    room = live.runner.room(meeting)
    if not room.is_behind and (ask.actor.id, ask.id) not in room.done:
        machine.decide(room.state, replace(ask, words=room.words, course=room.course))


@blueprint.get("/file/<name>")
@allows("come-in")
def show_file(meeting: str, name: str) -> Response:
    """A file of an answer that this person may read."""
    live, seen = _admitted(meeting)
    store: FileStore = current_app.extensions["files"]
    path = store.path(name)
    room = live.runner.room(meeting)
    both = room.state, room.reading("").state  # as the day was held, and as it counts now
    if path is None or not any(may_see(state, name, seen.person, seen.facilitates) for state in both):
        raise NotFound
    content = path.read_bytes()  # half a megabyte at most
    response = Response(content, content_type=content_type(name))
    response.make_conditional(request, accept_ranges=True, complete_length=len(content))  # some phones ask for parts
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    response.headers["Cache-Control"] = f"private, max-age={KEEP_SECONDS}, immutable"
    return response
