"""A newer version of the course, taken while the day goes on: what has been opened stays as it was."""

import json
import random
from typing import Any

import pytest

from app.errors import Rejected
from app.live import events as e
from app.live.evolve import fold
from app.live.state import State
from app.live.versions import merged
from tests.live.day import AMMINI, FATHIMA, NOON, TRAINEES, Day, c
from tests.live.newer import NEWER, VERSION, under_way
from tests.live.test_log_format import read_back, stored

OLD = "cafe0123"


def taken() -> Day:
    day = under_way()
    day.by(FATHIMA, c("take_version", content=VERSION))
    return day


def versions(state: State) -> dict[str, str]:
    return {item.id: item.content for item in state.plan.items.values()}


@pytest.mark.promise("C5")
def test_only_what_is_not_opened_is_of_the_new_version() -> None:
    assert versions(under_way().state) == dict.fromkeys(versions(under_way().state), OLD)
    assert versions(taken().state) == {
        "units": OLD, "check": OLD, "loss": OLD, "sign": VERSION,
        "thanima": VERSION, "signs": VERSION, "sheet": VERSION, "mood": VERSION, "first-step": VERSION, "tea": VERSION,
    }  # fmt: skip


@pytest.mark.promise("C5")
def test_order_minutes_and_numbers_are_those_of_the_new_version() -> None:
    plan = taken().state.plan
    assert plan.order == ("units", "thanima", "check", "mood", "first-step", "tea")
    assert [plan.items[id].number for id in plan.order] == [1, 2, 3, 4, 5, 5]
    assert (plan.items["thanima"].seconds, plan.title, plan.content) == (1500, "Day one, mended", VERSION)
    assert plan.items["units"].title == "How are our units?"


@pytest.mark.promise("C5")
def test_a_quiz_under_way_keeps_its_questions_and_mends_those_that_come() -> None:
    plan = taken().state.plan
    assert plan.items["check"].children == ("loss", "sign")
    assert {id: plan.items[id].config.right for id in ("loss", "sign")} == {
        "loss": frozenset({"half"}),
        "sign": frozenset({"power"}),
    }


@pytest.mark.promise("C5")
def test_each_run_is_opened_with_its_own_version() -> None:
    day = taken()
    opened = [h.event for h in day.log if isinstance(h.event, e.RunOpened)]
    assert [(event.run, event.content) for event in opened if event.seed] == [
        ("units", OLD), ("check", OLD), ("loss", OLD),
    ]  # fmt: skip
    events = [*day.by(AMMINI, c("open", run="sign")), *day.by(AMMINI, c("open", run="mood"))]
    assert [(event.run, event.content) for event in events if isinstance(event, e.RunOpened)] == [
        ("sign", VERSION), ("mood", VERSION),
    ]  # fmt: skip


@pytest.mark.promise("C5")
def test_taking_it_changes_no_answer_and_no_run() -> None:
    before, after = under_way().state, taken().state
    assert (after.runs, after.current, after.groups) == (before.runs, before.current, before.groups)


def test_in_the_lobby_the_whole_day_is_taken() -> None:
    day = Day(NEWER, begun=False)
    day.by(AMMINI, c("take_version", content=VERSION))
    assert set(versions(day.state).values()) == {VERSION}
    assert day.by(AMMINI, c("start")) == (e.MeetingStarted(VERSION),)


def test_what_was_opened_keeps_its_name_and_its_place_when_it_has_another_one_now() -> None:
    day = under_way()
    day.by(AMMINI, c("open", run="promise"))
    day.by(AMMINI, c("take_version", content=VERSION))
    assert day.state.plan.order == ("units", "thanima", "check", "mood", "promise", "tea")
    assert "first-step" not in day.state.plan.items


def test_a_version_can_be_given_back_within_thirty_seconds() -> None:
    day = taken()
    day.wait(30)
    assert day.by(AMMINI, c("undo", seq=day.state.seq)) == (e.Undone(day.state.seq - 1),)
    assert day.state.plan == under_way().state.plan
    late = taken()
    late.wait(31)
    assert late.refusal(AMMINI, c("undo", seq=late.state.seq)) == "undo-too-late"


def test_it_stays_once_something_was_opened() -> None:
    day = taken()
    seq = day.state.seq
    day.by(AMMINI, c("open", run="sign"))
    assert day.refusal(AMMINI, c("undo", seq=seq)) == "touched-since"


def test_groups_made_for_something_that_went_go_with_it() -> None:
    day = under_way()
    day.by(AMMINI, c("preview", run="thanima", how="random"))
    day.by(AMMINI, c("take_version", content=VERSION))
    assert day.state.preview is not None
    assert day.state.preview.run == "thanima"


@pytest.mark.parametrize(
    ("content", "code"), [("0000", "no-such-version"), (VERSION, None), (OLD, None)]
)  # fmt: skip
def test_a_version_is_taken_once_and_only_a_known_one(content: str, code: str | None) -> None:
    day = taken() if content != OLD else under_way()
    command = c("take_version", content=content)
    if code is None:
        assert day.by(AMMINI, command) == ()
    else:
        assert day.refusal(AMMINI, command) == code


def test_a_day_that_has_ended_keeps_its_version() -> None:
    day = under_way()
    day.by(AMMINI, c("end"))
    assert day.refusal(AMMINI, c("take_version", content=VERSION)) == "already-ended"


def test_only_a_trainer_takes_a_version() -> None:
    assert under_way().refusal(3, c("take_version", content=VERSION)) == "not-facilitator"


@pytest.mark.promise("C5")
@pytest.mark.parametrize("seed", range(12))
def test_on_random_days_what_was_opened_stays_and_the_log_replays(seed: int) -> None:
    """Anything is opened, closed and undone, the version is taken somewhere: nothing opened is ever lost."""
    day, dice = Day(NEWER), random.Random(seed)
    for step in range(60):
        day.wait(dice.choice([0, 5, 20, 60]))
        run = dice.choice(list(day.state.plan.items))
        opened = {id: day.state.plan.items[id] for id in day.state.runs}
        command: Any = dice.choice([
            c("open", run=run), c("close", run=run), c("undo", seq=dice.randint(1, day.state.seq)),
            c("reopen", run=run), c("answer", run=run, value=day.state.run(run, NOON).veil.token("half")),
        ])  # fmt: skip
        if step == 20 + seed:
            command = c("take_version", content=VERSION)
        try:
            day.by(dice.choice(TRAINEES) if type(command).__name__ == "Answer" else AMMINI, command)
        except Rejected:
            continue
        now = day.state.plan.items
        assert {id: (item.content, item.config, item.block) for id, item in opened.items()} == {
            id: (now[id].content, now[id].config, now[id].block) for id in opened
        }
    assert fold(day.start_state, read_back(json.loads(json.dumps(stored(day))))) == day.state
    assert merged(day.state.plan, day.state.plan, day.state.runs) == day.state.plan
