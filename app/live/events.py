"""What happened in a meeting: past tense, kept for ever, replayed to the same state.

The rules of this file
- Fields are JSON-faithful. Events hold ids and keys, never names or free text: words are rows of `said` that an event
  names by reference (`{"said": "<ref>"}` in place of `{"text": "…"}`).
- A field may be added with a default; none is ever renamed or removed, for old logs are read with today's classes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Seat:
    """One person on the roster. `role`: trainee or trainer. `district`: an attribute to mix groups by."""

    person: int
    role: str
    district: str = ""


@dataclass(frozen=True, slots=True)
class MeetingOpened:
    """The meeting's roster; role -> person -> times, and pairs as "12-31" -> times, of earlier days.

    `seed` veils the keys of activities that are done alone without ever having been opened.
    """

    seats: tuple[Seat, ...] = ()
    seed: str = ""
    role_counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    pair_counts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MeetingStarted:
    content: str = ""


@dataclass(frozen=True, slots=True)
class MeetingEnded:
    pass


@dataclass(frozen=True, slots=True)
class MeetingReopened:
    pass


@dataclass(frozen=True, slots=True)
class VersionTaken:
    """What is not yet opened is of this published version from now."""

    content: str


@dataclass(frozen=True, slots=True)
class Entered:
    """A person came for the first time; `late` when an activity had already been opened."""

    seat: Seat
    late: bool = False


@dataclass(frozen=True, slots=True)
class Removed:
    person: int


@dataclass(frozen=True, slots=True)
class RunOpened:
    """`seed` veils the run's keys. `seconds` 0: no clock."""

    run: str
    seed: str
    seconds: int
    content: str = ""


@dataclass(frozen=True, slots=True)
class RunClosed:
    """`ended_at`: the moment up to which writing counts. `left`: seconds that were on the clock, for an undo."""

    run: str
    ended_at: datetime
    left: float | None = None
    by_clock: bool = False


@dataclass(frozen=True, slots=True)
class RunRevealed:
    run: str


@dataclass(frozen=True, slots=True)
class RunHidden:
    run: str


@dataclass(frozen=True, slots=True)
class RunReopened:
    run: str
    seconds: int


@dataclass(frozen=True, slots=True)
class RunPaused:
    run: str
    left: float | None = None


@dataclass(frozen=True, slots=True)
class RunResumed:
    run: str


@dataclass(frozen=True, slots=True)
class EndMoved:
    """The clock was set: `seconds` more or less, ending at `ends_at` (or, paused, with `left` seconds)."""

    run: str
    seconds: int
    ends_at: datetime | None = None
    left: float | None = None
    is_soft_close: bool = False


@dataclass(frozen=True, slots=True)
class Answered:
    """`who`: "p12" for a person, "g3" for a group. `written_at`: when the author wrote it, as far as we believe it.

    `on_paper`: a trainer entered it from a sheet of paper; for a group, `person` is that trainer.

    `content` and `question`: the version and the id there of the question that was asked, where after the day the
    course asks another one in its place (`anew.py`); "" for that of the run. So too in the three events below.
    """

    run: str
    who: str
    cell: str
    value: Any
    person: int
    written_at: datetime
    late: bool = False
    counts: bool = True
    alone: bool = False
    content: str = ""
    question: str = ""
    on_paper: bool = False


@dataclass(frozen=True, slots=True)
class Unfolded:
    """A person had the results of this activity shown to her, after the day, without having answered."""

    run: str
    person: int
    content: str = ""
    question: str = ""


@dataclass(frozen=True, slots=True)
class HintTaken:
    """A person was shown hint `number` of this activity, counted from 1."""

    run: str
    person: int
    number: int
    content: str = ""
    question: str = ""


@dataclass(frozen=True, slots=True)
class Tried:
    """The answer that stood there was checked for the `number`th time, counted from 1. `alone`: after the day."""

    run: str
    who: str
    number: int
    right: bool
    alone: bool = False
    content: str = ""
    question: str = ""


@dataclass(frozen=True, slots=True)
class GroupPlan:
    id: str
    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class GroupsPreviewed:
    run: str
    how: str
    groups: tuple[GroupPlan, ...]
    pins: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A person was put into a group of the preview, by hand."""

    run: str
    person: int
    group: str | None


@dataclass(frozen=True, slots=True)
class GroupsTold:
    run: str


@dataclass(frozen=True, slots=True)
class GroupsOpened:
    """These groups work on `run` from now. `roles`: group -> role -> person."""

    run: str
    groups: tuple[GroupPlan, ...]
    roles: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RolesDealt:
    """Who plays what in a role play from now: group -> role -> people; who has no role watches.

    `why`: "open"; "turn", when the roles went round; "moved", when people came or went and the turn goes on.
    """

    run: str
    cast: Mapping[str, Mapping[str, tuple[int, ...]]]
    why: str = "open"


@dataclass(frozen=True, slots=True)
class RoundOpened:
    """The next round of a pattern: who sits where from now, and for how many seconds.

    `number` counts from 0. `kind` is what is done (`plan.ROUNDS`), `step` which of the written steps it is. `visit`
    counts the visits of a gallery.
    """

    run: str
    number: int
    kind: str
    step: int
    seconds: int
    groups: tuple[GroupPlan, ...]
    roles: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    visit: int = 0


@dataclass(frozen=True, slots=True)
class Moved:
    """A person changed groups; no sheet changed."""

    person: int
    source: str | None
    target: str | None
    why: str = "by-hand"


@dataclass(frozen=True, slots=True)
class GroupLinked:
    """Where a group's voices meet: `{"said": ref}`, or None for nowhere."""

    group: str
    link: Any


@dataclass(frozen=True, slots=True)
class Stayed:
    person: int
    run: str
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Unstayed:
    person: int
    run: str


@dataclass(frozen=True, slots=True)
class SheetKept:
    """The words of a group's sheet as they stood: field key -> `{"said": ref}`, or None where it was emptied."""

    run: str
    group: str
    fields: Mapping[str, Any]
    why: str
    late: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """One thing that is carried over. `key` names it where it is taken to; `places` say where it stood, as (who, cell).

    An author's own words have "" for who, and the item's key. `values` are what stood there, one for each place, words
    by reference. `out`: there were too many, and this one was wanted least.
    """

    key: str
    places: tuple[tuple[str, str], ...]
    values: tuple[Any, ...]
    votes: int = 0
    out: bool = False


@dataclass(frozen=True, slots=True)
class TakenOver:
    """What a run that opens goes on with, settled: what is written in the source later is not in it."""

    run: str
    source: str
    things: tuple[Taken, ...]


@dataclass(frozen=True, slots=True)
class TakenOut:
    """A trainer left one of these things out (`out`), or took it in again."""

    run: str
    key: str
    out: bool = True


@dataclass(frozen=True, slots=True)
class Reworded:
    """A trainer wrote other words for one of these things: `{"said": ref}`, or None for what stood there."""

    run: str
    key: str
    words: Any


@dataclass(frozen=True, slots=True)
class HelpAsked:
    group: str
    run: str
    person: int
    reason: Any = None


@dataclass(frozen=True, slots=True)
class HelpExplained:
    """The group said why it calls, after it had called."""

    help: int
    reason: Any


@dataclass(frozen=True, slots=True)
class HelpSeen:
    help: int
    person: int


@dataclass(frozen=True, slots=True)
class HelpAttended:
    help: int
    person: int


@dataclass(frozen=True, slots=True)
class HelpResolved:
    help: int
    person: int


@dataclass(frozen=True, slots=True)
class WordSaid:
    text: Any
    groups: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class WordSeen:
    word: int
    person: int


@dataclass(frozen=True, slots=True)
class WordRetracted:
    word: int


@dataclass(frozen=True, slots=True)
class ReportStarted:
    """The report-back begins, or its order changed: `index` says whose turn it is."""

    run: str
    order: tuple[str, ...]
    seconds: int
    index: int = 0


@dataclass(frozen=True, slots=True)
class ReportMoved:
    run: str
    index: int


@dataclass(frozen=True, slots=True)
class ReportEnded:
    run: str


@dataclass(frozen=True, slots=True)
class Undone:
    """The act logged as `seq` was taken back. `ends_at`: the clock of a reopened run."""

    seq: int
    ends_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class LeadLost:
    pass


@dataclass(frozen=True, slots=True)
class LeadBack:
    pass


EVENTS = (
    *(MeetingOpened, MeetingStarted, MeetingEnded, MeetingReopened, VersionTaken, Entered, Removed),
    *(RunOpened, RunClosed, RunRevealed, RunHidden, RunReopened, RunPaused, RunResumed, EndMoved),
    *(
        Answered,
        Unfolded,
        HintTaken,
        Tried,
        GroupsPreviewed,
        Placed,
        GroupsTold,
        GroupsOpened,
        GroupLinked,
        RolesDealt,
        RoundOpened,
        Moved,
        Stayed,
        Unstayed,
        SheetKept,
        TakenOver,
        TakenOut,
        Reworded,
    ),
    *(HelpAsked, HelpExplained, HelpSeen, HelpAttended, HelpResolved, WordSaid, WordSeen, WordRetracted),
    *(ReportStarted, ReportMoved, ReportEnded, Undone, LeadLost, LeadBack),
)

Event = (
    MeetingOpened | MeetingStarted | MeetingEnded | MeetingReopened | VersionTaken | Entered | Removed
    | RunOpened | RunClosed | RunRevealed | RunHidden | RunReopened | RunPaused | RunResumed | EndMoved
    | Answered | Unfolded | HintTaken | Tried | GroupsPreviewed | Placed | GroupsTold | GroupsOpened | GroupLinked
    | RolesDealt | RoundOpened | Moved | Stayed | Unstayed | SheetKept | TakenOver | TakenOut | Reworded
    | HelpAsked | HelpExplained | HelpSeen | HelpAttended | HelpResolved | WordSaid | WordSeen | WordRetracted
    | ReportStarted | ReportMoved | ReportEnded | Undone | LeadLost | LeadBack
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Happened:
    """An event in its place: number in the meeting, time, and who did it (`None`: the server by its clock)."""

    seq: int
    at: datetime
    actor: int | None
    event: Event
