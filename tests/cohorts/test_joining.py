"""Coming in by code: the code, the name, and who goes straight in."""

from pathlib import Path

import pytest
from flask import Flask

from app.cohorts import actions, queries
from app.cohorts.queries import Standing
from app.db import Database
from tests.builders import (
    a_cohort,
    a_person,
    a_trainee,
    a_trainer,
    an_app,
    an_organisation,
    database_of,
    post,
    reading,
    signed_in_client,
)

CODE = "K7W4PQ"


@pytest.fixture
def app(tmp_path: Path) -> Flask:
    made = an_app(tmp_path)
    cohort = a_cohort(database_of(made))
    made.extensions["find_meeting_by_code"] = lambda code: ("m1", cohort, "Day 1") if code == CODE else None
    return made


@pytest.fixture
def database(app: Flask) -> Database:
    return database_of(app)


def waiting(database: Database) -> list[str]:
    return [one.name for one in reading(database, lambda db: queries.guests_waiting(db, 1))]


@pytest.mark.promise("L1")
@pytest.mark.parametrize("typed", [CODE, "k7w 4pq", " k7w-4pq "])
def test_a_code_in_any_case_leads_to_the_door(app: Flask, typed: str) -> None:
    client = app.test_client()
    assert post(client, "/join", page="/join", code=typed).location == f"/j/{CODE}"
    assert "Day 1" in client.get(f"/j/{typed.strip()}").text


@pytest.mark.parametrize("typed", ["", "K7W4P", "K7W4P0", "ABCDEF"])
def test_a_wrong_code_is_told_and_stays_to_be_corrected(app: Flask, typed: str) -> None:
    answer = post(app.test_client(), "/join", page="/join", code=typed)
    assert answer.status_code == 404
    assert f'value="{typed}"' in answer.text
    assert "no open room with this code" in answer.text


def test_who_tries_codes_is_stopped(app: Flask) -> None:
    client = app.test_client()
    assert [client.get("/j/ABCDEF").status_code for _ in range(61)] == [404] * 60 + [429]
    assert client.get(f"/j/{CODE}").status_code == 200  # the right one still opens, for the class on the same line


def test_a_name_makes_a_guest_who_is_known_to_her_phone(app: Flask, database: Database) -> None:
    client = app.test_client()
    assert post(client, f"/j/{CODE}", page=f"/j/{CODE}", name="Rosamma", once="x").location == "/m/m1"
    assert waiting(database) == ["Rosamma"]
    client.delete_cookie("koottam")
    assert client.get(f"/j/{CODE}").location == "/m/m1"
    assert "You wait to be let in" in client.get("/").text


def test_a_finger_that_taps_twice_makes_one_guest(app: Flask, database: Database) -> None:
    first, second = app.test_client(), app.test_client()
    for client in (first, second):
        post(client, f"/j/{CODE}", page=f"/j/{CODE}", name="Rosamma", once="one-form")
    assert waiting(database) == ["Rosamma"]
    assert "Rosamma" in second.get("/me").text


def test_a_name_that_is_none_is_told_at_the_form(app: Flask, database: Database) -> None:
    answer = post(app.test_client(), f"/j/{CODE}", page=f"/j/{CODE}", name="94470 12345")
    assert answer.status_code == 422
    assert waiting(database) == []


@pytest.mark.promise("L1")
def test_the_people_of_the_batch_go_straight_in(app: Flask, database: Database) -> None:
    for person in (a_trainee(database, 1), a_trainer(database, cohort=1)):
        assert signed_in_client(app, person).get(f"/j/{CODE}").location == "/m/m1"


def test_somebody_known_asks_under_her_own_name(app: Flask, database: Database) -> None:
    sreeja = a_person(database, "Sreeja", phone="94470 12345", pin="274193")
    client = signed_in_client(app, sreeja)
    assert 'name="name"' not in client.get(f"/j/{CODE}").text
    assert post(client, f"/j/{CODE}", page=f"/j/{CODE}").location == "/m/m1"
    assert reading(database, lambda db: queries.standing(db, 1, sreeja)) is Standing.GUEST_WAITING


def test_somebody_of_another_organisation_comes_as_a_guest_of_a_new_name(app: Flask, database: Database) -> None:
    asha = a_person(database, "Asha", organisation=an_organisation(database, "Jeevika"), phone="94470 12345")
    client = signed_in_client(app, asha)
    assert "at another organisation" in client.get(f"/j/{CODE}").text
    post(client, f"/j/{CODE}", page=f"/j/{CODE}", name="Asha M", once="x")
    assert waiting(database) == ["Asha M"]
    assert reading(database, lambda db: queries.standing(db, 1, asha)) is None


def test_a_batch_without_guests_shows_the_way_by_pin(app: Flask, database: Database) -> None:
    database.write(lambda db: actions.allow_guests(db, 1, allowed=False))
    client = app.test_client()
    page = client.get(f"/j/{CODE}").text
    assert 'name="name"' not in page
    assert f'href="/login?next=/j/{CODE}"' in page
    assert post(client, f"/j/{CODE}", page="/join", name="Rosamma").status_code == 422
    assert waiting(database) == []


def test_nothing_of_the_batch_is_on_the_door_but_its_name(app: Flask, database: Database) -> None:
    a_trainee(database, 1, "Sreeja", phone="94470 12345")
    a_trainer(database, "Ammini", cohort=1)
    page = app.test_client().get(f"/j/{CODE}").text
    assert not any(word in page for word in ("Sreeja", "Ammini", "94470"))
