"""What is in a course: days, minutes, activities by kind, questions, drawings, facts."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.curriculum.check import Checked
from app.curriculum.library import PICTURES, Course
from app.curriculum.model import Fact
from app.curriculum.notation import QUESTIONS

_FACT = re.compile(r"\{\{\s*facts\.([a-z0-9_-]+)\s*\}\}")


@dataclass(frozen=True, slots=True)
class Inventory:
    """Counts of one course. `minutes` are those of its days; on `check_by` the first of its facts gets old."""

    course: str
    days: int
    minutes: int
    activities: Mapping[str, int]
    groups: Mapping[str, int]
    questions: int
    drawings: int
    facts: int
    check_by: date | None


def inventory(course: Course, checked: Mapping[str, Checked], facts: Mapping[str, Fact]) -> Inventory:
    """Counts what is sound in this course; the assessment's questions are among the questions."""
    modules = [one.module for one in checked.values() if one.module is not None]
    days = [module for module in modules if module.day is not None]
    activities = [activity for module in modules for activity in module.activities]
    groups = [task for module in modules for task in module.tasks if task not in module.activities]
    used = {name for text in course.modules.values() for name in _FACT.findall(text)} & facts.keys()
    return Inventory(
        course.slug,
        len(days),
        sum(module.duration or 0 for module in days) // 60,
        dict(sorted(Counter(activity.kind for activity in activities).items())),
        dict(sorted(Counter(group.kind for group in groups).items())),
        sum(activity.kind in QUESTIONS for activity in activities),
        sum(any(name.endswith(ending) for ending in PICTURES) for name in course.media),
        len(used),
        min((facts[name].check_by for name in used), default=None),
    )
