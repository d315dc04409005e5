"""The page of changes: what an edit would do to the answers of real meetings, for those who may edit courses."""

import re
from pathlib import Path

import pytest
from markupsafe import Markup

from app.live.asking import Actor
from app.live.commands import Answer, Open, Start
from app.people.rules import Role
from app.revisions.queries import answers_given
from tests.builders import an_official, an_organisation, signed_in_client, the_person
from tests.curriculum.folders import a_folder, edit
from tests.live import books
from tests.live.house import House, build


@pytest.fixture
def house(tmp_path: Path) -> House:
    """Day 1 of the tin box: three trainees have answered its poll."""
    folder = a_folder(tmp_path)
    house = build(tmp_path, 3, courses=folder, day=("tin_box", "day-1"))
    house.app.config["COURSES"] = folder
    live, trainer = house.live, Actor(house.trainers[0], True)
    live.runner.submit(house.meeting, trainer, Start(), "s")
    live.runner.submit(house.meeting, trainer, Open("tins"), "o")
    for person, key in zip(house.trainees, ("tin", "tin", "purse"), strict=True):
        live.runner.submit(house.meeting, Actor(person, False), Answer("tins", key), f"a{person}")
    return house


def an_editor(house: House, organisation: int | None = None) -> int:
    home = organisation or the_person(house.database, house.trainees[0]).organisation_id
    return an_official(house.database, Role.ADMINISTRATOR, f"Asha{home}", organisation=home)


def read(house: House, person: int) -> str:
    """The words of the page, in one line."""
    answer = signed_in_client(house.app, person).get("/courses/tin_box/changes")
    assert answer.status_code == 200, answer.text
    main = re.search(r"<main.*</main>", answer.text, re.DOTALL)
    assert main is not None
    return " ".join(Markup(main[0]).striptags().split())


@pytest.mark.promise("C5")
def test_what_is_not_edited_changes_nothing(house: House) -> None:
    assert read(house, an_editor(house)).endswith("day-1 As it is published. day-2 As it is published.")


@pytest.mark.promise("C5")
def test_an_edit_is_shown_with_the_people_and_answers_it_concerns(house: House) -> None:
    edit(house.app.config["COURSES"] / "tin_box" / "day-1.md", "In a tin", "In the tin")
    assert (
        "Tins Other words tins 3 answers, 3 people. The answers stay as they are. "
        "1 place with other words items/tin In a tin In the tin" in read(house, an_editor(house))
    )


@pytest.mark.promise("C5")
def test_what_vanishes_with_answers_comes_with_lines_to_copy(house: House) -> None:
    edit(house.app.config["COURSES"] / "tin_box" / "day-1.md", "| tins", "| boxes")
    seen = read(house, an_editor(house))
    assert "Tins New boxes" in seen
    assert "was: tins retired: [tins]" in seen


@pytest.mark.promise("P1")
def test_answers_of_other_organisations_are_not_counted(house: House) -> None:
    edit(house.app.config["COURSES"] / "tin_box" / "day-1.md", "In a tin", "In the tin")
    elsewhere = an_organisation(house.database, "Jeevika")
    assert "Nobody has answered this yet." in read(house, an_editor(house, elsewhere))


def test_who_may_not_edit_courses_finds_nothing(house: House) -> None:
    assert [house.client(one).get("/courses/tin_box/changes").status_code for one in (house.trainers[0], None)] == [
        404,
        302,
    ]


@pytest.mark.promise("C5")
def test_every_answer_knows_the_version_it_was_given_to(house: House) -> None:
    with house.database.read() as session:
        given = answers_given(session, "tin_box", "day-1")
    version = house.live.runner.room(house.meeting).about.content_hash
    assert sorted((one.content, one.activity, one.who, one.person) for one in given) == [
        (version, "tins", f"p{person}", person) for person in house.trainees
    ]


@pytest.mark.promise("C5")
@pytest.mark.parametrize(
    ("on_change", "words"),
    [
        ("regrade", "They will be marked anew; in a day that goes on, when it has ended."),
        ("reset", "They will be set aside; in a day that goes on, when it has ended."),
        ("keep", "The answers stay as they are."),
    ],
)
def test_the_page_says_what_will_become_of_how_many_answers(tmp_path: Path, on_change: str, words: str) -> None:
    house = books.a_house(tmp_path)
    books.hold(house)
    for old, new in books.moved(on_change):
        edit(house.app.config["COURSES"] / "tin_box" / "day-1.md", old, new)
    assert f"Something else is right books 2 answers, 2 people. {words}" in read(house, an_editor(house))
    house.database.close()
