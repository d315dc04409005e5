"""Who may look at a photo or listen to a recording: whoever may read the answer that holds it. Pure.

The rules
- It is mine, or my group's, also of a group I sat in before.
- Trainers see all but what is private to its author.
- What lies beside my sheet, hangs in an open gallery or is being reported, I may see as long as it is there; what lay
  beside it in a pattern, again when the day has ended.
"""

from typing import Any

from app.activities.contract import Carry
from app.activities.registry import KINDS
from app.live import carrying, rounds, seen
from app.live.facts import Facts
from app.live.groupwork import report_fields
from app.live.state import Run, Stage, State


def may_see(state: State, name: str, person: int, facilitates: bool) -> bool:
    held = [(run, who) for run in state.runs.values() for who in run.answers if _holds(run, who, name)]
    return any(_reads(state, run, who, person, facilitates) for run, who in held) or (
        bool(held) and (_hangs(state, name) or _is_reported(state, name))
    )


def _holds(run: Run, who: str, name: str) -> bool:
    return any(_is_it(given.value, name) for given in run.answers[who].values())


def _is_it(value: Any, name: str) -> bool:
    return bool(value == {"file": name})


def _reads(state: State, run: Run, who: str, person: int, facilitates: bool) -> bool:
    if who == f"p{person}":
        return True
    if KINDS[state.plan.items[run.id].kind].private:
        return False
    if facilitates or who in state.sat_in(run.id, person) or (run.id, who) in rounds.lying(state, run.id, person):
        return True
    item = state.plan.items[run.id]
    return state.stage is Stage.ENDED and who in {wrote for _, wrote in seen.read(state, item, person)}


def _hangs(state: State, name: str) -> bool:
    """In a gallery that has been opened; what a trainer took down hangs no more."""
    for item in state.plan.items.values():
        if item.takes is Carry.SHEETS and carrying.settled(state, item.id) is not None:
            for thing in carrying.shown(state, item, {}):
                if any(_is_it(cell, name) for cells in thing.values for cell in cells.values()):
                    return True
    return False


def _is_reported(state: State, name: str) -> bool:
    """On every screen just now, since its group speaks."""
    report = state.report
    if report is None or report.over or report.run != state.current:
        return False
    told = report_fields(state, Facts("", ""), report.order[report.index])
    return any(_is_it(field["value"], name) for field in told)
