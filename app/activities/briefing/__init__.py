"""Something to read together or to be told, before the work starts."""

from app.activities import wording
from app.activities.briefing import rules
from app.activities.contract import Grammar, Kind

KIND = Kind(
    name="briefing",
    label="Briefing",
    grammar=Grammar.NONE,
    parse=wording.parse,
    answerable=False,
    task=rules.task,
)
