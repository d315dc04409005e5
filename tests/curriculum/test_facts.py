"""The facts file: what each fact needs, and when editors are reminded."""

import pytest

from app.curriculum.facts import facts, shown
from app.curriculum.faults import Faults
from tests.curriculum.samples import TODAY, expected

FACT = """\
mudra:
  value: "up to ₹20 lakh"
  as_of: 2024-10-24
  source: "mudra.org.in"
  check_by: 2027-03-31
"""


def read(text: str) -> tuple[dict[str, str], list[str]]:
    faults = Faults()
    found = facts(text.replace("‸", "").replace("†", ""), TODAY, faults)
    return {name: fact.value for name, fact in found.items()}, [fault.said("") for fault in faults.in_order()]


def test_a_fact_has_a_value_a_day_and_a_source() -> None:
    assert read(FACT) == ({"mudra": "up to ₹20 lakh"}, [])


def test_a_fact_that_is_not_complete_is_left_out() -> None:
    text = FACT.replace('  source: "mudra.org.in"\n', "").replace("mudra:", "‸mudra:")
    assert read(text) == ({}, expected(text, "error: fact 'mudra' has no 'source'"))


def test_a_day_is_written_in_one_way() -> None:
    text = FACT.replace("2027-03-31", "‸31 March 2027")
    assert read(text) == ({}, expected(text, "error: check_by '31 March 2027': write a day as 2026-04-01"))


def test_an_unknown_part_is_told() -> None:
    text = FACT.replace("source:", "‸sauce: x\n  source:")
    assert read(text)[1] == expected(text, "error: a fact has no 'sauce'; did you mean 'source'?")


@pytest.mark.promise("C10")
def test_a_fact_is_looked_up_again_in_time() -> None:
    text = FACT.replace("2027-03-31", "2026-11-22").replace("mudra:", "‸mudra:")
    assert read(text)[1] == expected(text, "warning: fact 'mudra' was to be looked up again by 2026-11-22")
    assert read(FACT.replace("2027-03-31", "2026-11-23"))[1] == []


def test_a_fact_that_was_only_heard_is_told() -> None:
    text = FACT.replace("mudra:", "‸mudra:") + "  verified: false\n"
    reminder = "warning: fact 'mudra' is not verified: do not teach it before somebody has looked it up"
    assert read(text) == ({"mudra": "up to ₹20 lakh"}, expected(text, reminder))


def test_a_name_is_a_word() -> None:
    text = "‸" + FACT.replace("mudra:", "Mudra Loan:")
    assert read(text) == (
        {},
        expected(text, "error: fact 'Mudra Loan': use a-z, 0-9, hyphens and _, begin with a letter"),
    )


def test_a_fact_is_written_once() -> None:
    text = "†" + FACT + "‸" + FACT
    assert read(text)[1] == expected(text, "error: 'mudra' is already written at line †")


def test_broken_yaml_is_told_at_its_line() -> None:
    faults = read('mudra: "up to\n')[1]
    assert faults == [":2:1: error: facts are 'name: value' lines"]


@pytest.mark.promise("C10")
def test_a_fact_is_shown_with_the_day_it_was_right() -> None:
    (fact,) = facts(FACT, TODAY, Faults()).values()
    assert shown(fact) == "up to ₹20 lakh (as of 24 October 2024)"
