"""Patterns of group work: everybody in one place in every round, pairs in fours, every topic in every mixed group."""

import random
from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.live import grouping, patterns
from app.live.state import Group, Member

PEOPLE = st.integers(1, 80)
TOPICS = st.integers(2, 5).map(lambda n: [f"topic-{place}" for place in range(n)])


def classroom(people: int) -> list[Member]:
    return [Member(person, "trainee") for person in range(1, people + 1)]


def in_fours(people: int) -> tuple[Group, ...]:
    groups = grouping.number_of_groups(people, patterns.FOURS, None)
    return grouping.make(classroom(people), "random", groups, random.Random(people))


def experts(people: int, topics: Sequence[str]) -> tuple[Group, ...]:
    groups = patterns.number_of_experts(people, len(topics))
    return grouping.make(classroom(people), "random", groups, random.Random(people))


def everybody(groups: Sequence[Group]) -> list[int]:
    return sorted(person for group in groups for person in group.members)


# ---- rounds


def test_a_round_is_a_step_with_its_minutes() -> None:
    assert patterns.parts("1-2-4-all", (60, 120, 300, 240), 8) == (
        patterns.Part("alone", 0, 60), patterns.Part("pairs", 1, 120), patterns.Part("fours", 2, 300),
        patterns.Part("all", 3, 240),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("groups", "seconds", "visits", "each"),
    [(4, 360, 3, 120), (3, 360, 2, 180), (8, 360, 3, 120), (2, 360, 1, 360), (6, 100, 1, 100), (6, 600, 5, 120)],
)
def test_visits_share_their_step_equally_and_none_is_too_short(
    groups: int, seconds: int, visits: int, each: int
) -> None:
    parts = patterns.parts("gallery", (600, seconds, 300), groups)
    walk = [part for part in parts if part.kind == "visit"]
    assert walk == [patterns.Part("visit", 1, each, visit) for visit in range(visits)]


def test_one_group_alone_visits_nobody() -> None:
    assert [part.kind for part in patterns.parts("gallery", (600, 360, 300), 1)] == ["sheet", "all"]


# ---- 1-2-4-all


@pytest.mark.promise("B6")
@pytest.mark.parametrize(
    ("people", "sizes"),
    [(1, {1: 1}), (2, {2: 1}), (4, {4: 1}), (5, {5: 1}), (6, {3: 2}), (7, {4: 1, 3: 1}), (9, {3: 3}),
     (10, {4: 1, 3: 2}), (30, {4: 6, 3: 2}), (32, {4: 8})],
)  # fmt: skip
def test_fours_and_threes_for_those_left_over(people: int, sizes: dict[int, int]) -> None:
    assert Counter(len(group.members) for group in in_fours(people)) == sizes


def test_two_and_two_make_four() -> None:
    four = (Group("g1", (1, 2, 3, 4)),)
    assert patterns.pairs(four) == (Group("g1a", (1, 2)), Group("g1b", (3, 4)))
    assert patterns.whole(patterns.pairs(four)) == four


@pytest.mark.parametrize(
    ("members", "sizes"), [((), [0]), ((1,), [1]), ((1, 2, 3), [3]), ((1, 2, 3, 4, 5), [2, 3]), (range(6), [2, 2, 2])]
)
def test_three_are_one_pair_and_nobody_is_left_alone(members: Sequence[int], sizes: list[int]) -> None:
    pairs = patterns.pairs([Group("g1", tuple(members))])
    assert [len(pair.members) for pair in pairs] == sizes


@pytest.mark.promise("B6")
@given(PEOPLE)
def test_everybody_sits_in_one_pair_and_the_pairs_nest_in_the_fours(people: int) -> None:
    fours = in_fours(people)
    pairs = patterns.pairs(fours)
    assert everybody(pairs) == everybody(fours) == list(range(1, people + 1))
    of = {person: four.id for four in fours for person in four.members}
    assert all({of[person] for person in pair.members} == {patterns.whole_of(pair.id)} for pair in pairs)
    assert patterns.whole(pairs) == fours
    assert people == 1 or all(2 <= len(pair.members) <= 3 for pair in pairs)


def test_a_move_between_pairs_is_kept_in_the_fours() -> None:
    moved = (Group("g1a", (1,)), Group("g1b", (3, 4)), Group("g2a", (5, 6, 2)))
    assert patterns.whole(moved) == (Group("g1", (1, 3, 4)), Group("g2", (5, 6, 2)))


@given(PEOPLE, st.integers(1, 9))
def test_who_comes_late_finds_a_seat_in_the_smallest_pair(people: int, late: int) -> None:
    pairs = patterns.pairs(in_fours(people))
    for person in range(900, 900 + late):
        least = min(len(pair.members) for pair in pairs)
        pairs = patterns.seated(pairs, person)
        assert len(next(pair.members for pair in pairs if person in pair.members)) == least + 1
    assert everybody(patterns.whole(pairs)) == [*range(1, people + 1), *range(900, 900 + late)]


# ---- jigsaw


@given(PEOPLE, TOPICS)
def test_topics_go_round_the_expert_groups_and_are_about_equally_many(people: int, topics: list[str]) -> None:
    groups = experts(people, topics)
    assert everybody(groups) == list(range(1, people + 1))
    assert all(len(group.members) <= patterns.LARGEST_EXPERTS for group in groups)
    have = Counter(dict.fromkeys(topics, 0))
    for group in groups:
        have[patterns.topic_of(groups, group.id, topics)] += len(group.members)
    assert max(have.values()) - min(have.values()) <= 1


@pytest.mark.promise("B6")
@given(PEOPLE, TOPICS)
def test_every_mixed_group_has_every_topic_once_there_is_somebody_for_each(people: int, topics: list[str]) -> None:
    groups = experts(people, topics)
    of = {person: patterns.topic_of(groups, group.id, topics) for group in groups for person in group.members}
    together = patterns.mixed(groups, topics)
    assert everybody(together) == everybody(groups)
    assert len(together) == max(1, people // len(topics))
    if people >= len(topics):
        assert all({of[person] for person in group.members} == set(topics) for group in together)
    else:
        assert len(together) == 1


@given(st.lists(st.integers(0, 9), min_size=2, max_size=6), TOPICS)
def test_moved_about_as_they_like_each_topic_is_spread_evenly(sizes: list[int], topics: list[str]) -> None:
    people = iter(range(1, 100))
    groups = [Group(f"g{at}", tuple(next(people) for _ in range(size))) for at, size in enumerate(sizes, start=1)]
    together = patterns.mixed(groups, topics)
    assert everybody(together) == everybody(groups)
    for topic in topics:
        have = {p for one in groups if patterns.topic_of(groups, one.id, topics) == topic for p in one.members}
        counts = [len(have & set(group.members)) for group in together]
        assert not counts or max(counts) - min(counts) <= 1


def test_too_few_for_every_topic_sit_together_in_one_group() -> None:
    assert patterns.mixed(experts(2, ["a", "b", "c"]), ["a", "b", "c"])[0].members in ((1, 2), (2, 1))


# ---- gallery


@pytest.mark.promise("B6")
@given(st.integers(2, 12), st.integers(0, 3600))
def test_every_sheet_has_one_group_before_it_and_nobody_comes_twice(count: int, seconds: int) -> None:
    groups = [Group(f"g{place}", ()) for place in range(1, count + 1)]
    walk = [part for part in patterns.parts("gallery", (0, seconds, 0), count) if part.kind == "visit"]
    for part in walk:
        assert {patterns.visited(groups, group.id, part.visit) for group in groups} == {group.id for group in groups}
    for group in groups:
        seen = [patterns.visited(groups, group.id, part.visit) for part in walk]
        assert group.id not in seen
        assert len(set(seen)) == len(seen)


# ---- what lies beside a sheet


def test_beside_the_sheet_of_a_pair_lies_what_each_of_the_two_wrote_alone() -> None:
    assert patterns.beside("alone", [Group("g1", (1, 2, 3, 4))], (3, 4)) == ("p3", "p4")


def test_beside_the_sheet_of_a_four_lie_the_sheets_of_its_pairs() -> None:
    pairs = patterns.pairs([Group("g1", (1, 2, 3, 4)), Group("g2", (5, 6, 7))])
    assert patterns.beside("pairs", pairs, (1, 2, 3, 4)) == ("g1a", "g1b")


def test_the_sheet_of_somebody_who_was_moved_comes_along() -> None:
    pairs = patterns.pairs([Group("g1", (1, 2, 3, 4)), Group("g2", (5, 6, 7))])
    assert patterns.beside("pairs", pairs, (5, 6, 7, 1)) == ("g1a", "g2a")


def test_beside_the_sheet_of_a_mixed_group_lie_those_of_its_experts() -> None:
    groups = experts(6, ["a", "b", "c"])
    for one in patterns.mixed(groups, ["a", "b", "c"]):
        assert patterns.beside("experts", groups, one.members) == ("g1", "g2", "g3")
