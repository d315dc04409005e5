"""Hints one after another, and answers that may be checked and changed."""

import json
from copy import deepcopy
from typing import Any

import pytest

from app.live import audiences, overview
from app.live import events as e
from app.live.facts import Facts
from app.live.results import shown_tally, tally
from tests.live.day import AMMINI, Day, c
from tests.live.morning import MORNING, quiz_open


def facts(day: Day) -> Facts:
    return Facts("m", "d", words=day.words)


def choose(day: Day, person: int, key: str, run: str = "loss") -> None:
    day.by(person, c("answer", run=run, value=day.token(run, key)))


def tries(day: Day, person: int, run: str = "loss") -> Any:
    return audiences.phone(day.state, person, facts(day))["tries"].get(run)


def first_tries(day: Day, run: str = "loss") -> Any:
    return tally(day.state, day.state.runs[run], day.words)["first"]


# ---- hints


@pytest.mark.promise("C2")
def test_hints_are_taken_one_after_another_by_each_for_herself() -> None:
    day = quiz_open()
    assert day.refusal(3, c("take_hint", run="loss", number=2)) == "hint-before"
    assert day.by(3, c("take_hint", run="loss", number=1)) == (e.HintTaken("loss", 3, 1),)
    assert day.by(3, c("take_hint", run="loss", number=2)) == (e.HintTaken("loss", 3, 2),)
    assert audiences.phone(day.state, 3, facts(day))["hints"] == {"loss": 2}
    assert audiences.phone(day.state, 4, facts(day))["hints"] == {}


def test_the_same_hint_again_is_no_second_hint() -> None:
    day = quiz_open()
    day.by(3, c("take_hint", run="loss", number=1))
    assert day.by(3, c("take_hint", run="loss", number=1)) == ()


@pytest.mark.parametrize("number", [0, -1, 4])
def test_there_is_no_hint_beyond_the_last_nor_before_the_first(number: int) -> None:
    assert quiz_open().refusal(3, c("take_hint", run="loss", number=number)) == "no-such-hint"


def test_hints_are_taken_while_it_is_open_and_alone_afterwards() -> None:
    day = quiz_open()
    day.by(AMMINI, c("close", run="loss"))
    assert day.refusal(3, c("take_hint", run="loss", number=1)) == "not-open"
    day.by(AMMINI, c("end"))
    assert day.by(3, c("take_hint", run="loss", number=1)) == (e.HintTaken("loss", 3, 1),)


def test_trainers_see_how_many_took_each_hint() -> None:
    day = quiz_open()
    for person, number in ((3, 1), (3, 2), (4, 1)):
        day.by(person, c("take_hint", run="loss", number=number))
    answered = overview.console(day.state, facts(day), day.now)["answered"]
    assert answered["loss"]["hints"] == [2, 1, 0]
    assert "hints" not in answered["cups"]


def test_an_opening_taken_back_forgets_no_hint_and_no_try() -> None:
    day = Day(MORNING)
    day.by(AMMINI, c("open", run="tea"))
    day.by(3, c("take_hint", run="tea-sheet", number=1))
    day.by(AMMINI, c("undo", seq=next(act.seq for act in day.state.acts if act.what == "open")))
    day.by(AMMINI, c("open", run="tea"))
    assert audiences.phone(day.state, 3, facts(day))["hints"] == {"tea-sheet": 1}


# ---- tries


@pytest.mark.promise("C2")
def test_a_wrong_answer_may_be_changed_and_checked_again() -> None:
    day = quiz_open()
    assert tries(day, 3) == {"of": 2, "left": 2}
    choose(day, 3, "none")
    assert day.by(3, c("try", run="loss")) == (e.Tried("loss", "p3", 1, right=False),)
    assert tries(day, 3) == {"of": 2, "left": 1, "right": False, "feedback": ["<p>secret-none</p>"]}
    choose(day, 3, "half")
    assert day.by(3, c("try", run="loss")) == (e.Tried("loss", "p3", 2, right=True),)
    assert tries(day, 3) == {"of": 2, "left": 0, "right": True, "feedback": ["<p>secret-half</p>"]}


def test_once_right_the_answer_stays() -> None:
    day = quiz_open()
    choose(day, 3, "half")
    day.by(3, c("try", run="loss"))
    assert day.refusal(3, c("answer", run="loss", value=day.token("loss", "none"))) == "no-tries-left"


def test_when_the_tries_are_used_the_answer_stays() -> None:
    day = quiz_open()
    for key in ("none", "all"):
        choose(day, 3, key)
        day.by(3, c("try", run="loss"))
    assert tries(day, 3)["left"] == 0
    assert day.refusal(3, c("answer", run="loss", value=day.token("loss", "half"))) == "no-tries-left"


def test_the_same_answer_checked_again_is_no_further_try() -> None:
    day = quiz_open()
    choose(day, 3, "none")
    day.by(3, c("try", run="loss"))
    choose(day, 3, "none")
    assert day.by(3, c("try", run="loss")) == ()
    assert tries(day, 3)["left"] == 1


def test_without_an_answer_there_is_nothing_to_check() -> None:
    assert quiz_open().refusal(3, c("try", run="loss")) == "nothing-to-check"


def test_without_tries_an_answer_is_sent_and_not_checked() -> None:
    day = quiz_open()
    choose(day, 3, "yes", "once")
    assert day.refusal(3, c("try", run="once")) == "no-tries"
    assert tries(day, 3, "once") is None


def test_nothing_is_checked_after_the_close_but_what_was_checked_before_it() -> None:
    day = quiz_open()
    choose(day, 3, "none")
    day.wait(30)
    day.by(AMMINI, c("close", run="loss"))
    day.wait(5)
    assert day.refusal(3, c("try", run="loss")) == "too-late"
    assert day.by(3, c("try", run="loss"), age=20) == (e.Tried("loss", "p3", 1, right=False),)


def test_once_shown_a_try_that_comes_late_tells_nothing_new() -> None:
    day = quiz_open()
    choose(day, 3, "none")
    day.wait(30)
    day.by(AMMINI, c("reveal", run="loss"))
    assert day.by(3, c("try", run="loss"), age=20) == ()
    assert tries(day, 3) is None


@pytest.mark.promise("C4")
def test_feedback_follows_what_was_checked_and_not_what_was_tapped_since() -> None:
    day = quiz_open()
    choose(day, 3, "none")
    day.by(3, c("try", run="loss"))
    choose(day, 3, "half")
    assert tries(day, 3)["feedback"] == ["<p>secret-none</p>"]


@pytest.mark.parametrize(
    ("run", "value", "said"),
    [
        ("signs", ["power", "dust"], ["<p>secret-power</p>", "<p>secret-dust</p>"]),
        ("cups", 167, ["<p>secret-price</p>"]),
        ("cups", 3, []),
        ("book", {"text": "Credit book."}, ["<p>secret-credit</p>"]),
        ("book", {"text": "the tin"}, []),
    ],
)
def test_she_is_told_what_the_author_says_to_her_own_answer(run: str, value: Any, said: list[str]) -> None:
    day = quiz_open()
    wire = [day.token(run, key) for key in value] if isinstance(value, list) else value
    day.by(3, c("answer", run=run, value=wire))
    day.by(3, c("try", run=run))
    assert tries(day, 3, run)["right"] is False
    assert tries(day, 3, run)["feedback"] == said


@pytest.mark.promise("C4")
@pytest.mark.parametrize("checked", ["none", "half"])
def test_nothing_about_another_option_reaches_her_before_it_is_shown(checked: str) -> None:
    """The day is played twice; the second author says other things to the options she did not choose."""
    other = deepcopy(MORNING)
    for item in other["blocks"][0]["activities"][0]["items"]:
        if item["key"] != checked:
            item["feedback"] = "<p>something else</p>"
    if checked == "none":  # which of the others is right is not to be seen either
        for item in other["blocks"][0]["activities"][0]["items"]:
            item["right"] = item["key"] == "all"
    seen = []
    for module in (MORNING, other):
        day = Day(module)
        day.by(AMMINI, c("open", run="quiz"))
        choose(day, 3, checked)
        day.by(3, c("try", run="loss"))
        day.by(AMMINI, c("close", run="loss"))
        seen.append(audiences.phone(day.state, 3, facts(day)))
    assert seen[0] == seen[1]


@pytest.mark.promise("C4")
def test_anothers_try_is_seen_by_nobody_else() -> None:
    day, before = quiz_open(), quiz_open()
    choose(day, 4, "none")
    day.by(4, c("try", run="loss"))
    assert audiences.phone(day.state, 3, facts(day)) == audiences.phone(before.state, 3, facts(before))
    assert "secret-" not in json.dumps(audiences.screen(day.state, facts(day)))


def test_the_tally_counts_who_was_right_at_the_first_try_and_shows_it_with_the_answer() -> None:
    day = quiz_open()
    choose(day, 3, "half")
    day.by(3, c("try", run="loss"))
    for key in ("none", "half"):
        choose(day, 4, key)
        day.by(4, c("try", run="loss"))
    assert first_tries(day) == {"n": 2, "right": 1}
    day.by(AMMINI, c("close", run="loss"))
    assert "first" not in shown_tally(day.state, day.state.runs["loss"], day.words)
    day.by(AMMINI, c("reveal", run="loss"))
    assert shown_tally(day.state, day.state.runs["loss"], day.words)["first"] == {"n": 2, "right": 1}


# ---- alone


def test_alone_afterwards_she_tries_too_and_is_counted_in_nothing() -> None:
    day = quiz_open()
    day.by(AMMINI, c("end"))
    day.wait(60)
    choose(day, 3, "none")
    assert day.by(3, c("try", run="loss")) == (e.Tried("loss", "p3", 1, right=False, alone=True),)
    choose(day, 3, "half")
    day.by(3, c("try", run="loss"))
    assert day.refusal(3, c("answer", run="loss", value=day.token("loss", "none"))) == "no-tries-left"
    assert first_tries(day) == {"n": 0, "right": 0}


def test_what_was_answered_with_the_class_is_not_tried_again_alone() -> None:
    day = quiz_open()
    choose(day, 3, "none")
    day.by(3, c("try", run="loss"))
    day.by(AMMINI, c("end"))
    day.wait(60)
    assert day.refusal(3, c("try", run="loss")) == "already-answered"
