"""The rules of `poll`."""

from typing import Any

import pytest

from tests.activities.examples import Played, block, played

UNITS = played("poll")
DRINKS = [{"key": "tea", "html": "Tea"}, {"key": "coffee", "html": "Coffee"}, {"key": "water", "html": "Water"}]


def poll(answer: str, **options: Any) -> Played:
    return played("poll", block([] if answer == "word" else DRINKS, answer=answer, **options))


def test_a_phone_gets_the_written_keys_in_the_written_order() -> None:
    assert poll("one").task() == {"prompt": "<p>Well?</p>", "answer": "one", "options": DRINKS}


def test_a_phone_gets_the_sum_where_there_is_one() -> None:
    assert UNITS.task()["sum"] == 5
    assert "sum" not in poll("number").task()


def test_without_a_word_on_the_answer_it_is_one_option() -> None:
    assert played("poll", block(DRINKS)).task()["answer"] == "one"


# one, many


def test_one_option_is_chosen_by_its_key() -> None:
    assert poll("one").accept("tea") == "tea"
    assert poll("one").refusal("beer") == "no-such-option"
    assert poll("one").refusal(["tea"]) == "no-such-option"


def test_many_options_are_a_set() -> None:
    assert poll("many").accept(["water", "tea"]) == ["tea", "water"]
    assert poll("many").accept([]) is None
    assert poll("many").refusal(["tea", "tea"]) == "chosen-twice"
    assert poll("many").refusal("tea") == "not-choices"
    assert poll("many").refusal([["tea"]]) == "no-such-option"


def test_the_class_sees_how_often_each_option_was_chosen() -> None:
    assert poll("one").tally({"": "tea"}, {"": "tea"}, {"": "water"}, {}) == {
        "n": 3,
        "counts": {"tea": 2, "coffee": 0, "water": 1},
    }
    assert poll("many").tally({"": ["tea", "water"]}, {"": ["tea"]}) == {
        "n": 2,
        "counts": {"tea": 2, "coffee": 0, "water": 1},
    }


# number


def test_the_numbers_must_add_up_exactly() -> None:
    assert UNITS.accept({"well": 2, "hard": 1, "stopped": 1, "closed": 1})
    assert UNITS.refusal({"well": 2, "hard": 1, "stopped": 1, "closed": 0}) == "wrong-sum"
    assert UNITS.refusal({"well": 6, "hard": 0, "stopped": 0, "closed": 0}) == "wrong-sum"


def test_a_line_left_empty_means_none() -> None:
    assert UNITS.accept({"well": 5}) == {"well": 5, "hard": 0, "stopped": 0, "closed": 0}


@pytest.mark.parametrize("count", [-1, 2.5, "-1", "2.5"])
def test_people_are_counted_in_whole_numbers_from_none(count: Any) -> None:
    assert poll("number").refusal({"tea": count}) == "not-a-count"


def test_below_none_does_not_make_up_for_too_many() -> None:
    assert UNITS.refusal({"well": 6, "hard": -1}) == "not-a-count"


def test_a_count_that_is_no_number_is_refused() -> None:
    assert poll("number").refusal({"tea": True}) == "not-a-number"
    assert poll("number").refusal({"tea": None}) == "not-a-number"
    assert poll("number").refusal(5) == "not-numbers"
    assert poll("number").refusal({"beer": 5}) == "no-such-option"


def test_without_a_sum_any_numbers_do() -> None:
    assert poll("number").accept({"tea": "1,000", "coffee": 2.0}) == {"tea": 1000, "coffee": 2, "water": 0}


def test_the_class_sees_the_sums() -> None:
    tally = UNITS.tally(UNITS.answer({"": {"well": 5}}), UNITS.answer({"": {"well": 1, "closed": 4}}))
    assert tally == {"n": 2, "sums": {"well": 6, "hard": 0, "stopped": 0, "closed": 4}, "total": 10}


# word


def test_a_word_is_kept_as_text() -> None:
    assert poll("word").accept({"text": "വാടക"}) == {"text": "വാടക"}
    assert poll("word").accept({"text": "  "}) is None
    assert poll("word").refusal("rent") == "not-text"
    assert poll("word").refusal({"text": "x" * 61}) == "too-long"


def test_capitals_and_spaces_do_not_divide_a_word() -> None:
    words = ["Bank loan", "bank  loan", "bank loan ", "rent", "Rent", "വാടക"]
    tally = poll("word").tally(*[{"": {"text": word}} for word in words])
    assert tally == {"n": 6, "words": [["bank loan", 3], ["Rent", 2], ["വാടക", 1]]}


def test_a_cloud_holds_forty_words() -> None:
    tally = poll("word").tally(*[{"": {"text": f"word {number:03}"}} for number in range(50)])
    assert tally["n"] == 50
    assert len(tally["words"]) == 40


def test_nothing_in_a_poll_is_marked() -> None:
    assert UNITS.mark({"": {"well": 5}}) is None
