"""What a kind's README shows as published is what the course checker makes of the notation above it."""

from datetime import date

import pytest

from app.activities.registry import FOLDERS, KINDS
from app.curriculum.check import check
from app.curriculum.compile import compiled
from app.curriculum.shelf import Shelf
from tests.activities.examples import example, fenced

HEAD = "---\nid: extra\ntitle: Extra\n---\n\n"
SHELF = Shelf("examples", KINDS, date(2026, 1, 1))


def source(folder: str) -> str:
    """The activity before it that the example goes on with, if it does."""
    named = example(folder)["options"].get("from")
    return f"//// worksheet | {named}\n\n- leak) The leak `text`\n\n////\n\n" if named else ""


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_notation_is_published_as_the_readme_shows(folder: str) -> None:
    checked = check(HEAD + source(folder) + fenced(folder, "markdown"), "extra", SHELF)
    assert checked.module is not None, checked.errors
    published = compiled(checked.module, SHELF)["blocks"][-1]
    shown = {**example(folder), "grading": published["grading"]}
    assert {name: published[name] for name in shown} == shown
