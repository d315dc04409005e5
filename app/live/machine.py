"""The meeting as a decider: `decide` says what follows from a command, `evolve` what an event changes.

    decide(state, ask) -> Decided(events, said)      raises Rejected
    evolve(state, happened) -> state                 (`evolve.py`)
    deadlines(state) -> the next moment at which the clock has something to do

All of it is pure: no database, no sockets, no clock, no dice of its own. The runner is the only caller.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from app.errors import Rejected
from app.live import acts, anew, answering, breakouts, carrying, plays, rounds, scribing, trying, versions
from app.live.asking import Ask, Decided
from app.live.commands import SERVER, TRAINEE, TRAINER
from app.live.events import Happened
from app.live.evolve import evolve
from app.live.state import Stage, State

_DECIDERS: dict[type, Callable[..., Any]] = {
    **answering.DECIDERS, **acts.DECIDERS, **breakouts.DECIDERS, **carrying.DECIDERS, **plays.DECIDERS,
    **rounds.DECIDERS, **scribing.DECIDERS, **trying.DECIDERS, **versions.DECIDERS,
}  # fmt: skip

assert set(_DECIDERS) == {*TRAINEE, *TRAINER, *SERVER}, "every command needs its decision"


def decide(state: State, ask: Ask) -> Decided:
    """The events that follow from the ask, perhaps none. Raises `Rejected`; the state is never changed."""
    _allow(state, ask)
    seen, about = anew.faced(state, ask)
    result = _DECIDERS[type(about.command)](seen, about, about.command)
    decided = result if isinstance(result, Decided) else Decided(tuple(result))
    if seen is not state:
        return anew.noted(state, about, decided)
    if not any(isinstance(event, plays.COMING_AND_GOING) for event in decided.events):
        return decided
    after, _ = happen(state, decided, ask.now, ask.actor.id)
    return Decided((*decided.events, *plays.follow(after)), decided.said)


def _allow(state: State, ask: Ask) -> None:
    """Deny by default: a trainer's command is a trainer's, the server's own is the server's."""
    command = type(ask.command)
    if command in SERVER and ask.actor.id is not None:
        raise Rejected("unknown-command", "This page is older or newer than the server. Please load it again.")
    if command in TRAINER and not ask.actor.facilitates:
        raise Rejected("not-facilitator", "Only a trainer of this meeting can do that.")
    if command in TRAINEE:
        member = state.members.get(ask.actor.id or 0)
        if member is None or member.removed:
            raise Rejected("not-here", "You are not on the list of this meeting. Ask your trainer.")


def happen(state: State, decided: Decided, at: datetime, actor: int | None) -> tuple[State, tuple[Happened, ...]]:
    """Number the events after the state's last one and apply them."""
    log: list[Happened] = []
    for event in decided.events:
        happened = Happened(state.seq + 1, at, actor, event)
        state = evolve(state, happened)
        log.append(happened)
    return state, tuple(log)


def deadlines(state: State) -> datetime | None:
    """The next moment for a `Tick`, or None."""
    if state.stage is not Stage.LIVE:
        return None
    due = (rounds.goes_on_at(state, run) or acts.closes_at(state, run) for run in state.runs.values())
    return min(filter(None, due), default=None)
