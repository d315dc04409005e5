"""The rules of `reflection`."""

from tests.activities.examples import played

MY_DAY = played("reflection")


def test_nobody_but_its_author_reads_a_reflection() -> None:
    assert MY_DAY.kind.private


def test_the_class_sees_only_how_many_have_written() -> None:
    assert MY_DAY.tally({"stop": {"text": "Selling on credit"}}, {}) == {
        "n": 1,
        "filled": {"surprised": 0, "stop": 1, "heavy": 0},
    }


def test_one_line_is_enough() -> None:
    assert MY_DAY.kind.is_complete(MY_DAY.config, {"stop": {"text": "Selling on credit"}})
    assert not MY_DAY.kind.is_complete(MY_DAY.config, {"stop": None})


def test_a_reflection_is_not_typed_together_and_not_marked() -> None:
    assert MY_DAY.kind.shared(MY_DAY.config) == ()
    assert MY_DAY.mark({"heavy": True}) is None
