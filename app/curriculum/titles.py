"""Headings: the last one before an activity is its title."""

import re

from app.curriculum.manuscript import Line, Text

_HEADING = re.compile(r"#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*")


def heading(line: Line) -> str | None:
    """The words of a heading, as Markdown; None for any other line."""
    found = None if line.code else _HEADING.fullmatch(line.text)
    return found[1] if found else None


def last_heading(texts: list[Text]) -> tuple[str, list[Text]]:
    """(words of the last heading or "", the texts without that line)."""
    for at in range(len(texts) - 1, -1, -1):
        for index in range(len(texts[at].lines) - 1, -1, -1):
            line = texts[at].lines[index]
            words = heading(line)
            if words is not None:
                left = (*texts[at].lines[:index], Line(line.number, ""), *texts[at].lines[index + 1 :])
                return words, [*texts[:at], Text(left), *texts[at + 1 :]]
    return "", texts


def before_heading(text: Text) -> tuple[Text, Text | None]:
    """(what stands before the first heading, the rest from the heading on or None)."""
    for index, line in enumerate(text.lines):
        if heading(line) is not None:
            return Text(text.lines[:index]), Text(text.lines[index:])
    return text, None
