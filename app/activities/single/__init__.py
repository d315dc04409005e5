"""One question, one choice: everybody taps one of a few options, one of which is right."""

from app.activities import choices
from app.activities.contract import Grammar, Kind
from app.activities.single import rules

KIND = Kind(
    name="single",
    label="Choose one",
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
