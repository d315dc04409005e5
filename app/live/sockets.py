"""Socket.IO: who connects, what they ask, and the answer. No rules live here.

The rules of this file
- Who somebody is, is settled once, at connect, from the sign-in cookie; signing out disconnects her sockets.
- Every event is looked up in `EVENTS`; each says which faces may send it. What is not there does not exist.
- A handler is: who, what, call, acknowledge. `answered` turns refusals into answers, the only place that does.
- The wire is described in `WIRE.md`, well enough to write a client from it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flask import Flask
from flask_babel import force_locale, gettext
from socketio.exceptions import ConnectionRefusedError

from app import clock
from app.activities.contract import CELL_LIMIT
from app.cohorts import queries as cohorts
from app.errors import NotFound, Rejected
from app.live import answering, codec
from app.live.asking import Actor
from app.live.commands import Enter, NoteLead
from app.live.exchange import age_of, answered, client_id
from app.live.facts import iso
from app.live.meetings import Live, Visitor, visitor
from app.live.packing import packed
from app.live.runner import TryAgain
from app.live.telling import audience_in, room_of
from app.people.signin import current_person, sign_in_id
from app.sheets import Edit, SheetKey, Stored
from app.web.catalogues import ENGLISH, known_languages
from app.web.i18n import language
from app.web.sockets import socketio_of

FACES = ("trainee", "console", "screen")
SLOW_SECONDS = 1.5  # a beat that takes this long means a line on which typing feels sticky


@dataclass(slots=True)
class Caller:
    """One socket: whose, in which meeting, with which screen."""

    sid: str
    meeting: str
    face: str
    visitor: Visitor
    sign_in: str
    language: str = ""  # in which the page is, if the day is there in it; "" is that of the course
    says: str = ENGLISH  # in which refusals are told: that of the page

    @property
    def actor(self) -> Actor:
        return Actor(self.visitor.person, self.visitor.facilitates)


Handler = Callable[["Desk", Caller, Any], Any]

EVENTS: dict[str, tuple[frozenset[str], Handler]] = {}
"""Event name -> (faces that may send it, handler). `tests/test_rights.py` walks it with strangers."""


def handles(name: str, *faces: str) -> Callable[[Handler], Handler]:
    def register(handler: Handler) -> Handler:
        EVENTS[name] = (frozenset(faces), handler)
        return handler

    return register


class Desk:
    """The sockets of one application."""

    def __init__(self, app: Flask, live: Live) -> None:
        self.app = app
        self.live = live
        self.server: Any = socketio_of(app).server  # type: ignore[attr-defined]
        self.callers: dict[str, Caller] = {}
        self.server.on("connect", self.connect)
        self.server.on("disconnect", self.disconnect)
        for name in EVENTS:
            self.server.on(name, self._on(name))
        app.extensions["on_logout"].append(self.log_out)

    def connect(self, sid: str, environ: Mapping[str, Any], auth: Any = None) -> None:
        """Raises `ConnectionRefusedError` with a code and a sentence, which the page shows."""
        with self.app.request_context(dict(environ)):
            try:
                caller = self._caller(sid, auth)
                view = self._enter(caller, auth)
            except Rejected as refusal:
                raise ConnectionRefusedError({"code": refusal.code, "text": gettext(refusal.text)}) from None
            except NotFound:
                raise ConnectionRefusedError(
                    {"code": "not-found", "text": gettext("There is no such meeting.")}
                ) from None
            except TryAgain:
                raise ConnectionRefusedError({"code": "again", "text": gettext("One moment, please.")}) from None
        self.server.emit("view", packed(view), to=sid)

    def _caller(self, sid: str, auth: Any) -> Caller:
        person = current_person()
        if person is None:
            raise Rejected("sign-in", "Please sign in again. What you wrote stays on your phone.")
        meeting = auth.get("meeting") if isinstance(auth, dict) else None
        face = auth.get("face") if isinstance(auth, dict) else None
        if not isinstance(meeting, str) or face not in FACES:
            raise Rejected("not-a-command", "This page sent something that we could not read. Please load it again.")
        seen = visitor(self.live, person, meeting)
        if face != "trainee" and not seen.facilitates:
            raise NotFound
        wish = auth.get("lang") if isinstance(auth.get("lang"), str) else language()
        reads = self.live.runner.room(meeting).language_for(wish)
        return Caller(sid, meeting, face, seen, sign_in_id(), reads, wish if wish in known_languages() else ENGLISH)

    def _enter(self, caller: Caller, auth: Mapping[str, Any]) -> dict[str, Any]:
        room, now = self.live.runner.room(caller.meeting), clock.now()
        seen = caller.visitor
        self.callers[caller.sid] = caller
        room.spoken.setdefault(seen.person, set()).add(caller.language)
        if seen.facilitates:
            audience = "screen" if caller.face == "screen" else "trainers"
            self.server.enter_room(caller.sid, room_of(caller.meeting, audience_in(audience, caller.language)))
            if caller.face == "console":
                room.presence.came(seen.person, caller.sid, True, now)
                self.live.runner.tell_server(caller.meeting, NoteLead(True))
        elif seen.is_admitted:
            command = Enter(seen.person, "trainee", seen.district)
            self.live.enter(caller.meeting, command)
            for audience in ("trainees", f"p{seen.person}"):
                self.server.enter_room(caller.sid, room_of(caller.meeting, audience_in(audience, caller.language)))
            room.presence.came(seen.person, caller.sid, False, now)
            self.live.teller.presence_changed(room, {seen.person})
        else:
            self.server.enter_room(caller.sid, room_of(caller.meeting, f"guest{seen.person}"))
        return self.whole(caller, auth.get("have"))

    def whole(self, caller: Caller, have: Any = None) -> dict[str, Any]:
        """The whole view, or only its number when the phone has it already."""
        room = self.live.runner.room(caller.meeting)
        head = {"seq": room.state.seq, "now": iso(clock.now()), "data": room.about.data}
        if have == room.state.seq and have and caller.face == "trainee" and caller.visitor.is_admitted:
            return head
        face = caller.face if caller.visitor.facilitates else "trainee"
        person = caller.visitor.person if caller.visitor.is_admitted else None
        return {**head, "whole": True, "parts": self.live.teller.whole(room, face, person, caller.language)}

    def disconnect(self, sid: str, *reason: Any) -> None:
        caller = self.callers.pop(sid, None)
        if caller is None:
            return
        room = self.live.runner.room(caller.meeting)
        room.presence.went(caller.visitor.person, sid, clock.now())
        self.live.teller.presence_changed(room, {caller.visitor.person})

    def log_out(self, person: int, sign_in: str | None) -> None:
        """Whoever signs out keeps no socket: on this phone, or, without `sign_in`, on all of hers."""
        for caller in list(self.callers.values()):
            if caller.visitor.person == person and sign_in in (None, caller.sign_in):
                self.server.disconnect(caller.sid)

    def cohort_changed(self, cohort: int) -> None:
        """Somebody was let in, came or left: rooms show it, and whose standing changed connects anew by herself."""
        self.live.refresh_cohort(cohort)
        for caller in list(self.callers.values()):
            if self.live.runner.room(caller.meeting).about.cohort_id == cohort and self._has_changed(caller):
                self.server.disconnect(caller.sid)

    def _has_changed(self, caller: Caller) -> bool:
        if caller.visitor.facilitates:
            return False
        with self.live.database.read() as session:
            cohort = self.live.runner.room(caller.meeting).about.cohort_id
            now = cohorts.standing(session, cohort, caller.visitor.person)
        was = caller.visitor
        return (now in (cohorts.Standing.TRAINER, cohorts.Standing.TRAINEE)) != was.is_admitted

    def _on(self, name: str) -> Callable[..., Any]:
        faces, handler = EVENTS[name]

        def handle(sid: str, data: Any = None) -> Any:
            caller = self.callers.get(sid)
            if caller is None or caller.face not in faces or (caller.face != "trainee") != caller.visitor.facilitates:
                return {"refused": "not-allowed", "why": "This page may not do that."}
            person, call = caller.visitor.person, lambda: handler(self, caller, data)
            return answered(self.live, caller.meeting, person, call, lambda words: self._said(words, caller))

        return handle

    def _said(self, words: str, caller: Caller) -> str:
        with self.app.app_context(), force_locale(caller.says):
            return str(gettext(words))


@handles("do", "trainee", "console")
def do(desk: Desk, caller: Caller, data: Any) -> Any:
    """A command. Acknowledged with the meeting's number once it is stored."""
    command = codec.read_command(data)
    if not caller.visitor.is_admitted:
        raise Rejected("not-here", "You are not on the list of this meeting yet. Your trainer will let you in.")
    id = client_id(data)
    seq = desk.live.runner.submit(caller.meeting, caller.actor, command, id, age_of(data))
    return {"seq": seq, "now": iso(clock.now())}


@handles("beat", "trainee", "console", "screen")
def beat(desk: Desk, caller: Caller, data: Any) -> Any:
    """A probe. The phone says how long the last one took."""
    took = data.get("took") if isinstance(data, dict) else None
    seen = desk.live.runner.room(caller.meeting).presence.people.get(caller.visitor.person)
    if seen is not None and isinstance(took, int | float):
        seen.slow = took > SLOW_SECONDS * 1000
    return {"now": iso(clock.now())}


@handles("here", "trainee", "console")
def here(desk: Desk, caller: Caller, data: Any) -> Any:
    """The page came to the front, or went behind another app or a locked screen."""
    room = desk.live.runner.room(caller.meeting)
    in_front = not (isinstance(data, dict) and data.get("state") == "away")
    room.presence.says(caller.visitor.person, caller.sid, in_front, clock.now())
    desk.live.teller.presence_changed(room, {caller.visitor.person})
    return {"now": iso(clock.now())}


@handles("whole", "trainee", "console", "screen")
def whole(desk: Desk, caller: Caller, data: Any) -> Any:
    """The whole view again, for a page that lost count."""
    return desk.whole(caller)


# ---- shared text


def _sheet(desk: Desk, caller: Caller, data: Any) -> tuple[SheetKey, bool]:
    """The sheet a message is about, and whether this person may write in it now. Raises `Rejected`, `NotFound`."""
    run = data.get("run") if isinstance(data, dict) else None
    group = data.get("group") if isinstance(data, dict) else None
    if not isinstance(run, str) or not isinstance(group, str):
        raise Rejected("wrong-field", "This page sent something that we could not read. Please load it again.")
    room = desk.live.runner.room(caller.meeting)
    state, person = room.state, caller.visitor.person
    if not desk.live.fields(caller.meeting, run):
        raise NotFound
    now = state.group_of(person)
    if not caller.visitor.facilitates and group not in state.own_sheets(run, person):
        raise NotFound  # another group's sheet: not even that it exists
    is_mine = now is not None and now.id == group and state.writes(run, group)
    return SheetKey(caller.meeting, run, group), is_mine


@handles("sheet_join", "trainee", "console")
def sheet_join(desk: Desk, caller: Caller, data: Any) -> Any:
    key, is_mine = _sheet(desk, caller, data)
    have = data.get("have") or b"\x00"
    # Into the room first: what is written between the two comes twice, which is harmless, and never not at all.
    desk.server.enter_room(caller.sid, room_of(key.meeting, f"{key.group}/{key.run}"))
    update, vector = desk.live.sheets.join(key, bytes(have) if isinstance(have, bytes | bytearray | list) else b"\x00")
    run = desk.live.runner.room(key.meeting).state.runs[key.run]
    return {"update": update, "have": vector, "open": is_mine and run.is_open, "now": iso(clock.now())}


@handles("sheet_leave", "trainee", "console")
def sheet_leave(desk: Desk, caller: Caller, data: Any) -> Any:
    key, _ = _sheet(desk, caller, data)
    desk.server.leave_room(caller.sid, room_of(key.meeting, f"{key.group}/{key.run}"))
    return {"ok": True}


@handles("sheet_update", "trainee")
def sheet_update(desk: Desk, caller: Caller, data: Any) -> Any:
    """What a phone wrote: stored, then acknowledged, then passed on to the rest of the group."""
    key, is_mine = _sheet(desk, caller, data)
    id, update = client_id(data), data.get("update")
    if not isinstance(update, bytes | bytearray):
        raise Rejected("garbled", "This page sent something that we could not read. Please load it again.")
    room, now = desk.live.runner.room(key.meeting), clock.now()
    written = now - age_of(data)
    answering.in_time(room.state, room.state.runs[key.run], written, now)
    left_at = room.state.left_at(key.run, caller.visitor.person)
    if not is_mine and (left_at is None or written > left_at + answering.SLACK):
        raise Rejected("not-your-group", "You are in another group now. Your words stay on this phone to copy.")
    fields = frozenset(desk.live.fields(key.meeting, key.run))
    edit = Edit(key, caller.visitor.person, id, bytes(update), fields, now)
    outcome = desk.live.desk.submit(edit)
    if isinstance(outcome, Stored):
        desk.live.runner.sheet_changed(room, key.run, key.group, outcome.fields, outcome.field, caller.visitor.person)
        told = {"run": key.run, "group": key.group, "update": bytes(update), "by": caller.visitor.person}
        desk.server.emit("sheet", told, room=room_of(key.meeting, f"{key.group}/{key.run}"), skip_sid=caller.sid)
    return {"ok": True, "now": iso(clock.now())}


@handles("typing", "trainee")
def typing(desk: Desk, caller: Caller, data: Any) -> Any:
    """Who writes where: passed on to the group, kept nowhere."""
    if not isinstance(data, dict) or not isinstance(data.get("cell"), str) or len(data["cell"]) > CELL_LIMIT:
        return None
    room = desk.live.runner.room(caller.meeting)
    group = room.state.group_of(caller.visitor.person)
    if group is not None:
        told = {"run": str(data.get("run"))[:64], "cell": data["cell"], "person": caller.visitor.person}
        for person in group.members:
            for language in room.spoken.get(person, ()) if person != caller.visitor.person else ():
                desk.server.emit("typing", told, room=room_of(caller.meeting, audience_in(f"p{person}", language)))
    return None
