"""Answering the questions before and after: kept once, in one's own order, changed only as long as that is fair."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from app import clock
from app.assessments import actions, queries
from app.assessments.rules import Phase, Round, Times
from app.assessments.tables import Attempt, Given
from app.cohorts import actions as cohorts
from app.errors import Rejected
from tests.assessments.school import AFTER, COURSE, OPEN_BEFORE, School, a_school
from tests.builders import NOW, a_trainee, reading

ALWAYS = Times()


@pytest.fixture
def school(tmp_path: Path) -> Iterator[School]:
    made = a_school(tmp_path)
    yield made
    made.database.close()


def kept(school: School) -> list[tuple[str, str, Any]]:
    rows = reading(school.database, lambda session: session.scalars(select(Given).order_by(Given.id)).all())
    return [(row.question, row.cell, row.value) for row in rows]


def do(school: School, person: int, **message: Any) -> dict[str, Any]:
    answer: dict[str, Any] = school.client(person).post(f"{school.address}/do", json=message).get_json()
    return answer


def view(school: School, person: int) -> dict[str, Any]:
    seen: dict[str, Any] = school.client(person).get(f"{school.address}/view.json").get_json()
    return seen


def opened(school: School, *, before_hours: float = 24, after_hours: float = 200) -> None:
    """The times of the rounds, from the present moment on."""
    now = clock.now()
    before, after = now + timedelta(hours=before_hours), now + timedelta(hours=after_hours)
    school.database.write(lambda db: actions.set_times(db, school.cohort, COURSE, before, after))


# ---- what is kept


def test_an_answer_is_kept_with_its_key_its_version_its_grading_and_its_language(school: School) -> None:
    me, exam = school.trainees[0], school.exam
    school.begins(me)
    school.answers(me, 2, "empty", id="c1", age=timedelta(hours=2))
    row = reading(school.database, lambda session: session.scalars(select(Given)).one())
    asked = exam.asked[1]
    assert (row.question, row.cell, row.value, row.client_id) == ("q-2", "", "empty", "c1")
    assert (row.content, row.grading, row.lang) == (exam.content, asked.grading, "en")
    assert (row.written_at, row.kept_at) == (NOW - timedelta(hours=2), NOW)


@pytest.mark.promise("R5")
def test_the_same_client_id_twice_is_kept_once_and_says_the_same_number(school: School) -> None:
    me = school.trainees[0]
    school.begins(me)
    first = school.answers(me, 1, 250, id="c1")
    assert school.answers(me, 1, 300, id="c1") == first
    assert kept(school) == [("q-1", "", 250)]


def test_answers_are_only_added_and_the_last_one_counts(school: School) -> None:
    me = school.trainees[0]
    school.begins(me)
    school.answers(me, 1, 300)
    school.answers(me, 1, 250)
    assert kept(school) == [("q-1", "", 300), ("q-1", "", 250)]
    with school.app.test_request_context(), school.database.read() as session:
        (found,) = queries.rounds_of(session, school.cohort, school.exam, NOW).before
    assert found.right == {"q-1": True}


def test_nothing_is_kept_before_the_round_is_begun(school: School) -> None:
    with pytest.raises(Rejected, match="not-begun"):
        school.answers(school.trainees[0], 1, 250)


def test_beginning_twice_is_one_attempt_with_one_order(school: School) -> None:
    me = school.trainees[0]
    school.begins(me)
    school.begins(me)
    assert len(reading(school.database, lambda session: session.scalars(select(Attempt)).all())) == 1


def test_a_question_of_another_paper_is_refused(school: School) -> None:
    one, other = school.trainees[:2]
    school.begins(one)
    school.begins(other)
    with school.database.read() as session:
        attempt = queries.attempt_of(session, school.cohort, COURSE, other, Round.BEFORE)
        assert attempt is not None
        paper = queries.paper_now(session, attempt.id, school.exam.content)
    assert paper is not None
    writing = actions.Writing("c1", Round.BEFORE, "q-1", "", 250, paper.id)
    with pytest.raises(Rejected, match="no-such-question"):
        school.database.write(lambda db: actions.answer(db, school.cohort, COURSE, one, writing, OPEN_BEFORE, NOW))
    assert kept(school) == []


# ---- on the phone


@pytest.mark.promise("R5")
def test_everybody_has_the_same_questions_in_an_order_of_her_own(school: School) -> None:
    opened(school)
    orders = []
    for person in school.trainees:
        do(school, person, type="begin", round="before", id="b")
        orders.append([one["id"] for one in view(school, person)["questions"]])
    assert all(sorted(order) == sorted(f"q-{n}" for n in range(1, 11)) for order in orders)
    assert len({tuple(order) for order in orders}) == len(orders)


def test_the_options_too_stand_in_an_order_of_her_own(school: School) -> None:
    tasks = [school.exam.asked[1].task(f"seed {n}")["task"] for n in range(20)]
    assert len({tuple(option["html"] for option in task["options"]) for task in tasks}) == 6  # all orders of three


@pytest.mark.promise("R5")
def test_one_can_stop_and_go_on_later_and_finds_what_has_arrived(school: School) -> None:
    opened(school)
    me = school.trainees[0]
    begun = do(school, me, type="begin", round="before", id="b")
    question = next(one for one in begun["questions"] if one["id"] == "q-2")
    token = question["task"]["options"][0]["t"]
    said = do(school, me, type="answer", run="before/q-2", cell="", value=token, paper=begun["paper"], id="c1", age=0)
    assert said.keys() == {"seq", "now"}
    later = view(school, me)
    assert later["answers"] == {"q-2": {"": {"v": token, "at": later["answers"]["q-2"][""]["at"]}}}
    assert (later["phase"], later["answered"]) == ("before", {"before": 1, "after": 0})


def test_a_refusal_says_why_and_changes_nothing(school: School) -> None:
    opened(school)
    said = do(school, school.trainees[0], type="begin", round="after", id="b")
    assert (said["refused"], said["why"]) == ("not-yet", "The second time begins after the last day.")


@pytest.mark.parametrize(
    "message",
    [
        {}, {"type": "dance"}, {"type": "begin"}, {"type": "begin", "round": "never"},
        {"type": "answer", "run": "never/q-1"}, {"type": "answer", "run": "before"}, {"type": ["answer"]},
    ],
    ids=str,
)  # fmt: skip
def test_nonsense_is_refused_in_words(school: School, message: dict[str, Any]) -> None:
    opened(school)
    assert do(school, school.trainees[0], id="c1", **message).keys() == {"refused", "why", "now"}


def test_the_first_round_ends_when_day_two_begins_and_the_second_opens_after_the_last_day(school: School) -> None:
    with school.app.test_request_context(), school.database.read() as session:
        times = queries.times_of(session, school.cohort, COURSE, NOW)
    assert times == Times(NOW + timedelta(days=1), NOW + timedelta(days=6, hours=6))


def test_a_trainer_may_set_other_times_and_take_them_back(school: School) -> None:
    client = school.client(school.trainer)
    form = {"before_until": "2026-11-25T18:30", "after_from": "2026-11-28T08:00"}
    assert client.post(f"{school.address}/times", data=form).status_code == 302
    with school.app.test_request_context(), school.database.read() as session:
        times = queries.times_of(session, school.cohort, COURSE, NOW)
    assert times == Times(NOW + timedelta(days=2, hours=8.5), NOW + timedelta(days=4, hours=22))
    client.post(f"{school.address}/times", data={"before_until": "", "after_from": ""})
    with school.app.test_request_context(), school.database.read() as session:
        assert queries.times_of(session, school.cohort, COURSE, NOW).before_until == NOW + timedelta(days=1)


def test_the_second_time_cannot_begin_before_the_first_has_ended(school: School) -> None:
    with pytest.raises(Rejected, match="after-before-before"):
        school.database.write(lambda db: actions.set_times(db, school.cohort, COURSE, AFTER, NOW))


# ---- the end


@pytest.mark.promise("R5")
def test_after_the_second_time_she_sees_both_answers_the_right_one_why_and_her_gain(school: School) -> None:
    me = school.trainees[0]
    school.takes(me, 4)
    school.takes(me, 7, Round.AFTER, AFTER)
    seen = view(school, me)
    result = seen["result"]
    assert (seen["phase"], result["before"], result["after"], result["gain"]) == ("done", 4, 7, 3)
    row = result["rows"][5]
    assert (row["id"], row["number"], row["day"]) == ("q-6", 6, 4)
    assert (row["before"]["right"], row["after"]["right"]) == (False, True)
    assert [row["after"]["mine"][""]] == row["solution"]["right"]
    assert sorted(row["solution"]["feedback"].values()) == ["Full it is.", "Not so: Full it is."]


def test_who_took_only_the_second_sees_the_answers_and_no_gain(school: School) -> None:
    me = school.trainees[0]
    school.takes(me, 7, Round.AFTER, AFTER)
    result = view(school, me)["result"]
    assert (result["before"], result["after"], result["gain"]) == (None, 7, None)


def test_after_the_end_nothing_changes_any_more(school: School) -> None:
    me = school.trainees[0]
    school.takes(me, 4)
    school.takes(me, 7, Round.AFTER, AFTER)
    for round in Round:
        with pytest.raises(Rejected, match="already-done"):
            school.answers(me, 1, 300, round, now=AFTER, times=ALWAYS, id="late")


# ---- whose it is


def test_somebody_of_another_batch_finds_nothing(school: School) -> None:
    other = school.database.write(lambda db: cohorts.found_cohort(db, school.organisation, "Wayanad", NOW).id)
    stranger = a_trainee(school.database, other, "Latha", organisation=school.organisation)
    for path in ("", "/view.json", "/results", "/results.csv"):
        assert school.client(stranger).get(school.address + path).status_code == 404


def test_a_course_that_the_batch_does_not_do_is_not_there(school: School) -> None:
    assert school.client(school.trainees[0]).get(f"/cohorts/{school.cohort}/assessment/other").status_code == 404


def test_the_offer_of_a_batch_says_what_can_be_done_now(school: School) -> None:
    me = school.trainees[0]
    school.begins(me)
    school.answers(me, 1, 250)
    with school.app.test_request_context(), school.database.read() as session:
        (offer,) = queries.offers(session, school.cohort, me, NOW)
    assert (offer.course, offer.phase, offer.answered, offer.of) == (COURSE, Phase.BEFORE, 1, 10)
