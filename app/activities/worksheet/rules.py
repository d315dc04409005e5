"""A sheet to fill in; numbers in checked fields are marked."""

from app.activities import fields
from app.activities.contract import Answer, Mark, is_filled
from app.activities.form import Form


def mark(sheet: Form, answer: Answer) -> Mark | None:
    """The share of checked fields that are right; one left empty is not. None where no field is checked."""
    checked = [field for field in sheet.fields if field.expected is not None]
    if not checked:
        return None
    filled = [field for field in checked if is_filled(answer.get(field.key))]
    cells = {field.key: fields.is_right(field, answer[field.key]) for field in filled}
    return Mark(sum(cells.values()) / len(checked), cells)
