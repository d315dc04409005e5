"""Who plays which role: fair over turns and days, with too many people and with too few."""

import itertools
import random
from collections import Counter, defaultdict

import pytest

from app.live.casting import assign, complete, deal

THREE = ("consultant", "leader", "member")
WATCHED = (*THREE, "observer")


def counted(turns: int, members: list[int], roles: tuple[str, ...]) -> dict[str, Counter[str]]:
    """How often each person had each role after so many turns."""
    had: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for _ in range(turns):
        for role, people in deal(members, roles, had).items():
            had[role].update(map(str, people))
    return had


def test_as_many_people_as_roles_have_one_each() -> None:
    assert deal([7, 8, 9], THREE, {}) == {"consultant": (7,), "leader": (8,), "member": (9,)}


@pytest.mark.promise("B5")
@pytest.mark.parametrize("people", [3, 4, 5, 6])
@pytest.mark.parametrize("roles", [THREE, WATCHED])
def test_nobody_has_a_role_twice_before_all_have_had_it(people: int, roles: tuple[str, ...]) -> None:
    had = counted(people, list(range(people)), roles)
    for role in THREE:
        assert set(had[role].values()) == {1}, (role, had[role])


@pytest.mark.promise("B5")
def test_what_was_played_on_earlier_days_counts() -> None:
    had = {"consultant": {"7": 1}, "leader": {"8": 1}, "member": {"9": 1}}
    cast = deal([7, 8, 9], THREE, had)
    assert all(str(person) not in had[role] for role, people in cast.items() for person in people)


@pytest.mark.promise("B5")
def test_whoever_has_played_least_plays_first() -> None:
    had = {"leader": {"1": 1, "2": 1}, "member": {"1": 1, "2": 1}}
    cast = deal([1, 2, 3, 4, 5], THREE, had)
    assert {person for people in cast.values() for person in people} == {3, 4, 5}


@pytest.mark.parametrize(
    ("people", "watching"), [(4, {"observer": (4,)}), (6, {"observer": (4, 5, 6)}), (3, {}), (2, {})]
)
def test_whoever_has_no_role_watches_with_the_observers_card(people: int, watching: dict[str, tuple[int, ...]]) -> None:
    cast = deal(list(range(1, people + 1)), WATCHED, {})
    assert {role: who for role, who in cast.items() if role == "observer"} == watching


def test_without_an_observers_card_the_others_have_none() -> None:
    assert deal([1, 2, 3, 4], THREE, {}) == {"consultant": (1,), "leader": (2,), "member": (3,)}


@pytest.mark.parametrize(
    ("people", "cast"),
    [
        ([1, 2], {"consultant": (1,), "leader": (2,), "member": (2,)}),
        ([1], {"consultant": (1,), "leader": (1,), "member": (1,)}),
        ([], {}),
    ],
)
def test_with_too_few_people_the_last_roles_fall_together(people: list[int], cast: dict[str, tuple[int, ...]]) -> None:
    assert deal(people, WATCHED, {}) == cast


# ---- people come and go

CAST = {"consultant": (1,), "leader": (2,), "member": (3,), "observer": (4,)}


@pytest.mark.parametrize(
    ("members", "cast"),
    [
        ([1, 2, 3, 4], CAST),
        ([1, 2, 3, 4, 5], {**CAST, "observer": (4, 5)}),
        ([1, 2, 4], {"consultant": (1,), "leader": (2,), "member": (4,)}),
        ([1, 4], {"consultant": (1,), "leader": (4,), "member": (4,)}),
        ([1, 2], {"consultant": (1,), "leader": (2,), "member": (2,)}),
        ([2, 3, 4], {"consultant": (4,), "leader": (2,), "member": (3,)}),
        ([4, 5], {"consultant": (4,), "leader": (5,), "member": (5,)}),
    ],
)
def test_a_role_that_somebody_leaves_falls_to_one_who_watches_and_the_others_keep_theirs(
    members: list[int], cast: dict[str, tuple[int, ...]]
) -> None:
    assert complete(members, WATCHED, CAST) == cast


def test_who_comes_takes_one_of_two_roles_that_fell_together() -> None:
    two = deal([1, 2], WATCHED, {})
    three = complete([1, 2, 3], WATCHED, two)
    assert three == {"consultant": (1,), "leader": (2,), "member": (3,)}
    assert complete([1, 2, 3, 4], WATCHED, three) == {**three, "observer": (4,)}


@pytest.mark.parametrize("seed", range(50))
def test_everybody_plays_or_watches_and_no_role_is_lost_while_somebody_is_there(seed: int) -> None:
    dice = random.Random(seed)
    cast = deal(list(range(5)), WATCHED, {})
    for _ in range(20):
        members = dice.sample(range(9), dice.randint(0, 7))
        cast = complete(members, WATCHED, cast)
        assert {person for people in cast.values() for person in people} <= set(members)
        assert set(THREE) <= set(cast) or not members
        if len(members) >= 3:
            assert all(len(cast[role]) == 1 for role in THREE)
            assert len({cast[role] for role in THREE}) == 3
            watching = set(members) - {person for role in THREE for person in cast[role]}
            assert set(cast.get("observer", ())) == watching


# ---- the cheapest way


@pytest.mark.parametrize("seed", range(200))
def test_roles_are_given_at_the_least_cost_of_all_ways(seed: int) -> None:
    dice = random.Random(seed)
    rows = dice.randint(1, 4)
    columns = dice.randint(rows, 6)
    costs = [[dice.randint(0, 9) for _ in range(columns)] for _ in range(rows)]
    found = assign(costs)
    ways = itertools.permutations(range(columns), rows)
    assert len(set(found)) == rows
    assert _cost(costs, found) == min(_cost(costs, list(way)) for way in ways)


def _cost(costs: list[list[int]], way: list[int]) -> int:
    return sum(costs[row][column] for row, column in enumerate(way))


def test_nobody_to_play_is_no_fault() -> None:
    assert assign([]) == []
