"""What an activity takes over from an earlier one (`from`), and whether that can be.

The rules of this file
- `from` names an activity of the same day that has been done when this one opens. A meeting is one day, and what people
  wrote on another stays there.
- Kinds say themselves in which shape they take and give (`app.activities.contract.Carry`).
"""

from collections.abc import Iterator

from app.activities.contract import Carry
from app.curriculum.faults import Faults
from app.curriculum.model import Activity, Field, Group, Module, Setting
from app.curriculum.shelf import Shelf
from app.curriculum.suggest import did_you_mean

Task = Activity | Group


def sources(module: Module, shelf: Shelf, faults: Faults) -> None:
    """`from` names what has come before on this day, and what it has can be gone on with."""
    known: dict[str, Task] = {task.id: task for task in _tasks(module)}
    for task, setting in _with_source(module):
        spot, said = setting.value_spot, f"from '{setting.value}'"
        day, slash, ident = setting.value.rpartition("/")
        if slash and day != module.id:
            faults.error(spot, f"{said}: only what was done on the same day can be taken over")
        elif ident not in known:
            near = did_you_mean(ident, known)
            faults.error(spot, f"{said}: there is no such id in this module{near}")
        elif known[ident].spot >= task.spot:
            faults.error(spot, f"{said}: it comes later, at line {known[ident].spot.line}")
        elif wrong := _unfit(module, shelf, task, known[ident]):
            faults.error(spot, f"{said}: {wrong}")


def needed(module: Module, shelf: Shelf, faults: Faults) -> None:
    """What shows the sheets of others shows nothing without them."""
    for activity in module.activities:
        kind = shelf.kinds.get(activity.kind)
        if kind is not None and kind.takes is Carry.SHEETS and "from" not in activity.settings:
            text = (
                f"'{activity.kind}' needs an option 'from': the {_givers(shelf, Carry.SHEETS)} whose sheets hang here"
            )
            faults.error(activity.spot, text)


def _unfit(module: Module, shelf: Shelf, task: Task, source: Task) -> str | None:
    """Why this task cannot go on with that one."""
    takes = shelf.kinds[task.kind].takes if task.kind in shelf.kinds else None
    gives = shelf.kinds[source.kind].gives if source.kind in shelf.kinds else frozenset()
    if takes is None:
        return f"'{task.kind}' takes nothing over"
    if takes not in gives:
        return f"'{task.kind}' takes over {takes.value}; name a {_givers(shelf, takes)}, not a {source.kind}"
    if any(task in group.activities and source in group.activities for group in _groups(module)):
        return "both open together, so nothing is written yet"
    if takes is Carry.FIELDS and not _fields(task) & _fields(source):
        return "no field here has a key that stands there"
    return None


def _givers(shelf: Shelf, shape: Carry) -> str:
    return " or ".join(sorted(name for name, kind in shelf.kinds.items() if shape in kind.gives))


def _fields(task: Task) -> set[str]:
    return {item.key for item in task.items if isinstance(item, Field)} if isinstance(task, Activity) else set()


def _groups(module: Module) -> list[Group]:
    return [task for task in module.tasks if isinstance(task, Group)]


def _tasks(module: Module) -> Iterator[Task]:
    yield from _groups(module)
    yield from module.activities


def _with_source(module: Module) -> Iterator[tuple[Task, Setting]]:
    for task in _tasks(module):
        if "from" in task.settings:
            yield task, task.settings["from"]
