"""`flask courses i18n`: from the courses to translators and back, in files."""

from pathlib import Path

import polib
import pytest
from flask import Flask
from flask.testing import FlaskCliRunner

from tests.builders import an_app
from tests.curriculum.folders import a_folder, edit


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = a_folder(tmp_path)
    edit(folder / "tin_box" / "course.yml", "language: en\n", "language: en\nlanguages: [en, ml]\n")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def runner(tmp_path: Path, folder: Path) -> FlaskCliRunner:
    made: Flask = an_app(tmp_path)
    made.config["COURSES"] = folder
    return made.test_cli_runner()


def test_extract_writes_a_file_for_each_module_and_for_the_facts(runner: FlaskCliRunner) -> None:
    result = runner.invoke(args=["courses", "i18n", "extract"])
    assert result.stdout.splitlines() == [
        "tin_box/locale/ml/course.po: 4 texts",
        "tin_box/locale/ml/day-1.po: 8 texts",
        "tin_box/locale/ml/day-2.po: 8 texts",
        "locale/ml/facts.po: 2 texts",
    ]
    again = runner.invoke(args=["courses", "i18n", "extract"])
    assert all(line.endswith(", as before") for line in again.stdout.splitlines())


def test_extract_keeps_what_is_translated_and_marks_what_was_changed(runner: FlaskCliRunner, folder: Path) -> None:
    runner.invoke(args=["courses", "i18n", "extract"])
    file = folder / "tin_box" / "locale" / "ml" / "day-1.po"
    words = polib.pofile(str(file))
    for entry in words:
        entry.msgstr = {"In a tin": "പെട്ടിയിൽ", "In a purse": "പേഴ്സിൽ"}.get(entry.msgid, "")
    words.save(str(file))
    edit(folder / "tin_box" / "day-1.md", "In a purse", "In my purse")
    runner.invoke(args=["courses", "i18n", "extract"])
    found = {entry.msgctxt: entry for entry in polib.pofile(str(file)) if entry.msgstr}
    assert {name: (one.msgstr, one.fuzzy, one.previous_msgid) for name, one in found.items()} == {
        "day-1/tins/tin": ("പെട്ടിയിൽ", False, None),
        "day-1/tins/purse": ("പേഴ്സിൽ", True, "In a purse"),
    }
    status = runner.invoke(args=["courses", "i18n", "status", "tin_box/day-1.md"])
    assert status.stdout == "tin_box.day-1.ml: 1 translated, 1 stale, 6 missing, 12%\n"
    assert status.stderr.endswith(": warning: day-1/tins/purse: translated from older words\n")


@pytest.mark.parametrize("form", ["po", "csv"])
def test_a_broken_text_is_told_by_line_and_the_good_ones_are_taken(
    runner: FlaskCliRunner, folder: Path, form: str
) -> None:
    runner.invoke(args=["courses", "i18n", "export", "tin_box/day-1.md", "--out", "out"])
    file = folder / "out" / f"tin_box.day-1.ml.{form}"
    if form == "po":
        edit(file, 'msgid "In a tin"\nmsgstr ""', 'msgid "In a tin"\nmsgstr "പെട്ടിയിൽ"')
        edit(file, 'msgid "In a purse"\nmsgstr ""', 'msgid "In a purse"\nmsgstr "<b>പേഴ്സിൽ</b>"')
    else:
        edit(file, "In a tin,,missing", "In a tin,പെട്ടിയിൽ,missing")
        edit(file, "In a purse,,missing", "In a purse,<b>പേഴ്സിൽ</b>,missing")
    lines = file.read_text(encoding="utf-8").splitlines()
    line = next(at for at, text in enumerate(lines, start=1) if "day-1/tins/purse" in text)
    line -= form == "po"  # an entry begins with the line that says where the text stands
    result = runner.invoke(args=["courses", "i18n", "import", str(file)])
    assert result.exit_code == 1
    assert result.stdout == "tin_box.day-1.ml: 1 taken, 1 not\n"
    place = f"out/tin_box.day-1.ml.{form}:{line}:1"
    assert result.stderr == f"{place}: error: day-1/tins/purse: raw HTML is not part of a course: {CODE}\n"
    kept = polib.pofile(str(folder / "tin_box" / "locale" / "ml" / "day-1.po"))
    assert {entry.msgid: entry.msgstr for entry in kept if entry.msgstr} == {"In a tin": "പെട്ടിയിൽ"}


CODE = "write Markdown, or `code`"


def test_a_po_file_that_cannot_be_read_is_told_and_left_alone(runner: FlaskCliRunner, folder: Path) -> None:
    file = folder / "tin_box" / "locale" / "ml" / "day-1.po"
    file.parent.mkdir(parents=True)
    file.write_text('msgid "Tin"\nnot a PO file\n')
    result = runner.invoke(args=["courses", "i18n", "extract", "tin_box/day-1.md"])
    assert "tin_box/locale/ml/day-1.po:1:1: error: this PO file cannot be read" in result.stderr
    assert file.read_text() == 'msgid "Tin"\nnot a PO file\n'
