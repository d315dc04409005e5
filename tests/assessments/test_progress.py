"""What is firm for one person, and the two things she may look at again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.assessments import progress
from app.assessments.progress import Doing, Line
from app.cohorts import actions as cohorts
from tests.live.house import STARTS, House, build
from tests.live.test_sockets import do

COURSE = "sick_me_revival"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = build(tmp_path)
    made.database.write(lambda db: cohorts.set_days(db, made.cohort, COURSE, range(1, 8), STARTS, rest=frozenset()))
    yield made
    made.database.close()


def tokens(house: House, person: int, run: str) -> list[str]:
    task = house.client(person).get(f"/m/{house.meeting}/task/{run}").get_json()["task"]
    return [option["t"] for option in task["options"]]


def doing(house: House, person: int) -> Doing:
    return progress.doing(house.live.runner.room(house.meeting), person)


def held(house: House, choice: str, *, is_over: bool = True) -> tuple[int, int]:
    """A day with one question asked, answered with this choice by the first; the second was not there."""
    console = house.socket(house.trainers[0], "console")
    do(console, "start", "t1")
    do(console, "open", "t2", run="quiz-day-one")
    here, absent = house.trainees[:2]
    phone = house.socket(here)
    room = house.live.runner.room(house.meeting)
    do(phone, "answer", "a1", run="early-sign", value=room.state.runs["early-sign"].veil.token(choice))
    do(console, "reveal", "t3", run="early-sign")
    if is_over:
        do(console, "end", "t4")
    return here, absent


def keys(house: House) -> tuple[str, str]:
    """(the right choice, a wrong one) of the question."""
    config = house.live.runner.room(house.meeting).state.plan.items["early-sign"].config
    (right,) = config.right
    return right, next(key for key in config.keys if key != right)


@pytest.mark.promise("R5")
def test_a_day_says_whether_she_was_there_what_she_answered_and_what_was_right(house: House) -> None:
    here, absent = held(house, keys(house)[0])
    mine, hers = doing(house, here), doing(house, absent)
    assert (mine.was_there, mine.answered, mine.right) == (True, 1, 1)
    assert (hers.was_there, hers.answered, hers.right) == (False, 0, 0)
    assert mine.questions == hers.questions == 5


def test_a_wrong_last_answer_is_not_firm(house: House) -> None:
    here, _absent = held(house, keys(house)[1])
    assert doing(house, here).right == 0


@pytest.mark.parametrize("which", [0, 1])
def test_while_the_day_goes_on_nothing_tells_whether_an_answer_is_right(house: House, which: int) -> None:
    here, _absent = held(house, keys(house)[which], is_over=False)
    seen = doing(house, here)
    assert (seen.answered, seen.right, seen.questions) == (1, 0, 0)


def test_who_opens_a_day_after_its_end_was_not_there(house: House) -> None:
    _here, absent = held(house, keys(house)[0])
    assert house.client(absent).get(f"/m/{house.meeting}/review.json").status_code == 200
    assert not doing(house, absent).was_there


@pytest.mark.promise("R5")
def test_her_page_says_what_is_firm_and_what_to_look_at_again(house: House) -> None:
    here, absent = held(house, keys(house)[0])
    address = f"/cohorts/{house.cohort}/progress/{COURSE}"
    mine, hers = (" ".join(house.client(one).get(address).text.split()) for one in (here, absent))
    assert "You were there. 1 of" in mine
    assert "1 of 5 questions right at your last try." in mine
    assert "4 questions were not right yet. See why." in mine
    assert "You were not there. Do it alone: it counts for you." in hers
    assert "%" not in mine.split("<main")[1].split("</main>")[0]


def test_a_course_that_the_batch_does_not_do_has_no_progress(house: House) -> None:
    address = f"/cohorts/{house.cohort}/progress/branding"
    assert house.client(house.trainees[0]).get(address).status_code == 404


# ---- what to look at again


def a_line(number: int, *, there: bool = True, right: int = 5, answered: int = 10, still_wrong: int = 0) -> Line:
    return Line(number, Doing(there, answered, 10, right, 5), True, still_wrong)


def test_two_things_at_most_missed_days_first_then_most_that_is_not_right() -> None:
    missed, weak, weaker = a_line(4, there=False, answered=2), a_line(1, right=4), a_line(3, right=2)
    assert progress.again([weak, weaker, missed]) == [missed, weaker]
    assert progress.again([weak, weaker]) == [weaker, weak]


def test_what_the_second_assessment_showed_weighs_too() -> None:
    weak, weaker = a_line(2, right=4), a_line(5, still_wrong=2)
    assert progress.again([weak, weaker]) == [weaker, weak]


def test_a_day_done_alone_is_not_missed_and_what_is_all_right_is_not_named() -> None:
    assert progress.again([a_line(1, there=False), a_line(2)]) == []


def test_a_day_that_was_not_held_or_goes_on_is_not_named() -> None:
    going = Line(2, Doing(False, 0, 10, 0, 5), is_over=False)
    assert progress.again([Line(1, None, True), going]) == []
