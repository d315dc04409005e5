"""A folder of courses: what is read, what is told, what is published and what stays as it was."""

import hashlib
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app import curriculum
from app.curriculum.inspection import problems
from app.curriculum.library import PICTURE_BYTES, library
from app.curriculum.publish import Published, canonical, publish
from app.curriculum.tables import Content
from app.db import Base, Database
from app.errors import NotFound
from tests.curriculum.folders import a_folder, edit
from tests.curriculum.samples import TODAY, WHOLE

HTML = "raw HTML is not part of a course: write Markdown, or `code`"
NOW = datetime(2026, 11, 23, 4, 30, tzinfo=UTC)
Result = TypeVar("Result")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return a_folder(tmp_path)


@pytest.fixture
def database(tmp_path: Path) -> Database:
    database = Database(f"sqlite:///{tmp_path / 'test.db'}")
    Base.metadata.create_all(
        database.engine, [Base.metadata.tables[name] for name in ("content", "current_content", "publication")]
    )
    return database


def publishing(database: Database, folder: Path) -> list[Published]:
    return database.write(lambda session: publish(session, folder, NOW))


def reading(database: Database, query: Callable[[Session], Result]) -> Result:
    with database.read() as session:
        return query(session)


def told(folder: Path) -> list[str]:
    found = problems(library(folder, TODAY), WHOLE, TODAY)
    return [fault.said(str(file.relative_to(folder))) for file, faults in found.items() for fault in faults]


# --- reading ---


def test_a_sound_library_has_no_problems(folder: Path) -> None:
    assert told(folder) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("../facts.yml", "source:", "sauce:", "1:1: error: fact 'mudra' has no 'source'"),
        ("course.yml", "id: tin_box", "id: box", "1:5: error: id 'box' is not the name of the folder, 'tin_box'"),
        ("course.yml", "title: The tin box", "", "1:1: error: course.yml has no 'title'"),
        ("course.yml", "summary:", "sumary:", "3:1: error: a course has no 'sumary'; did you mean 'summary'?"),
        (
            "course.yml",
            "language: en",
            "language: en\nlanguages: [ml]",
            "5:12: error: the course is written in 'en', which is not among its languages",
        ),
        (
            "course.yml",
            "- id: day-2",
            "- id: Day 2",
            "8:5: error: a day is written '- id: day-1' with 'title: …' below, or '- day-1'",
        ),
        ("course.yml", "- id: day-2", "- id: day-1", "8:5: error: day 'day-1' is listed twice"),
        ("course.yml", "- id: day-2", "- id: day-3", "1:1: warning: day-2.md is not among the days"),
        (
            "day-1.md",
            "media/tin.svg",
            "media/tan.svg",
            "20:29: error: there is no file 'media/tan.svg'; did you mean 'tin.svg'?",
        ),
    ],
)
def test_what_is_wrong_is_told_file_by_file(folder: Path, file: str, old: str, new: str, message: str) -> None:
    edit(folder / "tin_box" / file, old, new)
    name = f"tin_box/{file}".replace("tin_box/../", "")
    assert f"{name}:{message}" in told(folder)


def test_a_file_that_is_not_utf8_is_told(folder: Path) -> None:
    (folder / "tin_box" / "day-1.md").write_bytes(b"---\ntitle: caf\xe9\n")
    assert told(folder) == ["tin_box/day-1.md:2:11: error: this is not UTF-8: save the file as UTF-8"]


def test_a_heavy_picture_is_a_warning(folder: Path) -> None:
    (folder / "tin_box" / "media" / "shop.jpg").write_bytes(b"x" * (PICTURE_BYTES + 1))
    assert told(folder) == ["tin_box/media/shop.jpg:1:1: warning: 60 kB; a picture should take at most 60 kB"]


# --- publishing ---


@pytest.mark.promise("C1")
def test_every_sound_module_is_published(folder: Path, database: Database) -> None:
    done = publishing(database, folder)
    assert [(one.module, one.is_sound, one.is_new) for one in done] == [
        ("course", True, True),
        ("day-1", True, True),
        ("day-2", True, True),
    ]
    name, module = reading(database, lambda session: curriculum.current(session, "tin_box", "day-1")) or ("", {})
    assert name == done[1].hash
    assert module["blocks"][0]["title"] == "Tins"
    assert reading(database, lambda session: curriculum.content(session, name)) == module


def test_the_hash_is_that_of_the_canonical_json(folder: Path, database: Database) -> None:
    publishing(database, folder)
    for row in reading(database, lambda session: session.execute(select(Content.hash, Content.json)).all()):
        assert hashlib.sha256(row.json.encode()).hexdigest() == row.hash
        assert canonical(json.loads(row.json)) == row.json


def test_publishing_the_same_again_changes_nothing(folder: Path, database: Database) -> None:
    first = publishing(database, folder)
    again = publishing(database, folder)
    assert [one.hash for one in again] == [one.hash for one in first]
    assert not any(one.is_new for one in again)
    assert len(reading(database, lambda session: session.scalars(select(Content)).all())) == 3


@pytest.mark.promise("C3")
def test_a_module_with_an_error_is_not_served_and_the_last_good_version_stays(folder: Path, database: Database) -> None:
    first = publishing(database, folder)
    edit(folder / "tin_box" / "day-1.md", "In a tin", "In a <b>tin</b>")
    edit(folder / "tin_box" / "day-2.md", "In a tin", "In a box")
    again = publishing(database, folder)
    assert [(one.module, one.is_sound, one.is_new) for one in again] == [
        ("course", True, False),
        ("day-1", False, False),
        ("day-2", True, True),
    ]
    assert again[1].hash == first[1].hash
    assert [fault.text for fault in again[1].faults] == [
        "raw HTML is not part of a course: write Markdown, or `code`"
    ] * 2
    name, module = reading(database, lambda session: curriculum.current(session, "tin_box", "day-1")) or ("", {})
    assert (name, module["blocks"][0]["items"][0]["html"]) == (first[1].hash, "In a tin")


def test_a_module_that_was_never_sound_is_not_there(folder: Path, database: Database) -> None:
    edit(folder / "tin_box" / "day-1.md", "In a tin", "In a <b>tin")
    assert publishing(database, folder)[1].hash is None
    assert reading(database, lambda session: curriculum.current(session, "tin_box", "day-1")) is None


def test_an_older_version_can_still_be_read(folder: Path, database: Database) -> None:
    first = publishing(database, folder)[2].hash
    edit(folder / "tin_box" / "day-2.md", "In a tin", "In a box")
    publishing(database, folder)
    assert first is not None
    old = reading(database, lambda session: curriculum.content(session, first))
    assert old["blocks"][0]["items"][0]["html"] == "In a tin"


def test_a_changed_fact_is_a_new_version(folder: Path, database: Database) -> None:
    publishing(database, folder)
    edit(folder / "facts.yml", "₹20 lakh", "₹30 lakh")
    assert [one.is_new for one in publishing(database, folder)] == [False, True, True]


def test_a_course_with_a_broken_card_is_left_as_it_is(folder: Path, database: Database) -> None:
    first = publishing(database, folder)
    edit(folder / "tin_box" / "course.yml", "title: The tin box", "titel: The tin box")
    again = publishing(database, folder)
    assert [(one.module, one.is_sound, one.hash) for one in again] == [("course", False, first[0].hash)]
    assert reading(database, lambda session: curriculum.course_card(session, "tin_box"))["title"] == "The tin box"


def test_ids_and_keys_that_vanish_are_told(folder: Path, database: Database) -> None:
    publishing(database, folder)
    edit(folder / "tin_box" / "day-1.md", "poll | tins", "poll | boxes")
    edit(folder / "tin_box" / "day-2.md", "- tin) In", "- box) In")
    done = publishing(database, folder)
    assert [fault.text for fault in done[1].faults] == [
        "'tins' is gone: write 'was: tins' under its new name, or retire it"
    ]
    assert [fault.text for fault in done[2].faults] == [
        "key 'tin' of 'tins' is gone; answers given under it stay without words"
    ]


def test_what_was_renamed_or_retired_is_not_missed(folder: Path, database: Database) -> None:
    publishing(database, folder)
    edit(folder / "tin_box" / "day-1.md", "poll | tins\n", "poll | boxes\n    was: tins\n")
    edit(folder / "tin_box" / "day-2.md", "- tin) In", "- box) tin) In")
    assert [one.faults for one in publishing(database, folder)] == [(), (), ()]
    edit(folder / "tin_box" / "day-1.md", "poll | boxes\n    was: tins\n", "poll | bags\n")
    edit(folder / "tin_box" / "day-1.md", "day: 1\n", "day: 1\nretired: [tins, boxes]\n")
    assert [one.faults for one in publishing(database, folder)] == [(), (), ()]


# --- asking ---


def test_the_card_says_which_days_are_published(folder: Path, database: Database) -> None:
    edit(folder / "tin_box" / "day-2.md", "In a tin", "In a <b>tin")
    done = publishing(database, folder)
    card = reading(database, lambda session: curriculum.course_card(session, "tin_box"))
    assert card == {
        "id": "tin_box",
        "title": "The tin box",
        "summary": "Where does the money go?",
        "language": "en",
        "languages": ["en"],
        "days": [
            {
                "id": "day-1",
                "title": "Know where the money goes",
                "hash": done[1].hash,
                "duration": 300,
                "parts": [{"id": "tins", "kind": "poll", "title": "Tins", "seconds": 300}],
            },
            {"id": "day-2", "title": "The book", "hash": None, "duration": None, "parts": []},
        ],
    }
    assert reading(database, curriculum.courses) == [card]


def test_what_is_not_there_is_not_found(database: Database) -> None:
    for query in (
        lambda session: curriculum.course_card(session, "tin_box"),
        lambda session: curriculum.content(session, "0" * 64),
    ):
        with pytest.raises(NotFound):
            reading(database, query)
    assert reading(database, curriculum.courses) == []
