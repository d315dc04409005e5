"""Small changes of a meeting's state that many events share: a run, a seat, an act that may be taken back. Pure."""

from dataclasses import replace
from typing import Any

from app.live.events import Happened
from app.live.state import ACTS_KEPT, Act, Group, Run, State


def set_run(state: State, h: Happened, run: Run, **changes: Any) -> State:
    changed = replace(run, touched=h.seq, touched_by=h.actor, **changes)
    return replace(state, runs={**state.runs, run.id: changed})


def with_run(state: State, run: Run) -> State:
    return replace(state, runs={**state.runs, run.id: run})


def act(
    state: State, h: Happened, what: str, run: str | None = None, person: int | None = None, before: Any = None
) -> State:
    act = Act(h.seq, what, h.actor, h.at, run, person, before)
    return replace(state, acts=(*state.acts, act)[-ACTS_KEPT:])


def seats_kept(state: State) -> State:
    """Who stays in plenary keeps the seat she was told: that is where she goes after all."""
    told = state.preview.groups if state.preview else ()
    kept = {person: group.id for group in told for person in group.members if person in state.stayed}
    return replace(
        state,
        members={id: replace(member, home=kept.get(id, member.home)) for id, member in state.members.items()},
    )


def sits(state: State, person: int, group: str) -> State:
    """Note that the person works in this group from now, on this group run."""
    run = state.grouped_run or ""
    seats = state.sat.get(run, {})
    places = (*(place for place in seats.get(person, ()) if place != group), group)
    member = replace(state.members[person], home=group) if person in state.members else None
    members = {**state.members, person: member} if member else state.members
    return replace(state, sat={**state.sat, run: {**seats, person: places}}, members=members)


def without(groups: tuple[Group, ...], person: int) -> tuple[Group, ...]:
    return tuple(
        replace(group, members=tuple(member for member in group.members if member != person))
        if person in group.members
        else group
        for group in groups
    )


def put(groups: tuple[Group, ...], person: int, target: str | None) -> tuple[Group, ...]:
    return tuple(replace(group, members=(*group.members, person)) if group.id == target else group for group in groups)
