"""A text with gaps: people write the missing words, or choose each from a few."""

from app.activities.contract import Grammar, Kind
from app.activities.gaps import rules

KIND = Kind(
    name="gaps",
    label="Fill the gaps",
    grammar=Grammar.GAPS,
    parse=rules.parse,
    task=rules.task,
    accept=rules.accept,
    own=rules.own,
    is_complete=rules.is_complete,
    progress=rules.progress,
    mark=rules.mark,
    tally=rules.tally,
    tally_secrets=("right",),
    key=rules.key,
    sample=rules.sample,
)
