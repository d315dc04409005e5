"""Translations as a table for people without a PO program: CSV, one text a row, its name and its place beside it.

The rules of this file
- UTF-8 with a mark at the beginning, so that spreadsheet programs read Malayalam as it is.
- A cell that a spreadsheet would take for a formula begins with an apostrophe; it is taken off again.
"""

import csv
import io
from collections.abc import Iterator, Sequence

from app.curriculum.catalogues import Catalogue, Entry
from app.curriculum.units import Unit

HEAD = ("context", "line", "source", "translation", "state", "older source")
_FORMULA = ("=", "+", "-", "@", "'", "\t")


def written(found: Sequence[Unit], catalogue: Catalogue) -> str:
    """The table of these units."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(HEAD)
    for unit in found:
        entry = catalogue.entries[unit.context]
        state = "missing" if not entry.target else "check: the source has changed" if entry.is_fuzzy else "translated"
        cells = (unit.context, str(unit.line), unit.text, entry.target, state, entry.before or "")
        writer.writerow([_safe(cell) for cell in cells])
    return "\ufeff" + table.getvalue()


def read(text: str) -> list[Entry]:
    """The rows of a table, each with the line it begins in. Raises `ValueError` if it is another table."""
    rows = list(_rows(text.removeprefix("\ufeff")))
    if not rows or not {"context", "source", "translation"} <= set(rows[0][1]):
        raise ValueError("the first row names the columns: context, source, translation")
    names = rows[0][1]
    found = []
    for line, cells in rows[1:]:
        row = dict(zip(names, map(_plain, cells), strict=False))
        if row.get("context"):
            state = row.get("state", "")
            found.append(
                Entry(
                    row["context"],
                    row.get("source", ""),
                    row.get("translation", ""),
                    state.startswith("check"),
                    line=line,
                )
            )
    return found


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    reader, line = csv.reader(io.StringIO(text, newline="")), 1
    for cells in reader:
        yield line, cells
        line = reader.line_num + 1


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _plain(cell: str) -> str:
    cell = cell.replace("\r\n", "\n")
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell
