"""A day that was held, after its course changed what is right: what everybody sees of it afterwards."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from app import curriculum
from app.assessments import progress
from app.curriculum.foresight import outlooks, pressing
from app.live.commands import End, Open, Start
from app.live.meetings import Live
from app.live.scribing_pages import _sheets
from app.live.tables import LiveEvent
from app.revisions.queries import answers_given
from tests.curriculum.folders import edit
from tests.live.books import a_house, answer, hold, lead, look, moved, publish, review, token
from tests.live.house import House


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = a_house(tmp_path)
    hold(made)
    yield made
    made.database.close()


def right(house: House, person: int) -> list[bool]:
    """[whether her answer is right by what the page shows], or [] where there is no answer or no key."""
    seen = review(house, person)
    return [seen["mine"][""] in seen["key"]["right"]] if seen["mine"] and "key" in seen else []


def since(house: House) -> list[tuple[str, str, int]]:
    told = house.view(house.trainers[0], "console")["since"]
    return [(one["run"], one["fate"], one["n"]) for one in told]


def firm(house: House) -> list[tuple[int, int]]:
    """(right, questions) of each trainee on her own page of the course."""
    found = [progress.doing(house.live.runner.room(house.meeting), one) for one in house.trainees]
    return [(one.right, one.questions) for one in found]


@pytest.mark.promise("C5")
def test_kept_answers_stay_marked_as_they_were(house: House) -> None:
    publish(house, *moved("keep"))
    assert [right(house, one) for one in house.trainees] == [[True], [False], []]
    assert (firm(house)[:2], since(house)) == ([(1, 1), (0, 1)], [])
    assert "since" not in review(house, house.trainees[0])


@pytest.mark.promise("C5")
def test_regraded_answers_are_shown_by_the_new_key_with_the_day_and_the_old_mark(house: House) -> None:
    publish(house, *moved("regrade"))
    assert [right(house, one) for one in house.trainees] == [[False], [True], []]
    assert (firm(house)[:2], since(house)) == ([(0, 1), (1, 1)], [("books", "regraded", 2)])
    seen = review(house, house.trainees[0])
    assert (seen["since"]["fate"], seen["tally"]["n"]) == ("regraded", 2)
    (older,) = seen["older"]
    assert older["mine"] == {"": token(house, "cash")}
    assert older["key"]["right"] == [token(house, "cash")]


@pytest.mark.promise("C5")
def test_answers_set_aside_are_kept_for_their_author_and_count_nowhere(house: House) -> None:
    publish(house, *moved("reset"))
    assert ([right(house, one) for one in house.trainees], since(house)) == ([[], [], []], [("books", "set-aside", 2)])
    assert firm(house) == [(0, 1), (0, 1), (0, 1)]
    seen = review(house, house.trainees[0])
    assert (seen["state"], seen["mine"], seen["run"], seen["since"]["fate"]) == ("unseen", {}, "books~1", "set-aside")
    (older,) = seen["older"]
    assert (older["mine"], older.keys()) == ({"": token(house, "cash")}, {"task", "mine", "at"})
    assert seen.keys().isdisjoint({"key", "tally"})
    absent = review(house, house.trainees[2])
    assert (absent["run"], "older" in absent, "since" in absent) == ("books~1", False, False)


def send(house: House, person: int, run: str, key: str) -> Any:
    body = {"id": f"{run}-{key}", "type": "answer", "run": run, "value": token(house, key)}
    return house.client(person).post(f"/m/{house.meeting}/do", json=body).get_json()


@pytest.mark.promise("C5")
@pytest.mark.promise("R2")
def test_she_answers_the_new_question_alone_and_it_counts_for_her(house: House) -> None:
    publish(house, *moved("reset"))
    here = house.trainees[0]
    assert send(house, here, "books", "credit")["refused"] == "other-question"
    assert send(house, here, "books~1", "credit")["seq"]
    seen = review(house, here)
    assert (seen["state"], right(house, here), seen["tally"]["n"]) == ("answered", [True], 0)
    assert (firm(house)[0], [one["mine"] for one in seen["older"]]) == ((1, 1), [{"": token(house, "cash")}])
    assert seen["older"][0]["key"]["right"] == [token(house, "cash")]


@pytest.mark.promise("C5")
def test_after_a_restart_and_after_publishing_twice_it_is_the_same(house: House) -> None:
    publish(house, *moved("reset"))
    send(house, house.trainees[0], "books~1", "credit")
    before = [review(house, one) for one in house.trainees]
    publish(house)
    assert [review(house, one) for one in house.trainees] == before
    house.app.extensions["live"] = Live(house.app, house.live.teller)
    assert [review(house, one) for one in house.trainees] == before


@pytest.mark.promise("C5")
def test_publishing_writes_nothing_into_the_log_of_a_day(house: House) -> None:
    def count() -> int:
        with house.database.read() as session:
            return session.query(LiveEvent).count()

    before = count()
    publish(house, *moved("regrade"))
    assert count() == before


@pytest.mark.promise("C5")
def test_a_version_that_is_taken_back_gives_back_every_mark(house: House) -> None:
    before = [review(house, one) for one in house.trainees]
    publish(house, *moved("reset"))
    publish(house, *((new, old) for old, new in moved("reset")))
    assert [review(house, one) for one in house.trainees] == before


@pytest.mark.promise("C5")
def test_what_is_regraded_and_then_kept_stays_as_it_was_regraded(house: House) -> None:
    publish(house, *moved("regrade"))
    publish(house, ("[ ] cash", "[x] cash"), ("[x] credit", "[ ] credit"), ("on-change: regrade", "on-change: keep"))
    assert [right(house, one) for one in house.trainees[:2]] == [[False], [True]]


def test_a_running_day_is_not_touched_and_counts_anew_when_it_ends(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    lead(house, Start(), Open("check"))
    answer(house, house.trainees[0], "cash")
    before = house.view(house.trainees[0])["runs"]
    publish(house, *moved("reset"))
    assert (house.view(house.trainees[0])["runs"], since(house)) == (before, [])
    lead(house, End())
    assert since(house) == [("books", "set-aside", 1)]
    house.database.close()


@pytest.mark.promise("C5")
def test_the_page_of_changes_counts_no_answer_that_is_set_aside_already(house: House) -> None:
    publish(house, *moved("reset"))
    send(house, house.trainees[0], "books~1", "credit")
    look(house)
    file = house.app.config["COURSES"] / "tin_box" / "day-1.md"
    file.write_text(file.read_text().replace("[ ] cash", "[x] cash").replace("[x] credit", "[ ] credit"))
    with house.database.read() as session:
        modules = [one for one in pressing(file.parent.parent, datetime.now(UTC)) if one.module == "day-1"]
        (outlook,) = outlooks(session, modules, answers_given)
    assert [(one.change.id, one.answers, one.people) for one in outlook.edits] == [("books", 1, 1)]


@pytest.mark.promise("C5")
def test_sheets_of_paper_are_entered_as_the_day_was_held(house: House) -> None:
    publish(house, *moved("reset"))
    sheets = _sheets(house.live.runner.room(house.meeting))
    code = next(one.code for one in sheets if any(task["id"] == "books" for task in one.tasks))
    seen = house.client(house.trainers[0]).get(f"/m/{house.meeting}/paper/{code}").get_json()
    written = next(one for one in seen["tasks"] if one["run"] == "books")["written"]
    assert [bool(written[f"p{person}"]) for person in house.trainees] == [True, True, False]


@pytest.mark.promise("C5")
def test_who_looks_again_when_nobody_is_in_a_room_sees_what_was_published_since(house: House) -> None:
    courses = house.app.config["COURSES"]
    for old, new in moved("regrade"):
        edit(courses / "tin_box" / "day-1.md", old, new)
    house.database.write(lambda session: curriculum.publish(session, courses))
    assert review(house, house.trainees[0])["since"]["fate"] == "regraded"
