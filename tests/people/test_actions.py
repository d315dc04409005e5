"""How people come to be known: persons, administrators, roles, and guests joined to the person they are."""

from pathlib import Path

import pytest

from app.db import Database
from app.errors import Rejected
from app.people import actions, door, pins, queries
from app.people.rules import Grant, Role
from app.people.tables import Person
from tests.builders import NOW, a_database, a_person, a_trainer, an_organisation, reading, the_keys, the_person


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return a_database(tmp_path)


def test_an_organisation_of_one_name_is_made_once(database: Database) -> None:
    assert an_organisation(database, "Kudumbashree") == an_organisation(database, " Kudumbashree ")
    assert an_organisation(database, "Jeevika") != an_organisation(database, "Kudumbashree")


def test_an_administrator_has_her_role_in_her_organisation_only(database: Database) -> None:
    asha = actions.create_admin(database, the_keys(), "Jeevika", "Asha", "asha", "three dry boats", NOW)
    home = an_organisation(database, "Jeevika")
    assert reading(database, lambda db: queries.organisation_grants(db, asha)) == [Grant(Role.ADMINISTRATOR, home)]
    assert door.log_in_by_password(database, the_keys(), "asha", "three dry boats", NOW).id == asha


def test_an_administrator_who_is_refused_leaves_no_trace(database: Database) -> None:
    with pytest.raises(Rejected, match="password-weak"):
        actions.create_admin(database, the_keys(), "Jeevika", "Asha", "asha", "short", NOW)
    assert reading(database, lambda db: db.query(Person).all()) == []


def test_nobody_is_appointed_who_comes_in_by_pin(database: Database) -> None:
    sreeja = a_person(database, "Sreeja", phone="94470 12345", pin="274193")
    with pytest.raises(Rejected, match="needs-password"):
        database.write(lambda db: actions.appoint(db, db.get_one(Person, sreeja), Role.MISSION_STAFF, None, NOW))


def test_a_role_is_given_once_and_taken_back(database: Database) -> None:
    ammini = a_trainer(database, "Ammini")
    for _ in range(2):
        database.write(lambda db: actions.appoint(db, db.get_one(Person, ammini), Role.MISSION_STAFF, None, NOW))
    grants = reading(database, lambda db: queries.organisation_grants(db, ammini))
    assert [grant.role for grant in grants] == [Role.MISSION_STAFF]
    database.write(lambda db: actions.dismiss(db, db.get_one(Person, ammini), Role.MISSION_STAFF))
    assert reading(database, lambda db: queries.organisation_grants(db, ammini)) == []


def join(database: Database, guest: int, person: int) -> None:
    database.write(lambda db: actions.join_guest_to(db, db.get_one(Person, guest), db.get_one(Person, person)))


def test_a_guest_joined_to_a_person_goes_on_as_that_person(database: Database) -> None:
    guest, sreeja = a_person(database, "Sreeja"), a_person(database, "Sreeja K", phone="94470 12345", pin="274193")
    join(database, guest, sreeja)
    assert reading(database, lambda db: queries.person_here_now(db, guest)).id == sreeja  # type: ignore[union-attr]
    assert reading(database, lambda db: queries.merged_people(db, [guest, sreeja])) == {guest: sreeja}


def test_only_guests_are_joined_and_only_within_their_organisation(database: Database) -> None:
    guest, sreeja = a_person(database, "Sreeja"), a_person(database, "Sreeja K", phone="94470 12345", pin="274193")
    stranger = a_person(database, "Sreeja", organisation=an_organisation(database, "Jeevika"), phone="94470 99999")
    for one, other in ((sreeja, guest), (guest, guest), (guest, stranger), (a_trainer(database), sreeja)):
        with pytest.raises(Rejected, match="not-a-guest"):
            join(database, one, other)
    join(database, guest, sreeja)
    with pytest.raises(Rejected, match="not-a-guest"):
        join(database, guest, sreeja)
    with pytest.raises(Rejected, match="not-a-guest"):
        join(database, a_person(database, "Rema"), guest)


def test_a_number_can_be_corrected(database: Database) -> None:
    sreeja = a_person(database, "Sreeja", phone="94470 12345", pin="274193")
    database.write(lambda db: actions.set_phone(db, the_keys().phones, db.get_one(Person, sreeja), "94470 54321"))
    assert queries.phone_shown(the_keys().phones, the_person(database, sreeja)) == "+919447054321"
    assert door.log_in(database, the_keys(), "94470 54321", "274193", NOW).id == sreeja


def test_a_number_of_four_others_is_not_taken_over(database: Database) -> None:
    for name in ("Rema", "Bindu", "Omana", "Latha"):
        a_person(database, name, phone="94470 54321")
    sreeja = a_person(database, "Sreeja", phone="94470 12345")
    with pytest.raises(Rejected, match="phone-full"):
        database.write(lambda db: actions.set_phone(db, the_keys().phones, db.get_one(Person, sreeja), "94470 54321"))


def test_a_slip_of_a_guest_that_was_joined_opens_for_the_person(database: Database) -> None:
    guest = a_person(database, "Sreeja")
    sreeja = a_person(database, "Sreeja K", phone="94470 12345")
    slip = pins.issue_slips(database, the_keys(), [sreeja], None, NOW)[0]
    join(database, guest, sreeja)
    assert reading(database, lambda db: queries.person_of_slip(db, slip.token)).id == sreeja  # type: ignore[union-attr]
