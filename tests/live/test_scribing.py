"""Results from paper: whose sheet may be entered when, what stays as it was, and that it counts with the class."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.activities.registry import KINDS
from app.curriculum.paper import sheets
from app.live import events as e
from app.live.audiences import phone
from app.live.evolve import fold
from app.live.facts import Facts
from app.live.results import own_cells, tally
from tests.live.day import AMMINI, FATHIMA, Day, c
from tests.live.house import House, build
from tests.live.test_log_format import read_back, stored
from tests.live.test_sockets import do


def asked(id: str = "units") -> Day:
    """One person answered on her phone, then it was closed."""
    day = Day()
    day.by(AMMINI, c("open", run=id))
    day.by(3, c("answer", run=id, value="well"))
    day.by(AMMINI, c("close", run=id))
    return day


def in_groups() -> Day:
    day = Day()
    day.by(AMMINI, c("preview", run="thanima", how="random", count=3))
    day.by(AMMINI, c("open", run="thanima"))
    return day


def values(day: Day, run: str, who: str) -> dict[str, Any]:
    cells = own_cells(day.state, day.state.runs[run], who, day.words)
    return {cell: one["v"] for cell, one in cells.items()}


def test_what_stands_on_paper_counts_with_the_class_and_says_who_entered_it() -> None:
    day = asked()
    (event,) = day.by(FATHIMA, c("write_for", run="units", who="p4", value="bad"))
    assert event == e.Answered("units", "p4", "", "bad", 4, day.now, on_paper=True)
    assert tally(day.state, day.state.runs["units"], day.words)["counts"] == {"well": 1, "bad": 1}
    (mine,) = phone(day.state, 4, Facts("m", "d", words=day.words))["answers"]["units"].values()
    assert (mine["v"], mine["by"], mine["scribe"]) == ("bad", 4, FATHIMA)
    assert fold(day.start_state, read_back(json.loads(json.dumps(stored(day))))) == day.state


def test_what_was_written_on_a_phone_stays_and_what_was_entered_may_be_corrected() -> None:
    day = asked()
    assert day.refusal(AMMINI, c("write_for", run="units", who="p3", value="bad")) == "already-answered"
    day.by(AMMINI, c("write_for", run="units", who="p4", value="bad"))
    day.by(FATHIMA, c("write_for", run="units", who="p4", value="well"))
    assert values(day, "units", "p4") == {"": "well"}
    day.by(FATHIMA, c("write_for", run="units", who="p4", value=None))
    assert values(day, "units", "p4") == {}


def test_nothing_is_entered_while_people_write_themselves() -> None:
    day = Day()
    day.by(AMMINI, c("open", run="units"))
    assert day.refusal(AMMINI, c("write_for", run="units", who="p4", value="bad")) == "still-open"
    assert Day(begun=False).refusal(AMMINI, c("write_for", run="units", who="p4", value="bad")) == "not-started"


def test_only_trainers_enter_and_only_for_those_who_have_a_sheet() -> None:
    day = asked()
    assert day.refusal(4, c("write_for", run="units", who="p4", value="bad")) == "not-facilitator"
    for nobody in (f"p{AMMINI}", "p999", "g1", "", "p", "4"):
        assert day.refusal(AMMINI, c("write_for", run="units", who=nobody, value="bad")) == "no-such-author"
    assert day.refusal(AMMINI, c("write_for", run="tea", who="p4", value="bad")) == "no-answer-here"
    assert day.refusal(AMMINI, c("write_for", run="nothing", who="p4", value="bad")) == "no-such-activity"
    assert day.refusal(AMMINI, c("write_for", run="units", who="p4", value="worse")) == "no-such-option"


def test_a_group_has_one_sheet_also_for_the_words_it_would_have_typed_together() -> None:
    day = in_groups()
    assert (
        day.refusal(AMMINI, c("write_for", run="sheet", who="g1", cell="cause", value={"text": "Credit"}))
        == "still-open"
    )
    day.by(AMMINI, c("close", run="thanima"))
    day.by(AMMINI, c("write_for", run="sheet", who="g2", cell="cause", value={"text": "Credit"}))
    day.by(AMMINI, c("write_for", run="sheet", who="g2", cell="lost", value=62_000))
    assert values(day, "sheet", "g2") == {"cause": {"text": "Credit"}, "lost": 62_000}
    assert day.refusal(AMMINI, c("write_for", run="sheet", who="p4", cell="lost", value=1)) == "no-such-author"
    reader = next(group for group in day.state.groups if group.id == "g2").members[0]
    assert phone(day.state, reader, Facts("m", "d", words=day.words))["answers"]["sheet"]["lost"]["v"] == 62_000


def test_a_day_that_was_held_on_paper_alone_can_be_entered_afterwards() -> None:
    """Nothing was opened: there are no groups, so the sheet of a group is entered for one of its people."""
    day = Day()
    day.by(AMMINI, c("end"))
    day.by(AMMINI, c("write_for", run="units", who="p4", value="bad"))
    day.by(AMMINI, c("write_for", run="sheet", who="p5", cell="cause", value={"text": "Credit"}))
    assert values(day, "sheet", "p5") == {"cause": {"text": "Credit"}}
    assert tally(day.state, day.state.runs["units"], day.words)["counts"] == {"well": 0, "bad": 1}


def test_words_from_the_sheet_of_a_person_are_hers_and_those_of_a_group_nobodys() -> None:
    day = in_groups()
    day.by(AMMINI, c("close", run="thanima"))
    day.by(AMMINI, c("end"))
    owners = []
    for run, who, cell in (("promise", "p4", "action"), ("sheet", "g1", "cause")):
        (event,) = day.by(AMMINI, c("write_for", run=run, who=who, cell=cell, value={"text": "Call Latha"}))
        owners.append((event.who, event.person))
        assert "Latha" not in json.dumps(stored(day))
    assert owners == [("p4", 4), ("g1", AMMINI)]


# ---- the pages


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = build(tmp_path)
    yield made
    made.database.close()


def test_the_code_of_a_printed_sheet_leads_to_what_stands_on_it(house: House) -> None:
    trainer = house.client(house.trainers[0])
    pack = trainer.get("/courses/sick_me_revival/day-1/pack").text
    page = trainer.get(f"/m/{house.meeting}/paper").text
    room = house.live.runner.room(house.meeting)
    made = sheets(room.about.content, KINDS, lambda task: False)
    poll = next(one for one in made if one.head["id"] == "our-units")
    assert f">{poll.code}<" in pack
    assert poll.code in page
    found = trainer.get(f"/m/{house.meeting}/paper/{poll.code.lower()}").get_json()
    assert [task["run"] for task in found["tasks"]] == ["our-units"]
    assert sorted(found["tasks"][0]["authors"]) == sorted(f"p{person}" for person in house.trainees)
    assert trainer.get(f"/m/{house.meeting}/paper/OOOO").status_code == 404


def test_a_trainer_enters_it_and_the_trainee_reads_that_it_came_from_paper(house: House) -> None:
    console, person = house.socket(house.trainers[0], "console"), house.trainees[2]
    do(console, "start", "t1")
    do(console, "end", "t2")
    value = {"well": 5, "hard": 0, "stopped": 0, "closed": 0}
    assert "seq" in do(console, "write_for", "t3", run="our-units", who=f"p{person}", cell="", value=value)
    items = house.client(person).get(f"/m/{house.meeting}/review.json").get_json()["items"]
    mine = next(item for item in items if item["id"] == "our-units")
    assert (mine["state"], mine["mine"], mine["scribe"]) == ("answered", {"": value}, house.trainers[0])


def test_trainees_and_strangers_find_no_such_page(house: House) -> None:
    for person in (house.trainees[0], house.stranger):
        client = house.client(person)
        assert client.get(f"/m/{house.meeting}/paper").status_code == 404
        assert client.get(f"/m/{house.meeting}/paper/AAAA").status_code == 404
