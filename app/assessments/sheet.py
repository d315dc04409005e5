"""The results of a batch as a table for a spreadsheet, in which no cell can act as a formula.

A spreadsheet runs what begins with = + - @, also behind blanks; names are typed by people, so each such text gets an
apostrophe before it. Numbers of our own are numbers.
"""

import csv
import io
from collections.abc import Iterable

Cell = str | int | None

ACTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # the wide forms count too in East Asian Excel
MARK = "\ufeff"  # without it Excel reads Malayalam as gibberish


def csv_of(rows: Iterable[Iterable[Cell]]) -> str:
    """The rows as CSV, comma between cells."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerows([_tame(cell) for cell in row] for row in rows)
    return MARK + written.getvalue()


def _tame(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    return f"'{cell}" if cell.startswith(ACTS) or cell.lstrip().startswith(ACTS) else cell
