"""The rounds of a pattern: opened one after another, by the clock or by a trainer, each with its own groups. Pure.

The rules
- A round ends when its minutes are over, and the next one opens at once; a trainer may go on before that, and may
  take that back within 30 seconds: then all sit again as they sat.
- The clock of the group work is the clock of its present round: a minute more, a pause and a call back mean this round.
- Once the groups are called back, no round comes after the present one: it closes.
- Each round writes its own sheet. What was written in an earlier one and comes late goes into the sheet of that one.
- Beside the sheet lie those of the round before, of all who sit there now; before that nobody else reads them. In a
  jigsaw these are the sheets of the topics, and they stay; in a gallery the sheet that is visited, and in plenary what
  visitors left for one's own.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from app.errors import Rejected
from app.live import commands as c
from app.live import events as e
from app.live import grouping, patterns
from app.live.asking import Ask, activity, by, opened, require_fresh, require_live
from app.live.events import Event, GroupPlan
from app.live.patterns import Part
from app.live.plan import Activity
from app.live.state import Group, Phase, Round, Run, State


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
    return [_opened(state, item, len(state.rounds[item.id]), seats(state, item, part))]


def seats(state: State, item: Activity, part: Part) -> tuple[Group, ...]:
    """Who sits where in this round, from how they sit now."""
    return _seats(tuple((group.id, group.members) for group in state.groups), part, item.topics)


@lru_cache(maxsize=8)  # every phone is told with whom she goes on: worked out anew for each of 300 it took 9 seconds
def _seats(sitting: tuple[tuple[str, tuple[int, ...]], ...], part: Part, topics: tuple[str, ...]) -> tuple[Group, ...]:
    groups = tuple(Group(id, members) for id, members in sitting)
    match part.kind:
        case "pairs":
            return patterns.pairs(groups)
        case "mixed":
            return patterns.mixed(groups, topics)
        case "visit":
            return patterns.visiting(patterns.whole(groups), part.visit)
        case _:
            return patterns.whole(groups)


def _opened(state: State, item: Activity, number: int, groups: Sequence[Group]) -> e.RoundOpened:
    part = _parts(state, item)[number]
    wanted = item.options.get("roles", ()) if part.kind != "pairs" else ()
    before = (*state.groups, *state.rounds[item.id][0].groups) if number else tuple(groups)
    given = {group.id: _roles(group, before, wanted) for group in groups}
    plans = tuple(GroupPlan(group.id, group.members) for group in groups)
    return e.RoundOpened(item.id, number, part.kind, part.step, part.seconds, plans, given, part.visit)


def _roles(group: Group, before: Sequence[Group], wanted: Sequence[str]) -> dict[str, int]:
    """As they were given in this group before, to whoever still sits there."""
    same = (one.roles for one in before if patterns.whole_of(one.id) == patterns.whole_of(group.id) and one.roles)
    kept = {role: person for role, person in next(same, {}).items() if person in group.members}
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


def to_come(state: State, item: Activity) -> Part | None:
    """The round that comes by itself or at a tap; None once the groups were called back."""
    return None if state.runs[item.id].called_back or not state.runs[item.id].is_open else following(state, item)


def goes_on_at(state: State, run: Run) -> datetime | None:
    """When the clock opens the next round; None if it does not."""
    item = state.plan.items[run.id]
    if run.phase is not Phase.OPEN or item.end not in ("close", "advance") or to_come(state, item) is None:
        return None
    return run.ends_at


def tasks(state: State, work: Activity) -> dict[str, Any]:
    """What each group is about, where that differs: group -> its topic, or whose sheet it visits, and which visit."""
    now, groups = state.rounds[work.id][-1], state.groups
    match now.kind:
        case "experts":
            return {"topics": {one.id: patterns.topic_of(groups, one.id, work.topics) for one in groups}}
        case "visit":
            walk = [part for part in _parts(state, work) if part.kind == "visit"]
            visits = {one.id: visited_by(state, work, one.id, now.visit) for one in groups}
            return {"visits": visits, "visit": [now.visit + 1, len(walk)]}
        case _:
            return {}


# ---- what lies beside a sheet


def lying(state: State, run: str, person: int) -> tuple[tuple[str, str], ...]:
    """What this person may read beside her sheet, as (sheet, who wrote it). `run`: the group work, or a sheet in it."""
    work, group = state.plan.top(run), state.group_of(person)
    rounds = state.rounds.get(work.id, ())
    if group is None or len(rounds) < 2:
        return ()
    match work.pattern:
        case "jigsaw":
            return tuple(_of_experts(work, rounds[0], group.members))
        case "gallery":
            return tuple(_on_the_walk(work, rounds, group))
        case _:
            return tuple((child, who) for child in work.children for who in _of_round_before(rounds, group.members))


def beside(state: State, run: str, person: int) -> tuple[str, ...]:
    """Of one sheet: who wrote what lies beside."""
    return tuple(who for child, who in lying(state, run, person) if child == run)


def _of_round_before(rounds: Sequence[Round], members: Sequence[int]) -> tuple[str, ...]:
    last = rounds[-2] if rounds[-1].kind != "all" else rounds[-3]  # in plenary it is still the sheet of before
    return patterns.beside(last.kind, last.groups, members)


def _of_experts(work: Activity, then: Round, members: Sequence[int]) -> Iterator[tuple[str, str]]:
    """What those who sit here wrote as experts, in the order of the topics."""
    wrote = patterns.beside(then.kind, then.groups, members)
    for topic in work.topics:
        yield from ((topic, who) for who in wrote if patterns.topic_of(then.groups, who, work.topics) == topic)


def from_there(state: State, run: str, person: int, who: str) -> list[int]:
    """Who of those that sit with this person helped to write it, and can tell about it; she herself too."""
    group = state.group_of(person)
    return [one for one in group.members if who in state.sat_in(run, one) or who == f"p{one}"] if group else []


def _on_the_walk(work: Activity, rounds: Sequence[Round], group: Group) -> Iterator[tuple[str, str]]:
    """The sheet that is visited; at the end what visitors have left for one's own."""
    first, now = rounds[0].groups, rounds[-1]
    if now.kind == "visit":
        yield work.sheets[0], patterns.visited(first, group.id, now.visit)
        yield work.sheets[0], patterns.whole_of(group.id)  # their own, to compare
        return
    for one in (then for then in rounds if then.kind == "visit"):
        came = (other.id for other in one.groups if patterns.visited(first, other.id, one.visit) == group.id)
        yield from ((sheet, who) for who in came for sheet in work.sheets[1:])


def visited_by(state: State, work: Activity, group: str, visit: int) -> str:
    """Whose sheet this group reads at this visit of a gallery."""
    return patterns.visited(state.rounds[work.id][0].groups, group, visit)


DECIDERS: dict[type, Callable[..., Any]] = {c.NextRound: next_round}
