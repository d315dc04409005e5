"""Telling everybody what changed: each audience gets only the parts of its view that are new.

The rules (design: "Telling")
- A trainer's act is told at once; answers and presence reach trainers and the class screen at most 4 times a second,
  phones at most once in 2 s.
- A person is told something of her own only when something names her. So cost grows with people, not with people times
  answers.
- What was sent to an audience is remembered; a part that is equal is not sent again.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

import gevent
import structlog
from gevent.event import Event

from app import clock
from app.live import audiences, overview, rounds
from app.live import events as e
from app.live.events import Happened
from app.live.facts import Parts, iso
from app.live.packing import packed
from app.live.room import Due, Room
from app.live.state import State

PAUSE_SECONDS = 0.25  # trainers and the class screen: at most four a second, faster than anybody reads
PHONE_PAUSE = timedelta(seconds=2)  # phones: results grow in calm steps, and weak data is not spent on each answer

QUIET = (e.Answered, e.WordSeen, e.SheetKept, e.Entered, e.Unfolded, e.HintTaken, e.Tried)

logger = structlog.get_logger()

Emit = Callable[[str, Any, str], None]


def room_of(meeting: str, audience: str) -> str:
    """The Socket.IO room of an audience: trainees, trainers, screen, p12, g3."""
    return f"{meeting}:{audience}"


def audience_in(audience: str, language: str) -> str:
    """The same audience, reading in this language: trainees, trainees@ml."""
    return f"{audience}@{language}" if language else audience


class Teller:
    """`emit(event, payload, room)` sends to everybody in a Socket.IO room."""

    def __init__(self, emit: Emit) -> None:
        self._emit = emit
        self._urgent: dict[str, Event] = {}

    def attend(self, room: Room) -> None:
        """Begin to tell this meeting's news."""
        self._urgent[room.about.id] = Event()
        gevent.spawn(self._run, room)

    def happened(self, room: Room, before: State, log: Sequence[Happened]) -> None:
        """Note who is to be told of these events."""
        due = room.due
        due.anything = True
        for h in log:
            named = set() if due.all_phones else named_by(h, before, room.state)
            due.all_phones = due.all_phones or named is None
            due.persons |= named or set()
        if any(not isinstance(h.event, QUIET) for h in log):
            due.at_once = True
            self._urgent[room.about.id].set()
        room.news.set()

    def presence_changed(self, room: Room, persons: Iterable[int]) -> None:
        """Someone came, went or locked her phone, or a shared sheet grew."""
        for person in persons:
            group = room.state.group_of(person)
            room.due.persons |= set(group.members) if group else set()
        room.due.anything = True
        room.news.set()

    def trouble(self, room: Room) -> None:
        room.due.at_once = room.due.anything = True
        self._urgent[room.about.id].set()
        room.news.set()

    # ---- whole views, for whoever connects

    def whole(self, room: Room, face: str, person: int | None, language: str = "") -> Parts:
        """Everything this audience may see now, in this language if the day is there in it."""
        room = room.reading(language)
        facts = room.facts()
        if face == "console":
            return overview.console(room.state, facts, clock.now())
        if face == "screen":
            return audiences.screen(room.state, facts)
        if person is None or person not in room.state.members:
            return audiences.waiting(room.state, facts)
        return audiences.phone(room.state, person, facts)

    # ---- the loop of one meeting

    def _run(self, room: Room) -> None:
        urgent = self._urgent[room.about.id]
        while True:
            room.news.wait()
            room.news.clear()
            urgent.clear()
            due, room.due = room.due, Due()
            try:
                self._tell(room, due)
            except Exception:
                logger.exception("not-told", meeting=room.about.id)
            urgent.wait(PAUSE_SECONDS)  # an act of a trainer cuts the pause short

    def _tell(self, room: Room, due: Due) -> None:
        now = clock.now()
        phones_too = due.at_once or now - room.told_phones_at >= PHONE_PAUSE
        for language in sorted({""}.union(*room.spoken.values())):
            self._tell_in(room, language, due, now, phones_too)
        if phones_too:
            room.told_phones_at = now

    def _tell_in(self, room: Room, language: str, due: Due, now: datetime, phones_too: bool) -> None:
        """Tell those who read in this language."""
        read = room.reading(language)
        state, facts, head = read.state, read.facts(), {"seq": room.state.seq, "now": iso(now)}
        self._send(room, audience_in("trainers", language), overview.console(state, facts, now), head)
        self._send(room, audience_in("screen", language), audiences.screen(state, facts), head)
        if phones_too:
            self._send(room, audience_in("trainees", language), audiences.common(state, facts), head)
        persons = set(room.presence.people) if due.all_phones else due.persons
        for person in persons:
            member = state.members.get(person)
            is_read = language in room.spoken.get(person, {""})
            if is_read and member is not None and not member.facilitates and room.presence.sockets(person):
                self._send(room, audience_in(f"p{person}", language), audiences.own(state, person, facts), head)

    def _send(self, room: Room, audience: str, parts: Parts, head: Parts) -> None:
        sent = room.sent.setdefault(audience, {})
        changed = {name: part for name, part in parts.items() if name not in sent or sent[name] != part}
        if changed:
            sent.update(changed)
            self._emit("view", packed({**head, "parts": changed}), room_of(room.about.id, audience))


def _readers(state: State, run: str, who: str) -> set[int]:
    """Beside whose sheet this one lies."""
    if not state.rounds.get(state.plan.top(run).id):
        return set()
    sitting = (group.members for group in state.groups if group.members)
    return {one for people in sitting if (run, who) in rounds.lying(state, run, people[0]) for one in people}


def named_by(h: Happened, before: State, after: State) -> set[int] | None:
    """The trainees whose own parts an event changes; None: everybody's."""
    match h.event:
        case e.Answered(who=who, person=person):
            group = after.group(who)
            return {person, *_readers(after, h.event.run, who), *(group.members if group else ())}
        case e.SheetKept(run=run, group=id) if after.group(id) is None:  # it lies beside other sheets now
            return {person for person in after.members if id in after.sat_in(run, person)} | _readers(after, run, id)
        case e.SheetKept(group=id) | e.HelpAsked(group=id):
            group = after.group(id)
            return set(group.members) if group else set()
        case e.HelpExplained(help=id) | e.HelpSeen(help=id) | e.HelpAttended(help=id) | e.HelpResolved(help=id):
            groups = {call.group for call in after.helps if call.id == id}
            return {person for group in after.groups if group.id in groups for person in group.members}
        case e.Moved(person=person) | e.Stayed(person=person) | e.Unstayed(person=person) | e.Removed(person=person):
            sat = [group for state in (before, after) if (group := state.group_of(person))]
            now = [group for group in after.groups if group.id in {one.id for one in sat}]
            return {person}.union(*(group.members for group in (*sat, *now)))
        case e.Tried(who=who):
            return {int(who.removeprefix("p"))}
        case e.WordSeen(person=person) | e.Unfolded(person=person) | e.HintTaken(person=person):
            return {person}
        case e.Entered(seat=seat):
            return {seat.person}
        case e.Reworded():
            return set()
        case e.Placed() if after.preview is not None and not after.preview.told:
            return set()
        case e.LeadLost() | e.LeadBack() | e.ReportStarted() | e.ReportMoved() | e.ReportEnded():
            return set()
        case _:
            return None
