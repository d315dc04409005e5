"""What one person and her groups wrote in each round of a pattern, and what she read there. Pure.

The rules (R1)
- She finds again what she saw on the day and nothing else: her own words alone, the sheets of her groups, what lay
  beside them in a jigsaw, the sheets she visited in a gallery and what visitors left for hers.
- The sheet that stands as her group's own in the look back is not told twice.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from app.live import patterns
from app.live.plan import Activity
from app.live.results import own_cells
from app.live.room import Room
from app.live.state import Group, Round, State


def written(room: Room, item: Activity, person: int, shown: str) -> list[dict[str, Any]]:
    """`[{what, who, members, cells}]` in the order of the rounds, without the sheet of `shown`."""
    state, run = room.state, room.state.runs.get(item.id)
    if run is None:
        return []
    found: dict[str, str] = {}
    for what, who in _read(state, item, person):
        found.setdefault(who, what)
    return [
        {"what": what, "who": who, "members": members(state, item, who), "cells": cells}
        for who, what in found.items()
        if who != shown and (cells := {cell: one["v"] for cell, one in own_cells(state, run, who, room.words).items()})
    ]


def members(state: State, item: Activity, who: str) -> list[int]:
    """Who sat in this group, sooner or later."""
    sat = state.sat.get(state.plan.top(item.id).id, {})
    return [one for one, places in sat.items() if who in places]


def _read(state: State, item: Activity, person: int) -> Iterator[tuple[str, str]]:
    """(what it was to her, who wrote it)"""
    work = state.plan.top(item.id)
    rounds = state.rounds.get(work.id, ())
    for then in rounds:
        mine = [group for group in then.groups if group.id in state.sat_in(item.id, person)]
        if then.kind == "alone" and item.by == "group" and _wrote_alone(state, item, person):
            yield "alone", f"p{person}"
        yield from ((then.kind, group.id) for group in mine if state.wrote_in(item.id, then, group.id))
        for group in mine:
            yield from _beside(work, rounds[0].groups, then, group, item.id)


def _wrote_alone(state: State, item: Activity, person: int) -> bool:
    run = state.runs.get(item.id)
    return run is not None and any(not one.alone for one in run.answers.get(f"p{person}", {}).values())


def _beside(work: Activity, first: Sequence[Group], then: Round, group: Group, run: str) -> Iterator[tuple[str, str]]:
    if then.kind == "mixed" and run in work.topics:
        wrote = patterns.beside("experts", first, group.members)
        yield from (("told", who) for who in wrote if patterns.topic_of(first, who, work.topics) == run)
    elif then.kind == "visit" and run == work.sheets[0]:
        yield "visited", patterns.visited(first, group.id, then.visit)
    elif then.kind == "visit" and run in work.sheets[1:]:
        mine = patterns.whole_of(group.id)
        yield from (("got", one.id) for one in then.groups if patterns.visited(first, one.id, then.visit) == mine)
