"""A table on a sheet: in a group, alone, told to all, carried over; each cell an answer of its own."""

from typing import Any

import pytest

from app.live import audiences, overview
from app.live.carrying import offer_to
from tests.live.day import AMMINI, Day, block, c, group

COLUMNS = [
    {"key": "what", "html": "What for", "field": "text", "args": []},
    {"key": "amount", "html": "How much", "field": "money", "args": []},
]
BOOK = {"key": "book", "html": "The cash book", "field": "table", "args": [], "items": COLUMNS}
TIN = {"key": "tin", "html": "In the tin", "field": "money", "args": [], "expected": 330}
DAY: dict[str, Any] = {
    "course": "accounting", "id": "day-1", "day": 1, "title": "Books", "duration": 3600, "lang": "en",
    "objectives": "", "keypoints": "", "welcome": "",
    "blocks": [
        group("breakout", "stall", "The stall", block("worksheet", "sheet", "", [BOOK, TIN]),
              groups={"size": [4, 4]}, assign={"how": "random"}, roles=["reporter"], time=1200, report_back=["book"]),
        block("worksheet", "mine", "My book", [BOOK], time=300, **{"from": "sheet"}),
    ],
}  # fmt: skip


def facts(day: Day, **more: Any) -> audiences.Facts:
    return audiences.Facts("m", "d", words=day.words, **more)


def writer(day: Day, group: str = "g1", place: int = 0) -> int:
    return next(one for one in day.state.groups if one.id == group).members[place]


def at_work() -> Day:
    """Two of group 1 have written: numbers by themselves, words through the shared sheet."""
    day = Day(DAY)
    day.by(AMMINI, c("open", run="stall"))
    day.by(writer(day), c("answer", run="sheet", cell="book/5/amount", value="₹ 250/-"))
    day.by(writer(day, place=1), c("answer", run="sheet", cell="book/2/amount", value=90))
    fields = {"book/2/what": "Milk", "book/5/what": "Gas", "book/9/what": " "}
    day.by(None, c("keep_sheet", run="sheet", group="g1", fields=fields, why="report"))
    return day


ROWS = [{"what": {"text": "Milk"}, "amount": 90}, {"what": {"text": "Gas"}, "amount": 250}]


@pytest.mark.promise("B3")
def test_the_words_of_a_table_are_typed_together_and_its_numbers_are_answers() -> None:
    day = at_work()
    mine = audiences.phone(day.state, writer(day, place=3), facts(day))["answers"]["sheet"]
    assert {cell: one["v"] for cell, one in mine.items()} == {
        "book/2/amount": 90,
        "book/2/what": {"text": "Milk"},
        "book/5/amount": 250,
        "book/5/what": {"text": "Gas"},
    }
    assert mine["book/2/amount"]["by"] == writer(day, place=1)
    assert day.refusal(writer(day), c("answer", run="sheet", cell="book/1/what", value={"text": "x"})) == "shared-text"
    assert day.refusal(writer(day), c("answer", run="sheet", cell="book/1/profit", value=5)) == "no-such-field"


def test_another_group_sees_nothing_of_it() -> None:
    day = at_work()
    assert "sheet" not in audiences.phone(day.state, writer(day, "g2"), facts(day))["answers"]


def test_a_table_is_reported_row_after_row() -> None:
    day = at_work()
    day.by(AMMINI, c("close", run="stall"))
    day.by(AMMINI, c("report", run="stall", order=("g1", "g2")))
    columns = COLUMNS
    told = {"key": "book", "html": "The cash book", "field": "table", "columns": columns, "value": ROWS}
    assert audiences.phone(day.state, 3, facts(day))["now"]["report"]["fields"] == [told]
    sheets = overview.console(day.state, facts(day), day.now)["report"]["sheets"]
    assert sheets == {"g1": [told], "g2": [{**told, "value": None}]}


@pytest.mark.promise("L6")
def test_trainers_see_a_table_as_one_field_of_the_sheet() -> None:
    day = at_work()
    tile = overview.console(day.state, facts(day), day.now)["board"]["g1"]
    assert (tile["filled"], tile["of"]) == (1, 2)
    typed = {"fields": {"book/7/what": "Rent"}, "field": "book/7/what", "person": writer(day), "at": day.now}
    tile = overview.console(day.state, facts(day, sheets={("sheet", "g1"): typed}), day.now)["board"]["g1"]
    assert (tile["field"], tile["text"]) == ("book/7/what", "Rent")


@pytest.mark.promise("L18")
def test_a_table_is_offered_to_who_wrote_it_when_a_later_sheet_has_the_same() -> None:
    day = at_work()
    day.by(writer(day), c("answer", run="sheet", cell="tin", value=330))
    day.by(AMMINI, c("close", run="stall"))
    day.by(AMMINI, c("open", run="mine"))
    offer = offer_to(day.state, day.state.plan.items["mine"], f"p{writer(day)}", day.words)
    assert offer == {
        "book/2/amount": 90,
        "book/2/what": {"text": "Milk"},
        "book/5/amount": 250,
        "book/5/what": {"text": "Gas"},
    }


@pytest.mark.promise("L11")
def test_alone_the_words_of_a_table_are_answers_too() -> None:
    day = at_work()
    day.by(AMMINI, c("open", run="mine"))
    day.by(7, c("answer", run="mine", cell="book/1/what", value={"text": "Sugar"}))
    day.by(7, c("answer", run="mine", cell="book/1/amount", value=45))
    day.by(7, c("answer", run="mine", cell="book/1/amount", value=None))
    mine = audiences.phone(day.state, 7, facts(day))["answers"]["mine"]
    assert {cell: one["v"] for cell, one in mine.items()} == {"book/1/what": {"text": "Sugar"}}
