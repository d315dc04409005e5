"""Guests: who comes by code and name waits, is let in, turned away, or turns out to be known."""

from datetime import timedelta
from pathlib import Path

import pytest

from app.cohorts import actions, guests, queries
from app.cohorts.queries import Standing
from app.db import Database
from app.errors import NotFound, Rejected
from app.people.tables import Person
from tests.builders import (
    NOW,
    a_cohort,
    a_database,
    a_person,
    a_trainee,
    a_trainer,
    an_organisation,
    reading,
    the_keys,
)


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return a_database(tmp_path)


@pytest.fixture
def cohort(database: Database) -> int:
    return a_cohort(database)


def join(database: Database, cohort: int, name: str = "Sreeja", once: str | None = None, minutes: int = 0) -> int:
    now = NOW + timedelta(minutes=minutes)
    return database.write(lambda db: guests.join_as_guest(db, the_keys().phones, cohort, name, now, once))


def standing(database: Database, cohort: int, person: int) -> Standing | None:
    return reading(database, lambda db: queries.standing(db, cohort, person))


def waiting(database: Database, cohort: int) -> list[str]:
    return [one.name for one in reading(database, lambda db: queries.guests_waiting(db, cohort))]


def test_a_guest_waits_without_any_right(database: Database, cohort: int) -> None:
    guest = join(database, cohort)
    assert standing(database, cohort, guest) is Standing.GUEST_WAITING
    assert reading(database, lambda db: queries.grants_in_cohorts(db, guest)) == []
    assert reading(database, lambda db: queries.roster(db, cohort)) == []


def test_who_waits_longest_stands_first(database: Database, cohort: int) -> None:
    for minutes, name in ((3, "Asha"), (1, "Sreeja"), (2, "Bindu")):
        join(database, cohort, name, minutes=minutes)
    assert waiting(database, cohort) == ["Sreeja", "Bindu", "Asha"]


def test_a_guest_who_is_let_in_is_a_trainee(database: Database, cohort: int) -> None:
    guest = join(database, cohort)
    database.write(lambda db: guests.admit_guest(db, cohort, guest, None, NOW))
    assert standing(database, cohort, guest) is Standing.TRAINEE


def test_of_two_trainers_who_let_her_in_the_second_is_told(database: Database, cohort: int) -> None:
    guest = join(database, cohort)
    database.write(lambda db: guests.admit_guest(db, cohort, guest, None, NOW))
    with pytest.raises(Rejected, match="not-waiting"):
        database.write(lambda db: guests.admit_guest(db, cohort, guest, None, NOW))
    with pytest.raises(Rejected, match="not-waiting"):
        database.write(lambda db: guests.turn_away(db, cohort, guest))


def test_nothing_is_left_of_a_guest_who_was_turned_away(database: Database, cohort: int) -> None:
    guest = join(database, cohort)
    database.write(lambda db: guests.turn_away(db, cohort, guest))
    assert standing(database, cohort, guest) is None
    assert reading(database, lambda db: db.get(Person, guest)) is None


def test_a_known_person_who_was_turned_away_stays_a_person(database: Database, cohort: int) -> None:
    sreeja = a_person(database, "Sreeja", phone="94470 12345", pin="274193")
    database.write(lambda db: guests.ask_to_join(db, cohort, sreeja, NOW))
    database.write(lambda db: guests.turn_away(db, cohort, sreeja))
    assert reading(database, lambda db: db.get(Person, sreeja)) is not None


def test_a_finger_that_taps_twice_makes_one_guest(database: Database, cohort: int) -> None:
    first = join(database, cohort, once="a-form")
    assert join(database, cohort, once="a-form") == first
    assert join(database, cohort, once="another-form") != first


def test_the_word_of_a_form_opens_nothing_after_she_was_let_in(database: Database, cohort: int) -> None:
    first = join(database, cohort, once="a-form")
    database.write(lambda db: guests.admit_guest(db, cohort, first, None, NOW))
    assert join(database, cohort, once="a-form") != first


def test_the_word_of_a_form_counts_for_its_batch_only(database: Database, cohort: int) -> None:
    other = a_cohort(database, "Other", allows_guests=False)
    join(database, cohort, once="a-form")
    with pytest.raises(Rejected, match="no-guests"):
        join(database, other, once="a-form")


def test_a_batch_may_take_no_guests(database: Database) -> None:
    closed = a_cohort(database, allows_guests=False)
    with pytest.raises(Rejected, match="no-guests"):
        join(database, closed)
    database.write(lambda db: actions.allow_guests(db, closed, allowed=True))
    assert standing(database, closed, join(database, closed)) is Standing.GUEST_WAITING


def test_a_stranger_cannot_flood_the_door(database: Database, cohort: int) -> None:
    for _ in range(guests.MOST_WAITING):
        join(database, cohort)
    with pytest.raises(Rejected, match="full-house"):
        join(database, cohort)
    with pytest.raises(Rejected, match="full-house"):
        ask(database, cohort, a_person(database, "Rema", phone="94470 54321"))


def test_a_guests_name_is_checked_like_any_other(database: Database, cohort: int) -> None:
    with pytest.raises(Rejected, match="name-unclear"):
        join(database, cohort, "call 94470 12345")


def test_no_batch_no_guest(database: Database) -> None:
    with pytest.raises(NotFound):
        join(database, 99)


def ask(database: Database, cohort: int, person: int) -> Standing | None:
    database.write(lambda db: guests.ask_to_join(db, cohort, person, NOW))
    return standing(database, cohort, person)


def test_somebody_known_asks_under_her_own_name(database: Database, cohort: int) -> None:
    sreeja = a_person(database, "Sreeja", phone="94470 12345")
    assert ask(database, cohort, sreeja) is Standing.GUEST_WAITING
    assert ask(database, cohort, sreeja) is Standing.GUEST_WAITING
    assert waiting(database, cohort) == ["Sreeja"]


def test_who_is_in_the_batch_need_not_ask(database: Database, cohort: int) -> None:
    assert ask(database, cohort, a_trainee(database, cohort)) is Standing.TRAINEE
    assert ask(database, cohort, a_trainer(database, cohort=cohort)) is Standing.TRAINER


def test_who_had_left_may_ask_again(database: Database, cohort: int) -> None:
    sreeja = a_trainee(database, cohort)
    database.write(lambda db: actions.end_enrolment(db, cohort, sreeja, None, NOW))
    assert ask(database, cohort, sreeja) is Standing.GUEST_WAITING


def test_nobody_asks_across_organisations(database: Database, cohort: int) -> None:
    with pytest.raises(NotFound):
        ask(database, cohort, a_person(database, "Asha", organisation=an_organisation(database, "Jeevika")))


def test_a_guest_is_joined_to_the_trainee_she_is(database: Database, cohort: int) -> None:
    guest, sreeja = join(database, cohort), a_trainee(database, cohort, "Sreeja K", phone="94470 12345")
    database.write(lambda db: guests.merge_guest(db, cohort, guest, sreeja))
    assert waiting(database, cohort) == []
    assert standing(database, cohort, guest) is None
    assert reading(database, lambda db: db.get_one(Person, guest).merged_into) == sreeja


def test_a_guest_is_joined_to_people_of_her_batch_only(database: Database, cohort: int) -> None:
    guest, other = join(database, cohort), a_cohort(database, "Other")
    elsewhere = a_trainee(database, other, "Sreeja K", phone="94470 12345")
    inside = a_trainee(database, cohort, "Rema", phone="94470 54321")
    for one, person in ((guest, elsewhere), (guest, guest), (elsewhere, inside)):
        with pytest.raises(NotFound):
            database.write(lambda db, one=one, person=person: guests.merge_guest(db, cohort, one, person))
    second = a_trainee(database, cohort, "Bindu", phone="94470 11111")
    with pytest.raises(Rejected, match="not-a-guest"):
        database.write(lambda db: guests.merge_guest(db, cohort, inside, second))
