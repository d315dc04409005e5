"""The running order of a day for whoever leads it: when each activity begins and ends.

Minutes are counted from the beginning of the day; what has no time of its own takes none.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Published = Mapping[str, Any]

HOUR_SECONDS = 3_600


@dataclass(frozen=True, slots=True)
class Part:
    """One activity or group in its turn; `starts` and `ends` are seconds from the beginning of the day.

    `number` is the one that trainees see: a break has none. `lead` is the line between heading and activity.
    """

    block: Published
    number: int | None
    starts: int
    ends: int
    lead: str = ""


def running_order(module: Published) -> Iterator[Part]:
    """The whole module in turn, notes and answers included: for trainers only."""
    leads = {
        block["about"]: block["html"] for block in module["blocks"] if block["type"] == "text" and "about" in block
    }
    number, starts = 0, 0
    for block in module["blocks"]:
        if block["type"] == "text":
            continue
        rests = block["kind"] == "break"
        number += not rests
        ends = starts + block["options"].get("time", 0)
        yield Part(block, None if rests else number, starts, ends, leads.get(block["id"], ""))
        starts = ends


def clock_face(seconds: int, begins_at: int = 0) -> str:
    """0:45, or with a day that begins at ten (36,000 seconds after midnight) 10:45."""
    hours, rest = divmod(begins_at + seconds, HOUR_SECONDS)
    return f"{hours % 24}:{rest // 60:02}"
