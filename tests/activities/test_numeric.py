"""The rules of `numeric`."""

from app.activities.contract import Mark
from tests.activities.examples import block, played

CUPS = played("numeric")


def test_a_phone_gets_the_question_and_the_number_of_tries() -> None:
    task = CUPS.task()
    assert task.keys() == {"prompt", "tries"}
    assert task["tries"] == 2


def test_without_a_word_on_tries_there_is_one() -> None:
    assert played("numeric", block([])).task()["tries"] == 1


def test_a_number_may_be_written_as_people_do() -> None:
    assert CUPS.accept("1,00,000") == CUPS.accept("൧,൦൦,൦൦൦") == CUPS.accept(100_000) == 100_000


def test_what_is_no_number_is_refused() -> None:
    assert CUPS.refusal("many") == "not-a-number"
    assert CUPS.refusal(True) == "not-a-number"


def test_a_number_is_right_up_to_the_ends_of_the_range() -> None:
    assert CUPS.mark({"": 250}) == CUPS.mark({"": 249}) == CUPS.mark({"": 251}) == Mark(1.0, {"": True})
    assert CUPS.mark({"": 251.5}) == CUPS.mark({"": 167}) == Mark(0.0, {"": False})
    assert CUPS.mark({"": None}) == Mark(0.0)


def test_the_first_range_that_fits_decides() -> None:
    near = {"key": "near", "low": 200, "high": 300, "right": False}
    exact = {"key": "exact", "low": 250, "high": 250, "right": True}
    assert played("numeric", block([exact, near])).mark({"": 250}).is_right
    assert not played("numeric", block([near, exact])).mark({"": 250}).is_right


def test_the_class_sees_the_numbers_given_most_frequent_first() -> None:
    tally = CUPS.tally({"": 250}, {"": 167}, {"": 250}, {"": 12}, {"": None}, {})
    assert tally == {"n": 4, "right": 2, "values": [[250, 2], [12, 1], [167, 1]]}


def test_the_tally_names_twelve_numbers_and_counts_all() -> None:
    tally = CUPS.tally(*[{"": number} for number in range(20)])
    assert tally["n"] == 20
    assert tally["values"] == [[number, 1] for number in range(12)]


def test_how_many_are_right_is_a_secret_of_the_tally() -> None:
    assert CUPS.kind.tally_secrets == ("right",)


def test_the_key_explains_the_slip_too() -> None:
    right, slip = CUPS.key()["answers"]
    assert (right["low"], right["high"], right["right"]) == (249, 251, True)
    assert slip == {
        "low": 166,
        "high": 168,
        "right": False,
        "feedback": "You divided by the price. Divide by what is left after the cost of a cup.",
    }
