"""A role play, a gallery and a plan over the wire: whose cards, sheets and offers reach whose phone."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.live.meetings import earlier_groups
from app.live.packing import unpacked
from app.sheets import SheetKey
from tests.live.house import House, build
from tests.live.test_sockets import do
from tests.sheets.builders import Phone

CARD = """\
id: tin_box
title: The tin box
summary: Where does the money go?
language: en
days:
  - id: day-1
    title: The tin
"""
DAY = """\
---
id: day-1
day: 1
title: The tin
duration: 40m
---

## Tea stall

///// breakout | tea
    time: 10m
    groups: 3 people

Read the case.

//// worksheet | tea-sheet

- missing) How much is missing? `money` = 330
- leak) Where is the leak? `text`

////

/////

## What the others wrote

//// gallery | walk
    from: tea-sheet
    time: 10m

Read. Give one star. Ask one question.

////

## At the bank

///// roleplay | bank
    time: 10m
    groups: 3 people

Play it.

- leader) The leader

    SECRET of the leader.

- banker) The banker

    SECRET of the banker.

- observer) The observer

    SECRET of the observer.

//// worksheet | saw

- saw) What did you see? `text`

////

/////

## My promise

//// plan | promise
    from: tea-sheet
    time: 10m

- leak) Where will I look? `text`
- when) When? `date`

////
"""
ROLES = ("leader", "banker", "observer")


@pytest.fixture
def house(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    made = build(tmp_path, trainees=6, courses=courses(tmp_path_factory), day=("tin_box", "day-1"))
    yield made
    made.database.close()


def courses(factory: pytest.TempPathFactory) -> Path:
    """The same folder in all tests of this file, so that it is published once."""
    folder = factory.getbasetemp() / "afternoon" / "courses"
    if not folder.exists():
        (folder / "tin_box").mkdir(parents=True)
        (folder / "facts.yml").write_text("")
        (folder / "tin_box" / "course.yml").write_text(CARD)
        (folder / "tin_box" / "day-1.md").write_text(DAY)
    return folder


def begun(house: House, run: str) -> Any:
    """All phones are here and the activity is open; the trainer's console."""
    console = house.socket(house.trainers[0], "console")
    do(console, "start", "t1")
    for person in house.trainees:
        house.socket(person)
    assert "seq" in do(console, "open", "t2", run=run)
    return console


def get(house: House, person: int | None, path: str) -> Any:
    return house.client(person).get(f"/m/{house.meeting}/{path}")


def members(house: House, group: str) -> tuple[int, ...]:
    found = house.live.runner.room(house.meeting).state.group(group)
    assert found is not None
    return found.members


# ---- cards


@pytest.mark.promise("C4")
def test_a_card_is_told_to_who_plays_it_and_to_trainers(house: House) -> None:
    begun(house, "bank")
    for group in ("g1", "g2"):
        cast = {role["role"]: role["people"] for role in house.view(members(house, group)[0])["group"]["cast"]}
        for person in members(house, group):
            told = {role: get(house, person, f"card/bank/{role}").status_code for role in ROLES}
            assert told == {role: 200 if person in cast[role] else 404 for role in ROLES}
    leader = get(house, house.trainers[1], "card/bank/leader").get_json()
    assert leader == {"key": "leader", "html": "The leader", "card": "<p>SECRET of the leader.</p>"}
    assert get(house, house.stranger, "card/bank/leader").status_code == 404


@pytest.mark.promise("C4")
def test_no_card_is_told_before_the_play_opens_and_no_other_run_has_any(house: House) -> None:
    begun(house, "tea")
    for path in ("card/bank/leader", "card/tea/leader", "card/nothing/leader", "card/bank/nobody"):
        assert [get(house, person, path).status_code for person in house.trainees] == [404] * 6


@pytest.mark.promise("C4")
def test_nothing_else_that_a_phone_may_fetch_or_is_sent_holds_a_card(house: House) -> None:
    phone = house.socket(house.trainees[0])
    console = begun(house, "bank")
    do(console, "rotate", "t3", run="bank")
    do(console, "reveal", "t4", run="bank")
    person = house.trainees[0]
    for path in ("view.json", "task/bank", "task/saw", "key/bank", "key/saw", "agenda", "roster", "script/bank"):
        assert "SECRET" not in get(house, person, path).text, path
    frames = [unpacked(frame["args"][0]) for frame in phone.get_received()]
    assert len(frames) > 1
    assert "SECRET" not in json.dumps(frames)
    assert "SECRET" not in json.dumps(house.view(house.trainers[0], "screen"))


@pytest.mark.promise("L27")
def test_trainers_read_all_cards_beside_the_script(house: House) -> None:
    begun(house, "tea")
    script = get(house, house.trainers[0], "script/bank").get_json()
    assert [card["key"] for card in script["cards"]] == list(ROLES)


@pytest.mark.promise("R1")
def test_when_the_day_has_ended_everybody_reads_all_cards_and_which_were_hers(house: House) -> None:
    console = begun(house, "bank")
    person = members(house, "g1")[0]
    mine = [role["role"] for role in house.view(person)["group"]["cast"] if person in role["people"]]
    do(console, "end", "t3")
    row = review(house, person, "bank")
    assert [role["card"] for role in row["roles"]] == [f"<p>SECRET of the {role}.</p>" for role in ROLES]
    assert row["played"] == mine


@pytest.mark.promise("B5")
def test_the_next_day_knows_who_has_played_what_and_forgets_a_turn_that_was_taken_back(house: House) -> None:
    console = begun(house, "bank")
    room = house.live.runner.room(house.meeting)
    do(console, "rotate", "t3", run="bank")
    played = [dict(cast) for cast in room.state.casts["bank"]]
    do(console, "rotate", "t4", run="bank")
    do(console, "undo", "t5", seq=room.state.acts[-1].seq)
    do(console, "move", "t6", person=members(house, "g1")[0], group="g2")
    with house.database.read() as session:
        counts, _pairs = earlier_groups(session, house.cohort)
    turns = [
        (role, who) for cast in played for roles in cast.values() for role, people in roles.items() for who in people
    ]
    assert counts == {role: {str(who): turns.count((role, who)) for one, who in turns if one == role} for role in ROLES}


def review(house: House, person: int, run: str) -> dict[str, Any]:
    items = get(house, person, "review.json").get_json()["items"]
    found: dict[str, Any] = next(one for one in items if one["id"] == run)
    return found


# ---- sheets


def writes(house: House, group: str, words: str) -> None:
    """Somebody of the group types into the shared field; the record of the meeting does not know it yet."""
    phone = Phone(members(house, group)[0], SheetKey(house.meeting, "tea-sheet", group))
    edit = replace(phone.writes(words, "leak"), fields=frozenset({"leak"}))
    house.live.desk.submit(edit)


@pytest.mark.promise("L18")
def test_a_gallery_goes_on_with_every_word_typed_up_to_its_opening(house: House) -> None:
    console = begun(house, "tea")
    writes(house, "g1", "Tea on credit")
    writes(house, "g2", "Phone top-ups")
    assert "seq" in do(console, "open", "t3", run="walk")
    task = get(house, house.trainees[0], "task/walk").get_json()["task"]
    assert {sheet["by"]: sheet["cells"] for sheet in task["sheets"]} == {
        "g1": {"leak": {"text": "Tea on credit"}},
        "g2": {"leak": {"text": "Phone top-ups"}},
    }
    assert "330" not in json.dumps(task)


@pytest.mark.promise("L18")
def test_no_sheet_is_told_before_the_gallery_opens(house: House) -> None:
    console = begun(house, "tea")
    writes(house, "g1", "Tea on credit")
    do(console, "close", "t3", run="tea")
    assert get(house, house.trainees[0], "task/walk").status_code == 404
    hung = get(house, house.trainers[0], "task/walk").get_json()["task"]["sheets"]
    assert [sheet["by"] for sheet in hung] == ["g1"], "trainers see what will hang"


@pytest.mark.promise("R1")
def test_the_review_shows_what_my_groups_sheet_got(house: House) -> None:
    console = begun(house, "tea")
    writes(house, "g1", "Tea on credit")
    do(console, "open", "t3", run="walk")
    sheet = get(house, house.trainees[0], "task/walk").get_json()["task"]["sheets"][0]["t"]
    giver, reader = members(house, "g2")[0], members(house, "g1")[0]
    assert "seq" in do(house.socket(giver), "answer", "a1", run="walk", cell="vote-1", value=sheet)
    question = {"sheet": sheet, "note": {"text": "Who pays?"}}
    assert "seq" in do(house.socket(giver), "answer", "a2", run="walk", cell="comment-1", value=question)
    assert do(house.socket(reader), "answer", "a3", run="walk", cell="vote-1", value=sheet)["refused"] == "own-sheet"
    do(console, "end", "t4")
    do(house.socket(reader), "unfold", "a4", run="walk")
    row = review(house, reader, "walk")
    assert row["taken"] == {"mine": sorted(row["taken"]["mine"])}
    assert sheet in row["taken"]["mine"]
    assert row["tally"]["sheets"][sheet] == {"stars": 1, "comments": ["Who pays?"]}


# ---- offers


@pytest.mark.promise("L18")
def test_what_is_offered_to_my_fields_is_told_to_me_alone(house: House) -> None:
    console = begun(house, "tea")
    writes(house, "g1", "Tea on credit")
    assert "seq" in do(console, "open", "t3", run="promise")
    mine, other = members(house, "g1")[0], members(house, "g2")[0]
    offer = house.view(mine)["taken"]["promise"]["offer"]
    assert house.client(mine).get(offer).get_json() == {
        "title": "Tea stall",
        "cells": {"leak": {"text": "Tea on credit"}},
    }
    assert house.client(other).get(offer).status_code == 404
    assert "promise" not in house.view(other)["taken"]
    assert "Tea on credit" not in json.dumps(house.view(other))
    assert get(house, mine, f"offer/walk/p{mine}").status_code == 404
    assert get(house, mine, f"offer/nothing/p{mine}").status_code == 404
