"""Nothing leaves the server before its time: right answers, feedback, models, other people's answers."""

import json
from dataclasses import replace

import pytest

from app.activities.registry import KINDS
from app.live import audiences
from app.live.facts import Facts
from app.live.state import Given, State
from tests.live.day import AMMINI, TRAINEES, Day, c
from tests.live.test_log_format import random_day

FACTS = Facts("m", "d")


def views_of_trainees(day: Day, person: int) -> str:
    facts = replace(FACTS, words=day.words)
    return json.dumps([audiences.phone(day.state, person, facts), audiences.screen(day.state, facts)])


@pytest.mark.promise("C4")
@pytest.mark.parametrize("seed", range(12))
def test_no_feedback_model_explanation_or_script_is_ever_in_a_live_view(seed: int) -> None:
    day = random_day(seed)
    for person in TRAINEES:
        assert "secret-" not in views_of_trainees(day, person)


def changed(state: State, run: str, who: str) -> State:
    """The same meeting in which `who` had answered otherwise."""
    answer = state.runs[run].answers[who]
    other = {cell: replace(given, value=_other(given)) for cell, given in answer.items()}
    answers = {**state.runs[run].answers, who: other}
    return replace(state, runs={**state.runs, run: replace(state.runs[run], answers=answers)})


def _other(given: Given) -> object:
    if isinstance(given.value, bool):
        return not given.value
    return {"well": "bad", "bad": "well", "half": "none", "none": "half"}.get(str(given.value), given.value)


@pytest.mark.promise("C4")
@pytest.mark.parametrize("seed", range(20))
def test_my_view_is_equal_whatever_another_answered_until_it_is_shown(seed: int) -> None:
    day = random_day(seed)
    facts = replace(FACTS, words=day.words)
    for run in day.state.runs.values():
        if run.phase == "revealed":
            continue
        for who in run.answers:
            other = changed(day.state, run.id, who)
            for person in TRAINEES:
                if who == f"p{person}" or who in (getattr(day.state.group_of(person), "id", None),):
                    continue
                assert audiences.phone(other, person, facts) == audiences.phone(day.state, person, facts)
            if not (day.state.report and day.state.report.run == day.state.plan.top(run.id).id):
                assert audiences.screen(other, facts) == audiences.screen(day.state, facts)


def test_results_of_a_private_kind_are_in_no_tally_even_when_shown() -> None:
    private = [name for name, kind in KINDS.items() if kind.private]
    assert private == ["reflection"]


def test_a_guest_who_waits_sees_the_title_and_nothing_of_people_or_content() -> None:
    day = Day()
    day.by(AMMINI, c("open", run="units"))
    view = audiences.waiting(day.state, FACTS)
    assert view == {
        "meeting": {"id": "m", "title": "Day one", "state": "live"},
        "me": {"person": None, "role": "guest-waiting"},
        "waiting": {},
    }


def test_the_class_screen_names_nobody_but_the_reporter() -> None:
    day = Day()
    day.by(AMMINI, c("open", run="thanima"))
    day.by(AMMINI, c("report", run="thanima", order=("g1", "g2")))
    shown = audiences.screen(day.state, FACTS)
    reporter = day.state.groups[0].roles["reporter"]
    assert shown["report"]["reporter"] == reporter
    rest = {**shown, "report": None, "now": {**shown["now"], "report": None}}
    assert "members" not in json.dumps(rest)
    assert "presence" not in json.dumps(rest)


def test_another_groups_cells_are_not_in_my_view() -> None:
    day = Day()
    day.by(AMMINI, c("open", run="thanima"))
    mine, other = day.state.groups[0], day.state.groups[1]
    day.by(other.members[0], c("answer", run="sheet", cell="lost", value=62000))
    seen = audiences.phone(day.state, mine.members[0], FACTS)
    assert "62000" not in json.dumps(seen)
    assert seen["answers"] == {}
