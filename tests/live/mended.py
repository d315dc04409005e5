"""The small day, held, and what its course became since: questions marked anew, asked anew, called otherwise."""

from copy import deepcopy
from datetime import timedelta
from typing import Any

from app.curriculum.outcomes import Edition, outcomes
from app.live import plan
from app.live.course import Course
from tests.live.day import AMMINI, MODULE, NOON, Day, c

PUBLISHED = NOON + timedelta(days=1)


def question(module: dict[str, Any], id: str) -> dict[str, Any]:
    """The activity of this id, to be edited in place."""
    blocks = [one for block in module["blocks"] for one in (block, *block.get("activities", ()))]
    found: dict[str, Any] = next(one for one in blocks if one["id"] == id)
    return found


def with_right(module: dict[str, Any], id: str, right: str, on_change: str) -> dict[str, Any]:
    """The same module, where this option of this question is the right one."""
    new = deepcopy(module)
    block = question(new, id)
    block["options"]["on-change"] = on_change
    for item in block["items"]:
        item["right"] = item["key"] == right
    return new


def course_of(*modules: dict[str, Any]) -> Course:
    """The course after these versions: "cafe0123", which the day was held in, then "v2", "v3" …"""
    names = ["cafe0123", *(f"v{n}" for n in range(2, len(modules) + 1))]
    way = [
        Edition(name, PUBLISHED + timedelta(days=n), one)
        for n, (name, one) in enumerate(zip(names, modules, strict=True))
    ]
    found = {one.hash: outcomes(way[place:]) for place, one in enumerate(way)}
    plans = {name: plan.read(one, name) for name, one in zip(names, modules, strict=True)}
    return Course({name: {id: one for id, one in some.items() if one.fate != "kept"} for name, some in found.items()},
                  plans)  # fmt: skip


def held(module: dict[str, Any] = MODULE) -> Day:
    """Three have answered the first question of the quiz, 3 and 4 what was right then, 5 something else; it is over."""
    day = Day(module)
    day.by(AMMINI, c("open", run="check"))
    for person, key in ((3, "half"), (4, "half"), (5, "none")):
        day.by(person, c("answer", run="loss", value=day.token("loss", key)))
    day.by(AMMINI, c("reveal", run="loss"))
    day.by(AMMINI, c("end"))
    day.wait(3600)
    return day
