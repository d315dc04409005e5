"""What I will do, and by when: everybody's own promises, asked about again after the course."""

from app.activities import form
from app.activities.contract import Carry, Grammar, Kind, Option, OptionType
from app.activities.plan import rules
from app.activities.plan.rules import Plan

KIND: Kind[Plan] = Kind(
    name="plan",
    label="My plan",
    grammar=Grammar.FIELDS,
    parse=rules.parse,
    gives=frozenset({Carry.FIELDS}),
    takes=Carry.FIELDS,
    options={"follow-up": Option(OptionType.DURATIONS)},
    task=rules.task,
    accept=form.accept,
    is_complete=form.is_complete,
    progress=form.progress,
    tally=form.tally,
    key=form.key,
    shared=form.shared,
    sample=form.sample,
)
