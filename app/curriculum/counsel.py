"""Advice: what an author may have overlooked. A module with warnings is served all the same."""

import re
from collections.abc import Callable, Sequence

from app.activities.contract import Grammar
from app.curriculum import notation
from app.curriculum.faults import Faults, Spot
from app.curriculum.model import Accepted, Activity, Choice, Group, Module, Range
from app.curriculum.shelf import Shelf

Advice = Callable[[Module, Shelf, Faults], None]

COUNTING = re.compile(r"[a-z]|[a-z]+-?\d+")  # a, s1, step-2: keys that say only which place a step has

FEW = 3  # questions: with two, the same place or length twice is nothing but chance


def minutes(module: Module, shelf: Shelf, faults: Faults) -> None:
    """The activities and breaks of a day add up to its duration; what is inside a group fits into the group."""
    if module.duration is not None and module.tasks:
        planned = sum(_seconds(task) for task in module.tasks)
        if planned != module.duration:
            way = "over" if planned > module.duration else "under"
            by = f"{_said(abs(planned - module.duration))} {way} the duration of {_said(module.duration)}"
            faults.warning(Spot(1), f"the activities take {_said(planned)}: {by}")
    for task in module.tasks:
        inner = sum(_seconds(activity) for activity in task.activities) if isinstance(task, Group) else 0
        if inner > _seconds(task) > 0:
            faults.warning(
                task.spot, f"what '{task.id}' holds takes {_said(inner)}, more than its {_said(_seconds(task))}"
            )
        if module.duration is not None and not _seconds(task):
            faults.warning(task.spot, f"'{task.id}' has no time")


def steps(module: Module, shelf: Shelf, faults: Faults) -> None:
    """The steps of a group take as long as the group has."""
    inner = (activity for task in module.tasks if isinstance(task, Group) for activity in task.activities)
    for task in (*module.tasks, *inner):
        for note in task.notes:
            planned = sum(step.seconds for step in note.steps)
            if note.steps and _seconds(task) and planned != _seconds(task):
                faults.warning(note.spot, f"the steps take {_said(planned)}, '{task.id}' has {_said(_seconds(task))}")


def aims(module: Module, shelf: Shelf, faults: Faults) -> None:
    """A day says what one can do after it, and what to keep."""
    if module.day is None:
        return
    names = {note.name for note in module.notes}
    for name in ("objectives", "keypoints"):
        if name not in names:
            faults.warning(Spot(1), f"this day has no {name}: add '/// {name}'")


def headings(module: Module, shelf: Shelf, faults: Faults) -> None:
    """Every activity at the top level has a title; a break needs none. Inside a group a question is enough."""
    for task in module.tasks:
        if not task.title and task.kind != "break":
            faults.warning(task.spot, f"no heading before '{task.id}': it is the title on every screen")
        for activity in task.activities if isinstance(task, Group) else ():
            asks = any(isinstance(item, Choice | Range | Accepted) for item in activity.items)
            if asks and activity.prompt.is_blank and not activity.title:
                faults.warning(activity.spot, f"'{activity.id}' asks nothing: there are no words before its answers")


def places(module: Module, shelf: Shelf, faults: Faults) -> None:
    """Whoever knows the author must not know the answer: it stands at changing places and is not always the longest."""
    questions = [activity for activity in module.activities if activity.kind == "single"]
    if len(questions) < FEW:
        return
    at = {_right(activity.items) for activity in questions}
    if len(at) == 1:
        faults.warning(questions[0].spot, f"the right option always stands at place {at.pop() + 1}: change the order")
    if all(_is_longest(activity) for activity in questions):
        faults.warning(questions[0].spot, "the right option is always the longest: shorten it, or lengthen another")


def orders(module: Module, shelf: Shelf, faults: Faults) -> None:
    """An order is long enough to be one, and its keys name the steps: they stay when steps change places."""
    for activity in module.activities:
        if notation.grammar(activity.kind, shelf.kinds) is not Grammar.STEPS:
            continue
        keys = [item.key for item in activity.items]
        if len(keys) == 2:
            faults.warning(activity.spot, f"'{activity.id}' has two steps: the order shown gives it away; write three")
        if keys and all(map(COUNTING.fullmatch, keys)):
            first, last = keys[0], keys[-1]
            faults.warning(activity.items[0].spot, f"keys {first} … {last} only count: name what each step is")


def reasons(module: Module, shelf: Shelf, faults: Faults) -> None:
    """A wrong answer has a history: meet it. The assessment tells nothing, so it needs no feedback."""
    for activity in module.activities if module.day is not None else ():
        for item in activity.items:
            if isinstance(item, Choice | Range | Accepted) and not item.is_right and item.feedback is None:
                faults.warning(item.spot, f"wrong option '{item.key}' has no feedback")


def _seconds(task: Activity | Group) -> int:
    setting = task.settings.get("time")
    return setting.value if setting else 0


def _said(seconds: int) -> str:
    hours, minutes, rest = seconds // 3_600, seconds // 60 % 60, seconds % 60
    return " ".join(f"{n}{unit}" for n, unit in ((hours, "h"), (minutes, "m"), (rest, "s")) if n) or "0m"


def _right(items: Sequence[object]) -> int:
    return next(at for at, item in enumerate(items) if isinstance(item, Choice) and item.is_right)


def _is_longest(activity: Activity) -> bool:
    lengths = [len(item.words) for item in activity.items if isinstance(item, Choice)]
    right = lengths.pop(_right(activity.items))
    return all(right > length for length in lengths)


ADVICE: tuple[Advice, ...] = (minutes, steps, aims, headings, places, orders, reasons)
