"""Who may answer what, and when; what counts that comes late."""

import pytest

from app.live.results import tally
from tests.live.day import AMMINI, Day, c


def poll_open() -> Day:
    day = Day()
    day.by(AMMINI, c("open", run="units"))
    return day


def counts(day: Day, run: str) -> dict[str, int]:
    return dict(tally(day.state, day.state.runs[run], day.words)["counts"])


def test_an_open_question_can_be_answered_and_changed() -> None:
    day = poll_open()
    day.by(3, c("answer", run="units", value="well"))
    day.by(3, c("answer", run="units", value="bad"))
    assert counts(day, "units") == {"well": 0, "bad": 1}


def test_nobody_answers_before_the_opening() -> None:
    assert Day().refusal(3, c("answer", run="units", value="well")) == "not-open"


def test_trainers_do_not_answer() -> None:
    assert poll_open().refusal(AMMINI, c("answer", run="units", value="well")) == "trainers-do-not-answer"


def test_strangers_do_not_answer() -> None:
    assert poll_open().refusal(999, c("answer", run="units", value="well")) == "not-here"


def test_an_unknown_activity_is_refused() -> None:
    assert poll_open().refusal(3, c("answer", run="elsewhere", value="well")) == "no-such-activity"


def test_a_break_takes_no_answer() -> None:
    day = Day()
    day.by(AMMINI, c("open", run="tea"))
    assert day.refusal(3, c("answer", run="tea", value="well")) == "no-answer-here"


def test_what_was_written_after_the_end_is_refused() -> None:
    day = poll_open()
    day.by(AMMINI, c("close", run="units"))
    day.wait(5)
    assert day.refusal(3, c("answer", run="units", value="well")) == "too-late"


@pytest.mark.promise("L14")
def test_what_was_written_before_the_end_and_comes_within_the_grace_counts_as_late() -> None:
    day = poll_open()
    day.wait(20)
    day.by(AMMINI, c("close", run="units"))
    day.wait(8)
    day.by(3, c("answer", run="units", value="well"), age=10)
    given = day.state.runs["units"].answers["p3"][""]
    assert (given.late, given.counts) == (True, True)
    assert counts(day, "units") == {"well": 1, "bad": 0}


@pytest.mark.promise("L14")
def test_where_the_clock_only_nudges_the_end_is_when_the_trainer_closes() -> None:
    day = poll_open()
    day.wait(360)  # its five minutes are over, and it is still open
    day.wait(60)
    day.by(AMMINI, c("close", run="units"))
    day.wait(5)
    day.by(3, c("answer", run="units", value="well"), age=30)
    assert counts(day, "units") == {"well": 1, "bad": 0}


@pytest.mark.promise("L14")
def test_a_sheet_ends_when_the_clock_of_its_group_work_ran_out() -> None:
    day = Day()
    day.by(AMMINI, c("open", run="thanima"))
    end = day.state.runs["thanima"].ends_at
    day.wait(1200 + 40)
    assert (day.phase("sheet"), day.state.runs["sheet"].ended_at) == ("closed", end)
    person = day.state.groups[0].members[0]
    day.by(person, c("answer", run="sheet", cell="sick", value=True), age=45)
    assert day.refusal(person, c("answer", run="sheet", cell="lost", value=5), age=20) == "too-late"


@pytest.mark.promise("L14")
def test_what_comes_after_the_grace_is_kept_as_late_and_not_counted() -> None:
    day = poll_open()
    day.wait(20)
    day.by(AMMINI, c("close", run="units"))
    day.wait(240)
    day.by(3, c("answer", run="units", value="well"), age=245)
    given = day.state.runs["units"].answers["p3"][""]
    assert (given.late, given.counts) == (True, False)
    assert counts(day, "units") == {"well": 0, "bad": 0}


def test_what_was_written_in_time_and_comes_after_the_reveal_is_not_counted() -> None:
    day = poll_open()
    day.wait(20)
    day.by(AMMINI, c("reveal", run="units"))
    day.wait(2)
    day.by(3, c("answer", run="units", value="well"), age=5)
    assert not day.state.runs["units"].answers["p3"][""].counts


def test_a_pause_stops_the_clock_and_not_the_writing() -> None:
    day = Day()
    day.by(AMMINI, c("open", run="check"))
    day.by(AMMINI, c("pause", run="loss"))
    day.wait(600)
    day.by(3, c("answer", run="loss", value=day.token("loss", "half")))
    day.by(AMMINI, c("resume", run="loss"))
    assert day.state.runs["loss"].seconds_left(day.now) == 60


def test_a_group_answers_as_one_and_the_last_writer_wins() -> None:
    day = Day()
    day.by(AMMINI, c("open", run="thanima"))
    one, two, *_ = day.state.groups[0].members
    day.by(one, c("answer", run="sheet", cell="sick", value=True))
    day.by(two, c("answer", run="sheet", cell="sick", value=False))
    given = day.state.runs["sheet"].answers["g1"]["sick"]
    assert (given.value, given.person) == (False, two)


def test_words_that_a_group_writes_together_do_not_come_as_an_answer() -> None:
    day = Day()
    day.by(AMMINI, c("open", run="thanima"))
    writer = day.state.groups[0].members[0]
    assert day.refusal(writer, c("answer", run="sheet", cell="cause", value={"text": "Flood"})) == "shared-text"


def test_who_sits_in_no_group_answers_for_none() -> None:
    day = Day()
    day.by(AMMINI, c("open", run="thanima"))
    day.by(AMMINI, c("move", person=3, group=None))
    assert day.refusal(3, c("answer", run="sheet", cell="sick", value=True)) == "no-group"


# ---- alone, after the day


def ended() -> Day:
    day = poll_open()
    day.by(3, c("answer", run="units", value="well"))
    day.by(AMMINI, c("open", run="check"))
    day.by(3, c("answer", run="loss", value=day.token("loss", "half")))
    day.by(AMMINI, c("end"))
    day.wait(3600)
    return day


def token(day: Day, run: str, key: str) -> str:
    return day.state.run(run, day.now).veil.token(key)


@pytest.mark.promise("R2")
def test_an_absentee_answers_alone_and_changes_no_result_of_the_class() -> None:
    day = ended()
    before = counts(day, "loss")
    day.by(5, c("answer", run="loss", value=token(day, "loss", "none")))
    assert counts(day, "loss") == before
    assert day.state.runs["loss"].answers["p5"][""].alone


@pytest.mark.promise("R2")
def test_an_activity_that_was_never_opened_can_be_done_alone() -> None:
    day = ended()
    day.by(5, c("answer", run="sign", value=token(day, "sign", "meeting")))
    assert day.state.runs["sign"].answers["p5"][""].value == "meeting"


@pytest.mark.promise("L11")
def test_what_was_answered_with_the_class_stays_as_it_was() -> None:
    day = ended()
    assert day.refusal(3, c("answer", run="units", value="bad")) == "already-answered"


def test_who_answered_alone_cannot_answer_again_once_the_right_answer_unfolded() -> None:
    day = ended()
    day.by(5, c("answer", run="loss", value=token(day, "loss", "none")))
    assert day.refusal(5, c("answer", run="loss", value=token(day, "loss", "half"))) == "already-answered"


def test_who_had_it_shown_does_not_answer_any_more() -> None:
    day = ended()
    day.by(5, c("unfold", run="loss"))
    assert day.refusal(5, c("answer", run="loss", value=token(day, "loss", "half"))) == "already-unfolded"


def test_nothing_unfolds_while_the_day_goes_on() -> None:
    assert poll_open().refusal(5, c("unfold", run="units")) == "not-ended"


def test_an_answer_written_in_the_room_that_arrives_after_the_day_is_kept_as_late() -> None:
    day = poll_open()
    day.wait(30)
    day.by(AMMINI, c("end"))
    day.wait(900)
    day.by(7, c("answer", run="units", value="bad"), age=910)
    given = day.state.runs["units"].answers["p7"][""]
    assert (given.late, given.counts, given.alone) == (True, False, False)


@pytest.mark.parametrize("value", [None, 1, True, [], {"text": "x"}, "x" * 9_000, {"a": {"b": {}}}])
def test_nonsense_is_refused_with_a_code(value: object) -> None:
    day = poll_open()
    if value is None:
        day.by(3, c("answer", run="units", value=None))
    else:
        assert "-" in day.refusal(3, c("answer", run="units", value=value))
