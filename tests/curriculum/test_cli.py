"""What authors and operators see in the terminal."""

import json
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskCliRunner

from tests.builders import an_app
from tests.curriculum.folders import a_folder, edit

BROKEN = "tin_box/day-1.md:{}: error: 'poll' has no option 'tiem'; did you mean 'time'?"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = a_folder(tmp_path)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def runner(tmp_path: Path, folder: Path) -> FlaskCliRunner:
    made: Flask = an_app(tmp_path)
    made.config["COURSES"] = folder
    return made.test_cli_runner()


def place_of(file: Path, words: str) -> str:
    for number, line in enumerate(file.read_text().split("\n"), start=1):
        if words in line:
            return f"{number}:{line.index(words) + 1}"
    raise AssertionError(words)


@pytest.mark.promise("C3")
def test_check_says_file_line_and_column_and_ends_with_1(runner: FlaskCliRunner, folder: Path) -> None:
    file = folder / "tin_box" / "day-1.md"
    edit(file, "    time: 5m", "    tiem: 5m")
    result = runner.invoke(args=["courses", "check"])
    assert (result.exit_code, result.stdout) == (1, BROKEN.format(place_of(file, "tiem")) + "\n")
    assert result.stderr == "4 files, 1 errors, 0 warnings\n"


def test_check_of_a_sound_library_is_silent(runner: FlaskCliRunner) -> None:
    result = runner.invoke(args=["courses", "check"])
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "4 files, 0 errors, 0 warnings\n")


def test_warnings_do_not_stop_anybody(runner: FlaskCliRunner, folder: Path) -> None:
    edit(folder / "tin_box" / "day-1.md", "duration: 5m", "duration: 6m")
    result = runner.invoke(args=["courses", "check"])
    assert result.exit_code == 0
    assert result.stdout == "tin_box/day-1.md:1:1: warning: the activities take 5m: 1m under the duration of 6m\n"


@pytest.mark.parametrize(
    ("path", "files"), [(".", 4), ("tin_box", 3), ("tin_box/day-1.md", 1), ("facts.yml", 1), ("tin_box/course.yml", 1)]
)
def test_check_takes_a_folder_a_course_or_a_file(runner: FlaskCliRunner, folder: Path, path: str, files: int) -> None:
    result = runner.invoke(args=["courses", "check", str(folder / path)])
    assert (result.exit_code, result.stderr) == (0, f"{files} files, 0 errors, 0 warnings\n")


def test_check_of_one_file_is_about_that_file_only(runner: FlaskCliRunner, folder: Path) -> None:
    edit(folder / "tin_box" / "day-1.md", "    time: 5m", "    tiem: 5m")
    assert runner.invoke(args=["courses", "check", "tin_box/day-2.md"]).exit_code == 0


def test_check_speaks_to_programs_too(runner: FlaskCliRunner, folder: Path) -> None:
    file = folder / "tin_box" / "day-1.md"
    edit(file, "    time: 5m", "    tiem: 5m")
    line, column = map(int, place_of(file, "tiem").split(":"))
    result = runner.invoke(args=["courses", "check", "--json"])
    assert json.loads(result.stdout) == [
        {
            "file": "tin_box/day-1.md",
            "line": line,
            "column": column,
            "level": "error",
            "text": "'poll' has no option 'tiem'; did you mean 'time'?",
        }
    ]


@pytest.mark.promise("C3")
def test_fix_writes_what_it_mended_and_says_what_is_left(runner: FlaskCliRunner, folder: Path) -> None:
    file = folder / "tin_box" / "day-1.md"
    sound = file.read_text()
    edit(file, "    time: 5m", "  time: 5m")
    result = runner.invoke(args=["courses", "check", "--fix", "tin_box"])
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "tin_box/day-1.md: 1 mended\n3 files, 0 errors, 0 warnings\n"
    assert file.read_text() == sound
    assert sorted(path.name for path in file.parent.iterdir()) == ["course.yml", "day-1.md", "day-2.md", "media"]


def test_fix_of_one_file_leaves_the_others(runner: FlaskCliRunner, folder: Path) -> None:
    other = folder / "tin_box" / "day-2.md"
    edit(other, "    time: 5m", "  time: 5m")
    broken = other.read_text()
    assert runner.invoke(args=["courses", "check", "--fix", "tin_box/day-1.md"]).exit_code == 0
    assert other.read_text() == broken


def test_count_says_what_is_in_a_course(runner: FlaskCliRunner) -> None:
    result = runner.invoke(args=["courses", "count", "tin_box"])
    assert (result.exit_code, result.stdout) == (
        0,
        "tin_box: 2 days, 10 minutes, 2 activities\n  2 poll\n"
        "  0 questions, 1 drawings, 1 facts, the first to be looked up again by 2027-03-31\n",
    )
    (counted,) = json.loads(runner.invoke(args=["courses", "count", "--json"]).stdout)
    assert (counted["course"], counted["days"], counted["activities"]) == ("tin_box", 2, {"poll": 2})


def test_check_of_an_empty_folder_says_that_there_is_nothing(runner: FlaskCliRunner, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = runner.invoke(args=["courses", "check", str(tmp_path / "empty")])
    assert result.exit_code == 1
    assert "there is no course in" in result.stderr


def test_publish_says_what_became_of_each_module(runner: FlaskCliRunner, folder: Path) -> None:
    first = runner.invoke(args=["courses", "publish"])
    assert first.exit_code == 0
    assert [line.split(": version")[0] for line in first.stdout.splitlines()] == [
        "tin_box/course (en)",
        "tin_box/day-1 (en)",
        "tin_box/day-2 (en)",
    ]
    edit(folder / "tin_box" / "day-1.md", "    time: 5m", "    tiem: 5m")
    again = runner.invoke(args=["courses", "publish"])
    assert again.exit_code == 1
    lines = again.stdout.splitlines()
    assert lines[0].endswith(", as before")
    assert lines[1] == first.stdout.splitlines()[1].replace(": version", ": has errors; version") + " stays"
    assert again.stderr == BROKEN.format(place_of(folder / "tin_box" / "day-1.md", "tiem")) + "\n"
