"""What an author sees while writing: every activity as it will be, every mistake in its place, new at each saving."""

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.curriculum.preview import offer
from app.curriculum.proof import proof
from tests.builders import an_app
from tests.curriculum.folders import a_folder, edit
from tests.curriculum.samples import a_day, a_shelf

TWO = a_day("""
    ## First

    //// poll | first
        time: 2m

    One?

    - yes) Yes
    - no) No

    ////

    ## Second

    //// single | second
        tiem: 3m

    Two?

    - [x] yes) Yes
    - [ ] no) No

    ////
""")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return a_folder(tmp_path)


@pytest.fixture
def author(tmp_path: Path, folder: Path) -> FlaskClient:
    app: Flask = an_app(tmp_path)
    offer(app, folder)
    return app.test_client()


@pytest.mark.promise("C9")
def test_a_mistake_stands_where_its_activity_would() -> None:
    made = proof(TWO, "day-2", a_shelf())
    assert [(block.get("id"), [fault["text"] for fault in block["faults"]]) for block in made["blocks"]][-2:] == [
        ("first", []),
        (None, ["'single' has no option 'tiem'; did you mean 'time'?"]),
    ]
    (fault,) = made["blocks"][-1]["faults"]
    assert [fault["line"], fault["column"]] in [[number, 5] for number, words in fault["lines"] if "tiem" in words]
    assert "Two?" not in str(made["blocks"][:-1])


def test_what_is_whole_has_both_faces() -> None:
    first = proof(TWO, "day-2", a_shelf())["blocks"][-2]
    assert first["task"]["options"]
    assert "solution" in first
    assert first["title"] == "First"


def test_a_file_that_cannot_be_read_at_all_is_told_and_not_thrown() -> None:
    for text in ("", "no front matter", "---\n: [\n---\n", "//// single\n////", "\x00"):
        made = proof(text, "day-2", a_shelf())
        assert made["faults"] or any(block["faults"] for block in made["blocks"])


@pytest.mark.promise("C9")
def test_the_page_asks_again_and_gets_what_was_saved(author: FlaskClient, folder: Path) -> None:
    assert author.get("/preview").headers["Location"] == "/preview/tin_box/day-1"
    assert b"preview-" in author.get("/preview/tin_box/day-1").data
    first = author.get("/preview/tin_box/day-1.json")
    again = {"If-None-Match": first.headers["ETag"]}
    assert author.get("/preview/tin_box/day-1.json", headers=again).status_code == 304
    edit(folder / "tin_box" / "day-1.md", "Where is the money?", "Where is the tin?")
    saved = author.get("/preview/tin_box/day-1.json", headers=again)
    assert saved.status_code == 200
    assert "Where is the tin?" in saved.text


def test_a_picture_is_there_before_the_course_is_published(author: FlaskClient) -> None:
    assert "/preview/tin_box/media/tin.svg" in author.get("/preview/tin_box/day-1.json").text
    with author.get("/preview/tin_box/media/tin.svg") as picture:
        assert picture.mimetype == "image/svg+xml"
    assert author.get("/preview/tin_box/media/../course.yml").status_code == 404


def test_an_answer_is_counted_and_forgotten(author: FlaskClient) -> None:
    page = author.get("/preview/tin_box/day-1").text
    token = {"X-CSRFToken": page.split('name="csrf-token" content="')[1].split('"')[0]}

    def give(cells: object) -> tuple[int, object]:
        answer = author.post("/preview/tin_box/day-1/tins", json={"cells": cells}, headers=token)
        return answer.status_code, answer.get_json().get("tally")

    assert give({"": "tin"}) == (200, {"n": 1, "counts": {"tin": 1, "purse": 0}})
    assert give({"": "roof"})[0] == 409
    assert give({"": "purse"}) == (200, {"n": 1, "counts": {"tin": 0, "purse": 1}})


@pytest.mark.parametrize("address", ["/preview", "/preview/tin_box/day-1", "/preview/tin_box/day-1.json"])
def test_it_answers_this_machine_alone(author: FlaskClient, address: str) -> None:
    assert author.get(address, environ_base={"REMOTE_ADDR": "192.168.1.7"}).status_code == 404


def test_no_other_server_has_these_pages(tmp_path: Path) -> None:
    assert an_app(tmp_path).test_client().get("/preview").status_code == 404
