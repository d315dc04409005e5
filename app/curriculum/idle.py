"""Options that do nothing where they are written: an author who relies on one is told before the day, not by it.

The rules of this file
- An option does nothing of this kind, in this place, beside that other option, or because nobody has built it yet.
- What says in words what happens anyway (`tries: 1`, `review: on`) is no mistake.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from app.activities.contract import Grammar
from app.curriculum import notation
from app.curriculum.faults import Faults
from app.curriculum.model import Activity, Bin, Field, Group, Module, Setting
from app.curriculum.shelf import Shelf

Task = Activity | Group

IN_ROOMS = frozenset(notation.GROUPS) - {"quiz"}  # done by groups
MARKED = frozenset(
    {Grammar.CHOICES, Grammar.NUMBERS, Grammar.ACCEPTED, Grammar.GAPS, Grammar.STEPS, Grammar.PAIRS, Grammar.BINS}
)
KNOWN_OF_PEOPLE = "district"  # all that groups can be mixed by

ON_ACTIVITIES = frozenset({"by", "naming", "results", "tries", "on-change"})
UNBUILT: Mapping[str, tuple[object, str]] = {
    "review": ("off", "everything can be looked at again"),
    "moderate": (True, "cards are shown as they come, and a trainer hides one by hand"),
    "pace": ("window", "one thing is open at a time; 'free' stays open beside others"),
    "points": (None, "every question counts the same"),
}
"""Option -> the value that does nothing yet (None: any), and what happens instead."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A task where it stands."""

    task: Task
    group: Group | None
    module: Module
    shelf: Shelf

    @property
    def is_answered(self) -> bool:
        kind = self.shelf.kinds.get(self.task.kind)
        return kind is None or kind.answerable

    @property
    def is_private(self) -> bool:
        kind = self.shelf.kinds.get(self.task.kind)
        return kind is not None and kind.private

    @property
    def by(self) -> str:
        """Who answers."""
        if "by" in self.task.settings:
            return str(self.task.settings["by"].value)
        kind = self.shelf.kinds.get(self.task.kind)
        in_rooms = self.group is not None and self.group.kind in IN_ROOMS
        return "group" if in_rooms and kind is not None and kind.by_group else "person"

    @property
    def is_marked(self) -> bool:
        if isinstance(self.task, Group) or notation.grammar(self.task.kind, self.shelf.kinds) not in MARKED:
            return False
        bins = [item for item in self.task.items if isinstance(item, Bin)]
        return not bins or any(item.cards for item in bins)


def idle(module: Module, shelf: Shelf, faults: Faults) -> None:
    """Each option that does nothing, with the reason."""
    for task in module.tasks:
        group = task if isinstance(task, Group) else None
        inside = group.activities if group else ()
        for placed in (Placed(task, None, module, shelf), *(Placed(one, group, module, shelf) for one in inside)):
            for name, setting in placed.task.settings.items():
                if why := _why(placed, name, setting):
                    faults.warning(setting.spot, f"{name} does nothing here: {why}")


def unread(module: Module, shelf: Shelf, faults: Faults) -> None:
    """A report-back reads out what stands on worksheets, and nothing else."""
    for task in module.tasks:
        if not isinstance(task, Group) or "report-back" not in task.settings:
            continue
        setting = task.settings["report-back"]
        on_sheets = {item.key for one in task.activities if one.kind == "worksheet" for item in one.items}
        others = {item.key: one.kind for one in task.activities for item in one.items if isinstance(item, Field)}
        for key in setting.value:
            if key in others and key not in on_sheets:
                text = f"report-back '{key}': it stands in a {others[key]}; only worksheets are read out"
                faults.warning(setting.value_spot, text)


def _why(placed: Placed, name: str, setting: Setting) -> str | None:
    """Why this option does nothing; None if it does something, or says what happens anyway."""
    if isinstance(placed.task, Group) and name in ON_ACTIVITIES:
        usual = "group" if placed.task.kind in IN_ROOMS else "person"
        return None if (name, setting.value) == ("by", usual) else f"write it on what '{placed.task.kind}' holds"
    if not isinstance(placed.task, Group) and name in ON_ACTIVITIES and not placed.is_answered:
        return f"nobody answers a '{placed.task.kind}'"
    if name in UNBUILT and UNBUILT[name][0] in (None, setting.value):
        return f"it is not built yet; {UNBUILT[name][1]}"
    reason = _REASONS.get(name)
    return reason(placed, setting.value) if reason else None


def _tries(placed: Placed, value: Any) -> str | None:
    if value == 1:
        return None
    if value < 1:
        return "write how often one may check, from 2"
    if not placed.is_marked:
        return f"this '{placed.task.kind}' has no right answer to check"
    if placed.module.day is None:
        return "the test before and after is answered once"
    return None if placed.by == "person" else "a group sees its answer grow and checks nothing; add 'by: person'"


def _seen(placed: Placed, value: Any) -> str | None:
    return "nobody but the writer reads it" if placed.is_private else None


def _results(placed: Placed, value: Any) -> str | None:
    if value in ("all", "group") and not placed.is_private:
        return "the class sees the result when a trainer shows it"
    return None if value in ("hidden", "self") else _seen(placed, value)


def _by(placed: Placed, value: Any) -> str | None:
    return "pairs have no answer of their own yet, so each person answers" if value == "pair" else None


def _pace(placed: Placed, value: Any) -> str | None:
    if value == "free" and (placed.group or (isinstance(placed.task, Group) and placed.module.day is not None)):
        return "only an activity outside of groups stays open beside others"
    return None


def _scoring(placed: Placed, value: Any) -> str | None:
    return "with one right option there is no half" if placed.task.kind == "single" and value == "partial" else None


def _sum(placed: Placed, value: Any) -> str | None:
    answer = placed.task.settings.get("answer")
    return None if answer is not None and answer.value == "number" else "only numbers add up: write 'answer: number'"


def _assign(placed: Placed, value: Any) -> str | None:
    if value["how"] == "mixed" and value["by"] != KNOWN_OF_PEOPLE:
        return f"of people only the {KNOWN_OF_PEOPLE} is known: write 'mixed {KNOWN_OF_PEOPLE}'"
    return None


_REASONS: Mapping[str, Callable[[Placed, Any], str | None]] = {
    "tries": _tries,
    "naming": _seen,
    "results": _results,
    "by": _by,
    "pace": _pace,
    "scoring": _scoring,
    "sum": _sum,
    "assign": _assign,
}
