"""What other documents show as courses passes the check, and is published as they say."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from app.activities.registry import FOLDERS, KINDS
from app.curriculum.compile import compiled
from app.live import plan
from tests.curriculum.samples import a_day, a_shelf, checked

ROOT = Path(__file__).resolve().parent.parent.parent
FENCED = re.compile(r"^(`{3,})(\w+)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)


def examples(file: Path, language: str) -> list[str]:
    return [words for _, name, words in FENCED.findall(file.read_text()) if name == language]


def published(text: str, name: str) -> dict[str, Any]:
    found = checked(text, name, kinds=KINDS)
    assert found.module is not None, [fault.said("") for fault in found.faults]
    return compiled(found.module, a_shelf(kinds=KINDS))


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_example_of_every_kind_is_published_as_it_says(folder: str) -> None:
    """The JSON in a kind's README is what its own tests play; `grading` and `grammar` are not told there."""
    readme = ROOT / "app" / "activities" / folder / "README.md"
    source, told = examples(readme, "markdown")[0], json.loads(examples(readme, "json")[0])
    earlier = told["options"].get("from")
    before = f"## Before\n\n//// worksheet | {earlier}\n\n- leak) The leak `text`\n\n////\n\n"
    text = f"{before if earlier else ''}## {told['title'] or 'A title'}\n\n{source}"
    block = published(a_day(text), "day-2")["blocks"][-1]
    assert {**block, "title": told["title"], "grading": told["grading"]} == {"grammar": block["grammar"], **told}


def test_the_small_day_that_authors_copy_is_sound() -> None:
    day = next(words for words in examples(ROOT / "courses" / "README.md", "markdown") if words.startswith("---"))
    found = checked(day, "day-1", kinds=KINDS)
    assert [fault.said("") for fault in found.faults] == []


def test_the_jigsaw_that_authors_copy_is_sound_and_played() -> None:
    words = next(one for one in examples(ROOT / "courses" / "README.md", "markdown") if "pattern: jigsaw" in one)
    text = a_day(f"## The right price\n\n{words}").replace("duration: 5m", "duration: 20m")
    assert [fault.said("") for fault in checked(text, "day-2", kinds=KINDS).faults] == []
    work = plan.read(published(text, "day-2")).items["right-price"]
    assert (work.pattern, work.topics) == ("jigsaw", ("cost-of-a-glass", "price-around"))
