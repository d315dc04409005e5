"""A morning to play in tests: questions with hints that may be tried several times, and a sheet with hints."""

from typing import Any

from tests.live.day import AMMINI, Day, block, c, choices, group

HINTS = {"hint": [f"<p>secret-hint-{number}</p>" for number in (1, 2, 3)], "explain": "<p>secret-explain</p>"}
CUPS = [
    {"key": "right", "low": 249, "high": 251, "right": True, "feedback": "<p>secret-right</p>"},
    {"key": "price", "low": 167, "high": 167, "right": False, "feedback": "<p>secret-price</p>"},
]
BOOKS = [
    {"key": "right", "accepted": ["cash book"], "right": True, "feedback": "<p>secret-cash</p>"},
    {"key": "credit", "accepted": ["credit book"], "right": False, "feedback": "<p>secret-credit</p>"},
]
LEAK = {"key": "leak", "html": "Where is the leak?", "field": "text", "args": []}

MORNING: dict[str, Any] = {
    "course": "accounting", "id": "day-1", "day": 1, "title": "Morning", "duration": 7200, "lang": "en",
    "objectives": "", "keypoints": "", "welcome": "",
    "blocks": [
        group("quiz", "quiz", "Quiz",
              block("single", "loss", items=choices("half", "none", "all"), notes=HINTS, tries=2),
              block("multiple", "signs", items=choices("meeting", "power", "dust"), tries=3),
              block("numeric", "cups", items=CUPS, notes=HINTS, tries=3),
              block("text", "book", items=BOOKS, tries=2),
              block("single", "once", items=choices("yes", "no")),
              show="all", time=600),
        group("breakout", "tea", "Tea stall", block("worksheet", "tea-sheet", "Leela's day", [LEAK], notes=HINTS),
              groups={"size": [4, 4]}, time=600),
    ],
}  # fmt: skip


def quiz_open() -> Day:
    """All questions of the quiz at once."""
    day = Day(MORNING)
    day.by(AMMINI, c("open", run="quiz"))
    return day
