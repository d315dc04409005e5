"""Reads a day of a course as its trainees do, and looks for numbers nobody has worked out.

The rules of this file
- White space is folded: a sentence may run over the end of a line.
- A number counts as worked out where it stands inside words that `tests/courses/sums/` asserts, whole: `₹60` does not
  stand in `₹600`.
- Left out are numbers that are for the machine or name a place: the front matter, options, the minutes of steps, the
  numbers of lists, keys, `long 4`, addresses, and "Day 3".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

COURSES = Path(__file__).resolve().parents[2] / "courses"
NUMBER = re.compile(r"\d(?:[\d,.]*\d)?")

_LEFT_OUT = re.compile(
    r"""
      \A---\n.*?\n---\n                        # front matter
    | ^/{3,5}[^\n]*\n(?:[ ]{4}[a-z-]+:[^\n]*\n)*    # fences and their options
    | ^[ ]*\d+\.[ ](?:\([\dhms]+\))?           # the numbers of a list, the minutes of a step
    | ^[ ]*-[ ](?:\[[ x]\][ ])?[a-z][a-z0-9-]*\)     # keys
    | `long[ ]\d+`
    | \]\([^)]*\)                              # addresses
    | \b[Dd]ays?[ ][1-7](?:(?:[ ]to[ ]|[ ]and[ ]|[-–])[1-7])?\b
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)


def indian(number: float | Decimal, places: int = 0) -> str:
    """100000 -> "1,00,000"; `places` decimals, halves rounded away from zero; below zero with a real minus."""
    exact = Decimal(str(number)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    whole, _, rest = str(abs(exact)).partition(".")
    head, tail = whole[:-3], whole[-3:]
    pairs = re.sub(r"(?<=\d)(?=(\d\d)+$)", ",", head)
    grouped = f"{pairs},{tail}" if head else tail
    return f"{'−' if exact < 0 else ''}{grouped}{'.' + rest if rest else ''}"


def rupees(number: float | Decimal, places: int = 0) -> str:
    """100000 -> "₹1,00,000"; -8240 -> "−₹8,240"."""
    amount = indian(-number if number < 0 else number, places)
    return f"{'−' if number < 0 else ''}₹{amount}"


@dataclass(frozen=True)
class Page:
    """One module: `words` with folded white space, and the places of the numbers in it that have to be worked out."""

    words: str
    numbers: tuple[tuple[int, int], ...]

    def says(self, words: str) -> bool:
        return any(True for _ in self._places(words))

    def unchecked(self, checked: Sequence[str]) -> list[str]:
        """The numbers that stand in none of these words, each with the words around it."""
        places = [place for words in checked for place in self._places(words)]
        return [
            f"{self.words[start:end]} in “{self.words[max(0, start - 40) : end + 30]}”"
            for start, end in self.numbers
            if not any(first <= start and end <= last for first, last in places)
        ]

    def _places(self, words: str) -> Iterator[tuple[int, int]]:
        """Where these words stand without cutting a number in two."""
        for found in re.finditer(re.escape(" ".join(words.split())), self.words):
            start, end = found.span()
            around = [number.span() for number in NUMBER.finditer(self.words, max(0, start - 20), end + 20)]
            if not any(first < start < last or first < end < last for first, last in around):
                yield start, end


def page(file: Path) -> Page:
    text = file.read_text(encoding="utf-8")
    left_out = [False] * len(text)
    for found in _LEFT_OUT.finditer(text):
        left_out[found.start() : found.end()] = [True] * (found.end() - found.start())
    words, counts = [], []
    for at, char in enumerate(text):
        if not char.isspace():
            words.append(char)
        elif words and words[-1] != " ":
            words.append(" ")
        else:
            continue
        counts.append(not left_out[at])
    folded = "".join(words)
    return Page(folded, tuple(found.span() for found in NUMBER.finditer(folded) if all(counts[slice(*found.span())])))
