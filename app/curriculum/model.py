"""What a course file means, as values: `read` makes them, `check` looks at them, `compile` publishes them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from app.curriculum.faults import Spot
from app.curriculum.manuscript import Reference, Text


@dataclass(frozen=True, slots=True)
class Setting:
    """One option line: its typed value and where name and value stand."""

    value: Any
    spot: Spot
    value_spot: Spot


Settings = Mapping[str, Setting]


@dataclass(frozen=True, slots=True)
class Choice:
    """`- [x] key) words`, and feedback."""

    key: str
    spot: Spot
    words: str
    is_right: bool
    feedback: str | None = None
    was: str | None = None


@dataclass(frozen=True, slots=True)
class Range:
    """`- [x] key) 250 ± 1`: both ends belong to it."""

    key: str
    spot: Spot
    low: float
    high: float
    is_right: bool
    feedback: str | None = None
    was: str | None = None


@dataclass(frozen=True, slots=True)
class Accepted:
    """`- [x] key) words | other words`."""

    key: str
    spot: Spot
    accepted: tuple[str, ...]
    is_right: bool
    feedback: str | None = None
    was: str | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """`- key) words`: an option, a column, a step, a card. A role has a private `card` as well."""

    key: str
    spot: Spot
    words: str
    was: str | None = None
    card: str | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """`- key) left -> right`; a distractor has no left."""

    key: str
    spot: Spot
    left: str
    right: str
    was: str | None = None


@dataclass(frozen=True, slots=True)
class Bin:
    """`- key) bin` and the cards that belong there."""

    key: str
    spot: Spot
    words: str
    cards: tuple[Option, ...]
    was: str | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """`- key) label `kind args` = expected ± tolerance`; `items` are choices, or columns (fields) of a table."""

    key: str
    spot: Spot
    words: str
    kind: str
    args: tuple[str, ...] = ()
    expected: float | None = None
    tolerance: float | None = None
    items: "tuple[Option | Field, ...]" = ()
    was: str | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """`key = accepted | accepted` or `key = *right* / wrong`; `choices` are empty where one writes freely."""

    key: str
    spot: Spot
    accepted: tuple[str, ...]
    choices: tuple[str, ...] = ()
    was: str | None = None


Item = Choice | Range | Accepted | Option | Pair | Bin | Field | Gap


@dataclass(frozen=True, slots=True)
class Step:
    """One numbered line of `/// steps`."""

    seconds: int
    words: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Note:
    """A note of three slashes. `steps` is filled for `/// steps` only."""

    name: str
    spot: Spot
    text: Text
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Activity:
    kind: str
    id: str
    spot: Spot
    title: str
    settings: Settings
    prompt: Text
    items: tuple[Item, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A quiz, a breakout, a role play or a case. `roles` are those of a role play, with their private cards."""

    kind: str
    id: str
    spot: Spot
    title: str
    settings: Settings
    prompt: Text
    activities: tuple[Activity, ...] = ()
    roles: tuple[Option, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Prose:
    """Text between the activities. What stands between a heading and its activity is `about` that activity."""

    text: Text
    about: str | None = None


Block = Prose | Note | Activity | Group
"""A `Note` among the blocks is a `/// note` at the top level: it is read where it stands."""


@dataclass(frozen=True, slots=True)
class Module:
    """One day, or the assessment (`day` is None then)."""

    id: str
    day: int | None
    title: str
    duration: int | None
    retired: tuple[str, ...]
    welcome: Text
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    references: Mapping[str, Reference] = field(default_factory=dict)

    @property
    def tasks(self) -> tuple[Activity | Group, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Activity | Group))

    @property
    def activities(self) -> tuple[Activity, ...]:
        """All of them, those in groups too, in running order."""
        return tuple(
            activity for task in self.tasks for activity in (task.activities if isinstance(task, Group) else (task,))
        )


@dataclass(frozen=True, slots=True)
class Fact:
    """One entry of `facts.yml`: what changes with time, kept in one place."""

    name: str
    value: str
    as_of: date
    source: str
    check_by: date
    spot: Spot
    is_verified: bool = True
