"""Lists as authors write them: where they begin and end, their items, and what hangs under an item.

The rules of this file
- A list begins after a blank line and goes on over blank lines, items and indented lines. A line in column 1 that is no
  item ends it after a blank line; without one it still belongs to the words of the item before.
- What is indented by 4 spaces hangs under an item: quotes (`> …`), a nested list, or paragraphs.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.curriculum.faults import Spot
from app.curriculum.manuscript import Line, Text

MARKER = re.compile(r"([-*+]|\d{1,9}\.)([ ]+)(?=\S)")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words over one or more lines, each cut on its left; knows where every character of `text` stands."""

    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        return "\n".join(line.text.rstrip() for line in self.lines)

    def spot(self, index: int = 0) -> Spot:
        starts = [0]
        for line in self.lines[:-1]:
            starts.append(starts[-1] + len(line.text.rstrip()) + 1)
        at = bisect_right(starts, index) - 1
        return self.lines[at].spot(index - starts[at])


@dataclass(frozen=True, slots=True)
class Entry:
    """One item. `under` holds what hangs below it, dedented by 4, blank lines included."""

    spot: Spot
    words: Passage
    under: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class List:
    """`start` and `end` are indices into the lines it was found in."""

    is_numbered: bool
    start: int
    end: int
    entries: tuple[Entry, ...]


def lists(text: Text | Sequence[Line]) -> tuple[List, ...]:
    """The lists at the top level of this text, in order."""
    lines = text.lines if isinstance(text, Text) else tuple(text)
    return tuple(
        List(is_numbered, start, end, tuple(_entries(lines[start:end]))) for is_numbered, start, end in _spans(lines)
    )


def is_item(line: Line) -> bool:
    return not line.code and MARKER.match(line.text) is not None


def is_numbered(line: Line) -> bool:
    return line.text[0].isdigit()


def _spans(lines: Sequence[Line]) -> Iterator[tuple[bool, int, int]]:
    start, end, after_blank = -1, 0, True
    for index, line in enumerate(lines):
        if line.is_blank:
            after_blank = True
            continue
        begins = is_item(line) and (start >= 0 or after_blank)
        if start >= 0 and _ends(line, lines[start], after_blank):
            yield is_numbered(lines[start]), start, end
            start = -1
        if begins and start < 0:
            start = index
        end, after_blank = index + 1, False
    if start >= 0:
        yield is_numbered(lines[start]), start, end


def _ends(line: Line, first: Line, after_blank: bool) -> bool:
    """Whether this line, not blank, no longer belongs to the list that began with `first`."""
    if line.code:
        return True
    if is_item(line):
        return is_numbered(line) != is_numbered(first)
    return after_blank and line.indent == 0


def _entries(lines: Sequence[Line]) -> Iterator[Entry]:
    begins = [index for index, line in enumerate(lines) if is_item(line)]
    for start, end in zip(begins, [*begins[1:], len(lines)], strict=True):
        yield _entry(lines[start], lines[start + 1 : end])


def _entry(first: Line, rest: Sequence[Line]) -> Entry:
    found = MARKER.match(first.text)
    assert found, "an entry begins with its marker"
    words = [first.without(found.end())]
    count = 0
    for line in rest:  # lines that follow at once and are neither quoted nor nested belong to the words
        if line.is_blank or line.text.lstrip().startswith(">") or MARKER.match(line.text.lstrip()):
            break
        words.append(line.without(line.indent))
        count += 1
    under = tuple(line.without(min(4, line.indent)) for line in rest[count:])
    return Entry(first.spot(found.end()), Passage(tuple(words)), under)


def chunks(lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    """These lines without the blank ones, cut where blank lines stood."""
    parts: list[list[Line]] = [[]]
    for line in lines:
        if not line.is_blank:
            parts[-1].append(line)
        elif parts[-1]:
            parts.append([])
    return [tuple(part) for part in parts if part]
