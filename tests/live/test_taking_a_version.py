"""A newer version is published while a meeting runs: who is asked, what phones get, what stays after a restart."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from app import curriculum
from app.live.asking import Actor
from app.live.commands import Answer, Command, End, Open, Start, TakeVersion
from app.live.meetings import Live
from app.review import unfolding
from tests.curriculum.folders import a_folder, edit
from tests.live.house import House, build

TEA = "\n//// poll | tea\n    time: 5m\n\nWhat do we drink?\n\n- chaya) Tea\n- water) Water\n\n////\n"


@pytest.fixture
def house(tmp_path: Path) -> House:
    """A day of two polls: the first is open and answered."""
    folder = a_folder(tmp_path)
    file = folder / "tin_box" / "day-1.md"
    file.write_text(file.read_text().replace("duration: 5m", "duration: 10m") + TEA)
    house = build(tmp_path, 3, courses=folder, day=("tin_box", "day-1"))
    house.app.config["COURSES"] = folder
    lead(house, Start(), Open("tins"))
    house.live.runner.submit(house.meeting, Actor(house.trainees[0], False), Answer("tins", "tin"), "a")
    return house


def lead(house: House, *commands: Command) -> None:
    for command in commands:
        house.live.runner.submit(house.meeting, Actor(house.trainers[0], True), command, repr(command))


def publish(house: House, *edits: tuple[str, str]) -> str:
    """Publish day 1 with these edits; its new version."""
    folder = house.app.config["COURSES"]
    for old, new in edits:
        edit(folder / "tin_box" / "day-1.md", old, new)
    done = house.database.write(lambda session: curriculum.publish(session, folder, datetime.now(UTC)))
    return next(one.hash for one in done if one.module == "day-1") or ""


EDITS = (("In a tin", "In the tin"), ("- water) Water", "- water) Cold water"))


def newer(house: House) -> Any:
    assert house.client(house.trainers[0]).get(f"/m/{house.meeting}/console").status_code == 200
    return house.view(house.trainers[0], "console")["newer"]


def words(house: House, run: str) -> str:
    answer = house.client(house.trainers[0]).get(f"/m/{house.meeting}/script/{run}")
    assert answer.status_code == 200
    return json.dumps(answer.get_json())


@pytest.mark.promise("C5")
def test_trainers_are_asked_with_what_changes_of_all_that_is_not_opened(house: House) -> None:
    assert newer(house) is None
    version = publish(house, *EDITS)
    tea = {"id": "tea", "was": "tea", "title": "", "standing": "words"}
    assert newer(house) == {"content": version, "changes": [tea]}


@pytest.mark.promise("C5")
def test_taken_it_changes_the_words_and_addresses_of_what_comes_alone(house: House) -> None:
    version = publish(house, *EDITS)
    newer(house)
    before = house.view(house.trainees[0])["runs"]["tins"]["task"]
    lead(house, TakeVersion(version))
    assert newer(house) is None
    assert house.view(house.trainees[0])["runs"]["tins"]["task"] == before
    assert ("In a tin" in words(house, "tins"), "Cold water" in words(house, "tea")) == (True, True)
    lead(house, Open("tea"))
    task = house.view(house.trainees[0])["runs"]["tea"]["task"]
    assert f"?v={version[:8]}" in task
    assert "Cold water" in house.client(house.trainees[0]).get(task).text


@pytest.mark.promise("C5")
def test_after_a_restart_the_meeting_has_both_versions_still(house: House) -> None:
    version = publish(house, *EDITS)
    newer(house)
    lead(house, TakeVersion(version), Open("tea"))
    again = Live(house.app, house.live.teller).runner.room(house.meeting)
    assert again.state == house.live.runner.room(house.meeting).state
    assert {item.id: item.content == version for item in again.state.plan.items.values()} == {
        "tins": False,
        "tea": True,
    }


@pytest.mark.promise("C5")
def test_the_review_shows_each_answer_with_the_words_it_was_given_to(house: House) -> None:
    version = publish(house, *EDITS)
    newer(house)
    lead(house, TakeVersion(version), Open("tea"))
    house.live.runner.submit(house.meeting, Actor(house.trainees[0], False), Answer("tea", "water"), "b")
    lead(house, End())
    publish(house, ("In the tin", "In our tin"), ("Cold water", "Warm water"))
    assert newer(house) is None
    rows = {row["id"]: row for row in unfolding.rows(house.live.runner.room(house.meeting), house.trainees[0])}
    assert [rows[id]["mine"] for id in ("tins", "tea")] == [{"": "tin"}, {"": "water"}]
    said = {id: json.dumps(row["task"]) for id, row in rows.items()}
    assert ("In a tin" in said["tins"], "Cold water" in said["tea"]) == (True, True)


def test_a_version_that_nobody_was_shown_is_refused(house: House) -> None:
    publish(house, *EDITS)
    with pytest.raises(Exception, match="no-such-version"):
        lead(house, TakeVersion("beef4567"))
