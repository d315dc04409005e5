"""What one person and her groups wrote in each round of a pattern, and what she read there. Pure.

The rules (R1)
- She finds again what she saw on the day and nothing else: her own words alone, the sheets of her groups, what lay
  beside them in a jigsaw, the sheets she visited in a gallery and what visitors left for hers.
- The sheet that stands as her group's own in the look back is not told twice.
"""

from typing import Any

from app.live.plan import Activity
from app.live.results import own_cells
from app.live.room import Room
from app.live.seen import read
from app.live.state import State


def written(room: Room, item: Activity, person: int, shown: str) -> list[dict[str, Any]]:
    """`[{what, who, members, cells}]` in the order of the rounds, without the sheet of `shown`."""
    state, run = room.state, room.state.runs.get(item.id)
    if run is None:
        return []
    found: dict[str, str] = {}
    for what, who in read(state, item, person):
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
