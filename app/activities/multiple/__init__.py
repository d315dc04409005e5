"""One question, several choices: everybody taps all options that are right."""

from app.activities import choices
from app.activities.contract import Grammar, Kind
from app.activities.multiple import rules

KIND = Kind(
    name="multiple",
    label="Choose several",
    grammar=Grammar.CHOICES,
    parse=choices.parse,
    options=choices.OPTIONS,
    task=choices.task,
    accept=rules.accept,
    own=rules.own,
    mark=rules.mark,
    feedback=choices.feedback,
    tally=rules.tally,
    key=choices.key,
    sample=rules.sample,
)
