"""`flask courses i18n`: from the courses to translators and back, in files."""

import json
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
    assert status.stderr == f"tin_box/locale/ml/day-1.po:{_line(file, 'day-1/tins/purse')}:1: warning: {PURSE}\n"


PURSE = "day-1/tins/purse: translated from older words, “In a purse”, now “In my purse”"


def _line(file: Path, context: str) -> int:
    """Where this entry begins: an entry begins with the line that says where the text stands."""
    before = file.read_text(encoding="utf-8").partition(f'msgctxt "{context}"')[0]
    return before.rpartition("\n\n")[0].count("\n") + 3


@pytest.fixture
def translated(runner: FlaskCliRunner, folder: Path) -> Path:
    """The PO file of the first day with all its texts translated."""
    runner.invoke(args=["courses", "i18n", "extract"])
    file = folder / "tin_box" / "locale" / "ml" / "day-1.po"
    words = polib.pofile(str(file))
    for entry in words:
        entry.msgstr = f"* {entry.msgid}" if entry.msgid.startswith("- ") else entry.msgid
    words.save(str(file))
    return file


def test_check_is_silent_on_what_is_not_translated_yet(runner: FlaskCliRunner) -> None:
    runner.invoke(args=["courses", "i18n", "extract"])
    result = runner.invoke(args=["courses", "check"])
    assert (result.stdout, result.stderr) == ("", "8 files, 0 errors, 0 warnings\n")


def test_check_warns_of_a_translation_of_older_words_at_its_line(
    runner: FlaskCliRunner, folder: Path, translated: Path
) -> None:
    assert runner.invoke(args=["courses", "check"]).stdout == ""
    edit(folder / "tin_box" / "day-1.md", "In a purse", "In my purse")
    place = f"tin_box/locale/ml/day-1.po:{_line(translated, 'day-1/tins/purse')}:1"
    result = runner.invoke(args=["courses", "check"])
    assert (result.exit_code, result.stdout) == (0, f"{place}: warning: {PURSE}\n")
    assert result.stderr == "8 files, 0 errors, 1 warnings\n"
    runner.invoke(args=["courses", "i18n", "extract"])
    assert runner.invoke(args=["courses", "check"]).stdout == f"{place}: warning: {PURSE}\n"
    assert runner.invoke(args=["courses", "check", "tin_box/day-1.md"]).stdout == ""
    assert runner.invoke(args=["courses", "check", str(translated)]).stdout == f"{place}: warning: {PURSE}\n"


def test_check_warns_of_a_translation_whose_text_is_gone(
    runner: FlaskCliRunner, folder: Path, translated: Path
) -> None:
    edit(folder / "tin_box" / "day-1.md", "- purse) In a purse", "- box) In the cash box of the unit")
    aside = '#~ msgctxt "day-1/old"\n#~ msgid "An old text"\n#~ msgstr "പഴയത്"\n'
    before = translated.read_text(encoding="utf-8")
    translated.write_text(f"{before}\n{aside}", encoding="utf-8")
    told = json.loads(runner.invoke(args=["courses", "check", "--json"]).stdout)
    file = "tin_box/locale/ml/day-1.po"
    assert told == [
        {"file": file, "line": line, "column": 1, "level": "warning", "text": f"{text} is no longer in the course"}
        for line, text in (
            (_line(translated, "day-1/tins/purse"), "day-1/tins/purse: “In a purse”"),
            (before.count("\n") + 2, "day-1/old: “An old text”"),
        )
    ]


def test_check_says_in_one_line_what_is_old_in_one_file_and_to_programs_each(
    runner: FlaskCliRunner, folder: Path, translated: Path
) -> None:
    day = folder / "tin_box" / "day-1.md"
    for old, new in (("a tin\n", "a box\n"), ("a purse", "my purse"), ("Where is", "So where is"), ("Keep", "Have")):
        edit(day, old, new)
    result = runner.invoke(args=["courses", "check"])
    line = _line(translated, "day-1#objectives/1")
    assert result.stdout == (
        f"tin_box/locale/ml/day-1.po:{line}:1: warning: 4 translations to look at: "
        "day-1#objectives/1: translated from older words, “- Keep a cash book.”, now “- Have a cash book.”; "
        "day-1/tins#prompt/1: translated from older words, “Where is the money?”, now “So where is the money?”; "
        "day-1/tins/tin: translated from older words, “In a tin”, now “In a box”; and 1 more\n"
    )
    assert len(json.loads(runner.invoke(args=["courses", "check", "--json"]).stdout)) == 4


def test_check_tells_of_a_po_file_that_cannot_be_read(runner: FlaskCliRunner, folder: Path) -> None:
    file = folder / "tin_box" / "locale" / "ml" / "day-1.po"
    file.parent.mkdir(parents=True)
    file.write_text('msgid "Tin"\nnot a PO file\n')
    result = runner.invoke(args=["courses", "check"])
    place = "tin_box/locale/ml/day-1.po:1:1: warning: this PO file cannot be read, so nothing of it is shown: "
    assert (result.exit_code, result.stdout.startswith(place)) == (0, True)


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
