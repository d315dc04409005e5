"""What now? The first page for a visitor, a trainee, a guest and a trainer, at different hours of the programme."""

import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from flask import Flask

from app import clock
from app.cohorts import actions as cohorts
from app.cohorts.guests import join_as_guest
from app.db import Database
from app.people.rules import Role
from tests.builders import (
    a_cohort,
    a_person,
    a_trainee,
    a_trainer,
    an_app,
    an_official,
    database_of,
    post,
    signed_in_client,
    the_keys,
)

KERALA = ZoneInfo("Asia/Kolkata")
DAY_1 = datetime(2026, 11, 23, 10, 0, tzinfo=KERALA)


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Flask:
    made = an_app(tmp_path)
    at(monkeypatch, DAY_1 - timedelta(minutes=38))
    cohort = a_cohort(database_of(made))
    database_of(made).write(lambda db: cohorts.set_days(db, cohort, "branding", range(1, 8), DAY_1))
    made.extensions["meetings_of_cohorts"] = lambda _ids: []
    return made


@pytest.fixture
def database(app: Flask) -> Database:
    return database_of(app)


def at(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    monkeypatch.setattr(clock, "now", lambda: moment)


def rooms(app: Flask, *found: tuple[int, str]) -> None:
    """Meetings of these days in these states."""
    app.extensions["meetings_of_cohorts"] = lambda _ids: [_meeting(day, state) for day, state in found]


def _meeting(day: int, state: str) -> dict[str, Any]:
    starts_at = (DAY_1 + timedelta(days=day - 1)).isoformat()  # text or datetime: both are understood
    return {
        "id": f"m{day}", "title": "", "state": state, "starts_at": starts_at, "cohort_id": 1, "code": "K7W4PQ",
        "course": "branding", "module": f"day-{day}",
    }  # fmt: skip


def home(app: Flask, person: int) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", signed_in_client(app, person).get("/").text))


def links(app: Flask, person: int) -> list[str]:
    return re.findall(r'href="(/m/[^"]+)"', signed_in_client(app, person).get("/").text)


def test_a_visitor_reads_what_this_is_and_finds_the_ways_in(app: Flask) -> None:
    page = app.test_client().get("/").text
    assert "Koottam means a gathering" in page
    assert all(f'"{way}"' in page for way in ("/login", "/join", "/login/trainer"))


def test_a_trainee_goes_to_todays_room(app: Flask, database: Database) -> None:
    a_trainer(database, "Ammini", cohort=1)
    sreeja = a_trainee(database, 1, "Sreeja")
    rooms(app, (1, "lobby"))
    assert links(app, sreeja) == ["/m/m1"]
    page = home(app, sreeja)
    assert "Good morning, Sreeja" in page
    assert "Today, 10:00" in page
    assert "Starts in 38 minutes." in page
    assert "Ammini leads." in page


def test_the_greeting_follows_the_clock_of_the_batch(
    app: Flask, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    sreeja = a_trainee(database, 1)
    for hour, greeting in ((9, "Good morning"), (12, "Good afternoon"), (17, "Good evening")):
        at(monkeypatch, DAY_1.replace(hour=hour))
        assert greeting in home(app, sreeja)


def test_before_the_room_is_open_there_is_nothing_to_do_and_it_says_so(app: Flask, database: Database) -> None:
    sreeja = a_trainee(database, 1)
    assert links(app, sreeja) == []
    assert "The room opens shortly before" in home(app, sreeja)


def test_a_day_that_runs_is_said_to_run(app: Flask, database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    sreeja = a_trainee(database, 1)
    rooms(app, (1, "live"))
    at(monkeypatch, DAY_1 + timedelta(minutes=30))
    assert "It is going on now." in home(app, sreeja)


def test_days_that_are_over_can_be_looked_at_again_the_latest_first(
    app: Flask, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    sreeja = a_trainee(database, 1)
    rooms(app, (1, "ended"), (2, "review"), (3, "lobby"))
    at(monkeypatch, DAY_1 + timedelta(days=2))
    assert links(app, sreeja) == ["/m/m3", "/m/m2/review", "/m/m1/review"]


def test_when_all_days_are_done_it_says_so(app: Flask, database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    sreeja = a_trainee(database, 1)
    at(monkeypatch, DAY_1 + timedelta(days=30))
    assert "All days are done" in home(app, sreeja)


def test_a_guest_reads_that_she_waits_and_no_name(app: Flask, database: Database) -> None:
    a_trainer(database, "Ammini", cohort=1)
    a_trainee(database, 1, "Sreeja")
    guest = database.write(lambda db: join_as_guest(db, the_keys().phones, 1, "Rosamma", DAY_1))
    rooms(app, (1, "lobby"))
    page = home(app, guest)
    assert "You wait to be let in" in page
    assert not any(word in page for word in ("Ammini", "Sreeja"))
    assert links(app, guest) == ["/m/m1"]


def test_who_is_in_no_batch_is_told_what_to_do(app: Flask, database: Database) -> None:
    assert "You are in no batch just now" in home(app, a_person(database, "Sreeja"))


def test_a_trainer_goes_to_the_console_and_sees_who_waits(app: Flask, database: Database) -> None:
    ammini = a_trainer(database, "Ammini", cohort=1)
    database.write(lambda db: join_as_guest(db, the_keys().phones, 1, "Rosamma", DAY_1))
    rooms(app, (1, "lobby"))
    assert links(app, ammini) == ["/m/m1/screen", "/m/m1/console"]
    page = home(app, ammini)
    assert "K7W 4PQ" in page
    assert "1 person waits at the door" in page


def test_a_trainer_opens_the_room_of_a_day_that_has_none(app: Flask, database: Database) -> None:
    ammini = a_trainer(database, "Ammini", cohort=1)
    asked: list[tuple[Any, ...]] = []
    app.extensions["create_meeting"] = lambda *args, state: asked.append((*args, state)) or "m1"  # type: ignore[func-returns-value]
    assert post(signed_in_client(app, ammini), "/cohorts/1/days/1/room", page="/").location == "/m/m1/console"
    assert asked == [(1, "branding", "day-1", DAY_1, "lobby")]


def test_an_administrator_finds_the_batches(app: Flask, database: Database) -> None:
    assert "Found one, add trainers" in home(app, an_official(database, Role.ADMINISTRATOR))


def test_on_somebody_elses_phone_home_says_to_sign_out(app: Flask, database: Database) -> None:
    a_trainee(database, 1, "Sreeja", phone="94470 12345", pin="274193")
    client = app.test_client()
    post(client, "/login", phone="94470 12345", pin="274193", shared="yes")
    assert "This is not your phone" in client.get("/").text


def test_a_page_has_one_filled_button(app: Flask, database: Database) -> None:
    rooms(app, (1, "lobby"))
    sreeja, ammini = a_trainee(database, 1), a_trainer(database, "Ammini", cohort=1)
    pages = [app.test_client().get("/").text]
    pages += [signed_in_client(app, person).get("/").text for person in (sreeja, ammini)]
    pages += [signed_in_client(app, ammini).get("/cohorts/1").text, app.test_client().get("/login").text]
    assert [page.count("btn-main") for page in pages] == [1, 1, 1, 1, 1]
