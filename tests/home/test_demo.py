"""The demo: everybody in it can come in, and seeding twice changes nothing."""

import re
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask

from app import clock
from app.assessments.queries import offers
from app.assessments.rules import Phase
from app.cohorts import queries
from app.cohorts.rooms import rooms_of
from app.home import demo
from app.people import door
from app.people.rules import Role
from app.people.tables import Organisation, Person
from tests.builders import an_app, an_app_with_courses, database_of, reading, the_keys


@pytest.fixture
def app(tmp_path: Path) -> Flask:
    """Of somebody who has published the courses before."""
    return an_app_with_courses(tmp_path)


def seed(app: Flask) -> str:
    result = app.test_cli_runner().invoke(args=["demo", "seed"])
    assert result.exit_code == 0, result.output
    return result.output


def test_thirty_trainees_two_trainers_seven_days_and_a_room_in_its_lobby(tmp_path: Path) -> None:
    app = an_app(tmp_path)  # with nothing in it at all: the courses come with the demo
    seed(app)
    database = database_of(app)
    with app.app_context(), database.read() as session:
        organisation = session.query(Organisation).one()
        cohort = queries.cohorts_in(session, organisation.id)[0]
        members = queries.roster(session, cohort.id)
        assert (organisation.name, cohort.name) == ("Kudumbashree, Kerala (demo)", "Alappuzha, batch 1")
        assert len(members) == 30
        assert {member.lang for member in members} == {"en", "ml"}
        assert {member.district for member in members} == set(demo.BLOCKS)
        assert [one.role for one in queries.trainers(session, cohort.id)] == [Role.MASTER_TRAINER, Role.ILO_TRAINER]
        days = queries.timetable(session, cohort.id)
        assert [day.day for day in days] == [1, 2, 3, 4, 5, 6, 7]
        first = days[0].starts_at.astimezone(demo.ZONE)
        assert (first.date(), first.hour) == (clock.now().astimezone(demo.ZONE).date(), 10)
        assert [(room.state, room.module) for room in rooms_of([cohort.id])] == [("lobby", "day-1")]


def test_everybody_can_answer_the_questions_before_the_course(app: Flask) -> None:
    seed(app)
    with app.test_request_context(), database_of(app).read() as session:
        cohort = queries.cohorts_in(session, session.query(Organisation).one().id)[0]
        found = {
            (offer.course, offer.phase, offer.answered, offer.of)
            for member in queries.roster(session, cohort.id)
            for offer in offers(session, cohort.id, member.id, clock.now())
        }
    assert found == {(demo.COURSE, Phase.BEFORE, 0, 10)}


def test_everybody_comes_in_by_what_was_told(app: Flask) -> None:
    told = seed(app)
    database, now = database_of(app), clock.now()
    pins = re.findall(r"(\+91 60000 \d{5})   (\d{6})   (.+)", told)
    assert [door.log_in(database, the_keys(), phone, pin, now).name for phone, pin, _ in pins] == list(demo.NAMES)
    staff = re.findall(r"^  (\w+ \w+) +([a-z]+) +([a-z]+ [a-z]+ [a-z]+ \d{4})$", told, re.MULTILINE)
    names = [door.log_in_by_password(database, the_keys(), login, words, now).name for _, login, words in staff]
    assert names == ["Ammini Raghavan", "Fathima Beevi", "Asha Menon"]


def test_what_was_told_is_kept_for_its_owner_only(app: Flask, tmp_path: Path) -> None:
    told = seed(app)
    kept = tmp_path / "demo.txt"
    assert kept.read_text().strip() == told.strip()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_seeding_twice_changes_nothing(app: Flask, tmp_path: Path) -> None:
    seed(app)
    kept = (tmp_path / "demo.txt").read_text()
    people = reading(database_of(app), lambda session: session.query(Person).count())
    assert "there already" in seed(app)
    assert (tmp_path / "demo.txt").read_text() == kept
    assert reading(database_of(app), lambda session: session.query(Person).count()) == people


def test_the_link_that_was_told_opens_the_door(app: Flask) -> None:
    link = re.search(r"(/j/[A-Z2-9]{6})", seed(app))
    assert link
    assert "What is a sick enterprise" in app.test_client().get(link[1]).text


def test_there_is_no_demo_administrator_where_a_hall_can_reach_it(app: Flask) -> None:
    app.extensions["settings"] = replace(app.extensions["settings"], lan=True)
    assert "Administrator" not in seed(app)
    assert reading(database_of(app), lambda session: session.query(Person).count()) == 32
