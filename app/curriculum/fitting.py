"""How closely a sheet must be set so that it fits on one side of A4: an estimate, held to real paper by a browser test.

The rules of this file
- It counts characters and fields of the public face; the measures are those of `static/css/print.css`.
- Only sheets to write on are set closer. What a group reads may go on overleaf.
"""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from math import ceil
from typing import Any

from app.curriculum.paper import Sheet

Face = Mapping[str, Any]

PAGE_MM = 215  # of 275: the head takes 30, and an estimate may be wrong by 30
CLOSE_MM = 280  # what goes onto a page in `close` type
LINE_MM = 5.5
LINE_LETTERS = 88
PICTURE_MM = 64
PEN_MM = 8.5  # between two lines to write on
GAP_MM = 2.5
GALLERY_MM = 160  # a row for each of six sheets
QUESTION_MM = 8  # between two questions of a quiz

_BLOCK = re.compile(r"</(?:p|li|tr|h\d)>")
_TAG = re.compile(r"<[^>]*>")


class Setting(StrEnum):
    """How a sheet is set: with room to write, closer, or in two columns."""

    OPEN = "open"
    CLOSE = "close"
    COLUMNS = "columns"


def setting(sheet: Sheet) -> Setting:
    if sheet.is_task:
        return Setting.OPEN
    height = sum(_height(task) + QUESTION_MM for task in sheet.tasks) + _words(sheet.lead)
    if height <= PAGE_MM:
        return Setting.OPEN
    return Setting.CLOSE if height <= CLOSE_MM else Setting.COLUMNS


def _height(task: Face) -> float:
    """Millimetres from the prompt to the last line of one activity."""
    written = {"numeric": 5 + 3 * PEN_MM, "text": 5 + PEN_MM, "gallery": GALLERY_MM}.get(task["kind"], 0)
    cards = [*task.get("cards", ()), *task.get("left", ())]
    return _words(task["prompt"]) + written + sum(map(_line, task.get("lines", ()))) + _cards(cards)


def _line(line: Face) -> float:
    match line.get("field"):
        case None:
            return _words(line["html"])
        case "long":
            return LINE_MM + GAP_MM + PEN_MM * int((line["args"] or ["3"])[0])
        case "choice" | "yesno":
            return LINE_MM * 2 + GAP_MM * 2
        case _:
            return PEN_MM + GAP_MM + (LINE_MM if len(line["html"]) > LINE_LETTERS / 2 else 0)


def _cards(words: Sequence[str]) -> float:
    return sum(_words(html) for html in words)


def _words(html: str) -> float:
    """Every paragraph, item or row begins a line of its own."""
    lines = sum(
        ceil(len(_TAG.sub("", part).strip()) / LINE_LETTERS) * LINE_MM + 1.6
        for part in _BLOCK.split(html)
        if part.strip()
    )
    return lines + PICTURE_MM * html.count("<img")
