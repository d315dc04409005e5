"""The state of a meeting: frozen values that only `evolve` replaces."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from app.activities.contract import Veil
from app.live.events import Taken
from app.live.plan import Activity, Plan

UNDO_SECONDS = 30  # long enough to see the mistake on the class screen, short enough that nothing was built on it
ACTS_KEPT = 24  # acts a console can show and undo; older ones are in the log


class Stage(StrEnum):
    LOBBY = "lobby"
    LIVE = "live"
    ENDED = "ended"


class Phase(StrEnum):
    OPEN = "open"
    PAUSED = "paused"
    CLOSED = "closed"
    REVEALED = "revealed"
    READY = "ready"  # only after an opening was undone


@dataclass(frozen=True, slots=True)
class Given:
    """What stands in one cell. `person` wrote it at `at`; `counts` is False for what came after the grace.

    `scribe`: the trainer who entered it from paper.
    """

    value: Any
    at: datetime
    person: int
    late: bool = False
    counts: bool = True
    alone: bool = False
    scribe: int | None = None


@dataclass(frozen=True, slots=True)
class Tried:
    """A try: the answer as it stood then, and whether it was right."""

    right: bool
    cells: Mapping[str, Given]
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """One activity being done. `touched`/`touched_by`: the last act on it, so that a stale one can be refused.

    `called_back`: a trainer ends it in two minutes, and no round comes after that.
    `hints`: person -> how many of the hints she took. `tries`: who -> what she checked, one after the other.
    """

    id: str
    phase: Phase
    seed: str
    opened_at: datetime
    ends_at: datetime | None = None
    left: float | None = None
    ended_at: datetime | None = None
    closed_at: datetime | None = None
    revealed_at: datetime | None = None
    paused_at: datetime | None = None
    paused_seconds: float = 0.0
    called_back: bool = False
    touched: int = 0
    touched_by: int | None = None
    answers: Mapping[str, Mapping[str, Given]] = field(default_factory=dict)
    unfolded: frozenset[int] = frozenset()
    hints: Mapping[int, int] = field(default_factory=dict)
    tries: Mapping[str, tuple[Tried, ...]] = field(default_factory=dict)

    @property
    def is_open(self) -> bool:
        return self.phase in (Phase.OPEN, Phase.PAUSED)

    @property
    def veil(self) -> Veil:
        return Veil(self.seed)

    def tries_left(self, who: str, of: int) -> int:
        """How often she may check her answer yet; not at all once it was right."""
        done = self.tries.get(who, ())
        return 0 if done and done[-1].right else max(0, of - len(done))

    def seconds_left(self, now: datetime) -> float | None:
        if self.phase is Phase.PAUSED:
            return self.left
        return None if self.ends_at is None else (self.ends_at - now).total_seconds()


@dataclass(frozen=True, slots=True)
class Asking:
    """A question that the course asks after the day in place of the run's own: its id there, and what was answered."""

    question: str
    run: Run


@dataclass(frozen=True, slots=True)
class Member:
    """A person on the roster. `home`: her last group today."""

    id: int
    role: str
    district: str = ""
    joined_at: datetime | None = None
    came_late: bool = False
    removed: bool = False
    home: str | None = None
    moved_at: datetime | None = None

    @property
    def facilitates(self) -> bool:
        return self.role == "trainer"


@dataclass(frozen=True, slots=True)
class Group:
    id: str
    members: tuple[int, ...]
    roles: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Preview:
    """Groups that only trainers see, until they are told or opened."""

    run: str
    how: str
    groups: tuple[Group, ...]
    pins: tuple[int, ...] = ()
    told: bool = False


@dataclass(frozen=True, slots=True)
class Round:
    """A round of a pattern. `groups`: as they were when it ended, or of the last one, when it began."""

    kind: str
    step: int
    opened_at: datetime
    groups: tuple[Group, ...]
    visit: int = 0


Cast = Mapping[str, Mapping[str, tuple[int, ...]]]
"""Who plays what: group -> role -> people."""


@dataclass(frozen=True, slots=True)
class Taking:
    """What a run takes over from its source. `things`: as settled when it opened, None before.

    `out` and `words`: what trainers said of some of them, by key. `seq`: the last event that changed any of it.
    """

    things: tuple[Taken, ...] | None = None
    out: Mapping[str, bool] = field(default_factory=dict)
    words: Mapping[str, Any] = field(default_factory=dict)
    seq: int = 0


@dataclass(frozen=True, slots=True)
class Help:
    id: int
    group: str
    run: str
    by: int
    at: datetime
    reason: Any = None
    state: str = "asked"
    who: int | None = None


@dataclass(frozen=True, slots=True)
class Word:
    id: int
    text: Any
    by: int | None
    at: datetime
    groups: tuple[str, ...] | None = None
    seen: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class ReportBack:
    run: str
    order: tuple[str, ...]
    index: int
    seconds: int
    since: datetime
    over: bool = False


@dataclass(frozen=True, slots=True)
class Act:
    """A trainer's act that consoles show. `before`: what an undo puts back; None where it cannot be undone."""

    seq: int
    what: str
    who: int | None
    at: datetime
    run: str | None = None
    person: int | None = None
    before: Any = None
    undone: bool = False

    def can_be_undone(self, now: datetime) -> bool:
        return self.before is not None and not self.undone and now <= self.at + timedelta(seconds=UNDO_SECONDS)


@dataclass(frozen=True, slots=True)
class State:
    """Everything the rules know.

    `sat`: group run -> person -> groups she worked in, the last is hers. `casts`: role play -> who played what, a turn
    after the other. `taking`: run -> what it takes over. `rounds`: group run with a pattern -> its rounds so far, the
    last is the present one. `anew`: run -> version -> what was answered alone to the question of that version.
    """

    plan: Plan = field(default_factory=Plan)
    versions: Mapping[str, Plan] = field(default_factory=dict)  # those that were or may be taken, by their hash
    stage: Stage = Stage.LOBBY
    seq: int = 0
    seed: str = ""
    started_at: datetime | None = None
    ended_at: datetime | None = None
    led: bool = True
    members: Mapping[int, Member] = field(default_factory=dict)
    runs: Mapping[str, Run] = field(default_factory=dict)
    current: str | None = None
    groups: tuple[Group, ...] = ()
    grouped_run: str | None = None
    group_links: Mapping[str, Any] = field(default_factory=dict)
    preview: Preview | None = None
    stayed: frozenset[int] = frozenset()
    sat: Mapping[str, Mapping[int, tuple[str, ...]]] = field(default_factory=dict)
    casts: Mapping[str, tuple[Cast, ...]] = field(default_factory=dict)
    taking: Mapping[str, Taking] = field(default_factory=dict)
    anew: Mapping[str, Mapping[str, Asking]] = field(default_factory=dict)
    rounds: Mapping[str, tuple[Round, ...]] = field(default_factory=dict)
    helps: tuple[Help, ...] = ()
    words: tuple[Word, ...] = ()
    report: ReportBack | None = None
    acts: tuple[Act, ...] = ()
    role_counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    pair_counts: Mapping[str, int] = field(default_factory=dict)

    def run(self, id: str, now: datetime) -> Run:
        """The run, or a fresh one for an activity that is done alone and was never opened."""
        return self.runs.get(id) or Run(id, Phase.READY, f"{self.seed}/{id}", now)

    def group_of(self, person: int) -> Group | None:
        return next((group for group in self.groups if person in group.members), None)

    def group(self, id: str) -> Group | None:
        return next((group for group in self.groups if group.id == id), None)

    @property
    def trainees(self) -> tuple[Member, ...]:
        return tuple(member for member in self.members.values() if member.role == "trainee" and not member.removed)

    @property
    def open_group_work(self) -> Activity | None:
        """The group run that is under way, if one is."""
        if self.current is None or not self.plan.items[self.current].is_group_work:
            return None
        run = self.runs.get(self.current)
        return self.plan.items[self.current] if run is not None and run.is_open else None

    @property
    def group_work(self) -> Activity | None:
        """The present activity if it is done in groups, open or just closed."""
        if self.current is None or self.current not in self.runs:
            return None
        item = self.plan.items[self.current]
        return item if item.is_group_work and self.runs[item.id].phase is not Phase.READY else None

    def open_item(self) -> str | None:
        """Inside a quiz: the question that is open or was last, else None."""
        if self.current is None:
            return None
        seen = [self.runs[child] for child in self.plan.items[self.current].children if child in self.runs]
        return max(seen, key=lambda run: (run.is_open, run.touched)).id if seen else None

    def who_answers(self, run: str, person: int) -> str | None:
        """The key under which this person's answer is kept: "p12", her group's "g3", or None without a group."""
        if self.by(run) == "group" and self.stage is not Stage.ENDED:
            group = self.group_of(person)
            return group.id if group and self.writes(run, group.id) else None
        return f"p{person}"

    def writes(self, run: str, group: str) -> bool:
        """Whether this group fills in this sheet in the present round; where there are no rounds, every group does."""
        now = self.round(run)
        return now is None or self.wrote_in(run, replace(now, groups=self.groups), group)

    def wrote_in(self, run: str, then: Round, group: str) -> bool:
        """Whether this group filled in this sheet in that round."""
        place = next((at for at, one in enumerate(then.groups) if one.id == group), None)
        return place is not None and then.kind != "alone" and self.plan.is_written(run, then.kind, place)

    def writers(self, run: str) -> tuple[str, ...]:
        """The groups whose sheets are the result: in 1-2-4-All those of the last round, else all that write in it."""
        rounds = self.rounds.get(self.plan.top(run).id, ())
        if not rounds:
            return tuple(group.id for group in self.groups)
        last = rounds[-1:] if self.plan.top(run).pattern == "1-2-4-all" else rounds
        wrote = (group.id for one in last for group in one.groups if self.wrote_in(run, one, group.id))
        return tuple(dict.fromkeys(wrote))

    def own_sheets(self, run: str, person: int) -> tuple[str, ...]:
        """The groups whose shared sheet this person may open: those she sat in when they were to fill it in."""
        places = self.sat_in(run, person)
        rounds = self.rounds.get(self.plan.top(run).id, ())
        return tuple(id for id in places if not rounds or any(self.wrote_in(run, one, id) for one in rounds))

    def round(self, run: str) -> Round | None:
        """The present round of the group work that this run belongs to."""
        rounds = self.rounds.get(self.plan.top(run).id)
        return rounds[-1] if rounds else None

    def by(self, run: str) -> str:
        """Whether people or groups answer just now: in a round done alone, people do."""
        now = self.round(run)
        return "person" if now is not None and now.kind == "alone" else self.plan.items[run].by

    def who_wrote(self, run: str, person: int, written: datetime) -> str | None:
        """As `who_answers`, at the time of writing: what was written in an earlier round belongs to that one."""
        rounds = self.rounds.get(self.plan.top(run).id, ())
        then = [one for one in rounds if one.opened_at <= written]
        if self.plan.items[run].by != "group" or not then or then[-1] is rounds[-1]:
            return self.who_answers(run, person)
        if then[-1].kind == "alone":
            return f"p{person}"
        group = next((group.id for group in then[-1].groups if person in group.members), None)
        return group if group and self.wrote_in(run, then[-1], group) else None

    def left_at(self, run: str, person: int) -> datetime | None:
        """When this person last came to sit elsewhere: she was moved, or a round began."""
        now = self.round(run)
        return max(filter(None, (self.members[person].moved_at, now.opened_at if now else None)), default=None)

    def counts(self, run: str, who: str) -> bool:
        """Whether what this person or group wrote is the result; see `writers`."""
        now = self.round(run)
        if now is None or self.plan.items[run].by != "group":
            return True
        return who.startswith("p") if now.kind == "alone" else who in self.writers(run)

    def sat_in(self, run: str, person: int) -> tuple[str, ...]:
        """The groups this person has worked in on this group run (or its child), in order; the last is hers now."""
        return self.sat.get(self.plan.top(run).id, {}).get(person, ())
