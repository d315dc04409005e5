"""A number to work out: everybody computes it alone, common slips have an answer of their own."""

from app.activities.contract import Grammar, Kind
from app.activities.numeric import rules

KIND = Kind(
    name="numeric",
    label="Work out a number",
    grammar=Grammar.NUMBERS,
    parse=rules.parse,
    task=rules.task,
    accept=rules.accept,
    mark=rules.mark,
    feedback=rules.feedback,
    tally=rules.tally,
    tally_secrets=("right",),
    key=rules.key,
    sample=rules.sample,
)
