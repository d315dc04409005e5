"""Durations, numbers and ranges as authors write them.

The rules of this file
- Each function returns None for what it does not understand; the caller knows where that stands and says so.
- Decimals inside, so that 250 ± 2% ends at exactly 245 and 255.
"""

import re
from decimal import Decimal

_DURATION = re.compile(r"(?:(\d{1,3})h)? ?(?:(\d{1,4})m)? ?(?:(\d{1,5})s)?")
_SPAN = re.compile(r"(\d{1,3})(w|d|h|m|s)")
_SECONDS = {"w": 604_800, "d": 86_400, "h": 3_600, "m": 60, "s": 1}
_GROUPED = r"\d{1,2}(?:,\d{2})*,\d{3}|\d{1,3}(?:,\d{3})+|\d{1,15}"  # 1,00,000 or 100,000 or 100000
_NUMBER = re.compile(rf"[-+−]?(?:{_GROUPED})(?:\.\d{{1,9}})?")
_TOLERANCE = re.compile(r"(.+?)\s*(?:±|\+-|\+/-)\s*(.+?)(%?)")


def duration(words: str) -> int | None:
    """`1h 30m`, `5m`, `90s` -> seconds, more than none."""
    found = _DURATION.fullmatch(words)
    if not found:
        return None
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return hours * 3_600 + minutes * 60 + seconds or None


def delay(words: str) -> int | None:
    """As `duration`, and `1w` or `3d` too: how long after the course something happens."""
    found = _SPAN.fullmatch(words)
    return int(found[1]) * _SECONDS[found[2]] or None if found else duration(words)


def number(words: str) -> Decimal | None:
    if not _NUMBER.fullmatch(words):
        return None
    return Decimal(words.replace(",", "").replace("−", "-"))


def plain(value: Decimal) -> int | float:
    """As JSON holds it: a whole number stays whole."""
    return int(value) if value == value.to_integral_value() else float(value)


def expected(words: str) -> tuple[Decimal, Decimal] | None:
    """`250`, `250 ± 5`, `250 ± 2%` -> (value, tolerance)."""
    found = _TOLERANCE.fullmatch(words)
    if not found:
        value = number(words)
        return None if value is None else (value, Decimal(0))
    value, tolerance = number(found[1]), number(found[2])
    if value is None or tolerance is None or tolerance < 0:
        return None
    return value, abs(value) * tolerance / 100 if found[3] else tolerance


def limits(words: str) -> tuple[Decimal, Decimal] | None:
    """As `expected`, or `200 .. 300` -> (lowest, highest), in this order."""
    low_words, dots, high_words = words.partition("..")
    if dots:
        low, high = number(low_words.strip()), number(high_words.strip())
        return (low, high) if low is not None and high is not None and low <= high else None
    found = expected(words)
    return (found[0] - found[1], found[0] + found[1]) if found else None


def between(words: str, least: int = 1) -> tuple[int, int] | None:
    """`5-6` or `5` -> (5, 6) or (5, 5), whole numbers from `least`."""
    found = re.fullmatch(r"(\d{1,3})(?:\s*[-–]\s*(\d{1,3}))?", words)
    if not found:
        return None
    low, high = int(found[1]), int(found[2] or found[1])
    return (low, high) if least <= low <= high else None
