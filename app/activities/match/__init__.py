"""Things to bring together in pairs: each on the left has one partner on the right."""

from app.activities.contract import Grammar, Kind
from app.activities.match import rules

KIND = Kind(
    name="match",
    label="Find the pairs",
    grammar=Grammar.PAIRS,
    parse=rules.parse,
    by_group=True,
    task=rules.task,
    accept=rules.accept,
    own=rules.own,
    is_complete=rules.is_complete,
    progress=rules.progress,
    mark=rules.mark,
    tally=rules.tally,
    key=rules.key,
    sample=rules.sample,
)
