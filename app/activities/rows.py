"""The rows of a table on a sheet: people add them, and each cell of a row is an answer of its own.

The rules of this file
- A cell is named `book/3/amount`: the field, the number of the row, the column. So two phones that write into one
  table without a line merge cell by cell.
- Phones give out row numbers in turn among the people of a group (`static/js/shared/row-numbers.js`), so that two who
  add a row at the same moment never take the same one. Numbers may have gaps; rows stand in their order.
- `book/*/what` stands for that column in every row.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from app.activities.contract import Answer, Cell, Value, is_filled

ROWS = 30  # as many as a phone offers: two printed pages of a cash book
LAST_ROW = 240  # ROWS for each of 8 people who fill the table without a line: nothing they wrote is refused


def name(table: str, row: int | str, column: str) -> Cell:
    return f"{table}/{row}/{column}"


def owner(cell: Cell) -> str:
    """The key of the field a cell belongs to."""
    return cell.split("/", 1)[0]


def split(cell: object) -> tuple[str, int, str] | None:
    """Field, row and column of a cell of a table; None for any other."""
    parts = cell.split("/") if isinstance(cell, str) else []
    if len(parts) != 3 or not (parts[1].isascii() and parts[1].isdecimal()) or parts[1].startswith("0"):
        return None
    if len(parts[1]) > len(str(LAST_ROW)) or int(parts[1]) > LAST_ROW:
        return None
    return parts[0], int(parts[1]), parts[2]


def covers(cells: Collection[Cell], cell: Cell) -> bool:
    """Whether a cell is one of these, of which some may stand for every row."""
    if (found := split(cell)) is not None:
        return name(found[0], "*", found[2]) in cells
    return cell in cells and "*" not in cell


def filled(table: str, answer: Answer) -> bool:
    """True when something stands in the table."""
    return any(is_filled(value) and owner(cell) == table for cell, value in answer.items())


def read(table: str, columns: Iterable[str], answer: Answer) -> list[dict[str, Value]]:
    """The rows in which something stands, in their order: column -> value."""
    known, found = set(columns), dict[int, dict[str, Any]]()
    for cell, value in answer.items():
        match split(cell):
            case (owning, row, column) if owning == table and column in known and is_filled(value):
                found.setdefault(row, {})[column] = value
    return [found[row] for row in sorted(found)]


def in_order(table: str, column: str, answer: Mapping[Cell, Value]) -> list[Cell]:
    """The cells of one column that hold something, from the first row to the last."""
    places = [(place[1], cell) for cell in answer if (place := split(cell)) and (place[0], place[2]) == (table, column)]
    return [cell for _, cell in sorted(places) if is_filled(answer[cell])]
