"""A sheet that a group fills in together, or a person alone."""

from app.activities import form
from app.activities.contract import Carry, Grammar, Kind
from app.activities.worksheet import rules

KIND = Kind(
    name="worksheet",
    label="Worksheet",
    grammar=Grammar.FIELDS,
    parse=form.parse,
    by_group=True,
    gives=frozenset(Carry),
    takes=Carry.FIELDS,
    task=form.task,
    accept=form.accept,
    is_complete=form.is_complete,
    progress=form.progress,
    cards=form.cards,
    mark=rules.mark,
    tally=form.tally,
    key=form.key,
    shared=form.shared,
    sample=form.sample,
)
