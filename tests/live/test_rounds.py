"""The rounds of 1-2-4-All: who writes with whom, who reads what, what the clock does and what a trainer may do."""

import json
import random
from typing import Any

import pytest

from app.errors import Rejected
from app.live import audiences, overview, rounds
from app.live import events as e
from app.live.evolve import fold
from app.live.facts import Facts, iso
from tests.live.day import AMMINI, TRAINEES, Day, c
from tests.live.evening import EVENING, alone, in_fours, in_pairs, write
from tests.live.test_log_format import read_back, stored


def facts(day: Day) -> Facts:
    return Facts("m", "d", words=day.words)


def view(day: Day, person: int) -> Any:
    return audiences.phone(day.state, person, facts(day))


def console(day: Day) -> Any:
    return overview.console(day.state, facts(day), day.now)


def kinds(day: Day) -> list[str]:
    return [one.kind for one in day.state.rounds["advise"]]


def mate(day: Day, person: int) -> int:
    """Who sits with her in her pair."""
    (other,) = [one for one in seat(day, person).members if one != person]
    return other


def seat(day: Day, person: int) -> Any:
    group = day.state.group_of(person)
    assert group is not None
    return group


# ---- the clock


@pytest.mark.promise("B6")
def test_each_round_has_its_minutes_and_the_next_opens_by_itself() -> None:
    day = alone()
    seen = [(kinds(day)[-1], day.state.runs["advise"].seconds_left(day.now))]
    for seconds in (60, 120, 240):
        day.wait(seconds)
        seen.append((kinds(day)[-1], day.state.runs["advise"].seconds_left(day.now)))
    assert seen == [("alone", 60), ("pairs", 120), ("fours", 240), ("all", 180)]
    day.wait(180 + 30)
    assert day.phase("advise") == "closed"


def test_a_minute_more_and_a_pause_mean_the_present_round() -> None:
    day = alone()
    day.by(AMMINI, c("add_time", run="advise", seconds=60))
    day.wait(100)
    day.by(AMMINI, c("pause", run="advise"))
    day.wait(600)
    assert kinds(day) == ["alone"]
    day.by(AMMINI, c("resume", run="advise"))
    day.wait(20)
    assert kinds(day) == ["alone", "pairs"]


def test_a_trainer_goes_on_before_the_time() -> None:
    day = alone()
    (event,) = day.by(AMMINI, c("next_round", run="advise"))
    assert (event.kind, event.number, event.step, event.seconds) == ("pairs", 1, 1, 120)


def test_the_last_round_has_none_after_it() -> None:
    day = in_fours()
    day.by(AMMINI, c("next_round", run="advise"))
    assert day.refusal(AMMINI, c("next_round", run="advise")) == "last-round"


def test_what_has_no_rounds_has_no_next_one() -> None:
    day = Day()
    day.by(AMMINI, c("open", run="thanima"))
    assert day.refusal(AMMINI, c("next_round", run="thanima")) == "no-rounds"


def test_closed_it_goes_on_no_more_and_two_trainers_do_not_skip_a_round() -> None:
    day = alone()
    saw = {"advise": day.state.runs["advise"].touched}
    day.by(AMMINI, c("next_round", run="advise", saw=saw))
    assert day.refusal(AMMINI, c("next_round", run="advise", saw=saw)) == "stale"
    day.by(AMMINI, c("close", run="advise"))
    assert day.refusal(AMMINI, c("next_round", run="advise")) == "already-closed"


@pytest.mark.promise("L13")
def test_going_on_is_taken_back_and_all_sit_as_they_sat_with_the_time_they_had() -> None:
    day = in_pairs()
    before, left = day.state.groups, day.state.runs["advise"].seconds_left(day.now)
    day.by(AMMINI, c("next_round", run="advise"))
    act = day.state.acts[-1]
    assert act.what == "round"
    day.by(AMMINI, c("undo", seq=act.seq))
    assert day.state.groups == before
    assert kinds(day) == ["alone", "pairs"]
    assert day.state.runs["advise"].seconds_left(day.now) == left


def test_called_back_in_a_middle_round_all_come_to_plenary_and_no_round_follows() -> None:
    day = in_pairs()
    day.by(AMMINI, c("call_back", run="advise"))
    assert (console(day)["round"]["next"], view(day, 3)["round"]["next"]) == (None, None)
    day.wait(120)
    day.wait(30)
    assert (kinds(day), day.phase("advise")) == (["alone", "pairs"], "closed")


def test_a_call_back_taken_back_the_rounds_go_on() -> None:
    day = in_pairs()
    day.by(AMMINI, c("call_back", run="advise"))
    day.by(AMMINI, c("undo", seq=day.state.acts[-1].seq))
    day.wait(120)
    assert kinds(day) == ["alone", "pairs", "fours"]


def test_who_called_them_back_may_still_go_on_and_then_the_clock_does_too() -> None:
    day = in_pairs()
    day.by(AMMINI, c("call_back", run="advise"))
    day.by(AMMINI, c("next_round", run="advise"))
    day.wait(240)
    assert kinds(day) == ["alone", "pairs", "fours", "all"]


def test_opened_again_after_a_call_back_it_goes_on_by_the_clock() -> None:
    day = in_pairs()
    day.by(AMMINI, c("call_back", run="advise"))
    day.by(AMMINI, c("close", run="advise"))
    day.by(AMMINI, c("reopen", run="advise", seconds=120))
    day.wait(120)
    assert kinds(day)[-1] == "fours"


def test_taken_back_and_opened_again_it_begins_with_the_first_round() -> None:
    day = alone()
    day.by(AMMINI, c("undo", seq=next(act.seq for act in day.state.acts if act.what == "open")))
    day.by(AMMINI, c("open", run="advise"))
    assert kinds(day) == ["alone"]


# ---- who sits where


@pytest.mark.promise("B6")
def test_everybody_sits_in_one_place_in_every_round_and_pairs_nest_in_fours() -> None:
    day = alone()
    fours = {group.id: set(group.members) for group in day.state.groups}
    assert sorted(len(members) for members in fours.values()) == [4, 4, 4]
    for _ in range(3):
        day.by(AMMINI, c("next_round", run="advise"))
        assert sorted(person for group in day.state.groups for person in group.members) == list(TRAINEES)
        assert all(set(group.members) <= fours[group.id.rstrip("ab")] for group in day.state.groups)
    assert {group.id: set(group.members) for group in day.state.groups} == fours


def test_the_reporter_of_the_four_is_the_same_after_the_pairs() -> None:
    day = alone()
    before = {group.id: dict(group.roles) for group in day.state.groups}
    day.by(AMMINI, c("next_round", run="advise"))
    assert all(not group.roles for group in day.state.groups)
    day.by(AMMINI, c("next_round", run="advise"))
    assert {group.id: dict(group.roles) for group in day.state.groups} == before


def test_who_comes_late_gets_a_seat_and_keeps_it_in_her_four() -> None:
    day = in_pairs()
    day.by(None, c("enter", person=99, role="trainee", district="Kuttanad"))
    pair = seat(day, 99)
    assert len(pair.members) == 3
    day.by(AMMINI, c("next_round", run="advise"))
    assert seat(day, 99).id == pair.id.rstrip("ab")


@pytest.mark.promise("B2")
def test_who_is_moved_reads_the_sheet_she_left() -> None:
    day = in_pairs()
    old = seat(day, 3)
    day.by(None, c("keep_sheet", run="sheet", group=old.id, fields={"advice": "ours"}, why="soft"))
    target = next(group.id for group in day.state.groups if not group.id.startswith(old.id[:2]))
    day.by(AMMINI, c("move", person=3, group=target))
    assert view(day, 3)["old"] == [{"run": "advise", "group": old.id, "of": ["sheet"]}]
    day.by(AMMINI, c("next_round", run="advise"))
    assert seat(day, 3).id == target.rstrip("ab")
    assert view(day, 3)["old"] == [{"run": "advise", "group": old.id, "of": ["sheet"]}]


# ---- who writes what


@pytest.mark.promise("B6")
def test_each_round_writes_a_sheet_of_its_own() -> None:
    day = in_fours()
    day.by(3, c("answer", run="sheet", cell="lost", value=330))
    four = seat(day, 3)
    assert {who[0] for who in day.state.runs["sheet"].answers} == {"p", "g"}
    assert set(day.state.runs["sheet"].answers) >= {"p3", f"{four.id}a", f"{four.id}b", four.id}


def test_alone_words_are_sent_as_ones_own_and_in_pairs_they_are_written_together() -> None:
    day = alone()
    assert view(day, 3)["runs"]["sheet"]["by"] == "person"
    write(day, 3, "My own advice")
    day.by(AMMINI, c("next_round", run="advise"))
    assert view(day, 3)["runs"]["sheet"]["by"] == "group"
    assert day.refusal(3, c("answer", run="sheet", cell="advice", value={"text": "x"})) == "shared-text"


def test_the_shared_sheet_of_a_four_opens_when_fours_write_it_and_not_before() -> None:
    day = alone()
    four = seat(day, 3).id
    assert day.state.own_sheets("sheet", 3) == ()
    day.by(AMMINI, c("next_round", run="advise"))
    pair = seat(day, 3).id
    assert day.state.own_sheets("sheet", 3) == (pair,)
    day.by(AMMINI, c("next_round", run="advise"))
    assert day.state.own_sheets("sheet", 3) == (pair, four)


def test_the_task_has_another_address_once_its_words_are_written_together() -> None:
    day = alone()
    before = view(day, 3)["runs"]["sheet"]["task"]
    day.by(AMMINI, c("next_round", run="advise"))
    assert view(day, 3)["runs"]["sheet"]["task"] != before


@pytest.mark.promise("L14")
def test_what_was_written_alone_and_comes_late_stands_in_ones_own_sheet() -> None:
    day = alone()
    day.wait(60)
    day.wait(20)
    write(day, 3, "from the bus", age=40)
    assert day.words[day.state.runs["sheet"].answers["p3"]["advice"].value["said"]] == "from the bus"


def test_only_the_sheets_of_the_last_round_are_counted_and_reported() -> None:
    day = in_fours()
    assert console(day)["answered"]["sheet"]["in"] == []
    day.by(3, c("answer", run="sheet", cell="lost", value=330))
    day.by(None, c("keep_sheet", run="sheet", group=seat(day, 3).id, fields={"advice": "ask for cash"}, why="soft"))
    answered = console(day)["answered"]["sheet"]
    assert (answered["in"], answered["m"]) == ([seat(day, 3).id], 3)


def test_alone_the_trainer_counts_people_and_reads_nobodys_words() -> None:
    day = alone()
    write(day, 3, "secret-3")
    told = console(day)
    assert told["answered"]["sheet"]["m"] == 12
    tile = told["board"][seat(day, 3).id]
    assert (tile["filled"], tile["of"], tile["text"]) == (1, 4, None)


# ---- who reads what


@pytest.mark.promise("B6")
@pytest.mark.promise("C4")
def test_what_is_written_alone_is_private_until_one_is_joined() -> None:
    day = alone()
    before = {person: view(day, person) for person in TRAINEES if person != 3}
    write(day, 3, "secret-3")
    assert {person: view(day, person) for person in TRAINEES if person != 3} == before
    assert all(rounds.beside(day.state, "sheet", person) == () for person in TRAINEES)


def test_in_a_pair_one_reads_what_the_other_wrote_alone_and_nobody_elses() -> None:
    day = in_pairs()
    pair = seat(day, 3).members
    assert rounds.beside(day.state, "sheet", 3) == tuple(f"p{person}" for person in pair)
    assert [one["who"] for one in view(day, 3)["round"]["beside"]] == [f"p{person}" for person in pair]


def test_in_a_four_one_reads_the_sheets_of_both_pairs_and_in_plenary_still() -> None:
    day = in_fours()
    four = seat(day, 3).id
    for _ in range(2):
        assert [one["who"] for one in view(day, 3)["round"]["beside"]] == [f"{four}a", f"{four}b"]
        if kinds(day)[-1] == "fours":
            day.by(AMMINI, c("next_round", run="advise"))


def test_what_comes_late_into_an_earlier_sheet_has_a_new_address() -> None:
    day = in_pairs()
    before = view(day, 3)["round"]["beside"]
    day.wait(5)
    write(day, mate(day, 3), "one word more", age=30)
    assert view(day, 3)["round"]["beside"] != before


def test_everybody_is_told_with_whom_she_goes_on() -> None:
    day = alone()
    told = {person: view(day, person)["round"] for person in TRAINEES}
    assert {(one["kind"], one["step"], one["of"], one["next"]["kind"]) for one in told.values()} == {
        ("alone", 0, 4, "pairs")
    }
    day.by(AMMINI, c("next_round", run="advise"))
    assert {person: [mate(day, person)] for person in TRAINEES} == {
        person: one["next"]["with"] for person, one in told.items()
    }


def test_trainers_see_where_it_stands_and_what_comes_next() -> None:
    day = in_pairs()
    assert console(day)["round"] == {
        "run": "advise", "pattern": "1-2-4-all", "kind": "pairs", "step": 1, "of": 4, "since": iso(day.now),
        "next": "fours",
    }  # fmt: skip
    day.by(AMMINI, c("close", run="advise"))
    assert console(day)["round"] is None


def test_the_class_screen_shows_the_step_of_the_round() -> None:
    day = in_pairs()
    assert audiences.screen(day.state, facts(day))["round"] == {
        "run": "advise", "pattern": "1-2-4-all", "kind": "pairs", "step": 1, "of": 4,
    }  # fmt: skip
    day.by(AMMINI, c("close", run="advise"))
    assert audiences.screen(day.state, facts(day))["round"] is None


def test_a_call_for_help_ends_with_the_group_that_called() -> None:
    day = in_pairs()
    day.by(3, c("ask_help", run="advise"))
    day.by(AMMINI, c("next_round", run="advise"))
    assert console(day)["help"] == []


# ---- the log


@pytest.mark.parametrize("seed", range(12))
def test_random_evenings_lose_nobody_and_are_replayed_to_the_same_state(seed: int) -> None:
    day, dice = alone(), random.Random(seed)
    for _ in range(60):
        day.wait(dice.choice([0, 1, 20, 70]))
        groups = [*(group.id for group in day.state.groups), None]
        person = dice.choice(TRAINEES)
        trainers = [
            c("next_round", run="advise"), c("undo", seq=day.state.acts[-1].seq), c("pause", run="advise"),
            c("resume", run="advise"), c("move", person=person, group=dice.choice(groups)),
            c("add_time", run="advise", seconds=60), c("reopen", run="advise", seconds=120),
        ]  # fmt: skip
        answer = c("answer", run="sheet", cell="lost", value=dice.randint(1, 999))
        own = [answer, c("stay", run="advise"), c("unstay", run="advise"), c("ask_help", run="advise")]
        actor = dice.choice([AMMINI, person])
        try:
            day.by(actor, dice.choice(trainers if actor == AMMINI else own), age=dice.choice([0, 0, 50]))
        except Rejected:
            continue
        seated = [one for group in day.state.groups for one in group.members]
        assert len(seated) == len(set(seated))
        alone_or_out = {member.id for member in day.state.trainees} - set(seated)
        assert {*seated, *alone_or_out} == set(TRAINEES)
        for one in TRAINEES:
            json.dumps(view(day, one))
    rows = json.loads(json.dumps(stored(day)))
    assert fold(Day(EVENING, begun=False).start_state, read_back(rows)) == day.state


def test_a_round_is_one_event() -> None:
    (event,) = alone().by(AMMINI, c("next_round", run="advise"))
    assert isinstance(event, e.RoundOpened)
