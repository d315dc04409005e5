"""The rules of `scale`."""

from typing import Any

import pytest

from app.activities import ends
from tests.activities.examples import block, played

SURE = played("scale")
ITEMS = [{"key": "light", "html": "The light"}]


def test_a_phone_gets_the_statements_the_steps_and_what_both_ends_mean() -> None:
    assert SURE.task() == {
        "prompt": "<p>Think of the unit you know best. How sure are you?</p>",
        "steps": [1, 2, 3, 4, 5],
        "ends": ["not sure at all", "very sure"],
        "statements": [
            {"key": "sales", "html": "I know what it sold <em>last week</em>."},
            {"key": "left", "html": "I know what was left of it."},
            {"key": "owed", "html": "I know who owes it money."},
        ],
    }


def test_without_a_range_there_are_five_steps() -> None:
    assert played("scale", block(ITEMS)).task()["steps"] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("prompt", "left", "said"),
    [
        ("<p>How?</p>\n<p>1 = no, 5 = yes</p>", "<p>How?</p>", ("no", "yes")),
        ("<p>How?\n1 = no, 5 = yes</p>", "<p>How?</p>", ("no", "yes")),
        ("<p>1 = no, 5 = yes</p>", "", ("no", "yes")),
        (
            "<p>How?</p>\n<p>1=no, never; 5=yes, <em>always</em></p>",
            "<p>How?</p>",
            ("no, never", "yes, <em>always</em>"),
        ),
        ("<p>1 = no, 5 = yes</p>\n<p>How?</p>", "<p>1 = no, 5 = yes</p>\n<p>How?</p>", ("", "")),
        ("<p>How?</p>\n<p>1 = no, 7 = yes</p>", "<p>How?</p>\n<p>1 = no, 7 = yes</p>", ("", "")),
        ("", "", ("", "")),
    ],
)
def test_the_ends_are_cut_from_the_last_line_of_the_prompt(prompt: str, left: str, said: tuple[str, str]) -> None:
    assert ends.cut(prompt, 1, 5) == (left, said)


def test_a_statement_takes_a_step_and_both_ends_are_steps() -> None:
    assert [SURE.accept(step, "sales") for step in (1, 5, None)] == [1, 5, None]


@pytest.mark.parametrize("value", [0, 6, -1, 2.5, 3.0, "3", True, [3], {"text": "3"}])
def test_anything_else_is_no_step(value: Any) -> None:
    assert SURE.refusal(value, "sales") == "no-such-step"


@pytest.mark.parametrize("cell", ["", "nothing", "Sales"])
def test_only_statements_take_a_step(cell: str) -> None:
    assert SURE.refusal(3, cell) == "no-such-field"


def test_one_has_answered_when_every_statement_has_a_step() -> None:
    kind, config = SURE.kind, SURE.config
    assert kind.progress(config, {"sales": 1, "left": None}) == (1, 3)
    assert not kind.is_complete(config, {"sales": 1, "left": 2})
    assert kind.is_complete(config, {"sales": 1, "left": 2, "owed": 3})


def test_each_step_of_each_statement_is_counted_and_the_average_told() -> None:
    assert SURE.tally({"sales": 1, "left": 5}, {"sales": 2}, {"sales": 2, "left": None}, {}) == {
        "n": 3,
        "counts": {"sales": [1, 2, 0, 0, 0], "left": [0, 0, 0, 0, 1], "owed": [0, 0, 0, 0, 0]},
        "mean": {"sales": 1.7, "left": 5.0, "owed": None},
    }


def test_afterwards_there_is_an_explanation_and_no_right_answer() -> None:
    why = "<p>Low numbers are no shame: they say where we begin.</p>"
    assert SURE.key() == {"explain": why, "model": None}
    assert SURE.mark({"sales": 1}) is None
