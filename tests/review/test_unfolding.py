"""The day looked at again: it unfolds activity by activity, after answering or when asked."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.live.house import House, build
from tests.live.test_sockets import do


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = build(tmp_path)
    yield made
    made.database.close()


def tokens(house: House, person: int, run: str) -> list[str]:
    task = house.client(person).get(f"/m/{house.meeting}/task/{run}").get_json()["task"]
    return [option["t"] for option in task["options"]]


def held(house: House) -> tuple[int, int]:
    """A day with one question done; (who answered it, who was absent)."""
    console = house.socket(house.trainers[0], "console")
    do(console, "start", "t1")
    do(console, "open", "t2", run="quiz-day-one")
    here, absent = house.trainees[0], house.trainees[1]
    phone = house.socket(here)
    do(phone, "answer", "a1", run="early-sign", value=tokens(house, here, "early-sign")[0])
    do(console, "reveal", "t3", run="early-sign")
    do(console, "end", "t4")
    return here, absent


def row(house: House, person: int, run: str) -> dict[str, Any]:
    items = house.client(person).get(f"/m/{house.meeting}/review.json").get_json()["items"]
    return next(one for item in items for one in (item, *item.get("children", ())) if one["id"] == run)


@pytest.mark.promise("R1")
def test_who_answered_sees_her_answer_the_class_and_the_right_one_and_why(house: House) -> None:
    here, _absent = held(house)
    seen = row(house, here, "early-sign")
    assert seen["state"] == "answered"
    assert seen["mine"][""] in [option["t"] for option in seen["task"]["options"]]
    assert seen["tally"]["n"] == 1
    assert len(seen["key"]["right"]) == 1
    assert seen["key"]["feedback"]


@pytest.mark.promise("R1")
def test_the_day_stands_in_running_order(house: House) -> None:
    here, _absent = held(house)
    body = house.client(here).get(f"/m/{house.meeting}/review.json").get_json()
    assert [item["id"] for item in body["items"]] == [item["id"] for item in body["agenda"]["items"]]


@pytest.mark.promise("R2")
def test_an_absentee_gets_the_question_and_nothing_of_its_answer(house: House) -> None:
    _here, absent = held(house)
    seen = row(house, absent, "early-sign")
    assert seen["state"] == "unseen"
    assert seen.keys().isdisjoint({"key", "tally", "group"})
    content = house.live.runner.room(house.meeting).about.content
    quiz = next(block for block in content["blocks"] if block.get("id") == "quiz-day-one")
    whole = json.dumps(house.client(absent).get(f"/m/{house.meeting}/review.json").get_json())
    for question in quiz["activities"]:
        for item in question["items"]:
            if "feedback" in item:
                assert json.dumps(item["feedback"])[1:-1] not in whole


@pytest.mark.promise("R2")
def test_her_answer_unfolds_it_and_counts_in_no_result_of_the_class(house: House) -> None:
    _here, absent = held(house)
    option = row(house, absent, "early-sign")["task"]["options"][1]["t"]
    body = {"id": "b1", "type": "answer", "run": "early-sign", "value": option}
    assert house.client(absent).post(f"/m/{house.meeting}/do", json=body).get_json()["seq"]
    seen = row(house, absent, "early-sign")
    assert seen["state"] == "answered"
    assert seen["mine"] == {"": option}
    assert seen["tally"]["n"] == 1


@pytest.mark.promise("R2")
def test_one_may_have_it_shown_without_answering(house: House) -> None:
    _here, absent = held(house)
    body = {"id": "b1", "type": "unfold", "run": "early-sign"}
    assert house.client(absent).post(f"/m/{house.meeting}/do", json=body).get_json()["seq"]
    seen = row(house, absent, "early-sign")
    assert (seen["state"], seen["mine"]) == ("unfolded", {})
    assert seen["key"]["right"]


def test_what_the_class_never_did_was_missed_by_nobody(house: House) -> None:
    here, absent = held(house)
    assert row(house, here, "money-lost")["state"] == "open"
    assert row(house, absent, "money-lost")["state"] == "open"


def test_there_is_no_review_while_the_day_goes_on(house: House) -> None:
    do(house.socket(house.trainers[0], "console"), "start", "t1")
    trainee = house.client(house.trainees[0])
    assert trainee.get(f"/m/{house.meeting}/review.json").status_code == 404
    assert trainee.get(f"/m/{house.meeting}/review").status_code == 302


def test_strangers_find_no_review(house: House) -> None:
    held(house)
    assert house.client(house.stranger).get(f"/m/{house.meeting}/review.json").status_code == 404
