"""When the ten questions are open, what counts, and what the class has gained."""

from datetime import datetime, timedelta

import pytest

from app.assessments import rules
from app.assessments.rules import Phase, Picture, Round, Row, Stand, Taken, Times
from app.errors import Rejected
from tests.builders import NOW

DAY = timedelta(days=1)
TIMES = Times(before_until=NOW, after_from=NOW + 6 * DAY)
NEVER = Stand()


@pytest.mark.parametrize(
    ("at", "stand", "phase"),
    [
        (NOW - DAY, NEVER, Phase.BEFORE),
        (NOW, NEVER, Phase.BETWEEN),
        (NOW + 6 * DAY, NEVER, Phase.AFTER),
        (NOW + DAY, Stand(has_begun_after=True), Phase.AFTER),
        (NOW + 60 * DAY, Stand(has_begun_after=True), Phase.AFTER),
        (NOW + 7 * DAY, Stand(True, True), Phase.DONE),
    ],
)
def test_before_until_day_two_begins_after_from_the_end_of_the_last_day(
    at: datetime, stand: Stand, phase: Phase
) -> None:
    assert rules.phase(TIMES, stand, at) is phase


def test_without_a_timetable_the_first_is_open_and_the_second_is_not() -> None:
    assert rules.phase(Times(), NEVER, NOW) is Phase.BEFORE


@pytest.mark.parametrize(
    ("round", "at", "stand", "code"),
    [
        (Round.BEFORE, NOW, NEVER, "before-is-over"),
        (Round.AFTER, NOW, NEVER, "not-yet"),
        (Round.BEFORE, NOW + 6 * DAY, NEVER, "before-is-over"),
        (Round.AFTER, NOW + 6 * DAY, Stand(True, True), "already-done"),
    ],
)
def test_a_round_is_begun_in_its_time_only(round: Round, at: datetime, stand: Stand, code: str) -> None:
    with pytest.raises(Rejected) as refusal:
        rules.may_begin(round, TIMES, stand, at)
    assert refusal.value.code == code


def test_what_was_written_in_time_counts_though_it_arrives_later() -> None:
    assert rules.may_answer(Round.BEFORE, TIMES, NEVER, NOW + 2 * DAY, 3 * DAY) == NOW - DAY


def test_what_was_written_too_late_is_refused() -> None:
    with pytest.raises(Rejected, match="before-is-over"):
        rules.may_answer(Round.BEFORE, TIMES, NEVER, NOW + 2 * DAY, DAY)


def test_an_answer_older_than_a_week_is_taken_for_a_week_old() -> None:
    assert rules.may_answer(Round.AFTER, TIMES, NEVER, NOW + 30 * DAY, 400 * DAY) == NOW + 23 * DAY


def test_who_has_begun_the_second_time_changes_nothing_in_the_first() -> None:
    with pytest.raises(Rejected, match="second-begun"):
        rules.may_answer(Round.BEFORE, Times(), Stand(has_begun_after=True), NOW, timedelta())


@pytest.mark.parametrize("round", Round)
def test_who_has_seen_the_answers_changes_nothing(round: Round) -> None:
    with pytest.raises(Rejected, match="already-done"):
        rules.may_answer(round, TIMES, Stand(True, True), NOW, timedelta())


def test_two_questions_for_each_of_days_two_to_six() -> None:
    assert [rules.day_of(place, 10) for place in range(10)] == [2, 2, 3, 3, 4, 4, 5, 5, 6, 6]
    assert rules.day_of(0, 7) is None


def test_a_round_counts_when_it_is_complete_ended_or_closed_by_its_time() -> None:
    rounds = ((10, False, False), (3, False, False), (3, True, False), (3, False, True), (0, False, True))
    found = [rules.counts(answered, 10, is_done=done, is_closed=closed) for answered, done, closed in rounds]
    assert found == [True, False, True, True, False]


# ---- the class


def taken(person: int, *right: str, of: tuple[str, ...] = ("a", "b"), counts: bool = True) -> Taken:
    return Taken(person, {id: id in right for id in of}, counts)


@pytest.mark.promise("R5")
def test_the_gain_of_the_class_is_the_part_of_what_could_be_gained() -> None:
    """1 of 2 before, 2 of 2 after for one; 0 and 1 for the other: means 0.5 and 1.5 of 2, so 1 of 1.5."""
    seen = rules.picture("ab", [taken(1, "a"), taken(2)], [taken(1, "a", "b"), taken(2, "a"), taken(3, "a")])
    assert seen == Picture((Row("a", 2, 1, 3, 3), Row("b", 2, 0, 3, 1)), 2, 2, 3, 2, 0.5, 1.5)
    assert seen.gain == pytest.approx(2 / 3)
    assert [row.gain for row in seen.rows] == [0.5, pytest.approx(1 / 3)]


def test_where_all_was_right_before_there_was_nothing_to_gain() -> None:
    assert rules.normalised_gain(10, 10, 10) is None


def test_a_class_can_lose() -> None:
    assert rules.normalised_gain(5, 4, 10) == pytest.approx(-0.2)


def test_a_round_that_does_not_count_yet_is_not_in_the_picture() -> None:
    assert rules.picture("ab", [taken(1, "a", counts=False)], []).before == 0


def many(right: int, of: int) -> list[Taken]:
    return [taken(person, *(("a",) if person < right else ())) for person in range(of)]


@pytest.mark.parametrize(
    ("right", "of", "told"), [(5, 10, 5), (4, 10, None), (6, 10, None), (0, 10, None), (10, 10, None), (4, 4, None)]
)
def test_outside_the_batch_no_count_under_five_is_told_nor_one_that_tells_it(
    right: int, of: int, told: int | None
) -> None:
    seen = rules.for_outsiders(rules.picture("ab", many(right, of), many(right, of)))
    assert (seen.rows[0].before_right, seen.rows[0].after_right) == (told, told)
    assert (seen.both, seen.rows[0].before) == ((of, of) if of >= 5 else (0, 0))


def test_outside_the_batch_means_are_whole_points_so_that_they_give_no_hidden_count_back() -> None:
    seen = rules.for_outsiders(rules.picture("ab", many(4, 10), many(6, 10)))
    assert (seen.mean_before, seen.mean_after) == (0.0, 1.0)
    few = rules.for_outsiders(rules.picture("ab", many(1, 4), many(2, 4)))
    assert (few.mean_before, few.mean_after, few.gain) == (None, None, None)
