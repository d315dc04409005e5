"""The rules of `worksheet`, and of the fields it shares with `plan` and `reflection`."""

from typing import Any

import pytest

from app.activities import rows
from app.activities.contract import Card, Mark
from app.activities.fields import Received
from tests.activities.examples import Played, block, example, played

STALL = played("worksheet")


def sheet_with(kind: str, **field: Any) -> Played:
    return played("worksheet", block([{"key": "f", "html": "Field", "field": kind, "args": [], **field}]))


def test_a_phone_gets_the_fields_without_what_is_expected() -> None:
    fields = STALL.task()["fields"]
    assert fields[0] == {"key": "income", "html": "Money in, first day", "field": "money", "args": []}
    assert fields[3]["args"] == ["4"]
    assert fields[4]["items"] == [{"key": "low", "html": "Low"}, {"key": "high", "html": "High"}]
    assert [set(field) for field in fields[:8] if field["field"] != "choice"] == [{"key", "html", "field", "args"}] * 7
    assert fields[8] == {
        "key": "book",
        "html": "Her cash book on Monday",
        "field": "table",
        "args": [],
        "columns": [
            {"key": "what", "html": "What for", "field": "text", "args": []},
            {"key": "amount", "html": "How much", "field": "money", "args": []},
        ],
    }


# What a field may hold


@pytest.mark.parametrize("kind", ["text", "long"])
def test_a_field_of_words_holds_words(kind: str) -> None:
    sheet = sheet_with(kind)
    assert sheet.accept({"text": " കടം\nഎഴുതുക "}, "f") == {"text": " കടം\nഎഴുതുക "}
    assert sheet.accept({"text": " \n"}, "f") is None
    assert sheet.refusal("words", "f") == "not-text"
    assert sheet.refusal({"text": "x" * 4001}, "f") == "too-long"


@pytest.mark.parametrize("kind", ["number", "money"])
def test_a_field_of_numbers_holds_a_number_as_people_write_it(kind: str) -> None:
    sheet = sheet_with(kind)
    assert sheet.accept("₹ 1,00,000", "f") == sheet.accept("൧൦൦൦൦൦", "f") == sheet.accept(100_000, "f") == 100_000
    assert sheet.refusal("a lot", "f") == "not-a-number"
    assert sheet.refusal({"text": "5"}, "f") == "not-a-number"


def test_a_choice_holds_one_of_its_items() -> None:
    assert STALL.accept("low", "risk") == "low"
    assert STALL.refusal("Low", "risk") == "no-such-option"
    assert STALL.refusal(["low"], "risk") == "no-such-option"


def test_a_date_is_a_day_of_the_calendar() -> None:
    assert STALL.accept("2026-12-01", "by") == "2026-12-01"


@pytest.mark.parametrize(
    "value", ["2026-02-30", "20261201", "2026-W01-1", "1/12/2026", "2026-12-01T10:00", "", 20261201, {}]
)
def test_any_other_way_to_write_a_date_is_refused(value: Any) -> None:
    assert STALL.refusal(value, "by") == "not-a-date"


def test_yes_or_no_is_nothing_else() -> None:
    assert STALL.accept(False, "alone") is False
    assert STALL.refusal("yes", "alone") == "not-yes-or-no"
    assert STALL.refusal(0, "alone") == "not-yes-or-no"


FILES = {"photo": ["jpg"], "voice": ["webm", "ogg", "m4a"]}


@pytest.mark.parametrize("kind", FILES)
def test_a_field_for_a_file_holds_one_that_the_server_has_kept_and_nothing_from_the_wire(kind: str) -> None:
    sheet = sheet_with(kind)
    refused, pointed = {"photo": ("not-a-photo", "not-a-photo"), "voice": ("not-a-recording", "not-text")}[kind]
    for ending in ("jpg", "webm", "ogg", "m4a", "svg"):
        name = f"{'a' * 64}.{ending}"
        assert sheet.refusal({"file": name}, "f") == pointed
        if ending in FILES[kind]:
            assert sheet.accept(Received(name), "f") == {"file": name}
        else:
            assert sheet.refusal(Received(name), "f") == refused
    assert sheet_with("text").refusal(Received(f"{'a' * 64}.jpg"), "f") == "not-text"
    assert sheet.accept(None, "f") is None


def test_who_cannot_record_writes_instead() -> None:
    assert sheet_with("voice").accept({"text": "Milk, 90 rupees"}, "f") == {"text": "Milk, 90 rupees"}
    assert sheet_with("photo").refusal({"text": "A page"}, "f") == "not-a-photo"


@pytest.mark.parametrize("kind", FILES)
def test_a_field_for_a_file_keeps_no_sheet_from_being_complete(kind: str) -> None:
    sheet = sheet_with(kind)
    assert sheet.kind.progress(sheet.config, {}) == (0, 0)
    assert not sheet.kind.is_complete(sheet.config, {})


def test_a_field_that_is_not_on_the_sheet_is_refused() -> None:
    assert STALL.refusal(5, "profit") == "no-such-field"


# Tables


def test_a_cell_of_a_table_holds_what_its_column_holds() -> None:
    assert STALL.accept({"text": "Tea powder"}, "book/1/what") == {"text": "Tea powder"}
    assert STALL.accept("₹ 1,00,000", "book/240/amount") == 100_000
    assert STALL.accept(None, "book/3/amount") is None
    assert STALL.refusal({"text": "much"}, "book/1/amount") == "not-a-number"
    assert STALL.refusal(250, "book/1/what") == "not-text"


NOWHERE = """
    book book/1 book/0/what book/01/what book/241/what book/2401/what book/*/what book/-1/what book/١/what
    book/1/profit book/1/what/ book/1/ /1/what leak/1/what income/1/amount
"""


@pytest.mark.parametrize("cell", NOWHERE.split())
def test_a_cell_that_is_in_no_row_or_column_is_refused(cell: str) -> None:
    assert STALL.refusal({"text": "Tea powder"}, cell) == "no-such-field"


def test_two_who_fill_a_table_apart_lose_nothing() -> None:
    one = STALL.answer({"book/1/what": {"text": "Milk"}, "book/1/amount": 90})
    other = STALL.answer({"book/2/what": {"text": "Gas"}, "book/1/amount": 95})
    assert rows.read("book", ["what", "amount"], {**one, **other}) == [
        {"what": {"text": "Milk"}, "amount": 95},
        {"what": {"text": "Gas"}},
    ]


def test_rows_stand_in_the_order_of_their_numbers_and_empty_ones_are_left_out() -> None:
    answer = {"book/10/amount": 3, "book/9/amount": 0, "book/2/what": {"text": " "}, "book/2/amount": None, "income": 5}
    assert rows.read("book", ["what", "amount"], answer) == [{"amount": 0}, {"amount": 3}]


def test_a_table_is_one_field_that_is_filled_when_something_stands_in_it() -> None:
    assert STALL.kind.progress(STALL.config, {"book/7/amount": 0, "book/8/amount": 5}) == (1, 8)
    assert STALL.kind.progress(STALL.config, {"book/7/amount": None, "book/8/what": {"text": "  "}}) == (0, 8)


def test_a_group_types_the_words_of_a_table_together_in_every_row() -> None:
    shared = STALL.kind.shared(STALL.config)
    cells = ["leak", "book/1/what", "book/30/what", "book/1/amount", "book/241/what", "book/*/what", "income"]
    assert [cell for cell in cells if rows.covers(shared, cell)] == ["leak", "book/1/what", "book/30/what"]


def test_the_words_of_a_table_become_cards_row_after_row() -> None:
    sheets = {"g1": {"book/10/what": {"text": "Gas"}, "book/2/what": {"text": "Milk"}, "book/2/amount": 90}}
    cards = STALL.kind.cards(STALL.config, STALL.veil, sheets)
    assert cards == [Card({"text": "Milk"}, "g1", "book/2/what"), Card({"text": "Gas"}, "g1", "book/10/what")]


# Progress, marks, tally


def test_no_is_an_answer_and_nought_is_one_too() -> None:
    assert STALL.kind.progress(STALL.config, {"alone": False, "income": 0, "leak": {"text": " "}, "by": None}) == (2, 8)


def test_a_photo_does_not_keep_the_sheet_from_being_complete() -> None:
    full = STALL.sampled(1)
    assert "stall" not in full
    assert STALL.kind.is_complete(STALL.config, full)


def test_checked_fields_are_marked_within_their_tolerance() -> None:
    assert STALL.mark({"income": 1450, "costs": 1130}) == Mark(1.0, {"income": True, "costs": True})
    assert STALL.mark({"income": 1451, "costs": 1110}) == Mark(0.5, {"income": False, "costs": True})
    assert STALL.mark({"costs": 1131, "income": None}) == Mark(0.0, {"costs": False})


def test_a_sheet_without_checked_fields_is_not_marked() -> None:
    assert sheet_with("number").mark({"f": 5}) is None


def test_the_class_sees_how_many_filled_what_and_not_what_they_wrote() -> None:
    tally = STALL.tally({"income": 1450, "leak": {"text": "credit"}}, {"income": 3, "leak": {"text": ""}}, {"by": None})
    assert tally["n"] == 2
    assert tally["filled"] == {
        "income": 2,
        "costs": 0,
        "leak": 1,
        "advice": 0,
        "risk": 0,
        "by": 0,
        "alone": 0,
        "stall": 0,
        "book": 0,
    }


def test_the_key_holds_the_model_and_what_was_expected() -> None:
    assert STALL.key() == {
        "explain": None,
        "model": "<p>The leak is tea given on credit: ₹330 is missing from the tin.</p>",
        "expected": {"income": 1450, "costs": 1120},
    }
    assert "expected" not in sheet_with("number").key()


def test_a_group_types_the_fields_of_words_together() -> None:
    assert STALL.kind.by_group
    assert STALL.kind.shared(STALL.config) == ("leak", "advice", "book/*/what")


def test_what_is_expected_may_be_nought() -> None:
    sheet = sheet_with("money", expected=0)
    assert sheet.mark({"f": 0}) == Mark(1.0, {"f": True})
    assert sheet.key()["expected"] == {"f": 0}


def test_the_example_holds_every_kind_of_field_once_at_least() -> None:
    kinds = {item["field"] for item in example("worksheet")["items"]}
    assert kinds == {"text", "long", "money", "choice", "date", "yesno", "photo", "table"}
