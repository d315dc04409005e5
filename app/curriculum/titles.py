"""Headings: the last one before an activity is its title."""

import re

from app.curriculum.manuscript import Line, Text

_HEADING = re.compile(r"#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*")


def heading(line: Line) -> str | None:
    """The words of a heading, as Markdown; None for any other line."""
    found = None if line.code else _HEADING.fullmatch(line.text)
    return found[1] if found else None


def last_heading(text: Text) -> tuple[str, Text, Text] | None:
    """(words of the last heading, what stands before that line, what stands after it); None without a heading."""
    for index in range(len(text.lines) - 1, -1, -1):
        words = heading(text.lines[index])
        if words is not None:
            return words, Text(text.lines[:index]), Text(text.lines[index + 1 :])
    return None


def before_heading(text: Text) -> tuple[Text, Text | None]:
    """(what stands before the first heading, the rest from the heading on or None)."""
    for index, line in enumerate(text.lines):
        if heading(line) is not None:
            return Text(text.lines[:index]), Text(text.lines[index:])
    return text, None
