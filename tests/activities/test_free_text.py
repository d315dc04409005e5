"""The one form of free text that every kind takes."""

from typing import Any

import pytest

from app.activities.contract import is_filled, sole_cell, text_of
from app.errors import Rejected


def refused(value: Any) -> str:
    with pytest.raises(Rejected) as refusal:
        text_of(value)
    return refusal.value.code


@pytest.mark.parametrize("text", ["അവൻ\u200c", "ക്\u200dഷ", "two\nlines\tand a tab", " as it was ", "👩\u200d🌾"])
def test_words_are_kept_as_they_were_written(text: str) -> None:
    assert text_of({"text": text}) == {"text": text}


@pytest.mark.parametrize("value", [None, {"text": ""}, {"text": " \n\t "}])
def test_nothing_but_blanks_is_nothing(value: Any) -> None:
    assert text_of(value) is None


@pytest.mark.parametrize(
    "value", ["words", 5, [], {}, {"text": 5}, {"text": None}, {"text": "a", "by": "b"}, {"Text": "a"}]
)
def test_only_the_one_form_of_text_is_taken(value: Any) -> None:
    assert refused(value) == "not-text"


@pytest.mark.parametrize("text", ["a\0b", "\x1b[31m", "a\rb", "\ud800", "half \udfff"])
def test_control_characters_and_halves_of_characters_are_refused(text: str) -> None:
    assert refused({"text": text}) == "not-text"


def test_text_longer_than_the_limit_is_refused() -> None:
    assert text_of({"text": "x" * 4000}) is not None
    assert refused({"text": "x" * 4001}) == "too-long"


def test_a_question_has_one_cell_with_an_empty_name() -> None:
    assert sole_cell("") == ""
    with pytest.raises(Rejected, match="no-such-field"):
        sole_cell("other")


def test_a_cell_is_filled_unless_it_was_emptied_or_holds_only_blanks() -> None:
    assert all(map(is_filled, [0, False, "a", {"text": "a"}, {"a": 0}]))
    assert not any(map(is_filled, [None, {"text": " "}]))
