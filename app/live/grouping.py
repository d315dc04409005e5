"""Making groups and giving roles: pure, with the dice passed in.

B1: by size or number; random, mixed by an attribute, as last, with new partners. B5: nobody has a role twice before all
have had it, as far as the counts of earlier days say.
"""

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from app.live.state import Group, Member

SWAPS_PER_PERSON = 40  # tries to find new partners: 30 people settle after about 600 swaps, in 3 ms


SMALLEST = 3  # people: where a size cannot be met, smaller groups are better than larger ones, but two are no group


def number_of_groups(people: int, size: tuple[int, int] | None, count: int | None) -> int:
    """How many groups: `count` as asked, else as few as keep every group within `size` where that is possible.

    Where it is not, none is larger than asked, unless that left fewer than three in one: then there is a group less.
    """
    if people == 0:
        return 0
    if count is not None:
        return max(1, min(count, people))
    least, most = size or (5, 6)
    groups = -(-people // most)
    while groups > 1 and people // groups < min(least, SMALLEST):
        groups -= 1
    return groups


def make(
    people: Sequence[Member],
    how: str,
    groups: int,
    dice: random.Random,
    last: Sequence[Group] = (),
    pairs: Mapping[str, int] | None = None,
    pinned: Sequence[Group] = (),
) -> tuple[Group, ...]:
    """Even groups "g1"…: each person once, sizes at most one apart. `pinned` people stay where they are."""
    seats: list[list[int]] = [[] for _ in range(groups)]
    if not groups:
        return ()
    for place, group in enumerate(pinned[:groups]):
        seats[place].extend(group.members)
    fixed = {person for group in seats for person in group}
    free = [member for member in people if member.id not in fixed]
    if how == "last" and last:
        free = _return_home(free, last, seats)
    for member in _in_order(free, how, dice):
        min(seats, key=len).append(member.id)
    if how == "new-partners":
        _spread(seats, fixed, pairs or {}, dice)
    return tuple(Group(f"g{place}", tuple(members)) for place, members in enumerate(seats, start=1))


def _in_order(people: Iterable[Member], how: str, dice: random.Random) -> list[Member]:
    """Dealt like cards, one to each group in turn: sorted by the attribute, neighbours part."""
    mixed = list(people)
    dice.shuffle(mixed)
    if how == "mixed":
        counts: defaultdict[str, int] = defaultdict(int)
        for member in mixed:
            counts[member.district] += 1
        mixed.sort(key=lambda member: (-counts[member.district], member.district))
    return mixed


def _return_home(people: Sequence[Member], last: Sequence[Group], seats: list[list[int]]) -> list[Member]:
    """Seat people where they sat; give back those who had no group that still exists."""
    home = {person: place for place, group in enumerate(last[: len(seats)]) for person in group.members}
    for member in people:
        if member.id in home:
            seats[home[member.id]].append(member.id)
    return [member for member in people if member.id not in home]


def _spread(seats: list[list[int]], fixed: set[int], pairs: Mapping[str, int], dice: random.Random) -> None:
    """Swap people while that lowers how often group members have sat together before (steepest of random swaps)."""
    movable = [place for place, group in enumerate(seats) if any(person not in fixed for person in group)]
    if len(movable) < 2:
        return
    for _ in range(SWAPS_PER_PERSON * sum(map(len, seats))):
        first, second = dice.sample(movable, 2)
        one = dice.choice([person for person in seats[first] if person not in fixed])
        two = dice.choice([person for person in seats[second] if person not in fixed])
        before = _met(one, seats[first], pairs) + _met(two, seats[second], pairs)
        after = _met(one, [p for p in seats[second] if p != two], pairs) + _met(
            two, [p for p in seats[first] if p != one], pairs
        )
        if after < before:
            seats[first][seats[first].index(one)] = two
            seats[second][seats[second].index(two)] = one


def _met(person: int, others: Iterable[int], pairs: Mapping[str, int]) -> int:
    return sum(pairs.get(pair(person, other), 0) for other in others if other != person)


def pair(one: int, two: int) -> str:
    """The name of a pair, the same from both sides."""
    return f"{min(one, two)}-{max(one, two)}"


def give_roles(
    members: Sequence[int], roles: Sequence[str], counts: Mapping[str, Mapping[str, int]]
) -> Mapping[str, int]:
    """Role -> person: each role to whoever of the group had it least, nobody twice while others have none."""
    given: dict[str, int] = {}
    for role in roles:
        if not members:
            break
        had = counts.get(role, {})
        given[role] = min(
            members,
            key=lambda person: (sum(1 for p in given.values() if p == person), had.get(str(person), 0), person),
        )
    return given


def smallest(groups: Sequence[Group]) -> Group:
    """Where a late joiner goes who has no home group: the smallest, the first of equals."""
    return min(groups, key=lambda group: len(group.members))
