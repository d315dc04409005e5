"""What a scale, a role play and a pattern need, so that one can stand, act and go round in them."""

from app.activities import ends
from app.activities.contract import Option, OptionType
from app.curriculum.faults import Faults, Spot
from app.curriculum.model import Activity, Group, Module, Setting
from app.curriculum.shelf import Shelf

RANGE = Option(OptionType.RANGE)

ROUNDS = {
    "1-2-4-all": ("alone", "in pairs", "in fours", "all together"),
    "jigsaw": ("in expert groups", "in mixed groups", "all together"),
    "gallery": ("on the sheet", "round the others' sheets", "all together"),
}
"""Pattern -> what is done in each of its steps."""

SHEETS = {
    "jigsaw": (3, None, "three worksheets or more: one for each topic, the last for the mixed groups"),
    "gallery": (1, 2, "one worksheet, or a second one for what visitors say about the first"),
}
"""Pattern -> the fewest and the most worksheets it is made of, and what they are for."""


def scales(module: Module, shelf: Shelf, faults: Faults) -> None:
    """A kind with a range says in the last line of its prompt what both ends mean."""
    for activity in module.activities:
        kind = shelf.kinds.get(activity.kind)
        if kind is not None and RANGE in kind.options.values():
            _scale(activity, faults)


def _scale(activity: Activity, faults: Faults) -> None:
    written = activity.settings.get("range")
    low, high = written.value if written else (1, 5)
    if written and high - low >= ends.STEPS:
        faults.error(written.value_spot, f"range {low}-{high}: at most {ends.STEPS} steps, for example 0-10")
    lines = [line for line in activity.prompt.lines if not line.is_blank]
    if not lines:
        faults.error(activity.spot, f"'{activity.kind}' needs a prompt that ends: {_example(low, high)}")
    elif ends.of(lines[-1].text, low, high) is None:
        spot = Spot(lines[-1].number, lines[-1].cut + 1)
        faults.error(spot, f"the last line before the statements names both ends: {_example(low, high)}")


def _example(low: int, high: int) -> str:
    return f"{low} = not at all, {high} = very much"


def plays(module: Module, shelf: Shelf, faults: Faults) -> None:
    """A role play has at least two roles."""
    for task in module.tasks:
        if isinstance(task, Group) and task.kind == "roleplay" and len(task.roles) < 2:
            found = "it has one" if task.roles else "it has none"
            faults.error(task.spot, f"'roleplay' needs at least two roles, '- key) who she is'; {found}")


def patterns(module: Module, shelf: Shelf, faults: Faults) -> None:
    """A pattern has one written step for each of its rounds, whose minutes are the rounds' minutes, and its sheets."""
    for task in module.tasks:
        pattern = task.settings.get("pattern")
        if pattern is None or not isinstance(task, Group):
            continue
        rounds = ROUNDS[pattern.value]
        written = next((len(note.steps) for note in task.notes if note.name == "steps"), 0)
        if written != len(rounds):
            wanted = f"{len(rounds)} steps: {', '.join(rounds)}"
            faults.error(pattern.value_spot, f"pattern {pattern.value} needs {wanted}; there are {written}")
        elif pattern.value in SHEETS:
            _sheets(task, pattern, shelf, faults)


def _sheets(task: Group, pattern: Setting, shelf: Shelf, faults: Faults) -> None:
    """The worksheets of a jigsaw or a gallery, all filled in by groups, and nothing else to answer among them."""
    fewest, most, wanted = SHEETS[pattern.value]
    sheets = [one for one in task.activities if one.kind == "worksheet"]
    for one in task.activities:
        by = one.settings.get("by")
        if one.kind == "worksheet" and by is not None and by.value != "group":
            faults.error(by.value_spot, f"in a {pattern.value} groups fill in the worksheets: leave out 'by'")
        elif one.kind != "worksheet" and one.kind in shelf.kinds and shelf.kinds[one.kind].answerable:
            faults.error(
                one.spot, f"in a {pattern.value} only worksheets are filled in; put '{one.kind}' before or after"
            )
    if len(sheets) < fewest or (most is not None and len(sheets) > most):
        faults.error(pattern.value_spot, f"pattern {pattern.value} needs {wanted}; there are {len(sheets)}")
