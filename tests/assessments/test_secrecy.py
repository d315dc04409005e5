"""Before she has ended the second time, nothing that a trainee gets depends on what is right.

Two schools differ in the right answers and the reasons only; the dice are the same in both. Whatever a trainee can ask
for must then be the same to the letter.
"""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from app import clock
from app.assessments import actions
from app.assessments.rules import Round
from app.assessments.tables import Attempt
from tests.assessments.school import AFTER, COURSE, School, a_school
from tests.builders import NOW

TIME = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)")
UNIQUE = re.compile(r'name="csrf[_-]token" (?:value|content)="[^"]+"|data-data="[^"]+"')
SECRETS = ("Full it is", "Empty it is", "It was", "You added", "feedback", "solution", "right", "grading")


@pytest.fixture
def schools(tmp_path: Path) -> Iterator[tuple[School, School]]:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
    made = a_school(tmp_path / "one"), a_school(tmp_path / "other", twisted=True)
    yield made
    for one in made:
        one.database.close()


def everything(school: School, person: int) -> list[str]:
    """All that a trainee's phone can fetch about her course, without moments and tokens of the page."""
    # What was rolled is rolled alike in both schools: answers are kept by key, so the seeds may be set afterwards.
    school.database.write(lambda db: db.execute(update(Attempt).values(seed="one and the same")))
    client = school.client(person)
    pages = [
        school.address, f"{school.address}/view.json", f"/cohorts/{school.cohort}/progress/{COURSE}", "/",
        "/courses", f"/courses/{COURSE}", f"/courses/{COURSE}/assessment",
    ]  # fmt: skip
    got = [client.get(page) for page in pages]
    said = [f"{one.status_code} {one.headers.get('ETag')} {one.text}" for one in got]
    return [UNIQUE.sub("", TIME.sub("", text)) for text in said]


def in_time(school: School, *, after: bool = False) -> None:
    now, hour = clock.now(), timedelta(hours=1)
    times = (now - 2 * hour, now - hour) if after else (now + hour, now + 2 * hour)
    school.database.write(lambda db: actions.set_times(db, school.cohort, COURSE, *times))


def play(school: School, until: str) -> list[str]:
    """The same life in both: the same taps, whatever they are worth."""
    me = school.trainees[0]
    school.takes(school.trainees[1], 5)  # somebody else has answered, and somebody has ended it
    school.takes(school.trainees[2], 5, Round.AFTER, AFTER)
    in_time(school)
    if until != "nothing":
        school.begins(me)
        school.answers(me, 1, 250)
        school.answers(me, 2, "full")
    if until in ("between", "after"):
        in_time(school, after=until == "after")
        school.database.write(
            lambda db: actions.set_times(
                db, school.cohort, COURSE, clock.now() - timedelta(hours=2),
                clock.now() + timedelta(hours=-1 if until == "after" else 1),
            )
        )  # fmt: skip
    if until == "after":
        school.begins(me, Round.AFTER, AFTER)
        school.answers(me, 1, 250, Round.AFTER, now=AFTER)
    return everything(school, me)


@pytest.mark.promise("R5", "C4")
@pytest.mark.parametrize("until", ["nothing", "before", "between", "after"])
def test_nothing_tells_what_is_right_before_the_second_time_is_done(schools: tuple[School, School], until: str) -> None:
    one, other = (play(school, until) for school in schools)
    assert one == other
    seen = " ".join(one[:2])
    assert [word for word in SECRETS if word in seen] == []


def test_the_two_schools_do_differ_once_it_is_done(schools: tuple[School, School]) -> None:
    """Or the test above could not fail."""
    for school in schools:
        school.takes(school.trainees[0], 5)
        school.takes(school.trainees[0], 5, Round.AFTER, AFTER)
    one, other = (everything(school, school.trainees[0])[1] for school in schools)
    assert one != other
    assert "Full it is" in one
    assert "Empty it is" in other


def test_the_reader_does_not_show_the_assessment(schools: tuple[School, School]) -> None:
    school = schools[0]
    client = school.app.test_client()
    for path in (f"/courses/{COURSE}/assessment", f"/courses/{COURSE}/assessment/paper", f"/courses/{COURSE}/pack"):
        page = client.get(path)
        assert page.status_code == 404 or "Which tin is it" not in page.text


def test_the_second_order_is_another_than_the_first(tmp_path: Path) -> None:
    school = a_school(tmp_path)
    me = school.trainees[0]
    seen = []
    for round, moment in ((Round.BEFORE, NOW), (Round.AFTER, AFTER)):
        in_time(school, after=round is Round.AFTER)
        school.begins(me, round, moment)
        view = school.client(me).get(f"{school.address}/view.json").get_json()
        seen.append(
            [(one["id"], [option["t"] for option in one["task"].get("options", ())]) for one in view["questions"]]
        )
    assert seen[0] != seen[1]
    assert sorted(id for id, _ in seen[0]) == sorted(id for id, _ in seen[1])
    school.database.close()
