"""A cash book that two of a group fill in together: cards on the phone, a table on the class screen."""

import pytest
from playwright.sync_api import Locator, expect

from tests.journeys import town as towns
from tests.journeys.conftest import Crowd
from tests.journeys.people import PATIENCE, Trainee
from tests.journeys.town import TRAINEES, Made

DAY = """---
id: day-1
day: 1
title: The cash book
duration: 10m
---

/// objectives

- Keep a cash book.

///

## The tea stall

Write the day.

///// breakout | stall
    time: 10m
    groups: 4 people
    report-back: [book]

Leela sold tea on Monday.

//// worksheet | stall-sheet

- book) The cash book of Monday `table`
    - what) What for `text`
    - amount) How much `money`
    - paid) Paid at once `yesno`
- tin) In the tin in the evening `money`

////

/////

/// keypoints

- Write it on the day.

///
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return towns.with_a_day(tmp_path_factory, DAY)


def row(trainee: Trainee, number: int) -> Locator:
    return trainee.page.get_by_role("row", name=f"Row {number}")


@pytest.mark.promise("B3")
def test_two_write_into_one_table_and_the_class_reads_it(crowd: Crowd) -> None:
    ammini = crowd.trainer("Ammini")
    first, second = (crowd.trainee(name) for name in list(TRAINEES)[:2])
    ammini.does_then_may("Start the day", "Make the groups")
    ammini.does("Make the groups")
    ammini.does_then_may("Make the groups", "Tell them")
    ammini.does_then_may("Tell them", "Start the groups")
    ammini.does("Start the groups")
    for trainee in (first, second):
        trainee.sees("The cash book of Monday")
    first.fills("What for, row 1", "Milk")
    first.fills("How much, row 1", "1,250")
    row(first, 1).get_by_text("Yes").click()
    second.reads_in("What for, row 1", "Milk")
    expect(second.page.get_by_label("How much, row 1")).to_have_value("1250", timeout=PATIENCE)
    second.goes_offline()
    second.taps("Add a row")
    expect(second.page.get_by_label("What for, row 2")).to_be_focused()
    second.fills("What for, row 2", "Gas")
    first.taps("Add a row")
    first.fills("What for, row 2", "Sugar")
    first.fills("How much, row 2", "90")
    second.comes_back()
    for trainee in (first, second):
        expect(trainee.page.get_by_role("rowheader")).to_have_count(3, timeout=PATIENCE)
    words = {first.page.get_by_label(f"What for, row {n}").input_value() for n in (2, 3)}
    assert words == {"Sugar", "Gas"}
    first.sees("1 of 2")
    first.finds_it_usable("table")
    second.page.set_viewport_size({"width": 1280, "height": 800})
    expect(second.page.get_by_role("columnheader", name="How much")).to_be_visible()
    second.finds_it_usable("table-wide")
