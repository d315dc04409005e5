"""The ten questions, where something else is right the second time: what is compared, and what is not."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup

from app import curriculum
from app.assessments import queries, rules
from app.assessments.rules import Picture, Round, Row, Taken, Times
from app.curriculum.foresight import answers_given, outlooks, pressing
from tests.assessments.school import AFTER, COURSE, NOW, School, a_school
from tests.curriculum.folders import edit

LATER = NOW + timedelta(days=3)


@pytest.fixture
def school(tmp_path: Path) -> School:
    return a_school(tmp_path, trainees=2)


def publish(school: School, folder: Path, on_change: str, number: int = 2) -> None:
    """The other option of this chosen question is right from now on."""
    file = folder / "courses" / COURSE / "assessment.md"
    edit(file, f"- [x] full) The full one, {number}\n", f"- [ ] full) The full one, {number}\n")
    edit(file, f"- [ ] empty) The empty one, {number}\n", f"- [x] empty) The empty one, {number}\n")
    edit(
        file, f"//// single | q-{number}\n    time: 2m\n", f"//// single | q-{number}\n    time: 2m\n    {on_change}\n"
    )
    school.database.write(lambda session: curriculum.publish(session, folder / "courses", LATER))


def rounds(school: School) -> tuple[Taken, Taken]:
    """The two rounds of the first trainee."""
    with school.app.app_context(), school.database.read() as session:
        found = queries.rounds_of(session, school.cohort, school.exam, AFTER)
    return next(one for one in found.before if one.person == school.trainees[0]), next(
        one for one in found.after if one.person == school.trainees[0]
    )


def result(school: School) -> Any:
    return school.client(school.trainees[0]).get(f"{school.address}/view.json").get_json()["result"]


def both(school: School, folder: Path, on_change: str) -> tuple[Taken, Taken]:
    """All right the first time; the second time too, as it was the first time."""
    school.takes(school.trainees[0], 10)
    publish(school, folder, on_change)
    school.takes(school.trainees[0], 10, Round.AFTER, AFTER)
    return rounds(school)


@pytest.mark.promise("C5")
@pytest.mark.promise("R5")
def test_a_question_with_another_right_answer_is_left_out_of_the_gain(school: School, tmp_path: Path) -> None:
    before, after = both(school, tmp_path, "on-change: keep")
    assert (before.right["q-2"], after.right["q-2"]) == (True, False)
    assert (rules.may_compare("q-2", before, after), rules.gain(before, after)) == (False, 0)
    seen = result(school)
    row = next(one for one in seen["rows"] if one["id"] == "q-2")
    assert (seen["gain"], row["compared"], row["before"]["then"], "then" in row["after"]) == (0, False, True, False)


@pytest.mark.promise("C5")
@pytest.mark.promise("R5")
def test_what_is_marked_anew_may_be_compared(school: School, tmp_path: Path) -> None:
    before, after = both(school, tmp_path, "on-change: regrade")
    assert (before.right["q-2"], after.right["q-2"]) == (False, False)
    assert (rules.may_compare("q-2", before, after), before.points, after.points) == (True, 9, 9)
    row = next(one for one in result(school)["rows"] if one["id"] == "q-2")
    assert (row["compared"], row["before"]["right"], row["before"]["at"][:10]) == (True, False, str(LATER.date()))


@pytest.mark.promise("C5")
@pytest.mark.promise("R5")
def test_what_is_set_aside_counts_in_nothing_and_is_kept_for_her(school: School, tmp_path: Path) -> None:
    before, after = both(school, tmp_path, "on-change: reset")
    assert ("q-2" in before.right, before.aside, before.counts) == (False, {"q-2"}, True)
    assert rules.gain(before, after) == 0
    row = next(one for one in result(school)["rows"] if one["id"] == "q-2")
    assert (row["before"]["right"], bool(row["before"]["mine"]), row["compared"]) == (None, True, False)


@pytest.mark.promise("C5")
def test_while_a_round_is_open_what_is_set_aside_may_be_answered_anew(school: School, tmp_path: Path) -> None:
    person = school.trainees[0]
    school.takes(person, 10)
    publish(school, tmp_path, "on-change: reset")
    client = school.client(person)
    seen = client.get(f"{school.address}/view.json").get_json()
    if seen["phase"] != "before":  # the real clock has passed the end of the first round
        school.database.write(lambda db: _keep_open(db, school))
        seen = client.get(f"{school.address}/view.json").get_json()
    assert (seen["answered"]["before"], "q-2" in seen["answers"], "q-1" in seen["answers"]) == (9, False, True)
    school.answers(person, 2, "empty", times=Times(before_until=AFTER))
    assert client.get(f"{school.address}/view.json").get_json()["answered"]["before"] == 10


def _keep_open(session: Any, school: School) -> None:
    from app.assessments import actions

    actions.set_times(session, school.cohort, COURSE, AFTER + timedelta(days=90), AFTER + timedelta(days=99))


@pytest.mark.promise("C5")
@pytest.mark.promise("R5")
def test_the_class_compares_what_all_of_it_may_compare() -> None:
    first = [Taken(1, {"a": True, "b": False}, True, {"a": "old", "b": "same"}),
             Taken(2, {"b": True}, True, {"b": "same"}, frozenset({"a"}))]  # fmt: skip
    second = [Taken(n, {"a": True, "b": True}, True, {"a": "new", "b": "same"}) for n in (1, 2)]
    seen = rules.picture(["a", "b"], first, second)
    assert seen == Picture((Row("a", 1, 1, 2, 2, False), Row("b", 2, 1, 2, 2)), 2, 2, 2, 2, 0.5, 1.0)
    assert (seen.compared, seen.gain, seen.rows[0].gain) == (1, 1.0, None)


@pytest.mark.promise("C5")
def test_a_question_that_got_another_name_keeps_its_answers(school: School, tmp_path: Path) -> None:
    school.takes(school.trainees[0], 10)
    file = tmp_path / "courses" / COURSE / "assessment.md"
    edit(file, "//// numeric | q-1\n    time: 3m\n", "//// numeric | the-tin\n    time: 3m\n    was: q-1\n")
    school.database.write(lambda session: curriculum.publish(session, tmp_path / "courses", LATER))
    school.takes(school.trainees[0], 10, Round.AFTER, AFTER)
    before, after = rounds(school)
    assert (before.right["the-tin"], before.points, after.points) == (True, 10, 10)


@pytest.mark.promise("C5")
def test_editors_are_told_how_many_rounds_an_edit_of_the_questions_concerns(school: School, tmp_path: Path) -> None:
    for person in school.trainees:
        school.takes(person, 10)
    publish(school, tmp_path, "on-change: reset")
    school.takes(school.trainees[0], 10, Round.AFTER, AFTER)
    file = tmp_path / "courses" / COURSE / "assessment.md"
    edit(file, "- [ ] full) The full one, 2", "- [x] full) The full one, 2")
    edit(file, "- [x] empty) The empty one, 2", "- [ ] empty) The empty one, 2")
    edit(file, "The full one, 4", "The fullest, 4")
    modules = pressing(tmp_path / "courses", LATER, COURSE)
    with school.database.read() as session:
        found = {one.module: one for one in outlooks(session, modules, answers_given(school.app))}
        elsewhere = {one.module: one for one in outlooks(session, modules, answers_given(school.app, [99]))}
    told = {one.change.id: (one.change.fate, one.answers, one.people) for one in found["assessment"].edits}
    assert told == {"q-2": ("set-aside", 1, 1), "q-4": ("kept", 3, 2)}
    assert {one.answers for one in elsewhere["assessment"].edits} == {0}


@pytest.mark.promise("C5")
@pytest.mark.promise("R5")
def test_trainers_read_what_is_set_aside_and_what_is_not_compared(school: School, tmp_path: Path) -> None:
    both(school, tmp_path, "on-change: reset")
    page = " ".join(Markup(school.client(school.trainer).get(f"{school.address}/results").text).striptags().split())
    assert "1 answer is set aside: the course asks another question since." in page
    assert "Its right answer was changed in between: before and after are not compared." in page
    assert "1 question is left out" in page
