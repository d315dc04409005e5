"""What people ask of a meeting: one frozen value a command, named as one would say it.

`WIRE` maps the name on the wire to the class. Commands below "The server's own" never come from outside.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

# ---- a trainee's


@dataclass(frozen=True, slots=True)
class Answer:
    """Put `value` into one cell of the run's answer; `None` empties it. Wire form: tokens in place of keys.

    Where the course asks another question since the day, its number stands after the run: "loss~1" (`anew.py`). So too
    in the three commands below.
    """

    run: str
    value: Any = None
    cell: str = ""


@dataclass(frozen=True, slots=True)
class Unfold:
    """Afterwards, alone: show me the results of this activity though I have not answered."""

    run: str


@dataclass(frozen=True, slots=True)
class TakeHint:
    """Show me hint `number`, counted from 1: each is taken after the one before it."""

    run: str
    number: int


@dataclass(frozen=True, slots=True)
class Try:
    """Check my answer to a question that may be tried several times: is it right?"""

    run: str


@dataclass(frozen=True, slots=True)
class Stay:
    """Stay in plenary instead of going into a group."""

    run: str


@dataclass(frozen=True, slots=True)
class Unstay:
    run: str


@dataclass(frozen=True, slots=True)
class AskHelp:
    run: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CancelHelp:
    run: str


@dataclass(frozen=True, slots=True)
class SeenWord:
    word: int


# ---- a trainer's; `saw` holds the `touched` number of each run she looked at


@dataclass(frozen=True, slots=True)
class Start:
    """Open the day: lobby to live."""


@dataclass(frozen=True, slots=True)
class Open:
    run: str
    saw: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Close:
    run: str
    saw: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reveal:
    run: str
    saw: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Hide:
    run: str
    saw: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reopen:
    """Open a closed run once more, answers kept, with `seconds` on the clock (0: no clock)."""

    run: str
    seconds: int = 120  # as long as a soft close gives: time to end a sentence, not to begin anew
    saw: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pause:
    run: str
    saw: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Resume:
    run: str
    saw: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AddTime:
    """Move the end by `seconds`, which may be negative."""

    run: str
    seconds: int
    saw: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CallBack:
    """Soft close of group work: two minutes from now it closes by itself."""

    run: str
    saw: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Preview:
    """Make groups that only trainers see. `how`: random, mixed (by `by`), last, new-partners, hand."""

    run: str
    how: str = "random"
    by: str = "district"
    size: tuple[int, int] | None = None
    count: int | None = None
    pins: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Put a person into a group of the preview; `None`: into none."""

    run: str
    person: int
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Tell:
    """Show everybody her group, the task and the minutes before anybody moves."""

    run: str


@dataclass(frozen=True, slots=True)
class Move:
    """Move a person between open groups. `was`: the group she was seen in; another one there refuses the move."""

    person: int
    group: str | None = None
    was: str | None = ""


@dataclass(frozen=True, slots=True)
class NextRound:
    """The next round of a pattern, before its time."""

    run: str
    saw: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rotate:
    """The next turn of a role play: everybody gets another role."""

    run: str
    saw: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TakeOut:
    """Leave one of the things that a run takes over out, or (`out` False) take it in again."""

    run: str
    key: str
    out: bool = True


@dataclass(frozen=True, slots=True)
class Reword:
    """Other words for a card or option that is taken over; none: as it was written."""

    run: str
    key: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Say:
    """A word to everybody, or to the groups named."""

    text: str
    groups: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Retract:
    word: int


@dataclass(frozen=True, slots=True)
class SeeHelp:
    help: int


@dataclass(frozen=True, slots=True)
class AttendHelp:
    help: int


@dataclass(frozen=True, slots=True)
class ResolveHelp:
    help: int


@dataclass(frozen=True, slots=True)
class Report:
    """Begin the report-back of a group run in this order of groups."""

    run: str
    order: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportNext:
    run: str


@dataclass(frozen=True, slots=True)
class ReportBack:
    """One group back in the report-back."""

    run: str


@dataclass(frozen=True, slots=True)
class ReportEnd:
    run: str


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back the act logged as `seq`: within 30 seconds, and while nothing later touched the same thing."""

    seq: int


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """Where a group's voices meet. Not on the wire: the page that takes the link looks at it first."""

    group: str
    link: str


@dataclass(frozen=True, slots=True)
class Remove:
    """Take a person out of this meeting; what she wrote stays."""

    person: int


@dataclass(frozen=True, slots=True)
class End:
    """End the day. Review opens."""


@dataclass(frozen=True, slots=True)
class ReopenMeeting:
    pass


# ---- the server's own


@dataclass(frozen=True, slots=True)
class Enter:
    """A person's phone is here; the first time it puts her on the roster and into today's running group work."""

    person: int
    role: str
    district: str = ""


@dataclass(frozen=True, slots=True)
class WriteFor:
    """Put `value` into one cell for somebody, "p12" or "g3", as it stands on her sheet of paper; `None` empties it."""

    run: str
    who: str
    value: Any = None
    cell: str = ""


@dataclass(frozen=True, slots=True)
class TakeVersion:
    """Go on with this newer version of the course, for what is not yet opened."""

    content: str


@dataclass(frozen=True, slots=True)
class Tick:
    """Time has passed: do what is due."""


@dataclass(frozen=True, slots=True)
class NoteLead:
    """Whether any trainer is connected (told after 20 s without one)."""

    present: bool


@dataclass(frozen=True, slots=True)
class KeepSheet:
    """Write the words of a group's shared sheet into the record."""

    run: str
    group: str
    fields: Mapping[str, str]
    why: str
    late: bool = False


TRAINEE = (Answer, Unfold, TakeHint, Try, Stay, Unstay, AskHelp, CancelHelp, SeenWord)
TRAINER = (
    *(Start, Open, Close, Reveal, Hide, Reopen, Pause, Resume, AddTime, CallBack),
    *(Preview, Place, Tell, Move, NextRound, Rotate, TakeOut, Reword, Say, Retract, SeeHelp, AttendHelp, ResolveHelp),
    *(Report, ReportNext, ReportBack, ReportEnd, Undo, LinkGroup, Remove, End, ReopenMeeting, TakeVersion, WriteFor),
)
SERVER = (Enter, Tick, NoteLead, KeepSheet)

Command = (
    Answer | Unfold | TakeHint | Try | Stay | Unstay | AskHelp | CancelHelp | SeenWord
    | Start | Open | Close | Reveal | Hide | Reopen | Pause | Resume | AddTime | CallBack
    | Preview | Place | Tell | Move | NextRound | Rotate | TakeOut | Reword | Say | Retract
    | SeeHelp | AttendHelp | ResolveHelp
    | Report | ReportNext | ReportBack | ReportEnd | Undo | LinkGroup | Remove | End | ReopenMeeting
    | TakeVersion | WriteFor
    | Enter | Tick | NoteLead | KeepSheet
)  # fmt: skip


def wire_name(cls: type) -> str:
    """`AddTime` -> `add_time`."""
    return "".join(f"_{char.lower()}" if char.isupper() else char for char in cls.__name__).removeprefix("_")


WIRE = {wire_name(cls): cls for cls in (*TRAINEE, *TRAINER) if cls is not LinkGroup}
