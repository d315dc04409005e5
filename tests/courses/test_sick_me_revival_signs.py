"""Sick ME Revival, Day 1: the twenty signs of trouble that a group sorts twice, and the bank's names for late loans."""

import re
from datetime import date

from app.activities.registry import KINDS
from app.curriculum.library import library
from app.curriculum.model import Activity, Bin
from tests.courses.reading import COURSES, page

LIBRARY = library(COURSES, date(2026, 11, 22))
DAY = "sick_me_revival/day-1.md"


def activities() -> dict[str, Activity]:
    course = next(course for course in LIBRARY.courses if course.slug == "sick_me_revival")
    module = LIBRARY.check(course, KINDS, date(2026, 11, 22))["day-1"].module
    assert module
    return {activity.id: activity for activity in module.activities}


def cards(sort: str) -> dict[str, dict[str, str]]:
    """Bin -> the cards that are right in it, key -> words."""
    bins = [item for item in activities()[sort].items if isinstance(item, Bin)]
    return {bin.key: {card.key: card.words for card in bin.cards} for bin in bins}


def seconds(ident: str) -> int:
    return int(activities()[ident].settings["time"].value)


def test_each_of_twenty_signs_has_an_area_and_is_early_or_late() -> None:
    areas, times = cards("which-area"), cards("early-or-late")
    assert list(areas) == ["market", "production", "money", "people", "outside"]
    assert list(times) == ["early", "late"]
    by_area = {key: words for bin in areas.values() for key, words in bin.items()}
    by_time = {key: words for bin in times.values() for key, words in bin.items()}
    assert by_area == by_time
    assert len(by_area) == 20


def test_three_signs_may_be_early_or_late() -> None:
    times = cards("early-or-late")
    assert len(set(times["early"]) & set(times["late"])) == 3
    assert page(COURSES / DAY).says("Three cards are right on both sides")


def test_twenty_cards_can_be_placed_in_the_time_of_each_sort() -> None:
    assert 30 <= seconds("which-area") / 20 <= 40
    assert page(COURSES / DAY).says("About half a minute a card")
    assert 20 <= seconds("early-or-late") / 20 <= 22
    assert page(COURSES / DAY).says("Twenty seconds a card.")


def test_the_facts_count_late_loans_in_steps_of_thirty_days_as_the_quiz_does() -> None:
    facts = (COURSES / "facts.yml").read_text(encoding="utf-8")
    (sma,) = re.findall(r'^sma:\n  value: "(.+)"$', facts, re.MULTILINE)
    assert sma == (
        "SMA\u20110 up to 30 days late, SMA\u20111 from 31 to 60 days, SMA\u20112 from 61 to 90 days,"
        " NPA (a bad loan) after more than 90 days"
    )
