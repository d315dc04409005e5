"""What phones fetch by HTTP: tasks when they are open, keys when they are shown, scripts for trainers alone."""

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


def begun(house: House) -> Any:
    console = house.socket(house.trainers[0], "console")
    do(console, "start", "t1")
    return console


def url(house: House, what: str, run: str) -> str:
    return f"/m/{house.meeting}/{what}/{run}"


@pytest.mark.promise("C4")
def test_no_question_is_told_before_it_is_open(house: House) -> None:
    begun(house)
    trainee = house.client(house.trainees[0])
    assert trainee.get(url(house, "task", "early-sign")).status_code == 404
    assert house.client(house.trainers[0]).get(url(house, "task", "early-sign")).status_code == 200


@pytest.mark.promise("C4")
def test_a_key_is_told_to_trainees_after_the_reveal_and_to_trainers_always(house: House) -> None:
    console = begun(house)
    do(console, "open", "t2", run="quiz-day-one")
    trainee, trainer = house.client(house.trainees[0]), house.client(house.trainers[0])
    assert trainee.get(url(house, "key", "early-sign")).status_code == 404
    assert trainer.get(url(house, "key", "early-sign")).status_code == 200
    do(console, "reveal", "t3", run="early-sign")
    assert trainee.get(url(house, "key", "early-sign")).get_json()["key"]["right"]


@pytest.mark.promise("C4")
def test_a_long_result_is_told_at_its_address_while_everybody_may_see_it(house: House) -> None:
    console = begun(house)
    do(console, "open", "t2", run="our-units")
    trainee, address = house.client(house.trainees[0]), url(house, "tally", "our-units")
    assert trainee.get(address).status_code == 404
    do(console, "reveal", "t3", run="our-units")
    told = house.view(house.trainees[0])["tallies"]["our-units"]
    assert trainee.get(address).get_json() == told
    do(console, "hide", "t4", run="our-units")
    assert trainee.get(address).status_code == 404
    assert trainee.get(url(house, "tally", "nothing")).status_code == 404


@pytest.mark.promise("L27")
def test_script_and_notes_are_for_trainers_alone(house: House) -> None:
    console = begun(house)
    do(console, "open", "t2", run="our-units")
    script = house.client(house.trainers[1]).get(url(house, "script", "our-units")).get_json()
    assert script["script"]
    assert script["facilitator"]
    assert house.client(house.trainees[0]).get(url(house, "script", "our-units")).status_code == 404
    task = json.dumps(house.client(house.trainees[0]).get(url(house, "task", "our-units")).get_json())
    assert "facilitator" not in task
    assert "script" not in task


def test_the_agenda_names_activities_and_no_question(house: House) -> None:
    begun(house)
    agenda = house.client(house.trainees[0]).get(f"/m/{house.meeting}/agenda").get_json()
    assert sum(item["minutes"] for item in agenda["items"]) == 180
    assert "early" not in json.dumps(agenda).replace("early-sign", "").replace("early-or-late", "").lower().replace(
        "early or late", ""
    )


def test_a_guest_who_waits_finds_neither_roster_nor_tasks(house: House) -> None:
    begun(house)
    stranger = house.client(house.stranger)
    for path in ("roster", "agenda", "task/our-units", "key/our-units", "tally/our-units", "view.json", ""):
        assert stranger.get(f"/m/{house.meeting}/{path}".rstrip("/")).status_code == 404


def test_what_is_named_by_a_hash_is_kept_privately_and_for_good(house: House) -> None:
    console = begun(house)
    do(console, "open", "t2", run="our-units")
    answer = house.client(house.trainees[0]).get(url(house, "task", "our-units"))
    assert answer.cache_control.private
    assert answer.cache_control.immutable


def test_the_http_twin_answers_like_the_socket(house: House) -> None:
    begun(house)
    trainer = house.client(house.trainers[0])
    assert trainer.post(f"/m/{house.meeting}/do", json={"id": "h1", "type": "open", "run": "our-units"}).get_json()[
        "seq"
    ]
    refused = trainer.post(f"/m/{house.meeting}/do", json={"id": "h2", "type": "open", "run": "our-units"}).get_json()
    assert refused["refused"] == "already-open"
    trainee = house.client(house.trainees[0])
    forged = trainee.post(f"/m/{house.meeting}/do", json={"id": "h3", "type": "close", "run": "our-units"}).get_json()
    assert forged["refused"] == "not-facilitator"


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b"nonsense", b'{"id": 3}'])
def test_nonsense_by_http_is_refused_with_a_sentence(house: House, body: bytes) -> None:
    trainee = house.client(house.trainees[0])
    answer = trainee.post(f"/m/{house.meeting}/do", data=body, content_type="application/json").get_json()
    assert answer["why"].endswith(".")
