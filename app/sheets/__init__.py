"""Shared text: several people type in one field at once, offline too, and nothing is lost. See README.md."""

from app.sheets.desk import SheetDesk, TryAgain
from app.sheets.store import Edit, LastEdit, Outcome, Repeat, SheetKey, Sheets, Stored, fields_of

__all__ = [
    "Edit",
    "LastEdit",
    "Outcome",
    "Repeat",
    "SheetDesk",
    "SheetKey",
    "Sheets",
    "Stored",
    "TryAgain",
    "fields_of",
]
