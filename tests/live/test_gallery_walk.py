"""The rounds of a gallery: a sheet, visits to the others' sheets, and what visitors have left."""

import json
import random

import pytest

from app.errors import Rejected
from app.live.asking import Decided
from app.live.events import Answered, RoundOpened
from app.live.evolve import fold
from app.live.seeing import may_see
from tests.live.day import AMMINI, TRAINEES, Day, c
from tests.live.test_log_format import read_back, stored
from tests.live.workshop import (
    WORKSHOP,
    at_sheets,
    console,
    goes_on,
    keep,
    kinds,
    lies_beside,
    on_visit,
    opened,
    seat,
    sizes,
    view,
)


def in_four_groups() -> Day:
    """Twelve people at four sheets."""
    day = opened("label")
    day.by(AMMINI, c("undo", seq=next(act.seq for act in day.state.acts if act.what == "open")))
    day.by(AMMINI, c("preview", run="label", count=4))
    day.by(AMMINI, c("open", run="label"))
    for group in day.state.groups:
        keep(day, "label-sheet", group.id, says=f"label-{group.id}")
    return day


# ---- who sits where, and for how long


@pytest.mark.promise("B6")
def test_every_group_goes_round_the_others_and_comes_back_to_its_own() -> None:
    day = in_four_groups()
    people = {group.id: group.members for group in day.state.groups}
    seen: dict[str, list[str]] = {group: [] for group in people}
    for visit in (1, 2, 3):
        goes_on(day)
        assert {group.id: group.members for group in day.state.groups} == {
            f"{group}v{visit}": members for group, members in people.items()
        }
        for group, members in people.items():
            seen[group].append(view(day, members[0])["round"]["visits"])
    assert seen == {"g1": ["g2", "g3", "g4"], "g2": ["g3", "g4", "g1"], "g3": ["g4", "g1", "g2"],
                    "g4": ["g1", "g2", "g3"]}  # fmt: skip
    goes_on(day)
    assert kinds(day) == ["sheet", "visit", "visit", "visit", "all"]
    assert {group.id: group.members for group in day.state.groups} == people


@pytest.mark.promise("B6")
def test_visits_share_the_minutes_of_their_step_and_come_by_themselves() -> None:
    day = in_four_groups()
    left = [day.state.runs["label"].seconds_left(day.now)]
    for seconds in (300, 120, 120, 120):
        day.wait(seconds)
        left.append(day.state.runs["label"].seconds_left(day.now))
    assert (kinds(day)[-1], left) == ("all", [300, 120, 120, 120, 240])


@pytest.mark.parametrize(
    ("people", "groups"),
    [(2, [2]), (3, [3]), (4, [2, 2]), (5, [2, 3]), (7, [3, 4]), (8, [4, 4]), (12, [6, 6])],
)
def test_four_people_or_more_are_at_least_two_groups(people: int, groups: list[int]) -> None:
    assert sizes(at_sheets(people)) == groups


def test_one_group_visits_nobody_and_the_trainer_hears_it_before() -> None:
    day = at_sheets(3)
    goes_on(day)
    assert kinds(day) == ["sheet", "all"]
    day = opened("talk")
    day.by(AMMINI, c("preview", run="label", count=1))
    assert console(day)["groups"]["preview"]["odd"] == [{"why": "one-group"}]


@pytest.mark.parametrize(("people", "odd"), [(7, [{"why": "size", "size": [5, 6], "n": 7}]), (12, [])])
def test_the_trainer_hears_when_people_do_not_make_the_groups_of_the_course(people: int, odd: list[object]) -> None:
    day = opened("talk", people)
    day.by(AMMINI, c("preview", run="label"))
    assert console(day)["groups"]["preview"]["odd"] == odd


def test_groups_a_trainer_asked_for_herself_are_not_odd() -> None:
    day = opened("talk")
    day.by(AMMINI, c("preview", run="label", count=4))
    assert console(day)["groups"]["preview"]["odd"] == []


def test_who_comes_late_or_is_moved_on_a_visit_stays_with_that_group() -> None:
    day = on_visit(11)
    day.by(None, c("enter", person=12, role="trainee", district="Kuttanad"))
    assert seat(day, 12).id == "g2v1"
    one = day.state.groups[0].members[0]
    day.by(AMMINI, c("move", person=one, group="g2v1"))
    goes_on(day)
    assert (seat(day, 12).id, seat(day, one).id) == ("g2", "g2")
    assert view(day, one)["old"] == [{"run": "label", "group": "g1", "of": ["label-sheet"]}]


@pytest.mark.promise("B7")
def test_who_stayed_for_a_visit_comes_back_to_her_own_group() -> None:
    day = in_four_groups()
    one = day.state.groups[2].members[0]
    goes_on(day)
    day.by(one, c("stay", run="label"))
    goes_on(day)
    day.by(AMMINI, c("move", person=day.state.groups[0].members[0], group="g2v2"))  # another group is smaller now
    day.by(one, c("unstay", run="label"))
    assert seat(day, one).id == "g3v2"


@pytest.mark.promise("L9")
def test_a_group_that_called_for_help_still_waits_at_the_next_sheet_and_at_its_own() -> None:
    day = in_four_groups()
    one = day.state.groups[1].members[0]
    day.by(one, c("ask_help", run="label"))
    goes_on(day)
    day.by(AMMINI, c("undo", seq=day.state.acts[-1].seq))
    seen = [call["group"] for call in console(day)["help"]]
    for _ in range(4):
        goes_on(day)
        seen += [call["group"] for call in console(day)["help"]]
    assert seen == ["g2", "g2v1", "g2v2", "g2v3", "g2"]
    day.by(one, c("cancel_help", run="label"))
    assert console(day)["help"] == []


def test_on_a_visit_a_group_keeps_its_call() -> None:
    day = at_sheets()
    day.by(AMMINI, c("link_group", group="g1", link="https://meet.example/one"))
    one = day.state.groups[0].members[0]
    goes_on(day)
    assert view(day, one)["group"]["link"] == "https://meet.example/one"


# ---- who writes what


@pytest.mark.promise("B6")
def test_at_the_sheet_one_writes_it_on_a_visit_a_word_and_at_the_end_ones_own_again() -> None:
    day = at_sheets()
    one = day.state.groups[0].members[0]
    assert view(day, one)["round"]["sheets"] == ["label-sheet"]
    goes_on(day)
    assert view(day, one)["round"]["sheets"] == ["word"]
    assert day.refusal(one, c("answer", run="label-sheet", cell="sum", value=1)) == "not-your-sheet"
    goes_on(day)
    assert view(day, one)["round"]["sheets"] == ["label-sheet"]
    day.by(one, c("answer", run="label-sheet", cell="sum", value=330))
    assert set(day.state.runs["label-sheet"].answers) == {"g1", "g2"}


def test_it_is_said_before_that_others_will_read_it() -> None:
    runs = view(at_sheets(), 3)["runs"]
    assert {run: runs[run].get("later", False) for run in ("label-sheet", "word")} == {
        "label-sheet": True, "word": True,
    }  # fmt: skip


@pytest.mark.promise("L14")
def test_what_was_written_in_time_and_comes_late_stands_in_ones_own_sheet() -> None:
    day = at_sheets()
    writer = day.state.groups[0].members[0]
    day.wait(300)
    day.wait(20)
    day.by(writer, c("answer", run="label-sheet", cell="sum", value=330), age=40)
    assert day.state.runs["label-sheet"].answers["g1"]["sum"].value == 330


def test_each_visit_has_a_sheet_of_its_own_for_the_words_of_the_visitors() -> None:
    day = in_four_groups()
    one = day.state.groups[0].members[0]
    for visit in (1, 2, 3):
        goes_on(day)
        keep(day, "word", f"g1v{visit}", good=f"good-{visit}", add="more")
    assert day.state.own_sheets("word", one) == ("g1v1", "g1v2", "g1v3")
    answered = console(day)["answered"]["word"]
    assert (answered["in"], answered["m"]) == (["g1v1", "g1v2", "g1v3"], 12)


# ---- who reads what


@pytest.mark.promise("B6")
@pytest.mark.promise("C4")
def test_what_a_group_writes_no_other_phone_hears_before_its_time() -> None:
    for day, run, group, words in (
        (opened("label"), "label-sheet", "g1", {"says": "secret"}),
        (on_visit(), "word", "g1v1", {"good": "secret"}),
        (opened("price"), "cost", "g1", {"cost_is": "secret"}),
    ):
        others = [person for one in day.state.groups if one.id != group for person in one.members]
        before = {person: view(day, person) for person in others}
        keep(day, run, group, **words)
        assert {person: view(day, person) for person in others} == before


@pytest.mark.promise("B6")
def test_on_a_visit_lies_the_sheet_that_is_visited_and_ones_own_and_no_third() -> None:
    day = in_four_groups()
    first, *_, last = (group.members[0] for group in day.state.groups)
    seen = []
    for _ in range(3):
        seen.append([[who for _sheet, who in lies_beside(day, one)] for one in (first, last)])
        goes_on(day)
    assert seen == [[[], []], [["g2", "g1"], ["g1", "g4"]], [["g3", "g1"], ["g2", "g4"]]]


@pytest.mark.promise("B6")
def test_at_the_end_the_authors_read_what_visitors_left_and_nobody_elses() -> None:
    day = in_four_groups()
    for visit in (1, 2, 3):
        goes_on(day)
        for group in ("g1", "g2", "g3", "g4"):
            keep(day, "word", f"{group}v{visit}", good=f"{group}-{visit}")
    goes_on(day)
    first = day.state.groups[0].members[0]
    assert lies_beside(day, first) == [("word", "g4v1"), ("word", "g3v2"), ("word", "g2v3")]


@pytest.mark.promise("R1")
def test_a_photo_of_the_visited_sheet_is_seen_on_the_visit_and_when_the_day_is_over() -> None:
    day = in_four_groups()
    author, visitor = day.state.groups[1].members[0], day.state.groups[0].members[0]
    photo = Answered("label-sheet", "g2", "photo", {"file": "leelas-label"}, author, day.now)
    day._happen(Decided((photo,)), author)
    seen = [may_see(day.state, "leelas-label", visitor, False)]
    for _ in range(4):
        goes_on(day)
        seen.append(may_see(day.state, "leelas-label", visitor, False))
    day.by(AMMINI, c("end"))
    seen.append(may_see(day.state, "leelas-label", visitor, False))
    assert seen == [False, True, False, False, False, True]


def test_words_that_come_late_into_a_visited_sheet_have_a_new_address() -> None:
    day = on_visit()
    visitor = day.state.groups[0].members[0]
    before = view(day, visitor)["round"]["beside"]
    day.wait(5)
    keep(day, "label-sheet", "g2", says="label-g2, and more")
    assert view(day, visitor)["round"]["beside"] != before


def test_the_trainer_sees_which_visit_it_is_and_who_reads_whose_sheet() -> None:
    day = on_visit()
    told = console(day)["round"]
    assert (told["kind"], told["next"], told["visit"], told["visits"]) == (
        "visit", "all", [1, 1], {"g1v1": "g2", "g2v1": "g1"},
    )  # fmt: skip


def test_called_back_on_a_visit_the_groups_report_their_own_sheets() -> None:
    day = on_visit()
    day.by(AMMINI, c("call_back", run="label"))
    day.wait(120 + 30)
    assert (kinds(day), day.phase("label")) == (["sheet", "visit"], "closed")
    day.by(AMMINI, c("report", run="label", order=("g1v1", "g2v1")))
    assert [field["value"] for field in console(day)["report"]["sheets"]["g1v1"]] == [{"text": "label-g1"}]


def test_another_activity_goes_on_with_the_groups_though_they_were_called_from_a_visit() -> None:
    day = on_visit()
    people = [group.members for group in day.state.groups]
    day.by(AMMINI, c("open", run="talk"))
    assert [(group.id, group.members) for group in day.state.groups] == [("g1", people[0]), ("g2", people[1])]


# ---- the log


@pytest.mark.parametrize("run", ["label", "price"])
@pytest.mark.parametrize("seed", range(8))
def test_random_workshops_lose_nobody_and_are_replayed_to_the_same_state(seed: int, run: str) -> None:
    day, dice = opened(run), random.Random(seed)
    sheets = day.state.plan.items[run].children
    for _ in range(60):
        day.wait(dice.choice([0, 1, 20, 150]))
        groups = [*(group.id for group in day.state.groups), None]
        person = dice.choice(TRAINEES)
        trainers = [
            c("next_round", run=run), c("undo", seq=day.state.acts[-1].seq), c("pause", run=run),
            c("resume", run=run), c("move", person=person, group=dice.choice(groups)), c("call_back", run=run),
            c("add_time", run=run, seconds=60), c("reopen", run=run, seconds=120), c("close", run=run),
        ]  # fmt: skip
        answer = c("answer", run=dice.choice(sheets), cell="sum", value=dice.randint(1, 999))
        own = [answer, answer, c("stay", run=run), c("unstay", run=run), c("ask_help", run=run)]
        actor = dice.choice([AMMINI, person])
        try:
            day.by(actor, dice.choice(trainers if actor == AMMINI else own), age=dice.choice([0, 0, 50]))
        except Rejected:
            continue
        seated = [one for group in day.state.groups for one in group.members]
        assert len(seated) == len(set(seated))
        assert set(seated) <= set(TRAINEES)
        for one in TRAINEES:
            json.dumps(view(day, one))
        json.dumps(console(day))
    for sheet in sheets:
        assert set(day.state.runs[sheet].answers) <= were_to_write(day, sheet)
    rows = json.loads(json.dumps(stored(day)))
    assert fold(Day(WORKSHOP, begun=False).start_state, read_back(rows)) == day.state


def were_to_write(day: Day, sheet: str) -> set[str]:
    """The groups of all rounds in which this sheet was filled in, taken back or not."""
    rounds = [happened.event for happened in day.log if isinstance(happened.event, RoundOpened)]
    return {
        group.id
        for one in rounds
        for place, group in enumerate(one.groups)
        if day.state.plan.is_written(sheet, one.kind, place)
    }
