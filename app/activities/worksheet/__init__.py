"""A sheet that a group fills in together, or a person alone."""

from app.activities import form
from app.activities.contract import Grammar, Kind
from app.activities.worksheet import rules

KIND = Kind(
    name="worksheet",
    label="Worksheet",
    grammar=Grammar.FIELDS,
    parse=form.parse,
    by_group=True,
    task=form.task,
    accept=form.accept,
    is_complete=form.is_complete,
    progress=form.progress,
    mark=rules.mark,
    tally=form.tally,
    key=form.key,
    shared=form.shared,
    sample=form.sample,
)
