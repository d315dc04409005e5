"""A break: tea, lunch, or two minutes to stretch (`break` is a word of Python's own, so the folder is `interval`)."""

from app.activities import wording
from app.activities.contract import Grammar, Kind
from app.activities.interval import rules

KIND = Kind(
    name="break",
    label="Break",
    grammar=Grammar.NONE,
    parse=wording.parse,
    answerable=False,
    task=rules.task,
)
