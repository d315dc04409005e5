"""What is done with batches: enrolling, teaching, days, and the refusals."""

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.orm import Session

from app.cohorts import actions, queries
from app.cohorts.queries import Member, Standing
from app.cohorts.tables import Place, State, TimetableEntry
from app.db import Database
from app.errors import NotFound, Rejected
from app.people.rules import Grant, Role, Scope
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

KERALA = ZoneInfo("Asia/Kolkata")


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return a_database(tmp_path)


@pytest.fixture
def cohort(database: Database) -> int:
    return a_cohort(database)


def enrol(database: Database, cohort: int, person: int, place: int | None = None) -> None:
    database.write(lambda db: actions.enrol(db, cohort, person, None, NOW, place))


def block(database: Database, cohort: int, name: str) -> int:
    return reading(database, lambda db: {one.name: one.id for one in queries.blocks_around(db, cohort)})[name]


def test_a_roster_tells_id_name_language_and_place_by_name(database: Database, cohort: int) -> None:
    rema, bindu = a_person(database, "Rema"), a_person(database, "ബിന്ദു")
    enrol(database, cohort, bindu)
    enrol(database, cohort, rema, block(database, cohort, "Kuttanad"))
    assert reading(database, lambda db: queries.roster(db, cohort)) == [
        Member(rema, "Rema", "en", "Kuttanad", "en"),
        Member(bindu, "ബിന്ദു", "ml", "", "en"),
    ]


def test_enrolment_makes_a_trainee_of_this_batch_and_no_other(database: Database, cohort: int) -> None:
    sreeja = a_trainee(database, cohort)
    home = an_organisation(database)
    assert reading(database, lambda db: queries.grants_in_cohorts(db, sreeja)) == [Grant(Role.TRAINEE, home, cohort)]
    other = a_cohort(database, "Other")
    assert reading(database, lambda db: queries.standing(db, cohort, sreeja)) is Standing.TRAINEE
    assert reading(database, lambda db: queries.standing(db, other, sreeja)) is None


def test_nobody_is_enrolled_twice(database: Database, cohort: int) -> None:
    sreeja = a_trainee(database, cohort)
    with pytest.raises(Rejected, match="already-enrolled"):
        enrol(database, cohort, sreeja)


def test_who_left_has_no_rights_and_can_come_back(database: Database, cohort: int) -> None:
    sreeja = a_trainee(database, cohort)
    database.write(lambda db: actions.end_enrolment(db, cohort, sreeja, None, NOW))
    assert reading(database, lambda db: queries.grants_in_cohorts(db, sreeja)) == []
    assert reading(database, lambda db: queries.standing(db, cohort, sreeja)) is None
    assert reading(database, lambda db: queries.roster(db, cohort)) == []
    assert [one.id for one in reading(database, lambda db: queries.cohorts_of(db, sreeja, State.LEFT))] == [cohort]
    with pytest.raises(Rejected, match="not-enrolled"):
        database.write(lambda db: actions.end_enrolment(db, cohort, sreeja, None, NOW))
    enrol(database, cohort, sreeja)
    assert reading(database, lambda db: queries.standing(db, cohort, sreeja)) is Standing.TRAINEE


def test_nobody_is_enrolled_across_organisations(database: Database, cohort: int) -> None:
    stranger = a_person(database, "Asha", organisation=an_organisation(database, "Jeevika"))
    for person, where in ((stranger, cohort), (99, cohort), (a_person(database), 99)):
        with pytest.raises(NotFound):
            enrol(database, where, person)


def test_no_block_of_another_organisation_is_named(database: Database, cohort: int) -> None:
    elsewhere = an_organisation(database, "Jeevika")
    theirs = database.write(lambda db: actions.add_place(db, elsewhere, "Patna").id)
    with pytest.raises(NotFound):
        enrol(database, cohort, a_person(database), theirs)
    sreeja = a_trainee(database, cohort, "Sreeja")
    with pytest.raises(NotFound):
        database.write(lambda db: actions.set_place(db, cohort, sreeja, theirs))
    with pytest.raises(NotFound):
        database.write(lambda db: actions.set_place(db, cohort, 99, None))


def test_a_block_is_corrected(database: Database, cohort: int) -> None:
    sreeja, kuttanad = a_trainee(database, cohort), block(database, cohort, "Kuttanad")
    database.write(lambda db: actions.set_place(db, cohort, sreeja, kuttanad))
    assert [one.district for one in reading(database, lambda db: queries.roster(db, cohort))] == ["Kuttanad"]
    database.write(lambda db: actions.set_place(db, cohort, sreeja, None))
    assert [one.district for one in reading(database, lambda db: queries.roster(db, cohort))] == [""]


def add(database: Database, cohort: int, name: str, phone: str) -> int:
    return database.write(lambda db: actions.enrol_by_phone(db, the_keys().phones, cohort, name, phone, None, NOW))


def test_a_name_and_a_number_that_are_known_are_the_same_person(database: Database, cohort: int) -> None:
    other = a_cohort(database, "Other")
    first = add(database, cohort, "Sreeja", "94470 12345")
    assert add(database, other, " sreeja ", "+91 94470 12345") == first
    assert add(database, other, "Rema", "94470 12345") != first  # another woman on the same phone


def test_the_same_person_is_not_sought_in_another_organisation(database: Database, cohort: int) -> None:
    first = add(database, cohort, "Sreeja", "94470 12345")
    elsewhere = a_cohort(database, "Patna", organisation=an_organisation(database, "Jeevika"))
    assert add(database, elsewhere, "Sreeja", "94470 12345") != first


def test_a_refused_number_leaves_nobody_behind(database: Database, cohort: int) -> None:
    with pytest.raises(Rejected, match="phone-unclear"):
        add(database, cohort, "Sreeja", "12")
    with pytest.raises(NotFound):
        add(database, 99, "Sreeja", "94470 12345")
    assert reading(database, lambda db: db.query(Person).count()) == 0


def teach(database: Database, cohort: int, person: int, role: Role = Role.MASTER_TRAINER) -> None:
    database.write(lambda db: actions.teach(db, cohort, person, role, NOW))


def test_teaching_gives_the_rights_of_the_role_in_this_batch(database: Database, cohort: int) -> None:
    ammini = a_trainer(database, "Ammini")
    teach(database, cohort, ammini)
    teach(database, cohort, ammini)  # once more changes nothing
    home = an_organisation(database)
    grants = reading(database, lambda db: queries.grants_in_cohorts(db, ammini))
    assert grants == [Grant(Role.MASTER_TRAINER, home, cohort)]
    assert [one.name for one in reading(database, lambda db: queries.cohorts_led_by(db, ammini))] == [
        "Alappuzha, batch 1"
    ]


def test_nobody_teaches_who_comes_in_by_pin(database: Database, cohort: int) -> None:
    with pytest.raises(Rejected, match="needs-password"):
        teach(database, cohort, a_person(database, "Sreeja", phone="94470 12345", pin="274193"))


def test_a_batch_is_led_by_trainers_only(database: Database, cohort: int) -> None:
    with pytest.raises(Rejected, match="no-trainer"):
        teach(database, cohort, a_trainer(database), Role.MISSION_STAFF)


def test_nobody_teaches_and_learns_in_one_batch(database: Database, cohort: int) -> None:
    ammini = a_trainer(database, "Ammini")
    enrol(database, cohort, ammini)
    with pytest.raises(Rejected, match="learns-here"):
        teach(database, cohort, ammini)
    fathima = a_trainer(database, "Fathima", cohort=cohort)
    with pytest.raises(Rejected, match="teaches-here"):
        enrol(database, cohort, fathima)


def test_nobody_teaches_across_organisations(database: Database, cohort: int) -> None:
    with pytest.raises(NotFound):
        teach(database, cohort, a_trainer(database, "Asha", organisation=an_organisation(database, "Jeevika")))


def test_a_batch_keeps_at_least_one_trainer(database: Database, cohort: int) -> None:
    ammini = a_trainer(database, "Ammini", cohort=cohort)
    with pytest.raises(Rejected, match="last-trainer"):
        database.write(lambda db: actions.stop_teaching(db, cohort, ammini))
    a_trainer(database, "Fathima", cohort=cohort)
    database.write(lambda db: actions.stop_teaching(db, cohort, ammini))
    assert [one.name for one in reading(database, lambda db: queries.trainers(db, cohort))] == ["Fathima"]


def test_a_place_of_one_name_is_made_once(database: Database) -> None:
    home = an_organisation(database)

    def both(db: Session) -> list[int]:
        district = actions.add_place(db, home, "Alappuzha").id
        return [district, actions.add_place(db, home, "Kuttanad", district).id]

    assert database.write(both) == database.write(both)
    assert reading(database, lambda db: db.query(Place).count()) == 2


@pytest.mark.parametrize("zone", ["Kerala", "", "../etc", "Asia"])
def test_a_batch_lies_in_a_time_zone_that_exists(database: Database, zone: str) -> None:
    with pytest.raises(Rejected, match="zone-unknown"):
        database.write(lambda db: actions.found_cohort(db, 1, "Batch", NOW, time_zone=zone))


@pytest.mark.parametrize("name", ["", "  ", "x" * 81, "a\x00b"])
def test_a_batch_has_a_name_one_can_read(database: Database, name: str) -> None:
    with pytest.raises(Rejected, match="name-unclear"):
        database.write(lambda db: actions.found_cohort(db, 1, name, NOW))


# ---- days ----


def days(database: Database, cohort: int) -> list[TimetableEntry]:
    return list(reading(database, lambda db: queries.timetable(db, cohort)))


def test_the_days_of_a_course_follow_each_other_and_leave_sundays_out(database: Database, cohort: int) -> None:
    friday = datetime(2026, 11, 27, 10, 0, tzinfo=KERALA)
    database.write(lambda db: actions.set_days(db, cohort, "branding", range(1, 5), friday))
    local = [(day.day, day.starts_at.astimezone(KERALA)) for day in days(database, cohort)]
    assert [(day, f"{at:%a %H:%M}") for day, at in local] == [
        (1, "Fri 10:00"),
        (2, "Sat 10:00"),
        (3, "Mon 10:00"),
        (4, "Tue 10:00"),
    ]


def test_a_first_day_may_be_a_sunday(database: Database, cohort: int) -> None:
    sunday = datetime(2026, 11, 29, 10, 0, tzinfo=KERALA)
    database.write(lambda db: actions.set_days(db, cohort, "branding", [1, 2], sunday))
    assert [f"{day.starts_at.astimezone(KERALA):%a}" for day in days(database, cohort)] == ["Sun", "Mon"]


def test_setting_the_days_again_moves_them(database: Database, cohort: int) -> None:
    monday = datetime(2026, 11, 23, 10, 0, tzinfo=KERALA)
    for first in (monday, monday + timedelta(days=7)):
        database.write(lambda db, first=first: actions.set_days(db, cohort, "branding", [1, 2], first))
    assert [day.starts_at.astimezone(KERALA).day for day in days(database, cohort)] == [30, 1]


def test_one_day_is_moved_and_has_a_link_of_its_own(database: Database, cohort: int) -> None:
    entry = database.write(lambda db: actions.set_day(db, cohort, "branding", 1, NOW).id)
    later = NOW + timedelta(hours=5)
    database.write(lambda db: actions.move_day(db, cohort, entry, later))
    database.write(lambda db: actions.set_link(db, cohort, entry, "https://meet.google.com/abc-defg-hij"))
    day = days(database, cohort)[0]
    assert (day.starts_at, day.link, day.module) == (later, "https://meet.google.com/abc-defg-hij", "day-1")
    database.write(lambda db: actions.set_link(db, cohort, entry, " "))
    assert days(database, cohort)[0].link == ""


def test_a_link_elsewhere_changes_nothing(database: Database, cohort: int) -> None:
    entry = database.write(lambda db: actions.set_day(db, cohort, "branding", 1, NOW, "https://zoom.us/j/1").id)
    with pytest.raises(Rejected, match="link-elsewhere"):
        database.write(lambda db: actions.set_link(db, cohort, entry, "https://example.com"))
    assert days(database, cohort)[0].link == "https://zoom.us/j/1"


def test_a_day_of_another_batch_is_not_found(database: Database, cohort: int) -> None:
    entry = database.write(lambda db: actions.set_day(db, cohort, "branding", 1, NOW).id)
    other = a_cohort(database, "Other")
    with pytest.raises(NotFound):
        database.write(lambda db: actions.set_link(db, other, entry, ""))
    with pytest.raises(NotFound):
        database.write(lambda db: actions.move_day(db, other, entry, NOW))


def test_a_cohorts_scope_is_its_organisation_and_itself(database: Database, cohort: int) -> None:
    home = an_organisation(database)
    assert reading(database, lambda db: queries.scope_of_cohort(db, cohort)) == Scope(home, cohort)
    assert reading(database, lambda db: queries.scope_of_cohort(db, 99)) is None


def test_today_is_a_day_where_the_batch_lives(database: Database, cohort: int) -> None:
    found = reading(database, lambda db: queries.cohort_named(db, cohort))
    late = datetime(2026, 11, 23, 23, 0, tzinfo=KERALA)
    begins, ends = queries.today_of(found, late)
    assert (begins.day, ends.day, begins.utcoffset()) == (23, 24, timedelta(hours=5, minutes=30))


def test_lists_of_batches_stay_within_the_organisation(database: Database, cohort: int) -> None:
    elsewhere = an_organisation(database, "Jeevika")
    theirs = a_cohort(database, "Patna", organisation=elsewhere)
    assert [one.id for one in reading(database, lambda db: queries.cohorts_in(db, elsewhere))] == [theirs]
    assert [one.name for one in reading(database, lambda db: queries.districts_in(db, elsewhere))] == ["Alappuzha"]
    a_trainee(database, cohort)
    assert reading(database, lambda db: queries.sizes(db, [cohort, theirs])) == {(cohort, State.ENROLLED): 1}
