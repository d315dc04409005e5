"""What readers see of a translated course: their language, a switch, and how far one can rely on it."""

from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.curriculum.publish import publish
from app.db import Base
from tests.builders import an_app
from tests.curriculum.folders import a_folder, edit

STATE = {"X-State": "draft, needs a native reader"}
DRAFT = "This translation is a draft. It needs a native reader."
MALAYALAM_DRAFT = "ഈ പരിഭാഷ കരടാണ്. മലയാളം മാതൃഭാഷയായ ഒരാൾ വായിച്ചുനോക്കണം."


def translated(folder: Path, *, is_draft: bool = True) -> None:
    edit(folder / "tin_box" / "course.yml", "language: en\n", "language: en\nlanguages: [en, ml]\n")
    file = folder / "tin_box" / "locale" / "ml" / "day-1.po"
    file.parent.mkdir(parents=True)
    po = polib.POFile()
    po.metadata = STATE if is_draft else {}
    po.append(polib.POEntry(msgctxt="day-1/tins/tin", msgid="In a tin", msgstr="പെട്ടിയിൽ"))
    po.append(polib.POEntry(msgctxt="day-1/tins/purse", msgid="In some purse", msgstr="പേഴ്സിൽ"))
    file.write_text(f"{po}\n", encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return a_folder(tmp_path)


@pytest.fixture
def reader(tmp_path: Path, folder: Path) -> Iterator[FlaskClient]:
    app: Flask = an_app(tmp_path)
    app.config["COURSES"] = folder
    database = app.extensions["database"]
    Base.metadata.create_all(database.engine)
    yield app.test_client()
    database.close()


def page(reader: FlaskClient, folder: Path, address: str) -> str:
    reader.application.extensions["database"].write(lambda session: publish(session, folder))
    return reader.get(address).get_data(as_text=True)


@pytest.mark.promise("C6")
def test_a_day_is_read_in_the_language_of_the_reader(reader: FlaskClient, folder: Path) -> None:
    translated(folder)
    found = page(reader, folder, "/courses/tin_box/day-1?lang=ml")
    assert "<li>പെട്ടിയിൽ</li>" in found
    assert "<li><span data-older>പേഴ്സിൽ</span></li>" in found
    assert '<p><span lang="en">' not in found
    assert '<div lang="en"><p>Where is the money?</p></div>' in found


def test_one_may_read_in_another_language_than_that_of_the_page(reader: FlaskClient, folder: Path) -> None:
    translated(folder)
    found = page(reader, folder, "/courses/tin_box/day-1?lang=en&in=ml")
    assert "<li>പെട്ടിയിൽ</li>" in found
    assert '<a class="btn btn-quiet" href="?in=en" lang="en" hreflang="en">English</a>' in found
    assert 'href="?in=ml" lang="ml" hreflang="ml" aria-current=true>മലയാളം</a>' in found


def test_a_course_in_one_language_has_no_switch(reader: FlaskClient, folder: Path) -> None:
    assert "?in=" not in page(reader, folder, "/courses/tin_box/day-1")


def test_a_language_that_is_not_there_shows_the_course_as_it_was_written(reader: FlaskClient, folder: Path) -> None:
    translated(folder)
    assert "<li>In a tin</li>" in page(reader, folder, "/courses/tin_box/day-1?in=km")


@pytest.mark.promise("C6")
def test_a_draft_says_so_in_both_languages(reader: FlaskClient, folder: Path) -> None:
    translated(folder)
    found = page(reader, folder, "/courses/tin_box/day-1?in=ml")
    assert f'<p class="note small" lang="ml">{MALAYALAM_DRAFT}' in found
    assert f'<p class="note small" lang="en">{DRAFT}' in found
    assert DRAFT not in page(reader, folder, "/courses/tin_box/day-1?in=en")


def test_what_a_native_reader_has_seen_is_no_draft(reader: FlaskClient, folder: Path) -> None:
    translated(folder, is_draft=False)
    found = page(reader, folder, "/courses/tin_box/day-1?in=ml")
    assert DRAFT not in found
    assert "↻ marks what is translated from an older wording." in found
