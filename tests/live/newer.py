"""The small day, and a newer version of it: other words, other right answers, a new name, another order, a new poll."""

from copy import deepcopy
from typing import Any

from tests.live.day import MODULE, Day, block

VERSION = "beef4567"


def _newer() -> dict[str, Any]:
    """Tea comes after the promise, which is called otherwise; a second poll stands where tea was."""
    module = deepcopy(MODULE)
    units, check, thanima, tea, promise = module["blocks"]
    units["title"] = "How are the units we know?"
    loss, sign = check["activities"]
    for question in (loss, sign):
        first, second, *_ = question["items"]
        first["right"], second["right"] = False, True
    check["activities"] = [sign, loss, block("single", "third", items=deepcopy(loss["items"]), time=60)]
    thanima["options"]["time"] = 1500
    thanima["activities"][1]["notes"]["model"] = "<p>secret-other-model</p>"
    promise["id"], promise["options"]["was"] = "first-step", "promise"
    mood = block("poll", "mood", "How are we?", [{"key": "good", "html": "Good"}], time=60)
    module["title"] = "Day one, mended"
    module["blocks"] = [units, thanima, check, mood, promise, tea]
    return module


NEWER: dict[str, Any] = {**MODULE, "newer": {VERSION: _newer()}}


def under_way() -> Day:
    """The poll is over, the first question of the quiz is open; a newer version has been published."""
    from tests.live.day import AMMINI, c

    day = Day(NEWER)
    day.by(AMMINI, c("open", run="units"))
    day.by(3, c("answer", run="units", value="well"))
    day.by(AMMINI, c("open", run="check"))
    return day
