"""A day of patterns looked at again: what one and her groups wrote in each round, and what she read there."""

from typing import Any

import pytest

from app.review import unfolding
from tests.courses.meeting import Meeting, hold, room_of
from tests.courses.test_rounds_held import EVERY_PATTERN

EVENING, WORKSHOP = EVERY_PATTERN


@pytest.fixture(scope="module")
def evening() -> Meeting:
    return hold(Meeting(EVENING))


@pytest.fixture(scope="module")
def workshop() -> Meeting:
    return hold(Meeting(WORKSHOP))


def row(day: Meeting, person: int, run: str) -> dict[str, Any]:
    found = unfolding.rows(room_of(day.module, day.state, day.words), person)
    return next(one for item in found for one in (item, *item.get("children", ())) if one["id"] == run)


def told(day: Meeting, person: int, run: str) -> list[tuple[str, str]]:
    """What is told beside the sheet of her group."""
    return [(one["what"], one["who"]) for one in row(day, person, run).get("written", ())]


def sat(day: Meeting, person: int, run: str) -> tuple[str, ...]:
    return day.state.sat_in(run, person)


@pytest.mark.promise("R1")
@pytest.mark.promise("B6")
def test_beside_the_sheet_of_her_four_stand_her_own_and_that_of_her_pair(evening: Meeting) -> None:
    for person in (1, 2, 3):
        four, pair = sorted(sat(evening, person, "sheet"), key=len)
        assert told(evening, person, "sheet") == [("alone", f"p{person}"), ("pairs", pair)]
        assert row(evening, person, "sheet")["group"]["id"] == four


def test_who_wrote_nothing_alone_is_not_shown_the_others(evening: Meeting) -> None:
    for person in (4, 5, 6, 7):
        pair = max(sat(evening, person, "sheet"), key=len)
        assert told(evening, person, "sheet") == [("pairs", pair)]


@pytest.mark.promise("R1")
def test_of_a_jigsaw_she_has_the_sheet_of_her_topic_and_what_the_others_told(workshop: Meeting) -> None:
    topic = {"g1": "cost", "g2": "buyers", "g3": "rivals"}
    experts = {person: sat(workshop, person, "cost")[0] for person in range(1, 8)}
    for person, group in experts.items():
        mine = topic.pop(group)
        assert row(workshop, person, mine)["group"]["id"] == group
        assert told(workshop, person, mine) == []
        assert {run: told(workshop, person, run) for run in topic.values()} == {
            run: [("told", one)] for one, run in topic.items()
        }
        topic[group] = mine
        assert row(workshop, person, "our-price")["group"]["id"] == sat(workshop, person, "cost")[-1]


@pytest.mark.promise("R1")
def test_of_a_gallery_she_has_her_sheet_that_she_visited_and_the_words_left_and_got(workshop: Meeting) -> None:
    for person in range(1, 8):
        mine = sat(workshop, person, "word")[-1]
        other = {"g1": "g2", "g2": "g1"}[mine]
        assert row(workshop, person, "label-sheet")["group"]["id"] == mine
        assert told(workshop, person, "label-sheet") == [("visited", other)]
        assert row(workshop, person, "word")["group"]["id"] == f"{mine}v1"
        assert told(workshop, person, "word") == [("got", f"{other}v1")]


def test_who_was_absent_finds_nothing_of_it(workshop: Meeting) -> None:
    day = workshop.again()
    day.server("enter", person=8, role="trainee", district="Kuttanad")
    assert [told(day, 8, run) for run in ("cost", "our-price", "label-sheet", "word")] == [[], [], [], []]
