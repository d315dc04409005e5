"""Steps to put into their order: what is done first, what next."""

from app.activities.contract import Grammar, Kind
from app.activities.order import rules

KIND = Kind(
    name="order",
    label="Put in order",
    grammar=Grammar.STEPS,
    parse=rules.parse,
    by_group=True,
    task=rules.task,
    accept=rules.accept,
    own=rules.own,
    mark=rules.mark,
    tally=rules.tally,
    tally_secrets=("right",),
    key=rules.key,
    sample=rules.sample,
)
