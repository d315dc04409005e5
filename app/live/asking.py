"""A command in its circumstances, what is decided about it, and the checks that many decisions share. Pure."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from app.errors import Rejected
from app.live.commands import Command
from app.live.course import Course
from app.live.events import Event
from app.live.plan import Activity
from app.live.state import Run, Stage, State


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks. `id` None is the server itself."""

    id: int | None
    facilitates: bool = False


SERVER = Actor(None, facilitates=True)


@dataclass(frozen=True, slots=True)
class Ask:
    """`id`: the client's own, unique per person. `age`: how long ago it was written, as the client says.

    `words`: what people have said so far, by reference. Only what is carried over is settled by them. `course`: what it
    became since; only a day that has ended asks.
    """

    actor: Actor
    command: Command
    id: str
    now: datetime
    dice: random.Random = field(default_factory=lambda: random.Random(0))
    age: timedelta = timedelta()
    words: Mapping[str, str] = field(default_factory=dict)
    course: Course = field(default_factory=Course)


@dataclass(frozen=True, slots=True)
class Words:
    """Free text that an event names by `ref`. `person` None: written by several."""

    ref: str
    person: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Decided:
    """What follows from an ask: events for the log, and the words they name, for the table beside it."""

    events: tuple[Event, ...]
    said: tuple[Words, ...] = ()


def set_words_aside(ask: Ask, value: Any, person: int | None) -> tuple[Any, tuple[Words, ...]]:
    """Replace every `{"text": …}` in a value by `{"said": ref}`; the refs follow from the ask alone."""
    said: list[Words] = []

    def walk(item: Any) -> Any:
        if isinstance(item, dict):
            if item.keys() == {"text"}:
                ref = f"{ask.actor.id or 0}:{ask.id}:{len(said)}"
                said.append(Words(ref, person, item["text"]))
                return {"said": ref}
            return {key: walk(inner) for key, inner in item.items()}
        return [walk(inner) for inner in item] if isinstance(item, list) else item

    return walk(value), tuple(said)


def put_words_back(value: Any, words: Mapping[str, str]) -> Any:
    """The opposite. Words that were erased read as an empty text marked `erased`."""
    if isinstance(value, dict):
        if value.keys() == {"said"}:
            text = words.get(value["said"])
            return {"text": ""} | {"erased": True} if text is None else {"text": text}
        return {key: put_words_back(inner, words) for key, inner in value.items()}
    return [put_words_back(inner, words) for inner in value] if isinstance(value, list | tuple) else value


def activity(state: State, run: str) -> Activity:
    if run not in state.plan.items:
        raise Rejected("no-such-activity", "This activity is not part of today's module.")
    return state.plan.items[run]


def opened(state: State, run: str) -> Run:
    activity(state, run)
    if run not in state.runs:
        raise Rejected("not-open", "This activity has not been opened yet.")
    return state.runs[run]


def require_live(state: State) -> None:
    if state.stage is Stage.LOBBY:
        raise Rejected("not-started", "The day has not begun yet. Start it first.")
    if state.stage is Stage.ENDED:
        raise Rejected("already-ended", "This day has ended. Reopen it to go on.")


def require_fresh(state: State, run: str, saw: Mapping[str, int]) -> None:
    """Refuse an act on a run that another act touched since the trainer looked (L12)."""
    if run in saw and run in state.runs and state.runs[run].touched > saw[run]:
        raise Rejected("stale", f"{by(state.runs[run].touched_by)} changed it a moment ago. This is how it stands now.")


def by(person: int | None) -> str:
    return "The clock" if person is None else f"{{p{person}}}"
