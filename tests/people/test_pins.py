"""PINs and slips: what a trainer gives, what a person chooses, and what nobody gets."""

from datetime import timedelta
from pathlib import Path

import pytest

from app.db import Database
from app.errors import NotFound, Rejected
from app.people import door, pins, queries
from app.people.actions import join_guest_to, set_password
from app.people.tables import Person
from tests.builders import NOW, a_database, a_person, a_trainer, reading, the_keys, the_person

PHONE, PIN = "94470 12345", "274193"


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return a_database(tmp_path)


def test_a_new_pin_counts_and_the_old_one_no_longer(database: Database) -> None:
    sreeja = a_person(database, "Sreeja", phone=PHONE, pin=PIN)
    new = pins.reset_pin(database, the_keys(), sreeja, None, NOW)
    assert door.log_in(database, the_keys(), PHONE, new, NOW).id == sreeja
    with pytest.raises(Rejected, match="no-fit"):
        door.log_in(database, the_keys(), PHONE, PIN, NOW)


def test_a_new_pin_signs_out_the_phone_that_came_as_her_guest(database: Database) -> None:
    guest, sreeja = a_person(database, "Sreeja"), a_person(database, "Sreeja K", phone=PHONE, pin=PIN)
    database.write(lambda db: join_guest_to(db, db.get_one(Person, guest), db.get_one(Person, sreeja)))
    before = the_person(database, guest).generation
    pins.reset_pin(database, the_keys(), sreeja, None, NOW)
    assert the_person(database, guest).generation == before + 1


def test_a_new_pin_ends_the_waiting(database: Database) -> None:
    sreeja = a_person(database, "Sreeja", phone=PHONE, pin=PIN)
    for _ in range(4):
        with pytest.raises(Rejected, match="no-fit"):
            door.log_in(database, the_keys(), PHONE, "111999", NOW)
    new = pins.reset_pin(database, the_keys(), sreeja, None, NOW)
    assert door.log_in(database, the_keys(), PHONE, new, NOW).id == sreeja


def test_a_new_pin_makes_the_old_slip_worthless(database: Database) -> None:
    sreeja = a_person(database, "Sreeja", phone=PHONE)
    slip = pins.issue_slips(database, the_keys(), [sreeja], None, NOW)[0]
    pins.reset_pin(database, the_keys(), sreeja, None, NOW)
    assert reading(database, lambda db: queries.person_of_slip(db, slip.token)) is None


def test_a_new_slip_replaces_the_old_one(database: Database) -> None:
    sreeja = a_person(database, "Sreeja", phone=PHONE)
    first = pins.issue_slips(database, the_keys(), [sreeja], None, NOW)[0]
    second = pins.issue_slips(database, the_keys(), [sreeja], None, NOW)[0]
    holders = [reading(database, lambda db, t=slip.token: queries.person_of_slip(db, t)) for slip in (first, second)]
    assert [holder and holder.id for holder in holders] == [None, sreeja]
    assert reading(database, lambda db: queries.holders_of_slips(db, [sreeja])) == {sreeja}


def test_slips_of_one_sheet_have_different_pins(database: Database) -> None:
    people = [a_person(database, "Sreeja", phone=f"94470 123{n:02}") for n in range(6)]
    made = pins.issue_slips(database, the_keys(), people, None, NOW)
    assert [slip.person for slip in made] == people
    assert len({slip.pin for slip in made}) == len({slip.token for slip in made}) == 6


def test_nobody_gives_a_trainer_a_pin(database: Database) -> None:
    ammini = a_person(database, "Ammini", phone=PHONE)
    set_password(database, the_keys(), ammini, "ammini", "three dry boats", None, NOW)
    with pytest.raises(Rejected, match="comes-by-password"):
        pins.reset_pin(database, the_keys(), ammini, None, NOW)
    with pytest.raises(Rejected, match="comes-by-password"):
        pins.set_pin(database, the_keys(), ammini, None, PIN, NOW)


def test_a_guest_gets_no_pin_without_a_number(database: Database) -> None:
    guest = a_person(database, "Sreeja")
    with pytest.raises(Rejected, match="no-phone"):
        pins.issue_slips(database, the_keys(), [guest], None, NOW)
    with pytest.raises(Rejected, match="no-phone"):
        pins.set_pin(database, the_keys(), guest, None, PIN, NOW)


def test_one_who_may_have_no_slip_stops_the_whole_sheet(database: Database) -> None:
    sreeja = a_person(database, "Sreeja", phone=PHONE, pin=PIN)
    with pytest.raises(Rejected, match="no-phone"):
        pins.issue_slips(database, the_keys(), [sreeja, a_person(database, "Rema")], None, NOW)
    assert door.log_in(database, the_keys(), PHONE, PIN, NOW).id == sreeja


def test_a_guest_sets_a_pin_with_her_number_and_comes_in_by_both(database: Database) -> None:
    guest = a_person(database, "Sreeja")
    pins.set_pin(database, the_keys(), guest, PHONE, PIN, NOW)
    assert door.log_in(database, the_keys(), PHONE, PIN, NOW).id == guest


def test_a_number_once_given_is_not_changed_with_the_pin(database: Database) -> None:
    sreeja = a_person(database, "Sreeja", phone=PHONE, pin=PIN)
    pins.set_pin(database, the_keys(), sreeja, "94470 99999", "518306", NOW)
    assert door.log_in(database, the_keys(), PHONE, "518306", NOW).id == sreeja


def test_an_easy_pin_is_refused(database: Database) -> None:
    sreeja = a_person(database, "Sreeja", phone=PHONE)
    with pytest.raises(Rejected, match="pin-easy"):
        pins.set_pin(database, the_keys(), sreeja, None, "123456", NOW)


def test_the_pin_of_somebody_on_the_same_phone_is_refused_in_the_words_for_an_easy_one(database: Database) -> None:
    a_person(database, "Rema", phone=PHONE, pin=PIN)
    guest = a_person(database, "Sreeja")
    with pytest.raises(Rejected) as taken:
        pins.set_pin(database, the_keys(), guest, PHONE, PIN, NOW)
    with pytest.raises(Rejected) as easy:
        pins.set_pin(database, the_keys(), guest, PHONE, "123456", NOW)
    assert (taken.value.code, taken.value.text) == (easy.value.code, easy.value.text)


def test_choosing_a_pin_is_no_second_door_to_try_somebody_elses_at(database: Database) -> None:
    a_person(database, "Rema", phone=PHONE, pin=PIN)
    guest = a_person(database, "Sreeja")
    for _ in range(4):
        with pytest.raises(Rejected, match="pin-easy"):
            pins.set_pin(database, the_keys(), guest, PHONE, "123456", NOW)
    with pytest.raises(Rejected, match="wait"):
        pins.set_pin(database, the_keys(), guest, PHONE, "518306", NOW)
    with pytest.raises(Rejected, match="wait"):
        door.log_in(database, the_keys(), PHONE, PIN, NOW)
    pins.set_pin(database, the_keys(), guest, PHONE, "518306", NOW + timedelta(minutes=1))


def test_four_people_may_share_a_phone_and_no_fifth(database: Database) -> None:
    for name in ("Rema", "Bindu", "Omana", "Latha"):
        a_person(database, name, phone=PHONE)
    with pytest.raises(Rejected, match="phone-full"):
        a_person(database, "Sreeja", phone=PHONE)
    guest = a_person(database, "Sreeja")
    with pytest.raises(Rejected, match="phone-full"):
        pins.set_pin(database, the_keys(), guest, PHONE, PIN, NOW)


def test_nobody_is_not_found(database: Database) -> None:
    with pytest.raises(NotFound):
        pins.reset_pin(database, the_keys(), 99, None, NOW)
    with pytest.raises(NotFound):
        pins.set_pin(database, the_keys(), 99, PHONE, PIN, NOW)


def test_a_trainee_who_becomes_a_trainer_keeps_neither_pin_nor_slip(database: Database) -> None:
    sreeja = a_person(database, "Sreeja", phone=PHONE)
    slip = pins.issue_slips(database, the_keys(), [sreeja], None, NOW)[0]
    set_password(database, the_keys(), sreeja, "sreeja", "three dry boats", None, NOW)
    assert reading(database, lambda db: queries.person_of_slip(db, slip.token)) is None
    with pytest.raises(Rejected, match="no-fit"):
        door.log_in(database, the_keys(), PHONE, slip.pin, NOW)


def test_a_trainers_login_name_is_hers_alone(database: Database) -> None:
    a_trainer(database, "Ammini")
    with pytest.raises(Rejected, match="login-name-taken"):
        set_password(database, the_keys(), a_person(database, "Rema"), "AMMINI", "four dry boats", None, NOW)
    for name in ("am", "ammini k", "അമ്മിണി", "x" * 41):
        with pytest.raises(Rejected, match="login-name-unclear"):
            set_password(database, the_keys(), a_person(database, "Rema"), name, "four dry boats", None, NOW)
