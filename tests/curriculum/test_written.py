"""What is read can be written again, and is published as the same."""

from datetime import date
from pathlib import Path

import pytest

from app.activities.registry import FOLDERS, KINDS
from app.curriculum import written
from app.curriculum.check import check
from app.curriculum.compile import compiled
from app.curriculum.library import library
from app.curriculum.shelf import Shelf
from tests.curriculum.samples import WHOLE, a_day, a_shelf
from tests.curriculum.test_examples import examples

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
COURSES = library(ROOT / "courses", date(2026, 11, 22))
MODULES = {f"{course.slug}/{name}": (course, name) for course in COURSES.courses for name in course.modules}


def stays(text: str, name: str, shelf: Shelf) -> str:
    """Writes the module again and compares what is published; gives back what was written."""
    before = check(text, name, shelf)
    assert before.module is not None, [fault.said(name) for fault in before.errors]
    again = written.module(before.module, shelf.kinds)
    after = check(again, name, shelf)
    assert after.module is not None, [fault.said(name) for fault in after.errors]
    assert compiled(after.module, shelf) == compiled(before.module, shelf)
    return again


def test_the_whole_notation_is_written_again() -> None:
    shelf = a_shelf(kinds=WHOLE)
    again = stays((HERE / "golden" / "whole-notation.md").read_text(encoding="utf-8"), "day-2", shelf)
    assert stays(again, "day-2", shelf) == again


@pytest.mark.parametrize("module", MODULES)
def test_every_module_is_written_again(module: str) -> None:
    course, name = MODULES[module]
    stays(course.modules[name], name, COURSES.shelf(course, KINDS, date(2026, 11, 22)))


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_example_of_every_kind_is_written_again(folder: str) -> None:
    source = examples(ROOT / "app" / "activities" / folder / "README.md", "markdown")[0]
    if "from:" not in source:  # it needs the activity it takes from
        stays(a_day(f"## A title\n\n{source}"), "day-2", a_shelf(kinds=KINDS))


@pytest.mark.parametrize(
    ("seconds", "words"), [(45, "45s"), (90, "1m 30s"), (5_400, "1h 30m"), (10_800, "3h"), (3_605, "1h 5s")]
)
def test_a_duration_is_written_as_one_says_it(seconds: int, words: str) -> None:
    assert written.duration(seconds) == words
