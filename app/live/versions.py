"""A newer version of the course, taken in the middle of a day: what has been opened stays as it was. Pure.

The rules (C5)
- What has been opened stays with its version for ever, with all that stands inside it and all that it goes on with.
- In a quiz that is under way, questions not yet opened are those of the new version; none comes and none goes.
- All else, and the order and the minutes of the day, are of the new version.
- It can be undone for thirty seconds, unless something was opened since.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from app.errors import Rejected
from app.live import commands as c
from app.live import events as e
from app.live.asking import Ask
from app.live.events import Event
from app.live.plan import Activity, Plan, placed, read_later
from app.live.state import Act, Stage, State

WHAT = "version"  # how the act is called among a trainer's acts


def merged(now: Plan, newer: Plan, opened: Collection[str]) -> Plan:
    """The day as it goes on: what has been opened as it was, all else from the newer version."""
    kept = _kept(now, newer, opened)
    tops = [id for id in newer.order if not _goes_on(newer.items[id], kept)]
    fresh = {id for top in tops for id in newer.tree(top) if not _goes_on(newer.items[id], kept)}
    order = _order(now, newer, kept, tops)
    items = kept | {
        id: replace(newer.items[id], children=tuple(one for one in newer.items[id].children if one in fresh))
        for id in newer.items
        if id in fresh
    }
    items = {id: _with_source(item, newer, items) for id, item in items.items()}
    return replace(newer, order=tuple(order), items=read_later(_numbered(order, items)))


def _kept(now: Plan, newer: Plan, opened: Collection[str]) -> dict[str, Activity]:
    """What has been opened, whole: its group, what stands beside it there, and whatever it goes on with."""
    tops = {now.top(id).id for id in opened}
    while more := {now.top(source).id for source in _sources(now, tops)} - tops:
        tops |= more
    kept = {id: now.items[id] for top in tops for id in now.tree(top)}
    for id, item in kept.items():
        other = newer.items.get(id)
        in_quiz = item.parent is not None and now.items[item.parent].is_quiz
        if in_quiz and id not in opened and other is not None and other.parent == item.parent:
            kept[id] = other
    return kept


def _sources(plan: Plan, tops: Collection[str]) -> Iterator[str]:
    for top in tops:
        yield from (source for id in plan.tree(top) if (source := plan.items[id].source) in plan.items and source)


def _goes_on(item: Activity, kept: Mapping[str, Activity]) -> bool:
    """Whether this is something that was opened, perhaps under another name."""
    return item.id in kept or item.options.get("was") in kept


def _order(now: Plan, newer: Plan, kept: Mapping[str, Activity], fresh: Collection[str]) -> list[str]:
    """The new order; what was opened stands where the new version has it, else after what it came after."""
    order = []
    for id in newer.order:
        was = newer.items[id].options.get("was")
        stays = next((name for name in (id, was) if name in kept and name in now.order), None)
        if stays is not None and stays not in order:
            order.append(stays)
        elif id in fresh:
            order.append(id)
    for place, id in enumerate(now.order):
        if id in kept and id not in order:
            before = next((one for one in reversed(now.order[:place]) if one in order), None)
            order.insert(order.index(before) + 1 if before else 0, id)
    return order


def _with_source(item: Activity, newer: Plan, items: Mapping[str, Activity]) -> Activity:
    """What it goes on with may have been opened under its old name."""
    if item.source is None or item.source in items:
        return item
    known = newer.items.get(item.source)
    was = known.options.get("was") if known else None
    return replace(item, source=was if was in items else None)


def _numbered(order: Sequence[str], items: Mapping[str, Activity]) -> dict[str, Activity]:
    numbers, number = {}, 0
    for id in order:
        number += items[id].kind != "break"
        numbers[id] = number
    return {id: replace(item, number=numbers[item.parent or id]) for id, item in items.items()}


def reworded(now: Plan, read: Mapping[str, Plan]) -> Plan:
    """The same day where translators have found more words: each activity as its own version is read now."""
    items = {id: _reworded(item, read.get(item.content)) for id, item in now.items.items()}
    return replace(now, items=items)


def _reworded(item: Activity, read: Plan | None) -> Activity:
    other = read.items.get(item.id) if read is not None else None
    return item if other is None else placed(other, item)


# ---- deciding


def take_version(state: State, ask: Ask, command: c.TakeVersion) -> Sequence[Event]:
    if state.stage is Stage.ENDED:
        raise Rejected("already-ended", "This day has ended. It stays in the version it was held in.")
    if command.content == state.plan.content:
        return []
    if command.content not in state.versions:
        raise Rejected("no-such-version", "There is a still newer version, or none any more. Load this page again.")
    return [e.VersionTaken(command.content)]


def require_unused(state: State, act: Act) -> None:
    """Refuse an undo once something of the version was opened, or another version was taken."""
    later = any(one.what == WHAT and one.seq > act.seq and not one.undone for one in state.acts)
    if later or frozenset(state.runs) != act.before["runs"]:
        raise Rejected("touched-since", "Something was opened since. The new version stays.")


# ---- what follows


def taken(state: State, content: str) -> tuple[State, Any]:
    """(the state with the new version, what an undo puts back)"""
    before = {"plan": state.plan, "runs": frozenset(state.runs)}
    return _with_plan(state, merged(state.plan, state.versions[content], frozenset(state.runs))), before


def given_back(state: State, act: Act) -> State:
    return _with_plan(state, act.before["plan"])


def _with_plan(state: State, plan: Plan) -> State:
    """Groups that were only previewed, and cards looked through beforehand, go with the activity they were for."""
    preview = state.preview if state.preview and state.preview.run in plan.items else None
    taking = {run: taking for run, taking in state.taking.items() if run in plan.items}
    return replace(state, plan=plan, preview=preview, taking=taking)


DECIDERS: dict[type, Callable[..., Any]] = {c.TakeVersion: take_version}
