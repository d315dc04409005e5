"""What every view needs: facts beside the state, the runs it is about, how moments and addresses are written. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from app.live.state import Phase, Run, State

Parts = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Facts:
    """What a view needs beside the state: words by reference, and what belongs to the meeting but is no event."""

    id: str
    data: str
    code: str = ""
    course: str = ""
    cohort: str = ""
    starts_at: datetime | None = None
    link: str = ""
    join_url: str = ""
    roster: str = ""
    agenda: str = ""
    content: str = ""
    contents: Mapping[str, str] = field(default_factory=dict)  # version -> what names its words in this reading
    newer: Mapping[str, Any] | None = None  # a version that was published since, and what changes with it
    since: tuple[Mapping[str, Any], ...] = ()  # of an ended day: what the course did to its answers since
    words: Mapping[str, str] = field(default_factory=dict)
    presence: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)
    sheets: Mapping[tuple[str, str], Mapping[str, Any]] = field(default_factory=dict)
    guests: tuple[Mapping[str, Any], ...] = ()
    is_read_only: bool = False


def iso(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def words_of(state: State, facts: Facts, run: str) -> str:
    """What names the words of this activity in addresses: those of its own version."""
    version = state.plan.items[run].content
    return (facts.contents.get(version) or (version if version in state.versions else facts.content))[:8]


def url_of(state: State, facts: Facts, what: str, run: str) -> str:
    return f"/m/{facts.id}/{what}/{run}?v={words_of(state, facts, run)}"


def relevant(state: State) -> list[Run]:
    """Runs a phone needs just now: those of the present activity, and whatever else is still open."""
    here = set(state.plan.tree(state.current)) if state.current else set()
    return [run for run in state.runs.values() if run.phase is not Phase.READY and (run.id in here or run.is_open)]
