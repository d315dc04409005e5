"""What the trainers of a batch and staff see of the ten questions, and the table they take away."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.assessments.rules import Round
from app.assessments.sheet import csv_of
from app.cohorts import actions as cohorts
from app.people.rules import Role
from tests.assessments.school import AFTER, School, a_school
from tests.builders import NOW, an_official


@pytest.fixture
def school(tmp_path: Path) -> Iterator[School]:
    made = a_school(tmp_path)
    yield made
    made.database.close()


def page(school: School, person: int) -> str:
    return " ".join(school.client(person).get(f"{school.address}/results").text.split())


def staff(school: School) -> int:
    return an_official(school.database, Role.MISSION_STAFF, organisation=school.organisation)


@pytest.mark.promise("R5")
def test_a_trainer_sees_by_name_who_has_answered_and_what_the_class_has_gained(school: School) -> None:
    one, other, third = school.trainees[:3]
    school.takes(one, 2)
    school.takes(other, 4)
    school.takes(one, 6, Round.AFTER, AFTER)
    school.takes(other, 8, Round.AFTER, AFTER)
    school.begins(third)
    school.answers(third, 1, 250)
    seen = page(school, school.trainer)
    assert "Trainee 1" in seen
    assert 'Right before, on average</th><td class="num">3.0 of 10</td>' in seen
    assert 'Right after, on average</th><td class="num">7.0 of 10</td>' in seen
    assert "2 people took both." in seen
    assert '<td class="num">57 %</td>' in seen  # (7 - 3) / (10 - 3)
    assert '<span class="num">1 of 10 answered</span>' in seen
    assert "not begun" in seen
    assert "1 person to look at it again with" in seen


def test_staff_of_the_mission_see_the_class_without_names_and_without_small_counts(school: School) -> None:
    for person in school.trainees[:4]:
        school.takes(person, 2)
    seen = page(school, staff(school))
    assert "Trainee 1" not in seen
    assert "under 5" in seen
    assert "4 of 4" not in seen


def test_from_five_people_on_staff_see_the_counts_that_tell_of_nobody(tmp_path: Path) -> None:
    school = a_school(tmp_path, trainees=11)
    for person in school.trainees[:5]:
        school.takes(person, 2)
    for person in school.trainees[5:]:
        school.takes(person, 1)
    seen = page(school, staff(school))
    assert '<span class="num">5 of 11</span>' in seen
    assert "not shown" in seen  # question 1: all of them, so nobody not
    assert "11 of 11" not in seen
    school.database.close()


@pytest.mark.parametrize("role", [Role.MISSION_STAFF, Role.ADMINISTRATOR])
def test_the_table_with_names_is_for_the_trainers_of_the_batch(school: School, role: Role) -> None:
    person = an_official(school.database, role, organisation=school.organisation)
    assert school.client(person).get(f"{school.address}/results.csv").status_code == 404


def test_the_table_has_a_row_for_each_trainee(school: School) -> None:
    one = school.trainees[0]
    school.takes(one, 2)
    school.takes(one, 6, Round.AFTER, AFTER)
    answer = school.client(school.trainer).get(f"{school.address}/results.csv")
    rows = list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert rows[0][:5] == ["Name", "Points before", "Points after", "Gain", "Before: question 1"]
    assert rows[1] == ["Trainee 1", "2", "6", "4", *"1100000000", *"1111110000"]
    assert rows[2] == ["Trainee 2", *[""] * 23]


@pytest.mark.parametrize("name", ["=1+1", "+91", "-2", "@x", " =1", "\t=1", "＝1"])
def test_no_cell_of_the_table_can_act_as_a_formula(name: str) -> None:
    (row,) = csv.reader(io.StringIO(csv_of([[name, -2, None, "Sreeja"]]).removeprefix("\ufeff"), newline=""))
    assert row == [f"'{name}", "-2", "", "Sreeja"]


def test_who_has_left_the_batch_is_in_no_count(school: School) -> None:
    one = school.trainees[0]
    school.takes(one, 2)
    school.database.write(lambda db: cohorts.end_enrolment(db, school.cohort, one, None, NOW))
    assert "Trainee 1" not in page(school, school.trainer)
