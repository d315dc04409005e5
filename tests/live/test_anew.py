"""A day that has ended, as it counts now: answers marked anew or set aside, and nothing of the record lost."""

from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest

from app.activities.contract import Veil
from app.activities.registry import KINDS
from app.live import anew
from app.live.carrying import config_of
from app.live.record import kept
from app.live.results import tally
from app.live.state import Given, State
from tests.live.day import AMMINI, MODULE, Day, block, c, choices
from tests.live.mended import course_of, held, question, with_right


def now(day: Day) -> State:
    return anew.as_it_counts(day.state, day.course, day.words)


def marks(day: Day, run: str = "loss") -> dict[str, bool]:
    """Who has it right, as it counts now."""
    state = now(day)
    item = state.plan.items[run]
    found = {}
    for who, answer in state.runs[run].answers.items():
        mark = KINDS[item.kind].mark(item.config, {cell: given.value for cell, given in answer.items()})
        found[who] = mark is not None and mark.is_right
    return found


def after(*versions: dict[str, Any]) -> Day:
    """The day that was held, after these versions of its course."""
    day = held()
    day.course = course_of(MODULE, *versions)
    return day


REGRADED = with_right(MODULE, "loss", "none", "regrade")
RESET = with_right(MODULE, "loss", "none", "reset")
KEPT = with_right(MODULE, "loss", "none", "keep")


@pytest.mark.promise("C5")
def test_answers_stay_marked_as_they_were_where_the_course_keeps_them() -> None:
    day = after(KEPT)
    assert now(day) is day.state
    assert marks(day) == {"p3": True, "p4": True, "p5": False}


@pytest.mark.promise("C5")
def test_regraded_answers_are_marked_by_the_new_key_and_stand_in_the_log_as_they_were() -> None:
    day = after(REGRADED)
    assert marks(day) == {"p3": False, "p4": False, "p5": True}
    assert day.state.runs["loss"].answers == held().state.runs["loss"].answers
    assert {run: now(day).runs[run] == day.state.runs[run] for run in day.state.runs if run != "loss"} == {
        "check": True
    }


@pytest.mark.promise("C5")
def test_answers_that_are_set_aside_count_in_no_result() -> None:
    day = after(RESET)
    assert marks(day) == {}
    state = now(day)
    assert tally(state, state.runs["loss"], {})["n"] == 0
    assert day.state.runs["loss"].answers.keys() == {"p3", "p4", "p5"}


@pytest.mark.promise("C5")
def test_trainers_are_told_what_became_of_how_many_answers() -> None:
    day = after(REGRADED)
    (told,) = anew.told(day.state, day.course)
    assert told == {"run": "loss", "title": "Quiz", "fate": "regraded", "at": "2026-11-24T06:30:00.000Z", "n": 3} | {
        "at": told["at"]
    }
    assert told["at"].startswith("2026-11-25")


@pytest.mark.promise("C5")
def test_what_is_open_or_shown_is_not_touched_before_the_day_has_ended() -> None:
    day = Day()
    day.by(AMMINI, c("open", run="check"))
    day.by(3, c("answer", run="loss", value=day.token("loss", "half")))
    day.by(AMMINI, c("reveal", run="loss"))
    day.course = course_of(MODULE, RESET)
    assert now(day) is day.state
    day.by(AMMINI, c("end"))
    assert marks(day) == {}
    day.by(AMMINI, c("reopen_meeting"))
    assert now(day) is day.state


@pytest.mark.promise("C5")
def test_she_answers_the_new_question_alone_and_both_are_in_the_record() -> None:
    day = after(RESET)
    assert day.refusal(3, c("answer", run="loss", value=day.token("loss", "none"))) == "other-question"
    (event,) = day.by(3, c("answer", run="loss~1", value=day.token("loss", "none")))
    assert (event.alone, event.content, event.question) == (True, "v2", "loss")
    assert marks(day) == {"p3": True}
    assert day.refusal(3, c("answer", run="loss~1", value=day.token("loss", "all"))) == "already-answered"
    start = replace(day.start_state, versions=day.course.plans)
    record = list(kept(start, [(h, None) for h in day.log], "sick_me_revival/day-1", "en"))
    assert [(one.id.rpartition("/")[2], one.value, one.person, one.content) for one in record] == [
        ("loss", "half", 3, "cafe0123"),
        ("loss", "half", 4, "cafe0123"),
        ("loss", "none", 5, "cafe0123"),
        ("loss", "none", 3, "v2"),
    ]


@pytest.mark.promise("C5")
def test_who_had_the_old_answer_shown_may_answer_the_new_question() -> None:
    day = held()
    day.by(6, c("unfold", run="loss"))
    day.course = course_of(MODULE, RESET)
    day.by(6, c("answer", run="loss~1", value=day.token("loss", "none")))
    day.by(7, c("unfold", run="loss~1"))
    assert (marks(day), now(day).runs["loss"].unfolded) == ({"p6": True}, frozenset({7}))
    assert day.refusal(7, c("answer", run="loss~1", value=day.token("loss", "none"))) == "already-unfolded"


@pytest.mark.promise("C5")
def test_a_question_that_was_reset_twice_is_asked_twice() -> None:
    day = after(RESET)
    day.by(3, c("answer", run="loss~1", value=day.token("loss", "none")))
    day.course = course_of(MODULE, RESET, with_right(MODULE, "loss", "all", "reset"))
    assert marks(day) == {}
    assert day.refusal(3, c("answer", run="loss~1", value=day.token("loss", "all"))) == "other-question"
    day.by(3, c("answer", run="loss~2", value=day.token("loss", "all")))
    assert (marks(day), list(day.state.anew["loss"])) == ({"p3": True}, ["v2", "v3"])


@pytest.mark.promise("C5")
@pytest.mark.parametrize(
    ("then", "right"),
    [("keep", {"p3": True}), ("regrade", {"p3": False}), ("reset", {})],
)
def test_what_was_answered_anew_walks_on_from_its_own_version(then: str, right: dict[str, bool]) -> None:
    day = after(RESET)
    day.by(3, c("answer", run="loss~1", value=day.token("loss", "none")))
    day.course = course_of(MODULE, RESET, with_right(MODULE, "loss", "half", then))
    assert marks(day) == right


@pytest.mark.promise("C5")
def test_a_version_that_is_taken_back_takes_back_what_it_did() -> None:
    day = after(RESET)
    day.by(3, c("answer", run="loss~1", value=day.token("loss", "none")))
    day.course = replace(day.course, outcomes={})
    assert marks(day) == {"p3": True, "p4": True, "p5": False}


@pytest.mark.promise("C5")
def test_an_answer_that_was_written_in_time_and_comes_late_goes_to_the_question_of_the_day() -> None:
    day = held()
    day.course = course_of(MODULE, RESET)
    (event,) = day.by(6, c("answer", run="loss", value=day.token("loss", "half")), age=3600)
    assert (event.content, event.late, event.counts, event.alone) == ("", True, False, False)
    assert (marks(day), "p6" in day.state.runs["loss"].answers) == ({}, True)


@pytest.mark.promise("C5")
def test_a_sheet_of_paper_that_is_entered_later_answers_the_question_of_the_day() -> None:
    day = after(RESET)
    (event,) = day.by(AMMINI, c("write_for", run="loss", who="p6", value=day.token("loss", "half")))
    assert (event.content, event.on_paper, marks(day)) == ("", True, {})
    day.course = course_of(MODULE, REGRADED)
    assert marks(day)["p6"] is False


@pytest.mark.promise("C5")
def test_an_option_that_went_leaves_its_answers_out_and_they_may_be_given_anew() -> None:
    without = deepcopy(REGRADED)
    block = question(without, "loss")
    block["items"] = [item for item in block["items"] if item["key"] != "half"]
    day = after(without)
    assert marks(day) == {"p5": True}
    day.by(3, c("answer", run="loss~1", value=day.token("loss", "none")))
    assert marks(day) == {"p5": True, "p3": True}


@pytest.mark.promise("C5")
def test_renamed_questions_and_keys_are_followed_and_stay_under_the_run_of_the_day() -> None:
    renamed = deepcopy(REGRADED)
    block = question(renamed, "loss")
    block["id"], block["options"]["was"] = "lost-money", "loss"
    for item in block["items"]:
        item["was"], item["key"] = item["key"], f"new-{item['key']}"
    day = after(renamed)
    assert marks(day) == {"p3": False, "p4": False, "p5": True}
    assert now(day).runs["loss"].answers["p5"][""].value == "new-none"
    day.by(6, c("answer", run="loss~1", value=day.token("loss", "new-none")))
    assert day.state.anew["loss"]["v2"].question == "lost-money"
    assert marks(day)["p6"] is True


def tried() -> dict[str, Any]:
    module = deepcopy(MODULE)
    check = question(module, "check")
    check["activities"] = [block("single", "loss", items=choices("half", "none", "all"), time=60, tries=2)]
    return module


@pytest.mark.promise("C5")
def test_tries_are_marked_anew_as_well() -> None:
    day = Day(tried())
    day.by(AMMINI, c("open", run="check"))
    for person, key in ((3, "half"), (4, "none")):
        day.by(person, c("answer", run="loss", value=day.token("loss", key)))
        day.by(person, c("try", run="loss"))
    day.by(AMMINI, c("end"))
    day.wait(3600)
    day.course = course_of(tried(), with_right(tried(), "loss", "none", "regrade"))
    state = now(day)
    assert {who: [one.right for one in done] for who, done in state.runs["loss"].tries.items()} == {
        "p3": [False],
        "p4": [True],
    }
    assert tally(state, state.runs["loss"], {})["first"] == {"n": 2, "right": 1}


@pytest.mark.promise("C5")
def test_a_new_question_may_be_tried_and_helped_with_like_any_other() -> None:
    asked = with_right(tried(), "loss", "none", "reset")
    question(asked, "loss")["notes"]["hint"] = ["<p>Think of the tin.</p>"]
    day = Day(tried())
    day.by(AMMINI, c("end"))
    day.course = course_of(tried(), asked)
    day.by(3, c("take_hint", run="loss~1", number=1))
    day.by(3, c("answer", run="loss~1", value=day.state.run("loss", day.now).veil.token("all")))
    day.by(3, c("try", run="loss~1"))
    run = now(day).runs["loss"]
    assert (run.hints, [one.right for one in run.tries["p3"]], run.tries_left("p3", 2)) == ({3: 1}, [False], 1)
    assert "loss" not in day.state.runs


def carrying(more: bool) -> dict[str, Any]:
    """Cards of a board become options of a poll; `more`: beside one of the author's, in a version that regrades."""
    options = [{"key": "other", "html": "Another"}] if more else []
    said = {"on_change": "regrade"} if more else {}
    home = [{"key": "shop", "html": "In the shop"}]
    leaks, worst = block("board", "leaks", "Leaks", home), block("poll", "worst", "The worst", options, **said)
    worst["options"]["from"] = "leaks"
    return {**MODULE, "blocks": [leaks, worst]}


@pytest.mark.promise("C5")
def test_what_an_activity_took_over_stays_what_it_took() -> None:
    day = Day(carrying(more=False))
    day.by(AMMINI, c("open", run="leaks"))
    day.by(3, c("answer", run="leaks", cell="card-1", value={"note": {"text": "Tea on credit"}, "column": "shop"}))
    day.by(AMMINI, c("close", run="leaks"))
    day.by(AMMINI, c("open", run="worst"))
    (option,) = KINDS["poll"].task(config_of(day.state, day.state.runs["worst"], day.words), Veil("x"))["options"]
    day.by(4, c("answer", run="worst", value=option["key"]))
    day.by(AMMINI, c("end"))
    day.course = course_of(carrying(more=False), carrying(more=True))
    state = now(day)
    assert state.runs["worst"].answers["p4"] == day.state.runs["worst"].answers["p4"]
    assert tally(state, state.runs["worst"], day.words)["n"] == 1


@pytest.mark.promise("C5")
def test_photos_on_a_sheet_that_is_marked_anew_stay_on_it() -> None:
    def sheet(expected: int) -> dict[str, Any]:
        fields = [
            {"key": "tin", "html": "The tin", "field": "photo", "args": []},
            {"key": "lost", "html": "How much?", "field": "money", "args": [], "expected": expected},
        ]
        return {**MODULE, "blocks": [block("worksheet", "sheet", "Sheet", fields, on_change="regrade")]}

    day = Day(sheet(330))
    day.by(AMMINI, c("open", run="sheet"))
    day.by(3, c("answer", run="sheet", cell="lost", value=300))
    kept_photo = Given({"file": "ab12.jpg"}, day.now, 3)
    run = day.state.runs["sheet"]
    answers = {"p3": {**run.answers["p3"], "tin": kept_photo}}
    day.by(AMMINI, c("end"))
    day.state = replace(day.state, runs={**day.state.runs, "sheet": replace(day.state.runs["sheet"], answers=answers)})
    day.course = course_of(sheet(330), sheet(300))
    assert now(day).runs["sheet"].answers == answers
    assert now(day).plan.items["sheet"].content == "v2"
