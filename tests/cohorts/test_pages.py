"""The pages of a batch, as trainers and administrators use them."""

import re
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app import curriculum
from app.cohorts import actions, guests, queries
from app.cohorts.queries import Standing
from app.db import Database
from app.people import door
from app.people.rules import Role
from app.settings import ROOT
from tests.builders import (
    NOW,
    a_cohort,
    a_trainee,
    a_trainer,
    an_app,
    an_official,
    an_organisation,
    database_of,
    post,
    reading,
    signed_in_client,
    the_keys,
)

KERALA = ZoneInfo("Asia/Kolkata")


@pytest.fixture
def app(tmp_path: Path) -> Flask:
    return an_app(tmp_path)


@pytest.fixture
def database(app: Flask) -> Database:
    return database_of(app)


@pytest.fixture
def cohort(database: Database) -> int:
    return a_cohort(database)


@pytest.fixture
def trainer(app: Flask, cohort: int) -> FlaskClient:
    return signed_in_client(app, a_trainer(database_of(app), "Ammini", cohort=cohort))


@pytest.fixture
def admin(app: Flask) -> FlaskClient:
    return signed_in_client(app, an_official(database_of(app), Role.ADMINISTRATOR))


def standing(database: Database, cohort: int, person: int) -> Standing | None:
    return reading(database, lambda db: queries.standing(db, cohort, person))


def test_a_trainer_sees_names_blocks_and_numbers(database: Database, cohort: int, trainer: FlaskClient) -> None:
    a_trainee(database, cohort, "ബിന്ദു", phone="94470 12345")
    page = trainer.get(f"/cohorts/{cohort}").text
    assert '<span lang="ml">ബിന്ദു</span>' in page
    assert "+91 94470 12345" in page
    assert "no PIN yet" in page


def test_a_trainer_adds_somebody_by_name_and_number(database: Database, cohort: int, trainer: FlaskClient) -> None:
    page = f"/cohorts/{cohort}"
    kuttanad = re.search(r'<option value="(\d+)" lang="en">Kuttanad', trainer.get(page).text)
    assert kuttanad
    form = {"name": "Sreeja", "phone": "94470 12345", "place": kuttanad[1]}
    assert post(trainer, f"{page}/people", page=page, **form).status_code == 302
    members = reading(database, lambda db: queries.roster(db, cohort))
    assert [(one.name, one.district) for one in members] == [("Sreeja", "Kuttanad")]
    assert "Sreeja is in the batch" in trainer.get(page).text


def test_a_number_that_is_none_is_told_at_the_form_and_the_name_stays(cohort: int, trainer: FlaskClient) -> None:
    page = f"/cohorts/{cohort}"
    answer = post(trainer, f"{page}/people", page=page, name="Sreeja", phone="12", place="")
    assert answer.status_code == 422
    assert "not a phone number we know" in answer.text
    assert 'value="Sreeja"' in answer.text


def test_a_new_pin_is_shown_once_and_counts(database: Database, cohort: int, trainer: FlaskClient) -> None:
    sreeja = a_trainee(database, cohort, "Sreeja", phone="94470 12345")
    told: list[tuple[int, str | None]] = []
    trainer.application.extensions["on_logout"][:] = [lambda *who: told.append(who)]
    page = f"/cohorts/{cohort}"
    answer = post(trainer, f"{page}/people/{sreeja}/pin", page=page)
    shown = re.search(r">(\d{3} \d{3})<", answer.text)
    assert shown
    assert answer.headers["Cache-Control"] == "no-store"
    assert door.log_in(database, the_keys(), "94470 12345", shown[1], NOW).id == sreeja
    assert shown[1] not in trainer.get(page).text
    assert told == [(sreeja, None)]  # every phone that was signed in as her is told to leave


def test_who_has_no_number_gets_no_pin_but_a_sentence(database: Database, cohort: int, trainer: FlaskClient) -> None:
    guest, page = a_trainee(database, cohort, "Sreeja"), f"/cohorts/{cohort}"
    post(trainer, f"{page}/people/{guest}/pin", page=page)
    assert "Write down the number first" in trainer.get(page).text


def test_number_and_block_are_corrected(database: Database, cohort: int, trainer: FlaskClient) -> None:
    sreeja, page = a_trainee(database, cohort, "Sreeja"), f"/cohorts/{cohort}"
    post(trainer, f"{page}/people/{sreeja}", page=page, phone="94470 12345", place="")
    assert "+91 94470 12345" in trainer.get(page).text
    post(trainer, f"{page}/people/{sreeja}", page=page, phone="12", place="")
    assert "not a phone number we know" in trainer.get(page).text


def test_who_left_is_no_longer_in_the_list(database: Database, cohort: int, trainer: FlaskClient) -> None:
    sreeja, page = a_trainee(database, cohort, "Sreeja"), f"/cohorts/{cohort}"
    post(trainer, f"{page}/people/{sreeja}/end", page=page)
    assert standing(database, cohort, sreeja) is None


def a_guest(database: Database, cohort: int, name: str = "Rosamma") -> int:
    return database.write(lambda db: guests.join_as_guest(db, the_keys().phones, cohort, name, NOW))


def test_a_guest_is_let_in_and_the_rooms_are_told(
    app: Flask, database: Database, cohort: int, trainer: FlaskClient
) -> None:
    changed: list[int] = []
    app.extensions["cohort_changed"] = changed.append
    guest, page = a_guest(database, cohort), f"/cohorts/{cohort}"
    assert "1 person waits at the door" in trainer.get(page).text
    post(trainer, f"{page}/people/{guest}/admit", page=page)
    assert standing(database, cohort, guest) is Standing.TRAINEE
    assert changed == [cohort]
    post(trainer, f"{page}/people/{guest}/admit", page=page)
    assert "Another trainer was quicker" in trainer.get(page).text
    assert changed == [cohort]


def test_a_guest_is_turned_away_or_joined(database: Database, cohort: int, trainer: FlaskClient) -> None:
    page, sreeja = f"/cohorts/{cohort}", a_trainee(database, cohort, "Sreeja K", phone="94470 12345")
    one, other = a_guest(database, cohort, "Nobody"), a_guest(database, cohort, "Sreeja")
    told: list[int] = []
    trainer.application.extensions["on_logout"][:] = [lambda person, _sign_in: told.append(person)]
    post(trainer, f"{page}/people/{one}/turn-away", page=page)
    post(trainer, f"{page}/people/{other}/merge", page=page, person=sreeja)
    assert [standing(database, cohort, guest) for guest in (one, other)] == [None, None]
    assert told == [one, other]


def test_nobody_is_signed_out_by_an_act_that_was_refused(database: Database, cohort: int, trainer: FlaskClient) -> None:
    elsewhere = a_cohort(database, "Patna", organisation=an_organisation(database, "Jeevika"))
    stranger = a_trainee(database, elsewhere, "Asha", organisation=an_organisation(database, "Jeevika"))
    told: list[int] = []
    trainer.application.extensions["on_logout"][:] = [lambda person, _sign_in: told.append(person)]
    page = f"/cohorts/{cohort}"
    for act in ("turn-away", "admit", "pin", "slip", "end"):
        post(trainer, f"{page}/people/{stranger}/{act}", page=page)
    post(trainer, f"{page}/people/{stranger}/merge", page=page, person=stranger)
    post(trainer, f"{page}/slips", page=page, person=stranger)
    assert told == []
    assert standing(database, elsewhere, stranger) is Standing.TRAINEE


def test_guests_can_be_closed_out(database: Database, cohort: int, trainer: FlaskClient) -> None:
    page = f"/cohorts/{cohort}"
    post(trainer, f"{page}/guests", page=page, allowed="no")
    assert not reading(database, lambda db: queries.cohort_named(db, cohort)).allows_guests
    post(trainer, f"{page}/guests", page=page, allowed="yes")
    assert reading(database, lambda db: queries.cohort_named(db, cohort)).allows_guests


# ---- slips ----


def test_slips_have_name_last_digits_pin_and_qr(database: Database, cohort: int, trainer: FlaskClient) -> None:
    sreeja = a_trainee(database, cohort, "Sreeja", phone="94470 12345")
    a_trainee(database, cohort, "Rema")
    page = f"/cohorts/{cohort}/slips"
    assert "No slip without a phone number" in trainer.get(page).text
    sheet = post(trainer, page, page=page, person=sreeja)
    assert sheet.headers["Cache-Control"] == "no-store"
    assert "Sreeja" in sheet.text
    assert '<b class="num">345</b>' in sheet.text
    assert "94470" not in sheet.text
    assert sheet.text.count('class="qr"') == 1
    assert "style=" not in sheet.text
    pin = re.search(r"(\d{3} \d{3})</b>", sheet.text)
    assert pin
    assert door.log_in(database, the_keys(), "94470 12345", pin[1], NOW).id == sreeja


@pytest.mark.parametrize(
    ("host", "is_warned"),
    [("localhost", True), ("127.0.0.1:8000", True), ("192.168.1.7:8000", False), ("koottam.example.org", False)],
)
def test_slips_that_no_phone_could_follow_are_warned_of(
    app: Flask, database: Database, cohort: int, host: str, is_warned: bool
) -> None:
    ammini = a_trainer(database, "Ammini", cohort=cohort)
    client = signed_in_client(app, ammini, host=host)
    page = client.get(f"/cohorts/{cohort}/slips", base_url=f"http://{host}").text
    assert ("only this computer knows" in page) is is_warned


def test_a_sheet_without_anybody_is_refused(cohort: int, trainer: FlaskClient) -> None:
    page = f"/cohorts/{cohort}/slips"
    assert post(trainer, page, page=f"/cohorts/{cohort}").status_code == 422


def test_a_slip_that_was_lost_is_closed(database: Database, cohort: int, trainer: FlaskClient) -> None:
    sreeja, page = a_trainee(database, cohort, "Sreeja", phone="94470 12345"), f"/cohorts/{cohort}"
    post(trainer, f"{page}/slips", page=f"{page}/slips", person=sreeja)
    assert "Close the lost slip" in trainer.get(page).text
    post(trainer, f"{page}/people/{sreeja}/slip", page=page)
    assert "Close the lost slip" not in trainer.get(page).text


# ---- days ----


@pytest.fixture
def day(database: Database, cohort: int) -> int:
    return database.write(lambda db: actions.set_day(db, cohort, "sick_me_revival", 1, NOW).id)


def test_the_link_of_a_day_is_kept_or_refused_with_a_sentence(cohort: int, day: int, trainer: FlaskClient) -> None:
    page, changed = f"/cohorts/{cohort}", list[int]()
    trainer.application.extensions["cohort_changed"] = changed.append
    post(trainer, f"{page}/days/{day}/link", page=page, link="https://meet.google.com/abc-defg-hij")
    assert "Call on Google Meet" in trainer.get(page).text
    assert changed == [cohort]  # the room shows it at once
    post(trainer, f"{page}/days/{day}/link", page=page, link="https://example.com/call")
    assert "Only links of Zoom, Teams and Google Meet" in trainer.get(page).text
    assert "Call on Google Meet" in trainer.get(page).text


def test_a_day_is_moved_by_the_clock_of_the_batch(
    database: Database, cohort: int, day: int, trainer: FlaskClient
) -> None:
    page = f"/cohorts/{cohort}"
    post(trainer, f"{page}/days/{day}", page=page, date="2026-12-01", time="14:30")
    entry = reading(database, lambda db: queries.timetable(db, cohort))[0]
    assert entry.starts_at == datetime(2026, 12, 1, 14, 30, tzinfo=KERALA)


def test_the_days_of_a_course_are_set_at_once_and_a_room_is_opened_once(
    database: Database, cohort: int, trainer: FlaskClient
) -> None:
    database.write(lambda db: curriculum.publish(db, ROOT / "courses"))
    page = f"/cohorts/{cohort}"
    post(trainer, f"{page}/days", page=page, course="sick_me_revival", date="2026-11-23", time="10:00")
    entries = reading(database, lambda db: queries.timetable(db, cohort))
    assert [entry.day for entry in entries] == [1, 2, 3, 4, 5, 6, 7]
    first = post(trainer, f"{page}/days/{entries[0].id}/room", page=page).location
    assert re.fullmatch(r"/m/[\w-]+/console", first or "")
    assert post(trainer, f"{page}/days/{entries[0].id}/room", page=page).location == first
    assert "Room code" in trainer.get(page).text


def test_a_course_nobody_published_has_no_days(cohort: int, trainer: FlaskClient) -> None:
    page = f"/cohorts/{cohort}"
    form = {"course": "no_such_course", "date": "2026-11-23", "time": "10:00"}
    assert post(trainer, f"{page}/days", page=page, **form).status_code == 404


def test_without_live_meetings_no_room_can_be_opened(
    app: Flask, database: Database, cohort: int, day: int, trainer: FlaskClient
) -> None:
    for hook in ("create_meeting", "meetings_of_cohorts", "find_meeting_by_code", "cohort_changed"):
        app.extensions.pop(hook, None)
    answer = post(trainer, f"/cohorts/{cohort}/days/{day}/room", page=f"/cohorts/{cohort}")
    assert answer.status_code == 409
    assert app.test_client().get("/j/K7W4PQ").status_code == 404
    post(trainer, f"/cohorts/{cohort}/people", page=f"/cohorts/{cohort}", name="Sreeja", phone="94470 12345")
    assert len(reading(database, lambda db: queries.roster(db, cohort))) == 1


# ---- administrators ----


def test_an_administrator_founds_a_batch_with_its_blocks(database: Database, admin: FlaskClient) -> None:
    form = {
        "name": "Wayanad, batch 1",
        "district": "Wayanad",
        "blocks": "Kalpetta, Mananthavady, ",
        "time_zone": "Asia/Kolkata",
    }
    where = post(admin, "/cohorts", page="/cohorts", **form).location
    assert where
    page = admin.get(where).text
    assert all(word in page for word in ("Wayanad, batch 1", "Kalpetta", "Mananthavady"))
    wrong = post(admin, "/cohorts", page="/cohorts", **(form | {"time_zone": "Mars"}))
    assert (wrong.status_code, "We do not know this time zone" in wrong.text) == (422, True)


def test_an_administrator_adds_new_and_known_trainers(app: Flask, database: Database, admin: FlaskClient) -> None:
    cohort = a_cohort(database)
    page = f"/cohorts/{cohort}"
    new = {"login_name": "fathima", "name": "Fathima", "password": "three dry boats", "role": "ilo-trainer"}
    assert post(admin, f"{page}/trainers", page=page, **new).status_code == 302
    a_trainer(database, "Ammini")
    assert post(admin, f"{page}/trainers", page=page, login_name="ammini").status_code == 302
    leads = reading(database, lambda db: queries.trainers(db, cohort))
    assert [(one.name, one.role) for one in leads] == [
        ("Fathima", Role.ILO_TRAINER),
        ("Ammini", Role.MASTER_TRAINER),
    ]
    post(admin, f"{page}/trainers/{leads[0].id}/end", page=page)
    assert [one.name for one in reading(database, lambda db: queries.trainers(db, cohort))] == ["Ammini"]


def test_a_trainer_of_another_organisation_is_not_taken_over(database: Database, admin: FlaskClient) -> None:
    a_trainer(database, "Asha2".lower(), organisation=an_organisation(database, "Jeevika"))
    cohort = a_cohort(database)
    form = {"login_name": "asha2", "name": "Asha", "password": "three dry boats"}
    answer = post(admin, f"/cohorts/{cohort}/trainers", page=f"/cohorts/{cohort}", **form)
    assert answer.status_code == 422
    assert "has this login name already" in answer.text


def test_the_list_of_batches_is_hers(app: Flask, database: Database, cohort: int, trainer: FlaskClient) -> None:
    a_cohort(database, "Wayanad, batch 1")
    a_cohort(database, "Patna", organisation=an_organisation(database, "Jeevika"))
    admin = signed_in_client(app, an_official(database, Role.ADMINISTRATOR))
    assert re.findall(r"Alappuzha, batch 1|Wayanad, batch 1|Patna", trainer.get("/cohorts").text) == [
        "Alappuzha, batch 1"
    ]
    assert "Wayanad, batch 1" in admin.get("/cohorts").text
    assert "Patna" not in admin.get("/cohorts").text
