"""Patterns of group work: which rounds there are, who sits with whom in each, and whose sheets lie beside. Pure.

    1-2-4-all   alone -> pairs -> fours -> all        each pair lies inside its four
    jigsaw      experts -> mixed -> all               a mixed group has somebody from every topic
    gallery     sheet -> visit, visit … -> all        every group goes round the others' sheets

The rules of this file
- A round is a step of the group work, with its minutes; the visits of a gallery share the minutes of their one step.
- In every round everybody sits in exactly one group; "alone" and "all" are done where one sits in fours.
- A part of a group carries its name: "g1a" is a pair of "g1", "g1v2" is "g1" at its second visit.
- 1-2-4-all: fours, and threes where the number leaves some over; three people are one pair of three. What a move
  changed in pairs stays changed in fours.
- Jigsaw: topics go round the expert groups in written order. There are as many mixed groups as the people can fill with
  one of each topic. Each topic is spread over them evenly: a group misses a topic only if too few people have it.
- Gallery: at each visit every sheet is visited by one group, and no group by itself; nobody comes to a sheet twice.
  It needs two groups: four people are two and two. One group by itself visits nobody.
- Beside a sheet lie the sheets of the round before of all who sit there now: words follow the people who wrote them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from string import ascii_lowercase

from app.live.plan import ROUNDS
from app.live.state import Group

FOURS = (3, 4)
LARGEST_EXPERTS = 6  # people: more do not all speak within six minutes, so a topic gets a second group
FEWEST_FOR_TWO = 4  # people: two groups of two, so that nobody writes a sheet alone
SHORTEST_VISIT = 120  # seconds: time to read a sheet of four fields and to write one sentence


@dataclass(frozen=True, slots=True)
class Part:
    """One round as planned. `step` counts from 0; `visit` too, and is 0 outside a gallery."""

    kind: str
    step: int
    seconds: int
    visit: int = 0


def parts(pattern: str, steps: Sequence[int], groups: int) -> tuple[Part, ...]:
    """The rounds of a pattern whose steps take so many seconds, with so many groups."""
    found: list[Part] = []
    for place, (kind, seconds) in enumerate(zip(ROUNDS[pattern], steps, strict=True)):
        visits = min(groups - 1, max(1, seconds // SHORTEST_VISIT)) if kind == "visit" else 1
        found += [Part(kind, place, seconds // visits, visit) for visit in range(visits)]
    return tuple(found)


# ---- 1-2-4-all


def pairs(fours: Sequence[Group]) -> tuple[Group, ...]:
    """The pairs in which the people of each four begin to talk; of an odd number the last three stay together."""
    return tuple(
        Group(f"{four.id}{ascii_lowercase[place]}", two)
        for four in fours
        for place, two in enumerate(_twos(four.members))
    )


def _twos(people: Sequence[int]) -> list[tuple[int, ...]]:
    last = max(0, len(people) // 2 - 1) * 2
    return [*(tuple(people[at : at + 2]) for at in range(0, last, 2)), tuple(people[last:])]


# ---- jigsaw


def number_of_experts(people: int, topics: int, wish: int = 1) -> int:
    """How many expert groups: the same number for each topic, as few as keep them small; never more than people.

    `wish`: a trainer wants at least so many.
    """
    small = max(1, -(-people // (topics * LARGEST_EXPERTS)))
    return max(1, min(people, topics * max(small, -(-wish // topics))))


def topic_of(experts: Sequence[Group], group: str, topics: Sequence[str]) -> str:
    """What this expert group is about."""
    return topics[[one.id for one in experts].index(group) % len(topics)]


def mixed(experts: Sequence[Group], topics: Sequence[str]) -> tuple[Group, ...]:
    """Groups "m1"… with somebody from every topic, as far as that can be."""
    people = sum(len(group.members) for group in experts)
    seats: list[list[int]] = [[] for _ in range(max(1, people // len(topics)))]
    for topic in topics:
        has = [0] * len(seats)
        for person in (p for group in experts if topic_of(experts, group.id, topics) == topic for p in group.members):
            place = min(range(len(seats)), key=lambda at: (has[at], len(seats[at]), at))
            seats[place].append(person)
            has[place] += 1
    return tuple(Group(f"m{place}", tuple(members)) for place, members in enumerate(seats, start=1))


# ---- gallery


def visiting(groups: Sequence[Group], visit: int) -> tuple[Group, ...]:
    """The groups on their way to this visit, counted from 0."""
    return tuple(replace(group, id=f"{group.id}v{visit + 1}") for group in groups)


def is_on_visit(group: str) -> bool:
    return group != whole_of(group) and group[-1].isdigit()


def visited(groups: Sequence[Group], group: str, visit: int) -> str:
    """Whose sheet this group reads at this visit, counted from 0."""
    ids = [whole_of(one.id) for one in groups]
    return ids[(ids.index(whole_of(group)) + 1 + visit) % len(ids)]


# ---- every pattern


def whole_of(group: str) -> str:
    """The group that this one is a part of, or itself: "g1a" -> "g1", "g1v2" -> "g1"."""
    return re.sub(r"(?<=\d)[a-z]\d*$", "", group)


def number_of(group: str) -> str:
    """What people call it: "g3" -> "3", "g3a" -> "3a"; on a visit it is still "3"."""
    return (whole_of(group) if is_on_visit(group) else group).lstrip("gm")


def whole(groups: Sequence[Group]) -> tuple[Group, ...]:
    """The groups that these are parts of, with whoever sits in the parts now."""
    found: dict[str, tuple[int, ...]] = {}
    for group in groups:
        found[whole_of(group.id)] = (*found.get(whole_of(group.id), ()), *group.members)
    return tuple(Group(id, members) for id, members in found.items())


def as_before(groups: Sequence[Group]) -> tuple[Group, ...]:
    """The groups that another activity goes on with: whole ones, called g1, g2 … again."""
    return tuple(replace(group, id=f"g{place}") for place, group in enumerate(whole(groups), start=1))


def number_of_groups(pattern: str, people: int, topics: int, wish: int) -> int:
    """How many groups a pattern begins with, where `wish` is what the author or a trainer asks for."""
    if pattern == "jigsaw":
        return number_of_experts(people, topics, wish)
    return max(wish, 2) if pattern == "gallery" and people >= FEWEST_FOR_TWO else wish


def seated(groups: Sequence[Group], person: int) -> tuple[Group, ...]:
    """The groups with somebody more, who came late: in the smallest one, the first of equals."""
    small = min(groups, key=lambda group: len(group.members))
    return tuple(replace(one, members=(*one.members, person)) if one.id == small.id else one for one in groups)


def beside(kind: str, before: Sequence[Group], members: Sequence[int]) -> tuple[str, ...]:
    """Who wrote what lies beside the sheet of these people: in a round after `kind`, which was done in `before`."""
    if kind == "alone":
        return tuple(f"p{person}" for person in members)
    return tuple(group.id for group in before if set(group.members) & set(members))
