"""The modules of all courses as they would be published today: read, checked and rendered once for all tests."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from app.activities.registry import KINDS
from app.curriculum.compile import compiled
from app.curriculum.library import Course, Library, library
from tests.courses.reading import COURSES

Block = Mapping[str, Any]

TODAY = date(2026, 11, 22)
LIBRARY: Library = library(COURSES, TODAY)
BY_NAME: Mapping[str, tuple[Course, str]] = {
    f"{course.slug}/{module}": (course, module) for course in LIBRARY.courses for module in course.modules
}
DAYS = [name for name in BY_NAME if name.split("/")[1].startswith("day-")]
CHECKED = {course.slug: LIBRARY.check(course, KINDS, TODAY) for course in LIBRARY.courses}


@cache
def published(name: str) -> Block:
    """The module "course/day-1" as plain JSON; nobody may change it."""
    course, module = BY_NAME[name]
    found = CHECKED[course.slug][module].module
    assert found is not None, name
    return compiled(found, LIBRARY.shelf(course, KINDS, TODAY))


def top(module: Block) -> list[Block]:
    return [block for block in module["blocks"] if block["type"] != "text"]


def every(module: Block) -> Iterator[Block]:
    """All activities and groups of activities."""
    for block in top(module):
        yield block
        yield from block.get("activities", ())


def activities(module: Block) -> list[Block]:
    """All activities, those inside a group of them too."""
    return [block for block in every(module) if block["type"] == "activity"]
