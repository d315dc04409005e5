"""Coming in: by phone and PIN, by a name the phone knows, by password, by slip; and the waits after misses."""

from datetime import timedelta
from pathlib import Path

import pytest

from app.db import Database
from app.errors import Rejected
from app.people import door, pins, queries
from app.people.tables import Credential, LoginAttempt, Person, Slip
from app.people.waits import FORGET_AFTER, wait_after
from tests.builders import NOW, a_database, a_person, a_trainer, reading, the_keys, the_person

PHONE, PIN = "94470 12345", "274193"


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return a_database(tmp_path)


def come_in(database: Database, pin: str = PIN, phone: str = PHONE, after: timedelta = timedelta()) -> Person:
    return door.log_in(database, the_keys(), phone, pin, NOW + after)


def refusal(database: Database, pin: str, phone: str = PHONE, after: timedelta = timedelta()) -> Rejected:
    with pytest.raises(Rejected) as caught:
        come_in(database, pin, phone, after)
    return caught.value


@pytest.mark.promise("P3")
def test_number_and_pin_open_the_door_however_the_number_is_written(database: Database) -> None:
    sreeja = a_person(database, "Sreeja", phone=PHONE, pin=PIN)
    assert come_in(database, phone="+91 94470-12345").id == sreeja
    assert come_in(database, pin="274 193").id == sreeja


def test_a_wrong_pin_and_an_unknown_number_sound_the_same(database: Database) -> None:
    a_person(database, "Sreeja", phone=PHONE, pin=PIN)
    wrong, unknown = refusal(database, "274194"), refusal(database, PIN, phone="94470 99999")
    assert (wrong.code, wrong.text) == (unknown.code, unknown.text)
    assert wrong.code == "no-fit"


def test_an_unknown_number_waits_like_a_known_one(database: Database) -> None:
    a_person(database, "Sreeja", phone=PHONE, pin=PIN)
    for phone in (PHONE, "94470 99999"):
        assert [refusal(database, "111999", phone).code for _ in range(5)] == ["no-fit"] * 4 + ["wait"]


def test_the_right_pin_waits_too_and_counts_when_the_wait_is_over(database: Database) -> None:
    a_person(database, "Sreeja", phone=PHONE, pin=PIN)
    for _ in range(4):
        refusal(database, "111999")
    assert refusal(database, PIN, after=timedelta(seconds=9)).code == "wait"
    assert come_in(database, after=timedelta(seconds=10)).name == "Sreeja"
    assert refusal(database, "111999").code == "no-fit"  # the counting began afresh


def test_waits_grow_and_end_at_a_quarter_of_an_hour() -> None:
    seconds = [wait_after(misses).total_seconds() for misses in range(1, 13)]
    assert seconds == [0, 0, 0, 10, 20, 40, 80, 160, 320, 640, 900, 900]
    assert wait_after(10**6) == timedelta(minutes=15)


def test_a_try_that_has_to_wait_makes_the_wait_no_longer(database: Database) -> None:
    a_person(database, "Sreeja", phone=PHONE, pin=PIN)
    for _ in range(9):
        refusal(database, "111999")
    assert come_in(database, after=timedelta(seconds=10)).name == "Sreeja"


def test_misses_are_forgotten_after_two_days(database: Database) -> None:
    a_person(database, "Sreeja", phone=PHONE, pin=PIN)
    for _ in range(4):
        refusal(database, "111999")
    refusal(database, "111999", after=FORGET_AFTER + timedelta(seconds=1))
    assert [attempt.misses for attempt in reading(database, lambda db: db.query(LoginAttempt).all())] == [1]


def test_no_number_is_kept_in_the_clear_not_even_in_the_list_of_misses(database: Database) -> None:
    a_person(database, "Sreeja", phone=PHONE, pin=PIN)
    refusal(database, "111999")
    refusal(database, "111999", phone="94470 99999")
    kept = "".join(
        str(vars(row))
        for table in (Person, Credential, LoginAttempt)
        for row in reading(database, lambda db, table=table: db.query(table).all())
    )
    assert not any(word in kept for word in ("9447012345", "94470 12345", "9447099999", PIN, "111999"))


def test_two_people_on_one_phone_are_told_apart_by_their_pins(database: Database) -> None:
    rema = a_person(database, "Rema", phone=PHONE, pin="518306")
    sreeja = a_person(database, "Sreeja", phone=PHONE, pin=PIN)
    assert come_in(database, "518306").id == rema
    assert come_in(database, PIN).id == sreeja


def test_a_name_this_phone_knows_needs_only_the_pin(database: Database) -> None:
    sreeja = a_person(database, "Sreeja", phone=PHONE, pin=PIN)
    assert door.log_in_again(database, the_keys(), sreeja, PIN, NOW).id == sreeja


def test_trying_by_name_and_trying_by_number_are_counted_together(database: Database) -> None:
    sreeja = a_person(database, "Sreeja", phone=PHONE, pin=PIN)
    for _ in range(4):
        refusal(database, "111999")
    with pytest.raises(Rejected, match="wait"):
        door.log_in_again(database, the_keys(), sreeja, PIN, NOW)


def test_a_guest_has_no_pin_to_come_in_by(database: Database) -> None:
    guest = a_person(database, "Sreeja")
    with pytest.raises(Rejected, match="no-fit"):
        door.log_in_again(database, the_keys(), guest, PIN, NOW)


@pytest.mark.promise("P3")
def test_trainers_come_in_by_login_name_in_any_case_and_password(database: Database) -> None:
    ammini = a_trainer(database, "Ammini", password="three dry boats")
    assert door.log_in_by_password(database, the_keys(), " Ammini ", "three dry boats", NOW).id == ammini


def test_a_wrong_password_and_an_unknown_login_name_sound_the_same_and_wait(database: Database) -> None:
    a_trainer(database, "Ammini")
    for name in ("ammini", "nobody"):
        codes = []
        for _ in range(5):
            with pytest.raises(Rejected) as caught:
                door.log_in_by_password(database, the_keys(), name, "wrong boats and all", NOW)
            codes.append(caught.value.code)
        assert codes == ["no-fit"] * 4 + ["wait"]


def test_a_password_is_no_pin(database: Database) -> None:
    """A trainer's number opens nothing at the trainees' door, whatever is typed there."""
    ammini = a_person(database, "Ammini", phone=PHONE)
    from app.people.actions import set_password

    set_password(database, the_keys(), ammini, "ammini", "three dry boats", None, NOW)
    assert refusal(database, PIN).code == "no-fit"


@pytest.mark.promise("P3")
def test_a_slip_names_its_holder_until_it_is_revoked(database: Database) -> None:
    sreeja = a_person(database, "Sreeja", phone=PHONE)
    slip = pins.issue_slips(database, the_keys(), [sreeja], None, NOW)[0]
    assert reading(database, lambda db: queries.person_of_slip(db, slip.token)).id == sreeja  # type: ignore[union-attr]
    assert come_in(database, slip.pin).id == sreeja
    database.write(lambda db: pins.revoke_slip(db, sreeja, NOW))
    assert reading(database, lambda db: queries.person_of_slip(db, slip.token)) is None
    assert come_in(database, slip.pin).id == sreeja  # the PIN on the same paper still counts


def test_a_slip_that_never_was_looks_like_a_revoked_one(database: Database) -> None:
    assert reading(database, lambda db: queries.person_of_slip(db, "never-was")) is None


def test_a_slips_token_is_kept_only_hashed(database: Database) -> None:
    sreeja = a_person(database, "Sreeja", phone=PHONE)
    slip = pins.issue_slips(database, the_keys(), [sreeja], None, NOW)[0]
    assert slip.token not in str([vars(row) for row in reading(database, lambda db: db.query(Slip).all())])
    assert slip.token not in repr(slip)
    assert slip.pin not in repr(slip)


def test_the_person_is_signed_out_everywhere_by_a_new_pin(database: Database) -> None:
    sreeja = a_person(database, "Sreeja", phone=PHONE, pin=PIN)
    before = the_person(database, sreeja).generation
    pins.reset_pin(database, the_keys(), sreeja, None, NOW)
    assert the_person(database, sreeja).generation == before + 1
