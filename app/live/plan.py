"""The day as the meeting sees it: activities with their times and rules, read from a published module."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from app.activities.contract import Carry, Grammar
from app.activities.registry import KINDS

GROUP_KINDS = frozenset({"quiz", "breakout", "roleplay", "case"})
IN_GROUPS = frozenset({"breakout", "roleplay", "case"})

ROUNDS = {
    "1-2-4-all": ("alone", "pairs", "fours", "all"),
    "jigsaw": ("experts", "mixed", "all"),
    "gallery": ("sheet", "visit", "all"),
}
"""Pattern of group work -> what is done in each of its steps."""

SHEETS: dict[str, tuple[int, int | None]] = {"1-2-4-all": (0, None), "jigsaw": (3, None), "gallery": (1, 2)}
"""Pattern -> the fewest and the most sheets it is done with. 1-2-4-All goes round with whatever there is to do."""

CLOSED = frozenset(
    {Grammar.CHOICES, Grammar.NUMBERS, Grammar.ACCEPTED, Grammar.GAPS, Grammar.STEPS, Grammar.PAIRS, Grammar.BINS}
)
"""Grammars in which an author writes what is right."""

GRACE_SECONDS = 10  # a weak line needs 3 to 6 s to come back (measured at 2G); then an answer written in time is there
GROUP_GRACE_SECONDS = 30  # a group's last sentence, offline for a moment: the second warning is 30 s as well
REPORT_SECONDS = 60  # one minute a group, as the practice has it
DEFAULT_SIZE = (5, 6)  # groups of five or six: everybody speaks within six minutes


@dataclass(frozen=True, slots=True)
class Role:
    """A role of a role play. `card` is for whoever plays it, and for trainers."""

    key: str
    html: str
    card: str


@dataclass(frozen=True, slots=True)
class Activity:
    """One activity or group of activities. `seconds` 0: the author gave no time.

    `source`: the activity it goes on with (`from`). `is_read_later`: its words are shown to others.
    `pattern`: its rounds are those of `ROUNDS`, `steps` are their seconds, `sheets` what its groups write, in order.
    """

    id: str
    kind: str
    title: str
    seconds: int = 0
    parent: str | None = None
    children: tuple[str, ...] = ()
    by: str = "person"
    end: str = "nudge"
    grace: int = GRACE_SECONDS
    results: str = "self"
    naming: str = "trainers"
    pace: str = "follow"
    config: Any = None
    options: Mapping[str, Any] = field(default_factory=dict)
    grading: str = ""
    number: int = 0
    block: Mapping[str, Any] = field(default_factory=dict)
    source: str | None = None
    is_read_later: bool = False
    content: str = ""  # the version it is of: one that was opened stays with its own
    roles: tuple[Role, ...] = ()
    pattern: str = ""
    steps: tuple[int, ...] = ()
    sheets: tuple[str, ...] = ()

    @property
    def topics(self) -> tuple[str, ...]:
        """In a jigsaw the sheets of the expert groups: all but the last, which is that of the mixed groups."""
        return self.sheets[:-1] if self.pattern == "jigsaw" else ()

    @property
    def takes(self) -> Carry | None:
        """In which shape it takes over what its source brought."""
        return KINDS[self.kind].takes if self.source and self.kind in KINDS else None

    @property
    def is_group_work(self) -> bool:
        return self.kind in IN_GROUPS

    @property
    def is_quiz(self) -> bool:
        return self.kind == "quiz"

    @property
    def one_by_one(self) -> bool:
        return self.is_quiz and self.options.get("show", "one-by-one") == "one-by-one"

    @property
    def is_answerable(self) -> bool:
        return self.kind in KINDS and KINDS[self.kind].answerable

    @property
    def hints(self) -> tuple[str, ...]:
        return tuple(self.block.get("notes", {}).get("hint", ()))

    @property
    def tries(self) -> int:
        """How often one person may check her answer; 1: it is sent, and that is that."""
        return int(self.options.get("tries", 1)) if self.is_closed_question and self.by == "person" else 1

    @property
    def is_closed_question(self) -> bool:
        """Whether there are right answers, so that who has seen them answers no more."""
        return self.kind in KINDS and KINDS[self.kind].grammar in CLOSED


@dataclass(frozen=True, slots=True)
class Plan:
    """A module: `order` names the top-level activities in running order."""

    title: str = ""
    content: str = ""
    order: tuple[str, ...] = ()
    items: Mapping[str, Activity] = field(default_factory=dict)

    def top(self, run: str) -> Activity:
        """The top-level activity that `run` belongs to."""
        item = self.items[run]
        return self.items[item.parent] if item.parent else item

    def name(self, run: str) -> str:
        """What people call it: its title, or that of the group work it is part of."""
        return self.items[run].title or self.top(run).title

    def tree(self, run: str) -> tuple[str, ...]:
        return (run, *self.items[run].children)

    def is_written(self, run: str, kind: str, place: int) -> bool:
        """Whether the group at this place, from 0, fills in `run` in a round of this kind (`ROUNDS`)."""
        work = self.top(run)
        if work.pattern in ("", "1-2-4-all") or run not in work.sheets:
            return True
        match kind:
            case "experts":
                return run == work.topics[place % len(work.topics)]
            case "visit":
                return run in work.sheets[1:]
            case _:
                return run == (work.sheets[-1] if work.topics else work.sheets[0])

    def after(self, run: str | None) -> str | None:
        """The next top-level activity, or the first one."""
        if run is None:
            return self.order[0] if self.order else None
        place = self.order.index(run) + 1
        return self.order[place] if place < len(self.order) else None


def read(content: Mapping[str, Any], content_hash: str = "") -> Plan:
    """A published module (`app/curriculum/README.md`) as a plan."""
    items = read_later({item.id: replace(item, content=content_hash) for item in _items(content["blocks"])})
    order = tuple(block["id"] for block in content["blocks"] if block["type"] != "text")
    return Plan(content["title"], content_hash, order, items)


def read_later(items: dict[str, Activity]) -> dict[str, Activity]:
    """Marks what others read once it is shown: cards and comments, and sheets whose words a later activity shows."""
    shown = {item.source for item in items.values() if item.takes in (Carry.CARDS, Carry.SHEETS)}
    shown |= {sheet for item in items.values() for sheet in _read_by_others(item)}
    return {id: replace(item, is_read_later=_is_read(item, shown)) for id, item in items.items()}


def _read_by_others(item: Activity) -> tuple[str, ...]:
    """What goes round in a pattern."""
    return item.sheets if item.pattern == "gallery" else item.topics


def _is_read(item: Activity, shown: set[str | None]) -> bool:
    kind = KINDS.get(item.kind)
    return kind is not None and (kind.is_read or (kind.grammar is Grammar.FIELDS and item.id in shown))


def placed(other: Activity, item: Activity) -> Activity:
    """The same activity in other words or of another version, where and how this day has it."""
    return replace(
        other, id=item.id, number=item.number, parent=item.parent, children=item.children, source=item.source,
        is_read_later=item.is_read_later, by=item.by, naming=item.naming, results=item.results,
    )  # fmt: skip


def _source(options: Mapping[str, Any]) -> str | None:
    """The id in `from`, which may be written with its day before it."""
    return options["from"].rpartition("/")[2] if "from" in options else None


def _items(blocks: Sequence[Mapping[str, Any]]) -> Iterator[Activity]:
    number = 0
    for block in blocks:
        if block["type"] == "text":
            continue
        number += block["kind"] != "break"
        if block["type"] == "activity":
            yield _activity(block, number)
            continue
        children = tuple(child["id"] for child in block["activities"])
        yield _group(block, children, number)
        for child in block["activities"]:
            yield _activity(child, number, parent=block)


def _group(block: Mapping[str, Any], children: tuple[str, ...], number: int) -> Activity:
    options = block["options"]
    in_groups = block["kind"] in IN_GROUPS
    steps = tuple(step["seconds"] for step in block["notes"].get("steps", ()))
    sheets = _sheets(block)
    return Activity(
        id=block["id"],
        kind=block["kind"],
        title=block["title"],
        seconds=options.get("time", 0),
        children=children,
        by="group" if in_groups else "person",
        end=options.get("end", "close" if in_groups else "none"),
        block=block,
        grace=options.get("grace", GROUP_GRACE_SECONDS if in_groups else GRACE_SECONDS),
        options=options,
        number=number,
        pattern=_pattern(options.get("pattern", ""), steps, sheets),
        steps=steps,
        sheets=sheets,
        roles=tuple(Role(role["key"], role["html"], role["card"]) for role in block.get("roles", ())),
    )


def _pattern(name: str, steps: Sequence[int], sheets: Sequence[str]) -> str:
    """As the author says; "" if steps or sheets are not those of the pattern, which `check` refuses."""
    if name not in ROUNDS or len(steps) != len(ROUNDS[name]):
        return ""
    fewest, most = SHEETS[name]
    return name if fewest <= len(sheets) and (most is None or len(sheets) <= most) else ""


def _sheets(block: Mapping[str, Any]) -> tuple[str, ...]:
    """The worksheets in it that groups fill in."""
    sheets = (child for child in block["activities"] if child["kind"] == "worksheet")
    return tuple(child["id"] for child in sheets if child["options"].get("by", "group") == "group")


def _activity(block: Mapping[str, Any], number: int, parent: Mapping[str, Any] | None = None) -> Activity:
    kind, options = KINDS[block["kind"]], block["options"]
    in_groups = parent is not None and parent["kind"] in IN_GROUPS
    in_quiz = parent is not None and parent["kind"] == "quiz"
    private = kind.private
    return Activity(
        id=block["id"],
        kind=block["kind"],
        title=block["title"],
        seconds=options.get("time", 0),
        parent=parent["id"] if parent else None,
        by=options.get("by", "group" if in_groups and kind.by_group else "person"),
        end=options.get("end", "close" if in_quiz else "none" if in_groups else "nudge"),
        grace=options.get("grace", GROUP_GRACE_SECONDS if in_groups else GRACE_SECONDS),
        results=options.get("results", "self" if private else "all" if in_quiz else "trainers"),
        naming=options.get("naming", "trainers"),
        pace=options.get("pace", "follow"),
        config=kind.parse(block),
        options=options,
        grading=block.get("grading", ""),
        number=number,
        block=block,
        source=_source(options),
    )
