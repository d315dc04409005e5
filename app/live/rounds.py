"""The rounds of a pattern: opened one after another, by the clock or by a trainer, each with its own groups. Pure.

The rules
- A round ends when its minutes are over, and the next one opens at once; a trainer may go on before that, and may
  take that back within 30 seconds: then all sit again as they sat.
- The clock of the group work is the clock of its present round: a minute more, a pause and a call back mean this round.
- Each round writes its own sheet. What was written in an earlier one and comes late goes into the sheet of that one.
- Beside the sheet lie those of the round before, of all who sit there now; before that nobody else reads them.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any

from app.errors import Rejected
from app.live import commands as c
from app.live import events as e
from app.live import grouping, patterns
from app.live.asking import Ask, activity, by, opened, require_fresh, require_live
from app.live.events import Event, GroupPlan
from app.live.patterns import Part
from app.live.plan import Activity
from app.live.state import Group, Phase, Run, State


def opening(state: State, item: Activity) -> Iterator[Event]:
    """The first round, when the groups have been made."""
    if item.pattern:
        yield _opened(state, item, 0, state.groups)


def next_round(state: State, ask: Ask, command: c.NextRound) -> Sequence[Event]:
    require_live(state)
    item = activity(state, command.run)
    if not item.pattern:
        raise Rejected("no-rounds", "This activity has no rounds.")
    run = opened(state, item.id)
    require_fresh(state, item.id, command.saw)
    if not run.is_open:
        raise Rejected("already-closed", f"{by(run.touched_by)} closed it a moment ago. This is how it stands now.")
    if following(state, item) is None:
        raise Rejected("last-round", "This is the last round.")
    return going_on(state, item)


def going_on(state: State, item: Activity) -> Sequence[Event]:
    """The next round with its groups."""
    part = following(state, item)
    assert part is not None
    return [_opened(state, item, len(state.rounds[item.id]), seats(state, part.kind))]


def seats(state: State, kind: str) -> tuple[Group, ...]:
    """Who sits where in a round of this kind, from how they sit now."""
    if kind == "pairs":
        return patterns.pairs(state.groups)
    return patterns.fours(state.groups) if kind == "fours" else state.groups


def _opened(state: State, item: Activity, number: int, groups: Sequence[Group]) -> e.RoundOpened:
    part = _parts(state, item)[number]
    wanted = item.options.get("roles", ()) if part.kind != "pairs" else ()
    first = state.rounds[item.id][0].groups if number else groups
    given = {group.id: _roles(group, first, wanted) for group in groups}
    plans = tuple(GroupPlan(group.id, group.members) for group in groups)
    return e.RoundOpened(item.id, number, part.kind, part.step, part.seconds, plans, given, part.visit)


def _roles(group: Group, first: Sequence[Group], wanted: Sequence[str]) -> dict[str, int]:
    """As they were given when the groups were made, to whoever still sits there."""
    was = next((one.roles for one in first if one.id == group.id), {})
    kept = {role: person for role, person in was.items() if person in group.members}
    return {**grouping.give_roles(group.members, wanted, {}), **kept} if wanted else {}


def _parts(state: State, item: Activity) -> tuple[Part, ...]:
    rounds = state.rounds.get(item.id)
    return patterns.parts(item.pattern, item.steps, len(rounds[0].groups if rounds else state.groups))


def following(state: State, item: Activity) -> Part | None:
    """The round after the present one; None after the last, and where there are none."""
    if not item.pattern or item.id not in state.rounds:
        return None
    parts, number = _parts(state, item), len(state.rounds[item.id])
    return parts[number] if number < len(parts) else None


def goes_on_at(state: State, run: Run) -> datetime | None:
    """When the clock opens the next round; None if it does not."""
    item = state.plan.items[run.id]
    if run.phase is not Phase.OPEN or item.end not in ("close", "advance") or following(state, item) is None:
        return None
    return run.ends_at


def beside(state: State, run: str, person: int) -> tuple[str, ...]:
    """Who wrote what this person may read beside her sheet."""
    rounds, group = state.rounds.get(state.plan.top(run).id, ()), state.group_of(person)
    kinds = [one.kind for one in rounds]
    if group is None or len(rounds) < 2:
        return ()
    last = rounds[-2] if kinds[-1] != "all" else rounds[-3]  # in plenary it is still the sheet of before
    return patterns.beside(last.kind, last.groups, group.members)


DECIDERS: dict[type, Callable[..., Any]] = {c.NextRound: next_round}
