"""Minutes of a group work as its steps tell them, in the words in which a trainer says them."""

import re

from tests.courses.reading import COURSES

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = {20: "twenty", 30: "thirty", 40: "forty", 50: "fifty"}


def steps(day: int, group: str) -> list[int]:
    """The minutes of each step of this group work."""
    text = (COURSES / "branding" / f"day-{day}.md").read_text(encoding="utf-8")
    (found,) = re.findall(rf"^///// \w+ \| {group}\n.*?^/// steps\n(.*?)^///$", text, re.DOTALL | re.MULTILINE)
    return [int(minutes) for minutes in re.findall(r"^\d+\. \((\d+)m\)", found, re.MULTILINE)]


def until_back(day: int, group: str) -> str:
    """How long the groups work before all meet again: every step but the last, in words."""
    return spelled(sum(steps(day, group)[:-1]))


def spelled(number: int) -> str:
    """23 -> "twenty-three"."""
    if number < len(_ONES):
        return _ONES[number]
    tens, ones = number // 10 * 10, number % 10
    return f"{_TENS[tens]}-{_ONES[ones]}" if ones else _TENS[tens]
