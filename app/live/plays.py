"""Role plays: who plays what, from the opening through every turn, and when people come and go in the middle. Pure.

The rules
- Roles are dealt when the groups of a role play open, and anew for each turn (`casting.py` says to whom).
- Whoever is moved, stays away or comes late changes the cast of her groups at once: nobody plays in a group she left.
- A card is read by those who have or had its role in this role play, and by trainers; by all when the day has ended.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from app.errors import Rejected
from app.live import casting
from app.live import commands as c
from app.live import events as e
from app.live.asking import Ask, activity, by, opened, require_fresh, require_live
from app.live.events import Event
from app.live.plan import Activity
from app.live.state import Cast, Group, State

COMING_AND_GOING = (e.Moved, e.Stayed, e.Removed, e.Undone)


def opening(state: State, ask: Ask, item: Activity, groups: Sequence[Group]) -> Sequence[Event]:
    """The first cast of a role play whose groups open; equals are taken in an order that the dice give."""
    if not item.roles:
        return []
    mixed = {group.id: ask.dice.sample(group.members, len(group.members)) for group in groups}
    return [e.RolesDealt(item.id, _dealt(item, mixed, had(state)))]


def _dealt(item: Activity, groups: Mapping[str, Sequence[int]], had: casting.Counts) -> Cast:
    roles = [role.key for role in item.roles]
    return {group: casting.deal(members, roles, had) for group, members in groups.items()}


def had(state: State) -> dict[str, dict[str, int]]:
    """Role -> person -> times: earlier days, the groups of today, and every turn of today's role plays."""
    counts = {role: dict(people) for role, people in state.role_counts.items()}
    given = [(role, person) for group in state.groups for role, person in group.roles.items()]
    given += [
        (role, person)
        for turns in state.casts.values()
        for cast in turns
        for roles in cast.values()
        for role, people in roles.items()
        for person in people
    ]
    for role, person in given:
        of_role = counts.setdefault(role, {})
        of_role[str(person)] = of_role.get(str(person), 0) + 1
    return counts


def rotate(state: State, ask: Ask, command: c.Rotate) -> Sequence[Event]:
    """The next turn: to everybody a role she has not had, as far as that can be."""
    require_live(state)
    item = activity(state, command.run)
    if not item.roles:
        raise Rejected("not-role-play", "Roles go round in a role play only.")
    run = opened(state, item.id)
    require_fresh(state, item.id, command.saw)
    if not run.is_open:
        raise Rejected("already-closed", f"{by(run.touched_by)} closed it a moment ago. This is how it stands now.")
    groups = {group.id: group.members for group in state.groups}
    return [e.RolesDealt(item.id, _dealt(item, groups, had(state)), "turn")]


def follow(state: State) -> Sequence[Event]:
    """After people came or went: the cast of this turn for whoever is there now; nothing if it stands as it is."""
    item = state.open_group_work
    if item is None or not item.roles or item.id not in state.casts:
        return []
    roles = [role.key for role in item.roles]
    now = state.casts[item.id][-1]
    cast = {group.id: casting.complete(group.members, roles, now.get(group.id, {})) for group in state.groups}
    return [] if cast == now else [e.RolesDealt(item.id, cast, "moved")]


def cast_now(state: State, run: str) -> Cast:
    """Who plays what in this role play now, or played last."""
    return state.casts[run][-1] if state.casts.get(run) else {}


def roles_of(state: State, run: str, person: int) -> tuple[str, ...]:
    """The roles this person has now, in written order; none: she watches."""
    return tuple(role.key for role in state.plan.items[run].roles if role.key in _in(cast_now(state, run), person))


def may_read_card(state: State, run: str, role: str, person: int) -> bool:
    """Whether this person has, or had in an earlier turn, the role."""
    return any(role in _in(cast, person) for cast in state.casts.get(run, ()))


def _in(cast: Cast, person: int) -> set[str]:
    return {role for roles in cast.values() for role, people in roles.items() if person in people}


DECIDERS: dict[type, Callable[..., Any]] = {c.Rotate: rotate}
