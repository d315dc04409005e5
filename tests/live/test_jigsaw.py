"""The rounds of a jigsaw: every expert group has its topic, a mixed group has all of them, and each one teaches."""

import pytest

from app.live import scribing
from tests.live.day import AMMINI, TRAINEES, c
from tests.live.workshop import (
    TOPICS,
    console,
    experts,
    goes_on,
    keep,
    kinds,
    lies_beside,
    mixed,
    opened,
    seat,
    sizes,
    view,
    written,
)


def topic(day: object, person: int) -> str:
    """The one sheet that she is to fill in."""
    (only,) = view(day, person)["round"]["sheets"]  # type: ignore[arg-type]
    return str(only)


# ---- who sits where


@pytest.mark.promise("B6")
def test_each_expert_group_has_one_topic_and_each_mixed_group_has_all() -> None:
    day = experts()
    topics = {person: topic(day, person) for person in TRAINEES}
    assert sizes(day) == [4, 4, 4]
    assert {group.id: {topics[one] for one in group.members} for group in day.state.groups} == {
        "g1": {"cost"}, "g2": {"buyers"}, "g3": {"rivals"},
    }  # fmt: skip
    goes_on(day)
    assert [group.id for group in day.state.groups] == ["m1", "m2", "m3", "m4"]
    assert [{topics[one] for one in group.members} for group in day.state.groups] == [set(TOPICS)] * 4
    goes_on(day)
    assert kinds(day) == ["experts", "mixed", "all"]
    assert [group.id for group in day.state.groups] == ["m1", "m2", "m3", "m4"]


@pytest.mark.promise("B6")
def test_each_round_has_its_minutes_and_the_next_opens_by_itself() -> None:
    day = experts()
    day.wait(300)
    day.wait(400)
    assert kinds(day) == ["experts", "mixed", "all"]
    assert day.state.runs["price"].seconds_left(day.now) == 200


@pytest.mark.parametrize(("people", "first", "then"), [(1, [1], [1]), (2, [1, 1], [2]), (3, [1, 1, 1], [3]),
                                                       (4, [1, 1, 2], [4]), (7, [2, 2, 3], [3, 4])])  # fmt: skip
def test_few_people_come_together_as_well(people: int, first: list[int], then: list[int]) -> None:
    day = experts(people)
    assert sizes(day) == first
    goes_on(day)
    assert sizes(day) == then


def test_a_trainer_who_asks_for_fewer_groups_gets_one_for_each_topic() -> None:
    day = experts()
    day.by(AMMINI, c("undo", seq=next(act.seq for act in day.state.acts if act.what == "open")))
    day.by(AMMINI, c("preview", run="price", count=2))
    assert [len(group.members) for group in day.state.preview.groups] == [4, 4, 4]  # type: ignore[union-attr]
    day.by(AMMINI, c("preview", run="price", count=5))
    assert [len(group.members) for group in day.state.preview.groups] == [2] * 6  # type: ignore[union-attr]


def test_the_trainer_hears_in_the_preview_which_topic_has_nobody() -> None:
    day = opened("talk", 2)
    day.by(AMMINI, c("preview", run="price"))
    assert console(day)["groups"]["preview"]["odd"] == [{"why": "topics", "runs": ["rivals"]}]
    for person in range(3, 8):
        day.by(None, c("enter", person=person, role="trainee", district="Kuttanad"))
    day.by(AMMINI, c("preview", run="price"))
    assert console(day)["groups"]["preview"]["odd"] == []


def test_who_comes_late_is_an_expert_of_the_smallest_group_and_later_learns_from_all() -> None:
    day = experts(11)
    day.by(None, c("enter", person=12, role="trainee", district="Kuttanad"))
    assert sizes(day) == [4, 4, 4]
    goes_on(day)
    day.by(None, c("enter", person=99, role="trainee", district="Kuttanad"))
    assert seat(day, 99).id == "m1"
    assert view(day, 99)["round"]["sheets"] == ["our-price"]


def test_everybody_is_told_with_whom_she_goes_on() -> None:
    day = experts()
    told = {person: view(day, person)["round"]["next"] for person in TRAINEES}
    goes_on(day)
    assert told == {
        person: {"kind": "mixed", "with": [mate for mate in seat(day, person).members if mate != person]}
        for person in TRAINEES
    }


def test_another_activity_goes_on_with_the_mixed_groups_under_usual_names() -> None:
    day = mixed()
    people = [group.members for group in day.state.groups]
    day.by(AMMINI, c("open", run="talk"))
    assert [(group.id, group.members) for group in day.state.groups] == [
        (f"g{place}", members) for place, members in enumerate(people, start=1)
    ]


# ---- who writes what


@pytest.mark.promise("B6")
def test_a_group_fills_in_the_sheet_of_its_topic_and_no_other() -> None:
    day = experts()
    of_cost, of_buyers = day.state.groups[0].members[0], day.state.groups[1].members[0]
    day.by(of_cost, c("answer", run="cost", cell="sum", value=330))
    assert day.refusal(of_buyers, c("answer", run="cost", cell="sum", value=1)) == "not-your-sheet"
    goes_on(day)
    assert day.refusal(of_cost, c("answer", run="cost", cell="sum", value=1)) == "not-your-sheet"
    assert set(day.state.runs["cost"].answers) == {"g1"}


def test_only_who_is_to_write_a_shared_sheet_may_open_it() -> None:
    day = mixed()
    one = day.state.rounds["price"][0].groups[0].members[0]
    here = seat(day, one).id
    assert {run: day.state.own_sheets(run, one) for run in (*TOPICS, "our-price")} == {
        "cost": ("g1",), "buyers": (), "rivals": (), "our-price": (here,),
    }  # fmt: skip


@pytest.mark.promise("L14")
def test_what_experts_wrote_in_time_and_comes_late_stands_in_their_sheet() -> None:
    day = experts()
    writer = day.state.groups[0].members[0]
    day.wait(300)
    day.wait(20)
    day.by(writer, c("answer", run="cost", cell="sum", value=330), age=40)
    assert day.state.runs["cost"].answers["g1"]["sum"].value == 330
    assert day.refusal(writer, c("answer", run="buyers", cell="buyers-say", value=None), age=40) == "not-your-sheet"


def test_the_trainer_counts_for_each_topic_its_own_groups_and_at_the_end_the_mixed_ones() -> None:
    day = written()
    assert {run: console(day)["answered"][run]["m"] for run in (*TOPICS, "our-price")} == {
        "cost": 1, "buyers": 1, "rivals": 1, "our-price": 0,
    }  # fmt: skip
    assert {id: (tile["filled"], tile["of"]) for id, tile in console(day)["board"].items()} == {
        "g1": (1, 2), "g2": (1, 1), "g3": (1, 1),
    }  # fmt: skip
    assert console(day)["round"]["topics"] == {"g1": "cost", "g2": "buyers", "g3": "rivals"}
    goes_on(day)
    keep(day, "our-price", "m2", price_is="45", because="330 by 8")
    assert console(day)["answered"]["our-price"]["m"] == 4
    assert (console(day)["answered"]["our-price"]["in"], console(day)["answered"]["buyers"]["in"]) == (["m2"], ["g2"])


# ---- who reads what


@pytest.mark.promise("B6")
def test_in_a_mixed_group_lie_the_sheets_of_all_its_topics_and_it_says_who_tells_about_which() -> None:
    day = written()
    assert {person: lies_beside(day, person) for person in TRAINEES} == {person: [] for person in TRAINEES}
    was = {person: seat(day, person).id for person in TRAINEES}
    goes_on(day)
    for person in TRAINEES:
        told = view(day, person)["round"]["beside"]
        assert [(one["run"], one["who"]) for one in told] == [("cost", "g1"), ("buyers", "g2"), ("rivals", "g3")]
        assert [one["by"] for one in told] == [
            [mate for mate in seat(day, person).members if was[mate] == group] for group in ("g1", "g2", "g3")
        ]
    goes_on(day)
    assert lies_beside(day, 3) == [("cost", "g1"), ("buyers", "g2"), ("rivals", "g3")]


def test_of_two_groups_with_one_topic_only_that_of_somebody_who_sits_here_lies_beside() -> None:
    day = experts()
    day.by(AMMINI, c("undo", seq=next(act.seq for act in day.state.acts if act.what == "open")))
    day.by(AMMINI, c("preview", run="price", count=6))
    day.by(AMMINI, c("open", run="price"))
    for group in ("g1", "g4"):
        keep(day, "cost", group, cost_is=group)
    was = {person: seat(day, person).id for person in TRAINEES}
    goes_on(day)
    for person in TRAINEES:
        here = {was[mate] for mate in seat(day, person).members}
        assert {who for _, who in lies_beside(day, person)} == here & {"g1", "g4"}


@pytest.mark.promise("B2")
def test_who_is_moved_among_experts_reads_the_sheet_she_left_and_writes_the_other_topic() -> None:
    day = written()
    one = day.state.groups[0].members[0]
    day.by(AMMINI, c("move", person=one, group="g2"))
    assert topic(day, one) == "buyers"
    assert view(day, one)["old"] == [{"run": "price", "group": "g1", "of": ["cost"]}]


def test_a_call_back_leads_to_plenary_and_the_mixed_groups_never_meet() -> None:
    day = written()
    day.by(AMMINI, c("call_back", run="price"))
    assert (console(day)["round"]["next"], view(day, 3)["round"]["next"]) == (None, None)
    day.wait(120 + 30)
    assert (kinds(day), day.phase("price")) == (["experts"], "closed")


@pytest.mark.promise("L13")
def test_going_on_is_taken_back_and_the_experts_sit_as_they_sat() -> None:
    day = written()
    groups, left = day.state.groups, day.state.runs["price"].seconds_left(day.now)
    goes_on(day)
    day.by(AMMINI, c("undo", seq=day.state.acts[-1].seq))
    assert (day.state.groups, kinds(day)) == (groups, ["experts"])
    assert day.state.runs["price"].seconds_left(day.now) == left
    assert topic(day, groups[1].members[0]) == "buyers"


def test_a_mixed_group_reports_what_it_wrote_itself() -> None:
    day = mixed()
    keep(day, "our-price", "m1", price_is="45 rupees", because="of the cost")
    day.by(AMMINI, c("report", run="price", order=("m1", "m2")))
    assert console(day)["report"]["sheets"]["m1"] == [
        {"key": "price-is", "html": "We ask", "field": "long", "value": {"text": "45 rupees"}}
    ]


@pytest.mark.promise("C8")
def test_on_paper_each_sheet_is_entered_for_the_groups_that_wrote_it() -> None:
    day = mixed()
    assert {run: scribing.authors(day.state, day.state.plan.items[run]) for run in (*TOPICS, "our-price")} == {
        "cost": ("g1",), "buyers": ("g2",), "rivals": ("g3",), "our-price": ("m1", "m2", "m3", "m4"),
    }  # fmt: skip
