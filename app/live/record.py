"""Every answer of a meeting as it is kept: to what it was given, in which version, and how it came. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.live import events as e
from app.live.events import Happened
from app.live.evolve import evolve
from app.live.state import State


@dataclass(frozen=True, slots=True)
class Kept:
    """One cell of an answer. `id` is whole: "accounting/day-2/break-even".

    `content` is the version it was given to, `grading` names what counted as right in it, `language` that of the
    course: keys and right words are of it, whatever language the page was in. `client` is the phone's own id of the
    answer, None for the words of a sheet that a group wrote together. `value` None: the cell was emptied.
    """

    id: str
    cell: str
    value: Any
    who: str
    person: int | None
    at: datetime
    content: str
    grading: str
    language: str
    client: str | None
    counts: bool = True
    alone: bool = False


def kept(start: State, log: Iterable[tuple[Happened, str | None]], module: str, language: str) -> Iterator[Kept]:
    """Every answer in the order of the log, those that were replaced later too. `module`: "accounting/day-2"."""
    state = start
    for happened, client in log:
        state = evolve(state, happened)
        match happened.event:
            case e.Answered(run, who, cell, value, person, written_at, _late, counts, alone, content, question):
                item = state.versions[content].items[question] if content else state.plan.items[run]
                yield Kept(
                    f"{module}/{item.id}", cell, value, who, person, written_at, item.content, item.grading, language,
                    client, counts, alone,
                )  # fmt: skip
            case e.SheetKept(run, group, fields):
                item = state.plan.items[run]
                for cell, value in fields.items():
                    yield Kept(
                        f"{module}/{run}", cell, value, group, None, happened.at, item.content, item.grading,
                        language, None,
                    )  # fmt: skip
