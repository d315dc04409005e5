"""Which spellings are the same words. Phones are held to the same list (`tests/js/shared/spelling.test.mjs`)."""

import json
from pathlib import Path

import pytest

from app.activities.spelling import fold, ranked

SPELLINGS = json.loads(Path(__file__).with_name("spellings.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("one", "other"), SPELLINGS["same"])
def test_keyboards_blanks_capitals_and_punctuation_around_make_no_difference(one: str, other: str) -> None:
    assert fold(one) == fold(other) != ""


@pytest.mark.parametrize(("one", "other"), SPELLINGS["different"])
def test_other_words_stay_other_words(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize("words", ["Cash book.", "അവന\u0d4d\u200d", "?!", "", " ", "ẞ", "\u0d4d\u0d4d\u0d4d\u0d4d"])
def test_what_is_folded_once_stays_as_it_is(words: str) -> None:
    assert fold(fold(words)) == fold(words)


def test_spellings_are_counted_together_and_shown_as_most_wrote_them() -> None:
    written = ["cash  book", "", "Cash book", "cash book.", "Cash book", "stock", "അവൻ", "അവന\u0d4d\u200d"]
    assert ranked(written, 5) == [["Cash book", 4], ["അവന\u0d4d\u200d", 2], ["stock", 1]]


def test_of_equally_frequent_words_the_first_in_the_alphabet_stands_first() -> None:
    assert ranked(["b", "a", "c"], 2) == [["a", 1], ["b", 1]]
