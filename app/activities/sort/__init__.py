"""Cards to put into bins: a group talks about each card until it agrees where it belongs."""

from app.activities.contract import Carry, Grammar, Kind
from app.activities.sort import rules

KIND = Kind(
    name="sort",
    label="Sorting",
    grammar=Grammar.BINS,
    parse=rules.parse,
    by_group=True,
    takes=Carry.CARDS,
    most_cards=24,  # as many as a group sorts in a quarter of an hour
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
