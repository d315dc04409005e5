"""A day of a course held from its opening to its end: two trainers, seven trainees in groups, one who is absent.

What everybody does follows from her number: see `_answer`. `moments` keeps the meeting as it stood at each activity.
"""

import random
from copy import copy
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Any

import pytest

from app.activities.contract import Carry
from app.activities.registry import KINDS
from app.errors import Rejected
from app.live import codec, machine, plan, rounds
from app.live.asking import SERVER, Actor, Ask, Decided
from app.live.carrying import config_of, own_keys
from app.live.events import Happened, MeetingOpened, Seat
from app.live.plan import Activity
from app.live.room import About, Room
from app.live.state import State
from tests.activities.examples import Played
from tests.courses.answers import Sent, plausible, right, wrong
from tests.courses.modules import DAYS, Block, every, published
from tests.live.day import NOON, c

AMMINI, FATHIMA = 101, 102
HERE = tuple(range(1, 8))
ABSENT = 8
every_day = pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.xdist_group(f"played {name}")) for name in DAYS]
)
"""A day's tests share a worker, so that it is held once."""
BLOCKS = ("Kuttanad", "Cherthala", "Ambalappuzha")


@dataclass(frozen=True)
class Moment:
    """The meeting at one moment of an activity. `what`: open (answered, nobody has checked), tried, closed, shown."""

    what: str
    run: str
    state: State


class Meeting:
    def __init__(self, module: Block) -> None:
        self.module = module
        self.blocks = {block["id"]: block for block in every(module)}
        self.now = NOON
        self.dice = random.Random(7)
        self.began = self.state = State(plan=plan.read(module, "cafe0123"))
        self.log: list[Happened] = []
        self.words: dict[str, str] = {}
        self.moments: list[Moment] = []
        self._ids = 0
        trainees = [Seat(person, "trainee", BLOCKS[person % 3]) for person in (*HERE, ABSENT)]
        seats = (*trainees, Seat(AMMINI, "trainer"), Seat(FATHIMA, "trainer"))
        self._happen(Decided((MeetingOpened(seats, "5eed"),)), None)

    def does(self, actor: int, type: str, *, age: float = 0, **fields: Any) -> None:
        """What a phone or console sends, in the form of the wire. Raises `Rejected`."""
        command = codec.read_command({"type": type, **fields})
        self._decide(Actor(actor, actor in (AMMINI, FATHIMA)), command, age)

    def server(self, type: str, **fields: Any) -> None:
        self._decide(SERVER, c(type, **fields), 0)

    def refusal(self, actor: int, type: str, **fields: Any) -> str:
        """The code with which this is refused; "" if it is not."""
        try:
            self.does(actor, type, **fields)
        except Rejected as refusal:
            return refusal.code
        return ""

    def _decide(self, actor: Actor, command: Any, age: float) -> None:
        self._ids += 1
        self.now += timedelta(seconds=1)
        ask = Ask(actor, command, f"id-{self._ids}", self.now, self.dice, timedelta(seconds=age), dict(self.words))
        self._happen(machine.decide(self.state, ask), actor.id)

    def _happen(self, decided: Decided, actor: int | None) -> None:
        self.state, happened = machine.happen(self.state, decided, self.now, actor)
        self.log += happened
        self.words |= {one.ref: one.text for one in decided.said}

    def again(self) -> "Meeting":
        """The same meeting, to go on with."""
        other = copy(self)
        other.log, other.words, other.moments = [*self.log], {**self.words}, []
        return other

    def keep(self, what: str, run: str) -> None:
        self.moments.append(Moment(what, run, self.state))

    def played(self, run: str) -> Played:
        """The activity as it is done in its run."""
        known, kind = self.state.run(run, self.now), KINDS[self.state.plan.items[run].kind]
        return Played(kind, config_of(self.state, known, self.words), known.veil)

    def answers(self, person: int, run: str, sent: Sent, *, age: float = 0) -> None:
        for cell, value in sent.items():
            self.does(person, "answer", run=run, cell=cell, value=value, age=age)

    def room(self, state: State | None = None) -> Room:
        """The meeting as a server would have it in memory."""
        return room_of(self.module, state or self.state, self.words)


def room_of(module: Block, state: State, words: dict[str, str]) -> Room:
    about = About("m1", "data", 1, "CODE22", "c", "Batch 1", NOON, "", "/j/CODE22", {"people": []}, "r", module, "cafe")
    room = Room(about, state.plan, NOON)
    room.state, room.words = state, words
    return room


# ---- a whole day


@cache
def held(name: str) -> Meeting:
    """The day "course/day-1", from the opening to the end. Nobody may change it."""
    return hold(Meeting(published(name)))


def hold(day: Meeting) -> Meeting:
    day.does(AMMINI, "start")
    for person in HERE:
        day.server("enter", person=person, role="trainee", district=BLOCKS[person % 3])
    for place, run in enumerate(day.state.plan.order):
        _hold(day, day.state.plan.items[run], (AMMINI, FATHIMA)[place % 2])
    day.does(FATHIMA, "end")
    return day


def _hold(day: Meeting, item: Activity, trainer: int) -> None:
    if item.is_quiz:
        return _quiz(day, item, trainer)
    if item.is_group_work:
        return _group_work(day, item, trainer)
    day.does(trainer, "open", run=item.id)
    if item.is_answerable:
        _answer(day, item)
    return _close(day, item, trainer)


def _quiz(day: Meeting, item: Activity, trainer: int) -> None:
    for place, child in enumerate(item.children):
        day.does(trainer, "open", run=child if place else item.id)  # the first question opens with the quiz
        _answer(day, day.state.plan.items[child])
        _close(day, day.state.plan.items[child], trainer)
    day.does(trainer, "close", run=item.id)


def _group_work(day: Meeting, item: Activity, trainer: int) -> None:
    """In two groups, whatever the author asks for; a pattern goes round by round, in the groups that it needs."""
    how = item.options.get("assign", {}).get("how", "random")
    day.does(trainer, "preview", run=item.id, how=how, count=2)
    day.does(trainer, "tell", run=item.id)
    day.does(trainer, "open", run=item.id)
    if item.roles:
        day.does(trainer, "rotate", run=item.id)
    _work(day, item)
    while day.state.rounds.get(item.id) and rounds.following(day.state, item):
        day.does(trainer, "next_round", run=item.id)
        _work(day, item)
    order = [group.id for group in day.state.groups]
    day.does(trainer, "report", run=item.id, order=order)
    for _ in order[1:]:
        day.does(trainer, "report_next", run=item.id)
    day.does(trainer, "report_end", run=item.id)
    _close(day, item, trainer)


def _work(day: Meeting, item: Activity) -> None:
    """What is filled in now: in a pattern, in its present round."""
    now = day.state.round(item.id)
    for child in item.children:
        sheet = day.state.plan.items[child]
        if sheet.by == "group" and now is not None and now.kind == "alone":
            _alone(day, sheet)
        elif sheet.by == "group":
            _fill_in(day, sheet)
        elif sheet.is_answerable and (now is None or len(day.state.rounds[item.id]) == 1):
            _answer(day, sheet)
    day.keep("open", item.id)


def _alone(day: Meeting, sheet: Activity) -> None:
    """1 has it right, 2 wrong, 3 writes anything, the others nothing; their words are their own."""
    good, bad, some = _answers(day, sheet, day.played(sheet.id))
    for person, sent in ((1, good), (2, bad), (3, some)):
        day.answers(person, sheet.id, sent)


def _fill_in(day: Meeting, sheet: Activity) -> None:
    """The first group has it right, the second wrong; words come by the shared sheet."""
    block, of = day.blocks[sheet.id], day.played(sheet.id)
    shared = of.kind.shared(of.config)
    answers = [*right(block, of)[:1], *(sent for sent, _ in list(wrong(block, of))[:1])] or [plausible(of)]
    writing = [group for group in day.state.groups if group.members and day.state.writes(sheet.id, group.id)]
    for place, group in enumerate(writing):
        sent = answers[place % len(answers)]
        own = {cell: value for cell, value in sent.items() if cell not in shared}
        day.answers(group.members[place % len(group.members)], sheet.id, own)
        words = {cell: f"{group.id}: {sent[cell]['text']}" for cell in shared}
        if words:
            day.server("keep_sheet", run=sheet.id, group=group.id, fields=words, why="soft")


def _answer(day: Meeting, item: Activity) -> None:
    """1 is right, 2 wrong, 3 says anything, 4 has a slow line, 5 takes it all back, 6 thinks again, 7 is silent."""
    of, run = day.played(item.id), item.id
    good, bad, some = _answers(day, item, of)
    sheets = item.takes is Carry.SHEETS
    for person, sent, age in ((1, good, 0), (2, bad, 0), (3, some, 0), (4, good, 3), (5, some, 0), (6, bad, 0)):
        day.answers(person, run, _of_others(day, item, person, sent) if sheets else sent, age=age)
    day.answers(5, run, dict.fromkeys(some))
    day.answers(6, run, _of_others(day, item, 6, good) if sheets else good)
    day.keep("open", run)
    if item.hints:
        day.does(3, "take_hint", run=run, number=1)
    if item.tries > 1:
        day.does(1, "try", run=run)
        day.does(2, "try", run=run)
        day.keep("tried", run)


def _answers(day: Meeting, item: Activity, of: Played) -> tuple[Sent, Sent, Sent]:
    """A right answer, a wrong one, and anybody's; where nothing is right, three times anybody's."""
    block, some = day.blocks[item.id], plausible(of)
    good = next(iter(right(block, of)), some)
    return good, next((sent for sent, _ in wrong(block, of)), some), some


def _of_others(day: Meeting, item: Activity, person: int, sent: Sent) -> Sent:
    """The same stars and comments, for the first sheet that is not her own."""
    run, own = day.state.runs[item.id], own_keys(day.state, item, person)
    other = next(sheet.key for sheet in day.played(item.id).config.sheets if sheet.key not in own)
    token = run.veil.token(other)
    return {cell: value | {"sheet": token} if isinstance(value, dict) else token for cell, value in sent.items()}


def _close(day: Meeting, item: Activity, trainer: int) -> None:
    day.does(trainer, "close", run=item.id)
    day.keep("closed", item.id)
    day.does(trainer, "reveal", run=item.id)
    day.keep("shown", item.id)
