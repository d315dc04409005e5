"""What trainers do with the day: open, close, show, pause, time, undo; with equal rights."""

from datetime import timedelta

import pytest

from app.live import events as e
from app.live.commands import TRAINER, wire_name
from tests.live.day import AMMINI, FATHIMA, Day, c


def opened(run: str = "units") -> Day:
    day = Day()
    day.by(AMMINI, c("open", run=run))
    return day


def test_nothing_opens_before_the_day_begins() -> None:
    assert Day(begun=False).refusal(AMMINI, c("open", run="units")) == "not-started"


def test_a_day_begins_once() -> None:
    assert Day().by(FATHIMA, c("start")) == ()


@pytest.mark.parametrize("command", TRAINER, ids=wire_name)
def test_a_trainee_may_do_none_of_a_trainers_acts(command: type) -> None:
    values = {
        "run": "units", "person": 2, "group": "g1", "seconds": 60, "text": "x", "word": 1, "help": 1, "seq": 1,
        "link": "", "key": "c1", "content": "beef4567", "who": "p2",
    }  # fmt: skip
    fields = {name: values[name] for name in getattr(command, "__dataclass_fields__") if name in values}  # noqa: B009
    if "order" in getattr(command, "__dataclass_fields__"):  # noqa: B009
        fields["order"] = ("g1",)
    assert opened().refusal(3, command(**fields)) == "not-facilitator"


def test_the_servers_own_commands_are_nobodys() -> None:
    assert opened().refusal(AMMINI, c("tick")) == "unknown-command"


def test_opening_the_next_activity_closes_the_one_before() -> None:
    day = opened()
    day.by(FATHIMA, c("open", run="check"))
    assert (day.phase("units"), day.phase("check"), day.phase("loss")) == ("closed", "open", "open")


def test_a_quiz_opens_one_question_after_the_other() -> None:
    day = opened("check")
    assert "sign" not in day.state.runs
    day.by(AMMINI, c("open", run="sign"))
    assert (day.phase("loss"), day.phase("sign"), day.phase("check")) == ("closed", "open", "open")


def test_closing_a_quiz_closes_its_question() -> None:
    day = opened("check")
    day.by(AMMINI, c("close", run="check"))
    assert (day.phase("loss"), day.phase("check")) == ("closed", "closed")


def test_showing_closes_first() -> None:
    day = opened()
    events = day.by(AMMINI, c("reveal", run="units"))
    assert [type(event) for event in events] == [e.RunClosed, e.RunRevealed]


def test_what_is_shown_can_be_hidden() -> None:
    day = opened()
    day.by(AMMINI, c("reveal", run="units"))
    day.by(AMMINI, c("hide", run="units"))
    assert day.phase("units") == "closed"


@pytest.mark.promise("L12")
def test_a_second_close_is_refused_with_who_did_it() -> None:
    day = opened()
    day.by(FATHIMA, c("close", run="units"))
    assert day.refusal(AMMINI, c("close", run="units")) == "already-closed"


@pytest.mark.promise("L12")
def test_a_stale_act_is_refused() -> None:
    day = opened()
    saw = {"units": day.state.runs["units"].touched}
    day.by(FATHIMA, c("add_time", run="units", seconds=60, saw=saw))
    assert day.refusal(AMMINI, c("add_time", run="units", seconds=60, saw=saw)) == "stale"


@pytest.mark.promise("L13")
def test_time_is_added_to_the_end_on_the_server() -> None:
    day = opened()
    before = day.state.runs["units"].ends_at
    assert before is not None
    day.by(AMMINI, c("add_time", run="units", seconds=60))
    assert day.state.runs["units"].ends_at == before + timedelta(seconds=60)


def test_time_can_be_taken_away_but_never_into_the_past() -> None:
    day = opened()
    day.by(AMMINI, c("add_time", run="units", seconds=-7200))
    assert day.state.runs["units"].ends_at == day.now


def test_a_question_closes_by_its_clock_after_the_grace_and_a_poll_only_nudges() -> None:
    day = opened("check")
    day.wait(65)
    assert day.phase("loss") == "open", "the grace lets in what was written in the last second"
    day.wait(10)
    assert day.phase("loss") == "closed"
    poll = opened()
    poll.wait(7200)
    assert poll.phase("units") == "open"


def test_a_closed_run_reopens_with_its_answers() -> None:
    day = opened()
    day.by(3, c("answer", run="units", value="well"))
    day.by(AMMINI, c("close", run="units"))
    day.by(FATHIMA, c("reopen", run="units", seconds=60))
    assert day.phase("units") == "open"
    assert day.state.runs["units"].answers["p3"][""].value == "well"


@pytest.mark.promise("L15")
def test_a_close_can_be_taken_back_for_thirty_seconds_and_the_clock_goes_on_where_it_stood() -> None:
    day = opened("check")
    day.wait(20)
    day.by(AMMINI, c("close", run="loss"))
    act = day.state.acts[-1]
    day.wait(10)
    day.by(FATHIMA, c("undo", seq=act.seq))
    assert day.phase("loss") == "open"
    assert day.state.runs["loss"].seconds_left(day.now) == 40


def test_an_undo_comes_too_late_after_thirty_seconds() -> None:
    day = opened()
    day.by(AMMINI, c("close", run="units"))
    seq = day.state.acts[-1].seq
    day.wait(31)
    assert day.refusal(AMMINI, c("undo", seq=seq)) == "undo-too-late"


def test_an_undo_is_refused_when_something_later_touched_the_run() -> None:
    day = opened()
    day.by(AMMINI, c("close", run="units"))
    seq = day.state.acts[-1].seq
    day.by(FATHIMA, c("reveal", run="units"))
    assert day.refusal(AMMINI, c("undo", seq=seq)) == "touched-since"


def test_an_act_is_taken_back_once() -> None:
    day = opened()
    day.by(AMMINI, c("close", run="units"))
    seq = day.state.acts[-1].seq
    day.by(AMMINI, c("undo", seq=seq))
    assert day.refusal(AMMINI, c("undo", seq=seq)) == "cannot-undo"


def test_taking_back_a_reveal_hides_again_and_removes_no_answer() -> None:
    day = opened()
    day.by(3, c("answer", run="units", value="well"))
    day.by(AMMINI, c("close", run="units"))
    day.by(AMMINI, c("reveal", run="units"))
    day.by(AMMINI, c("undo", seq=day.state.acts[-1].seq))
    assert day.phase("units") == "closed"
    assert day.state.runs["units"].answers["p3"][""].value == "well"


def test_taking_back_an_opening_returns_to_what_was_before_and_keeps_answers() -> None:
    day = opened()
    day.by(AMMINI, c("open", run="tea"))
    day.by(AMMINI, c("undo", seq=day.state.acts[-1].seq))
    assert day.state.current == "units"
    assert day.phase("tea") == "ready"


def test_taking_back_the_close_of_group_work_opens_its_sheets_too() -> None:
    day = opened("thanima")
    day.by(AMMINI, c("close", run="thanima"))
    assert (day.phase("sheet"), day.phase("thanima")) == ("closed", "closed")
    day.by(AMMINI, c("undo", seq=next(a.seq for a in reversed(day.state.acts) if a.run == "thanima")))
    assert (day.phase("sheet"), day.phase("signs"), day.phase("thanima")) == ("open", "open", "open")


@pytest.mark.promise("L15")
def test_taking_back_what_the_clock_closed_opens_the_sheets_too_with_time_to_end_the_sentence() -> None:
    day = opened("thanima")
    day.by(AMMINI, c("call_back", run="thanima"))
    day.wait(150)
    assert (day.phase("sheet"), day.phase("thanima")) == ("closed", "closed")
    day.by(AMMINI, c("undo", seq=next(a.seq for a in reversed(day.state.acts) if a.run == "thanima")))
    assert (day.phase("sheet"), day.phase("signs"), day.phase("thanima")) == ("open", "open", "open")
    assert day.state.runs["thanima"].seconds_left(day.now) == 120


@pytest.mark.promise("L15")
def test_a_soft_close_ends_group_work_in_two_minutes() -> None:
    day = opened("thanima")
    day.by(AMMINI, c("call_back", run="thanima"))
    assert day.state.runs["thanima"].seconds_left(day.now) == 120
    day.wait(149)
    assert day.phase("thanima") == "open"
    day.wait(1)
    assert (day.phase("thanima"), day.phase("sheet")) == ("closed", "closed")


@pytest.mark.promise("L8")
def test_without_a_trainer_the_clock_goes_on_and_nothing_new_opens() -> None:
    day = opened("check")
    day.by(None, c("note_lead", present=False))
    day.wait(75)
    assert day.phase("loss") == "closed"
    assert "sign" not in day.state.runs
    assert not day.state.led
    day.by(None, c("note_lead", present=True))
    day.by(FATHIMA, c("open", run="sign"))
    assert day.phase("sign") == "open"


def test_the_end_closes_everything_and_can_be_taken_back_by_reopening_the_day() -> None:
    day = opened("thanima")
    day.by(AMMINI, c("end"))
    assert all(not run.is_open for run in day.state.runs.values())
    assert day.refusal(AMMINI, c("open", run="tea")) == "already-ended"
    day.by(FATHIMA, c("reopen_meeting"))
    day.by(FATHIMA, c("open", run="tea"))
    assert day.phase("tea") == "open"
