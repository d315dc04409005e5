"""A whole day, from an empty database to looking at it again: two trainers, their trainees, one late, one absent."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys import day
from tests.journeys.conftest import Crowd
from tests.journeys.day import UNITS, Class
from tests.journeys.people import PATIENCE, Trainee
from tests.journeys.town import Town


@pytest.mark.promise("L1", "L2", "L7", "L10", "L11", "L15", "B1", "B2", "B3", "B4", "B7", "P3", "R1", "R2", "N2")
@pytest.mark.parametrize("trainees", [2, pytest.param(8, marks=pytest.mark.long)])
def test_a_whole_day(town: Town, crowd: Crowd, trainees: int) -> None:
    here = day.arrive(town, crowd, trainees)
    day.begin(here)
    day.poll(here)
    day.groups(here)
    day.sheet_by_two(here)
    day.offline_for_a_minute(here)
    day.power_cut(here)
    late = day.latecomer(here)
    day.moved(here, late)
    day.word_and_soft_close(here, late)
    day.reflection(here)
    day.symptom_sort(here, late)
    day.tea(here)
    day.case(here)
    day.quiz(here)
    day.promise(here)
    day.end(here)
    look_again(here)
    absentee(here)
    the_record_holds_what_was_typed(here)


def look_again(here: Class) -> None:
    """R1: her answer, the class, the right answer and why, her group's sheet beside the model, her promise."""
    sreeja = here.sreeja
    sreeja.follows("Look at the day again")
    sreeja.sees_heading("Day 1, looked at again")
    sreeja.sees("You: 1 · 2 · 1 · 1")
    sreeja.sees("Our sheet")
    sreeja.sees("Each speaks once before anyone speaks twice.")
    sreeja.sees("You said: A cause")
    sreeja.sees("Right answer: A symptom")
    sreeja.sees_heading("My promises")
    sreeja.finds_it_usable("review")


def absentee(here: Class) -> Trainee:
    """R2: who was not there does each activity first; only then she sees what the class said, and what is right."""
    absent = here.crowd.stranger("Jessy Mathew")
    absent.signs_in_by_slip()
    absent.follows("Day 1")
    absent.sees("You did 0 activities of 13.")
    absent.finds_it_usable("review to be done")
    alone(absent, "How are our units?", "It sells enough", lambda: absent.counts(UNITS))
    here.noted("our-units", absent.who, here.typed["our-units"][here.sreeja.who])
    alone(
        absent,
        "Question 1",
        "A unit that has sold its machines is closed",
        lambda: absent.chooses("The machines are sold"),
    )
    here.noted("early-sign", absent.who, {"": "machines"})

    def tries_twice() -> None:
        absent.works_out("40")
        absent.sees("You have 1 try left.")
        absent.works_out("38")

    alone(absent, "Question 3", "We ask what is lost", tries_twice)
    here.noted("money-lost", absent.who, {"": 38})
    absent.finds_it_usable("review half done")

    def fills_in() -> None:
        absent.fills("First rule", "ഒരാൾ പറയും, മറ്റുള്ളവർ കേൾക്കും.")
        absent.sees_under("First rule", "Received")
        absent.taps("I am done. Show me the rest")

    alone(absent, "Our group sheet", "What a unit tells us stays here.", fills_in)
    here.noted("our-group-sheet", absent.who, {"rule-one": {"text": "ഒരാൾ പറയും, മറ്റുള്ളവർ കേൾക്കും."}})
    section = absent.part("Which area?", level=3)
    absent.taps("Show me without answering", section)
    expect(section).to_contain_text("as the course sees it", timeout=PATIENCE)
    absent.sees("You did 4 activities of 13.")
    return absent


def alone(absent: Trainee, heading: str, unfolds: str, answer: Callable[[], None]) -> None:
    """Before her answer nothing of the result is on the page; after it the result is."""
    section = absent.part(heading)
    expect(section).not_to_contain_text(unfolds)
    absent.taps(re.compile("^Do it now"), section)
    answer()
    expect(section).to_contain_text(unfolds, timeout=PATIENCE)


def the_record_holds_what_was_typed(here: Class) -> None:
    """To the character, nothing twice, nothing else; and no answer given alone counts with those of the class."""
    runs = [one["id"] for one in day.activities(here.town) if here.town.answers(one["id"])]
    assert {run: here.town.answers(run) for run in runs} == here.typed
    here.sreeja.reloads()
    here.sreeja.sees(f"{len(here.trainees)} answers")
