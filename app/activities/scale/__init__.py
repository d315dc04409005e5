"""Statements to place oneself by: from one end to the other, without right or wrong."""

from app.activities.contract import Grammar, Kind, Option, OptionType
from app.activities.scale import rules

KIND = Kind(
    name="scale",
    label="Scale",
    grammar=Grammar.OPTIONS,
    parse=rules.parse,
    options={"range": Option(OptionType.RANGE)},
    task=rules.task,
    accept=rules.accept,
    is_complete=rules.is_complete,
    progress=rules.progress,
    tally=rules.tally,
    key=rules.key,
    sample=rules.sample,
)
