"""Questions to oneself: nobody else reads the answers, unless their author shares them."""

from app.activities import form
from app.activities.contract import Grammar, Kind
from app.activities.reflection import rules

KIND = Kind(
    name="reflection",
    label="Reflection",
    grammar=Grammar.FIELDS,
    parse=form.parse,
    private=True,
    task=form.task,
    accept=form.accept,
    is_complete=rules.is_complete,
    progress=form.progress,
    tally=form.tally,
    key=form.key,
    sample=form.sample,
)
