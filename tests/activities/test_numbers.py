"""Numbers are read as people write them, and nothing is guessed at."""

from typing import Any

import pytest

from app.activities import numbers
from app.errors import Rejected


def refused(value: Any) -> str:
    with pytest.raises(Rejected) as refusal:
        numbers.read(value)
    return refusal.value.code


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("100000", 100_000),
        ("1,00,000", 100_000),
        ("12,34,56,789", 123_456_789),
        ("1,000", 1_000),
        ("100,000", 100_000),
        ("1,000,000", 1_000_000),
        (" 250 ", 250),
        ("-20", -20),
        ("−20", -20),
        ("+5", 5),
        ("1,450.50", 1450.5),
        (".5", 0.5),
        ("250.0", 250),
        ("₹ 1,450", 1450),
        ("Rs. 500/-", 500),
        ("rs 500", 500),
        ("൧൨൩", 123),
        ("൧,൦൦,൦൦൦", 100_000),
        ("१,००,०००", 100_000),
        ("೧೨", 12),
        ("૧૨", 12),
        ("១២", 12),
        ("໑໒", 12),
        ("๑๒.๕", 12.5),
    ],
)
def test_numbers_are_read_as_people_write_them(written: str, number: float) -> None:
    assert numbers.read(written) == number


@pytest.mark.parametrize("number", [0, 7, -7, 2.5, 10**12])
def test_a_number_of_json_is_taken_as_it_is(number: float) -> None:
    assert numbers.read(number) == number


def test_a_whole_number_is_kept_without_a_point() -> None:
    assert [repr(numbers.read(value)) for value in (250.0, "250.0", -0.0)] == ["250", "250", "0"]


@pytest.mark.parametrize(
    "nonsense",
    [
        "",
        " ",
        "about 250",
        "1,5",
        "1,0,0",
        "1,00,00",
        "12,34",
        ",5",
        "5,",
        "1.",
        "1.2.3",
        "--5",
        "1e5",
        "0x10",
        "1 000",
    ],
)
def test_nonsense_is_refused_rather_than_guessed_at(nonsense: str) -> None:
    assert refused(nonsense) == "not-a-number"


@pytest.mark.parametrize(
    "value", [True, False, None, [], [250], {}, {"text": "250"}, float("nan"), float("inf"), "nan"]
)
def test_what_is_no_number_is_refused(value: Any) -> None:
    assert refused(value) == "not-a-number"


@pytest.mark.parametrize("value", [10**12 + 1, -(10**12) - 1, 10**400, 1e300, "1,00,00,00,00,00,000"])
def test_a_number_beyond_one_lakh_crore_is_refused(value: Any) -> None:
    assert refused(value) == "too-large"


def test_a_range_holds_its_ends_even_after_rounding() -> None:
    assert numbers.is_within(0.1 + 0.2, 0.2, 0.3)
    assert numbers.is_within(249, 249, 251)
    assert numbers.is_within(251, 249, 251)
    assert not numbers.is_within(251.01, 249, 251)
