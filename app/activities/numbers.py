"""Numbers as people write them: 1,00,000 or 100000, ൧൨ or 12, ₹ 1,450.50 or 500/-.

The rules of this file
- Commas group digits the Indian way (1,00,000) or the western way (100,000); a comma anywhere else is refused rather
  than guessed at, because 1,5 is fifteen to one reader and one and a half to another.
- Digits of any script count: Malayalam, Devanagari, Kannada, Gujarati, Khmer, Lao, Thai …
- Whole numbers become `int`, so that 250 and 250.0 are one answer.
"""

import math
import re
import unicodedata

from app.activities.contract import Value
from app.errors import Rejected

LARGEST = 10**12  # one lakh crore: more than any sheet holds, and exact in JavaScript (up to 2^53)
LONGEST = 40  # characters: the largest number with its commas, sign and decimals takes 25
ROUNDING = 1e-9  # relative: forgives 2.45 stored as 2.4500000000000002, a million times finer than anybody's tolerance

_GROUPED = r"\d{1,2}(?:,\d{2})*,\d{3}|\d{1,3}(?:,\d{3})+|\d+"
_NUMBER = re.compile(rf"(?:₹|rs\.?)?\s*([+-]?(?:(?:{_GROUPED})(?:\.\d+)?|\.\d+))\s*(?:/-)?", re.ASCII | re.IGNORECASE)


def read(value: Value) -> int | float:
    """A JSON number, or a string as people write numbers, -> the number. Raises `Rejected`."""
    if isinstance(value, str):
        number = _from_words(value)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        number = value
    else:
        raise _not_a_number()
    if isinstance(number, float) and not math.isfinite(number):
        raise _not_a_number()
    if abs(number) > LARGEST:
        raise Rejected("too-large", "That number is larger than this sheet can hold.")
    return int(number) if number == int(number) else number


def is_within(value: float, low: float, high: float) -> bool:
    """True when low ≤ value ≤ high, up to rounding."""
    slack = ROUNDING * max(1.0, abs(low), abs(high))
    return low - slack <= value <= high + slack


def _from_words(words: str) -> int | float:
    if len(words) > LONGEST:
        raise _not_a_number()
    found = _NUMBER.fullmatch("".join(map(_plain, words)).strip())
    if found is None:
        raise _not_a_number()
    digits = found[1].replace(",", "")
    return float(digits) if "." in digits else int(digits)


def _plain(char: str) -> str:
    if char == "\N{MINUS SIGN}":
        return "-"
    digit = unicodedata.decimal(char, None)
    return char if digit is None else str(digit)


def _not_a_number() -> Rejected:
    return Rejected("not-a-number", "Write a number with digits, such as 250 or 1,00,000.")
