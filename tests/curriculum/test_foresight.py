"""What publishing would do, told before it is done: with every answer that exists."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskCliRunner
from sqlalchemy.orm import Session

from app import curriculum
from app.curriculum.foresight import Given
from tests.builders import an_app
from tests.curriculum.folders import a_folder, edit


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Flask:
    made: Flask = an_app(tmp_path)
    made.config["COURSES"] = a_folder(tmp_path)
    monkeypatch.chdir(made.config["COURSES"])
    return made


@pytest.fixture
def runner(app: Flask) -> FlaskCliRunner:
    runner = app.test_cli_runner()
    assert runner.invoke(args=["courses", "publish"]).exit_code == 0
    return runner


def answered_by(app: Flask, *people: int, activity: str = "tins") -> None:
    """These people have answered the poll of day 1, in the version that is current now."""
    with app.extensions["database"].read() as session:
        found = curriculum.current(session, "tin_box", "day-1")
    assert found is not None

    def given(session: Session, course: str, module: str, _organisations: object) -> Iterable[Given]:
        if module == "day-1":
            yield from (Given(found[0], activity, "m", f"p{person}", person) for person in people)

    app.extensions["answers_given"] = [given]


def would(runner: FlaskCliRunner, *path: str) -> list[str]:
    return runner.invoke(args=["courses", "publish", "--dry-run", *path]).stdout.splitlines()


@pytest.mark.promise("C5")
def test_what_is_not_edited_is_as_before(runner: FlaskCliRunner) -> None:
    assert would(runner) == ["tin_box/day-1 (en): as before", "tin_box/day-2 (en): as before"]


@pytest.mark.promise("C5")
def test_other_words_are_shown_with_the_answers_that_stay(app: Flask, runner: FlaskCliRunner) -> None:
    answered_by(app, 12, 13)
    edit(app.config["COURSES"] / "tin_box" / "day-1.md", "In a tin", "In the tin")
    assert would(runner, "tin_box/day-1.md") == [
        "tin_box/day-1 (en): 1 of 1 activities would change",
        "  tins: other words; 2 answers of 2 people stay as they are",
        "    items/tin: “In a tin” → “In the tin”",
    ]


@pytest.mark.promise("C5")
def test_a_name_that_vanishes_is_a_warning_only_where_answers_exist(app: Flask, runner: FlaskCliRunner) -> None:
    edit(app.config["COURSES"] / "tin_box" / "day-1.md", "| tins", "| boxes")
    gone = ["tin_box/day-1 (en): 2 of 2 activities would change", "  boxes: new", "  tins: gone"]
    assert would(runner, "tin_box/day-1.md") == gone
    answered_by(app, 12)
    assert would(runner, "tin_box/day-1.md")[2:] == [
        "  tins: gone; 1 answers of 1 people stay in the record without words in this version",
        "    warning: the id is gone while answers exist: write 'was: tins' under its new name, or 'retired: [tins]'",
    ]


@pytest.mark.promise("C5")
def test_answers_are_followed_through_the_versions_between(app: Flask, runner: FlaskCliRunner) -> None:
    answered_by(app, 12)
    file = app.config["COURSES"] / "tin_box" / "day-1.md"
    edit(file, "| tins\n", "| boxes\n    was: tins\n")
    assert runner.invoke(args=["courses", "publish"]).exit_code == 0
    edit(file, "| boxes\n    was: tins\n", "| chests\n    was: boxes\n")
    assert would(runner, "tin_box/day-1.md") == [
        "tin_box/day-1 (en): 1 of 1 activities would change",
        "  chests (was boxes): as before; 1 answers of 1 people stay as they are",
    ]


@pytest.mark.promise("C5")
def test_a_dry_run_writes_nothing_and_tells_mistakes(app: Flask, runner: FlaskCliRunner) -> None:
    edit(app.config["COURSES"] / "tin_box" / "day-1.md", "    time: 5m", "    tiem: 5m")
    result = runner.invoke(args=["courses", "publish", "--dry-run"])
    assert (result.exit_code, result.stdout.splitlines()) == (
        1,
        ["tin_box/day-1 (en): has errors; nothing would be published", "tin_box/day-2 (en): as before"],
    )
    assert "did you mean 'time'?" in result.stderr
    edit(app.config["COURSES"] / "tin_box" / "day-1.md", "    tiem: 5m", "    time: 5m")
    edit(app.config["COURSES"] / "tin_box" / "day-1.md", "In a tin", "In the tin")
    assert would(runner) == would(runner)
