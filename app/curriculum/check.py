"""Checks one module: everything wrong with it, to the column, before anybody else sees it.

The rules of this file
- A rule is a function of (module, shelf, faults) that tells what it finds; `RULES` lists those that make a module unfit
  to be served, `app.curriculum.counsel` those that only advise. Rules on lines stand in `prose`, on fences in `scan`
  and `tasks`, on items in `heads`, `items` and `fields`.
- Pure: it reads no file and no clock.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.activities.contract import Grammar
from app.curriculum import carrying, counsel, idle, notation, playing, prose
from app.curriculum.faults import Fault, Faults, Level
from app.curriculum.model import Accepted, Activity, Bin, Choice, Field, Group, Module, Pair, Range, Setting
from app.curriculum.read import read
from app.curriculum.scan import scan
from app.curriculum.shelf import Shelf
from app.curriculum.suggest import did_you_mean

Rule = Callable[[Module, Shelf, Faults], None]


@dataclass(frozen=True, slots=True)
class Checked:
    """`module` is None when there is an error: a broken module can be shown to nobody."""

    module: Module | None
    faults: tuple[Fault, ...]

    @property
    def errors(self) -> tuple[Fault, ...]:
        return tuple(fault for fault in self.faults if fault.level is Level.ERROR)


def check(text: str, name: str, shelf: Shelf) -> Checked:
    """The module in this text of the file `name`.md, and what is wrong with it."""
    faults = Faults()
    manuscript = scan(text, faults)
    module = read(manuscript, name, shelf, faults)
    prose.check(manuscript, name, shelf, faults)
    for rule in RULES:
        rule(module, shelf, faults)
    if not faults.has_errors:  # advice on a file that cannot be read yet would be noise
        for advice in (*counsel.ADVICE, idle.idle, idle.unread):
            advice(module, shelf, faults)
    return Checked(None if faults.has_errors else module, faults.in_order())


def right_answers(module: Module, shelf: Shelf, faults: Faults) -> None:
    """A single question has one right answer, the others at least one."""
    for activity in module.activities:
        marked = [item for item in activity.items if isinstance(item, Choice | Range | Accepted)]
        right = sum(item.is_right for item in marked)
        if activity.kind == "single" and marked and right != 1:
            hint = "; use 'multiple'" if right > 1 else ""
            faults.error(activity.spot, f"'single' needs exactly one [x]; it has {right}{hint}")
        elif marked and not right:
            faults.error(activity.spot, f"'{activity.kind}' has no [x]: no answer would be right")


def something_to_do(module: Module, shelf: Shelf, faults: Faults) -> None:
    """A choice has two options, an order two steps, a match a pair, a sort a card."""
    for activity in module.activities:
        items = activity.items
        if items and isinstance(items[0], Choice) and len(items) < 2:
            faults.error(activity.spot, f"'{activity.kind}' needs at least two options")
        elif len(items) == 1 and notation.grammar(activity.kind, shelf.kinds) is Grammar.STEPS:
            faults.error(activity.spot, f"'{activity.kind}' needs at least two steps")
        elif items and isinstance(items[0], Pair) and not any(isinstance(item, Pair) and item.left for item in items):
            faults.error(activity.spot, f"'{activity.kind}' needs at least one pair")
        elif items and isinstance(items[0], Bin) and "from" not in activity.settings:
            if not any(isinstance(item, Bin) and item.cards for item in items):
                faults.error(activity.spot, f"'{activity.kind}' has no cards: write them under the bins")
        elif activity.kind == "gaps" and not items:
            faults.error(activity.spot, "'gaps' has no gap: write `key = word` into the text")


def reports(module: Module, shelf: Shelf, faults: Faults) -> None:
    """`report-back` names fields that a group fills in."""
    for task, setting in _settings(module, "report-back"):
        activities = task.activities if isinstance(task, Group) else (task,)
        keys = [item.key for activity in activities for item in activity.items if isinstance(item, Field)]
        for key in setting.value:
            if key not in keys:
                near = did_you_mean(key, keys)
                faults.error(setting.value_spot, f"report-back '{key}': '{task.id}' has no such field{near}")


def renamed(module: Module, shelf: Shelf, faults: Faults) -> None:
    """An old name belongs to one new one and is not in use itself."""
    spots = {task.id: task.spot for task in (*module.tasks, *module.activities)}
    taken: dict[str, int] = {}
    for _, setting in _settings(module, "was"):
        if setting.value in spots:
            line = spots[setting.value].line
            faults.error(setting.value_spot, f"was '{setting.value}': it is still used at line {line}")
        elif setting.value in taken:
            faults.error(setting.value_spot, f"was '{setting.value}': line {taken[setting.value]} says so too")
        taken[setting.value] = setting.value_spot.line


def _settings(module: Module, name: str) -> Iterator[tuple[Activity | Group, Setting]]:
    groups = [task for task in module.tasks if isinstance(task, Group)]
    tasks: list[Activity | Group] = [*groups, *module.activities]
    for task in tasks:
        if name in task.settings:
            yield task, task.settings[name]


RULES: tuple[Rule, ...] = (
    *(
        right_answers,
        something_to_do,
        carrying.sources,
        carrying.needed,
        playing.scales,
        playing.plays,
        playing.patterns,
    ),
    *(reports, renamed),
)
