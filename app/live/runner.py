"""The only code that moves meetings forward.

    take everything waiting -> decide and evolve a trial -> append in one transaction -> commit -> swap the trial in
    -> answer everyone -> tell

The rules of this file
- Nothing is answered or told before it is stored. A failed commit drops the trial; its outcome may be unknown, so the
  log is read again before the next decision, and whoever waited is asked to try again: phones keep their commands.
- One greenlet a meeting; all of them store through the one writer thread of the database.
- A command that came before (same person and client id) is answered with the number it got then, also after a restart.
"""

import random
import secrets
from collections import ChainMap
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import cast

import gevent
import structlog
from gevent.lock import RLock
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from app import clock
from app.activities.registry import KINDS
from app.db import Database
from app.errors import Rejected
from app.live import commands as c
from app.live import events as e
from app.live import log, machine
from app.live.asking import SERVER, Actor, Ask, Decided, Words, put_words_back
from app.live.commands import Command
from app.live.events import Happened
from app.live.evolve import evolve
from app.live.room import Room, Waiting
from app.live.state import Stage, State
from app.live.telling import Teller
from app.sheets import SheetKey, Sheets

SLOW_LOOK_SECONDS = 1.0  # how often a quiet room looks at the clock: timers are right to the second
KEEP_EVERY = timedelta(minutes=2)  # how old the record of a shared sheet may be while a group writes

logger = structlog.get_logger()

Loader = Callable[[str], Room]


class TryAgain(Exception):
    """It could not be stored now and may or may not be in: send the same again, under the same id."""


class Runner:
    """All meetings that are live on this server."""

    def __init__(
        self, database: Database, sheets: Sheets, load: Loader, teller: Teller, *,
        learn: Callable[[Room], None] = lambda room: None, look: Callable[[], None] = lambda: None,
    ) -> None:  # fmt: skip
        """`load` makes a room, its log unread; `learn` then tells it what is published now, `look` if that changed."""
        self._database = database
        self._sheets = sheets
        self._load = load
        self._learn = learn
        self._look = look
        self._teller = teller
        self._rooms: dict[str, Room] = {}
        self._loading = RLock()

    def room(self, meeting: str) -> Room:
        """The meeting in memory, read from the log at its first use. Raises `NotFound`."""
        if meeting not in self._rooms:
            with self._loading:
                if meeting not in self._rooms:
                    room = self._load(meeting)
                    self._catch_up(room)
                    self._learn(room)
                    self._rooms[meeting] = room
                    gevent.spawn(self._run, room)
                    self._teller.attend(room)
        return self._rooms[meeting]

    def rooms(self) -> Sequence[Room]:
        return tuple(self._rooms.values())

    def submit(self, meeting: str, actor: Actor, command: Command, id: str, age: timedelta = timedelta()) -> int:
        """Ask the meeting; wait until what follows is stored. The meeting's last number then.

        Raises `Rejected` (nothing changed) or `TryAgain` (unknown; send the same again).
        """
        room = self.room(meeting)
        dice = random.Random(secrets.randbits(64))
        waiting = Waiting(Ask(actor, command, id, clock.now(), dice, age))
        room.queue.append(waiting)
        room.work.set()
        return cast(int, waiting.answer.get())

    def submit_as_server(self, meeting: str, command: Command) -> int:
        """The server's own command; wait until what follows is stored."""
        return self.submit(meeting, SERVER, command, secrets.token_hex(8))

    def tell_server(self, meeting: str, command: Command) -> None:
        """The server's own command, without waiting for it."""
        room = self.room(meeting)
        room.queue.append(Waiting(Ask(SERVER, command, secrets.token_hex(8), clock.now())))
        room.work.set()

    # ---- the loop of one meeting

    def _run(self, room: Room) -> None:
        while True:
            room.work.wait(SLOW_LOOK_SECONDS)
            room.work.clear()
            try:
                self._turn(room)
            except Exception:
                logger.exception("turn-failed", meeting=room.about.id)

    def _turn(self, room: Room) -> None:
        if room.presence.is_anybody_here():
            self._look()
        if room.renew():
            self._teller.trouble(room)
        self._queue_what_is_due(room)
        batch = [room.queue.popleft() for _ in range(len(room.queue))]
        if not batch:
            return
        try:
            self._process(room, batch)
        finally:
            _all_again([waiting for waiting in batch if not waiting.answer.ready()])

    def _queue_what_is_due(self, room: Room) -> None:
        now = clock.now()
        changed = room.presence.sweep(now)
        if changed:
            self._teller.presence_changed(room, changed)
        if room.state.stage is Stage.LIVE and room.presence.is_led(now) != room.state.led:
            room.queue.append(_of_server(c.NoteLead(room.presence.is_led(now)), now))
        due = machine.deadlines(room.state)
        if due is not None and due <= now:
            room.queue.append(_of_server(c.Tick(), now))
        for place in [place for place, at in room.to_keep.items() if at <= now]:
            del room.to_keep[place]
            room.queue.extend(self._keeping(room, place, "soft", now))

    def _process(self, room: Room, batch: list[Waiting]) -> None:
        if room.is_behind and not self._try_to_catch_up(room):
            return _all_again(batch)
        trial = _Trial(room, self._sheets)
        for waiting in batch:
            trial.take(waiting)
        if trial.log and not self._store(room, trial):
            return trial.fail()
        before, room.state = room.state, trial.state
        room.failures = 0
        room.done.update(trial.done)
        room.words.update(trial.words)
        trial.answer()
        if trial.log:
            self._note_sheets(room, [h for h, _ in trial.log])
            self._teller.happened(room, before, [h for h, _ in trial.log])
        return None

    def _store(self, room: Room, trial: "_Trial") -> bool:
        def work(session: Session) -> None:
            log.append(session, room.about.id, trial.log, trial.said)
            if trial.state.stage is not room.state.stage:
                log.note_stage(session, room.about.id, trial.state.stage.value)

        try:
            self._database.write(work)
        except (SQLAlchemyError, OSError) as fault:
            room.failures += 1
            room.is_behind = True
            logger.error("meeting-not-stored", meeting=room.about.id, times=room.failures, why=str(fault))
            self._teller.trouble(room)
            return False
        return True

    def _try_to_catch_up(self, room: Room) -> bool:
        try:
            self._catch_up(room)
        except (SQLAlchemyError, OSError) as fault:
            logger.error("meeting-not-read", meeting=room.about.id, why=str(fault))
            return False
        return True

    def _catch_up(self, room: Room) -> None:
        """Fold what the log has beyond the state: everything at the first use, little after an unclear commit."""
        with self._database.read() as session:
            rows = log.since(session, room.about.id, room.state.seq)
            room.words = log.words(session, room.about.id)
        for happened, client in rows:
            room.state = evolve(room.state, happened)
            if client is not None:
                room.done[happened.actor, client] = happened.seq
        for item in room.state.plan.items.values():
            for group in room.state.groups if _is_shared(item.id, room.state) else ():
                self.read_sheet(room, item.id, group.id)
        room.is_behind = False

    # ---- shared sheets into the record

    def read_sheet(self, room: Room, run: str, group: str) -> None:
        """What the group board shows of a sheet, from the database."""
        key = SheetKey(room.about.id, run, group)
        last = self._sheets.last(key)
        if last is not None:
            room.sheets[run, group] = {
                "fields": self._sheets.fields(key), "field": last.field, "person": last.person, "at": last.at,
            }  # fmt: skip

    def sheet_changed(self, room: Room, run: str, group: str, fields: Mapping[str, str], field: str | None,
                      person: int) -> None:  # fmt: skip
        """A group has written: show it on the board, and see that the record follows within two minutes."""
        now = clock.now()
        room.sheets[run, group] = {"fields": fields, "field": field, "person": person, "at": now}
        is_open = room.state.runs[run].is_open
        room.to_keep.setdefault((run, group), now + (KEEP_EVERY if is_open else timedelta()))
        self._teller.presence_changed(room, set())

    def _note_sheets(self, room: Room, happened: Iterable[Happened]) -> None:
        """After a close, keep once more when the grace is over: words written in time may still be on their way."""
        for h in happened:
            if isinstance(h.event, e.RoundOpened) and h.event.number:
                self._note_round(room, h.event, h.at)
            if isinstance(h.event, e.RunClosed) and _is_shared(h.event.run, room.state):
                grace = timedelta(seconds=room.state.plan.items[h.event.run].grace)
                for group in room.state.groups:
                    room.to_keep[h.event.run, group.id] = h.at + grace

    def _note_round(self, room: Room, event: e.RoundOpened, at: datetime) -> None:
        """The same for the sheets of the round before."""
        grace = timedelta(seconds=room.state.plan.items[event.run].grace)
        inside = [id for id in room.state.plan.tree(event.run) if _is_shared(id, room.state)]
        before = room.state.rounds[event.run][event.number - 1].groups if event.run in room.state.rounds else ()
        room.to_keep.update({(id, group.id): at + grace for id in inside for group in before})

    def _keeping(self, room: Room, place: tuple[str, str], why: str, now: datetime) -> list[Waiting]:
        return [_of_server(command, now) for command in keep_commands(room.state, room.words, self._sheets,
                                                                      room.about.id, [place], why)]  # fmt: skip


def keep_commands(
    state: State, words: Mapping[str, str], sheets: Sheets, meeting: str, places: Iterable[tuple[str, str]], why: str
) -> list[c.KeepSheet]:
    """For each sheet whose words differ from the record, the command that records them."""
    found = []
    for run, group in places:
        kept = state.runs[run].answers.get(group, {})
        now = sheets.fields(SheetKey(meeting, run, group))
        was = {key: put_words_back(given.value, words) for key, given in kept.items()}
        changed = {
            key: text
            for key, text in now.items()
            if text.strip() != (was.get(key) or {"text": ""}).get("text", "").strip()
        }
        if changed:
            late = not state.runs[run].is_open and why == "soft"
            found.append(c.KeepSheet(run, group, changed, why, late))
    return found


class _Trial:
    """A batch being decided: nothing of it is true before it is stored."""

    def __init__(self, room: Room, sheets: Sheets) -> None:
        self._room, self._sheets = room, sheets
        self.state = room.state
        self.log: list[tuple[Happened, str | None]] = []
        self.said: list[Words] = []
        self.words: dict[str, str] = {}
        self.done: dict[tuple[int | None, str], int] = {}
        self._answers: list[tuple[Waiting, int | Rejected]] = []

    def take(self, waiting: Waiting) -> None:
        ask = waiting.ask
        name = (ask.actor.id, ask.id)
        before = self._room.done.get(name) or self.done.get(name)
        if before is not None:
            self._answers.append((waiting, before))
            return
        self._keep_what_is_taken(ask)
        ask = replace(ask, words=ChainMap(self.words, self._room.words), course=self._room.course)
        try:
            decided = machine.decide(self.state, ask)
            self._add(ask, decided)
        except Rejected as refusal:
            self._answers.append((waiting, refusal))
            return
        except Exception:
            logger.exception("command-failed", meeting=self._room.about.id, command=type(ask.command).__name__)
            self._answers.append((waiting, Rejected("fault", "Something went wrong here. We have written it down.")))
            return
        self._keep_sheets(ask, decided)
        if decided.events and ask.actor.id is not None:
            self.done[name] = self.state.seq
        self._answers.append((waiting, self.state.seq))

    def _add(self, ask: Ask, decided: Decided) -> None:
        client = ask.id if ask.actor.id is not None else None
        self.state, happened = machine.happen(self.state, decided, ask.now, ask.actor.id)
        self.log += [(h, client if place == 0 else None) for place, h in enumerate(happened)]
        self.said += decided.said
        self.words |= {one.ref: one.text for one in decided.said}

    def _keep_what_is_taken(self, ask: Ask) -> None:
        """What opens goes on with the words of a sheet as they stand: into the record with them, first."""
        if not isinstance(ask.command, c.Open) or ask.command.run not in self.state.plan.items:
            return
        inside = [self.state.plan.items[id] for id in self.state.plan.tree(ask.command.run)]
        sources = [one.source for one in inside if one.takes and one.source and _is_shared(one.source, self.state)]
        here = [id for id in sources if self.state.plan.top(id).id == self.state.grouped_run]
        self._keep([(id, group.id) for id in here for group in self.state.groups], "carry", ask)

    def _keep(self, places: Iterable[tuple[str, str]], why: str, ask: Ask) -> None:
        words = ChainMap(self.words, self._room.words)
        for command in keep_commands(self.state, words, self._sheets, self._room.about.id, places, why):
            own = Ask(SERVER, command, f"keep-{self.state.seq}-{command.run}-{command.group}", ask.now)
            self._add(own, machine.decide(self.state, own))

    def _keep_sheets(self, ask: Ask, decided: Decided) -> None:
        """Closing or reporting keeps the words of the groups' sheets in the same transaction."""
        why = {e.RunClosed: "close", e.ReportStarted: "report", e.GroupsOpened: "regroup", e.RoundOpened: "round"}
        for event in decided.events:
            if type(event) not in why:
                continue
            run = event.run  # type: ignore[union-attr]
            inside = [id for id in self.state.plan.tree(run) if _is_shared(id, self.state)]
            places = [(id, group.id) for id in inside for group in self._room.state.groups]
            self._keep(places, why[type(event)], ask)

    def answer(self) -> None:
        for waiting, answer in self._answers:
            if isinstance(answer, Rejected):
                waiting.answer.set_exception(answer)
            else:
                waiting.answer.set(answer)

    def fail(self) -> None:
        """Nothing was stored, as far as we know: refusals stand, all others are asked to try again."""
        for waiting, answer in self._answers:
            waiting.answer.set_exception(answer if isinstance(answer, Rejected) else TryAgain())


def _of_server(command: Command, now: datetime) -> Waiting:
    return Waiting(Ask(SERVER, command, secrets.token_hex(8), now, random.Random(secrets.randbits(64))))


def _all_again(batch: Iterable[Waiting]) -> None:
    for waiting in batch:
        waiting.answer.set_exception(TryAgain())


def _is_shared(run: str, state: State) -> bool:
    """Whether groups write shared text in this run, and it has been opened."""
    item = state.plan.items[run]
    if run not in state.runs or not item.is_answerable or item.by != "group":
        return False
    return bool(KINDS[item.kind].shared(item.config))
