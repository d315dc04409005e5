"""A wall of cards: everybody writes a few, the class reads them all and votes with dots."""

from app.activities.board import rules
from app.activities.contract import Carry, Grammar, Kind, Option, OptionType

KIND = Kind(
    name="board",
    label="Board",
    grammar=Grammar.OPTIONS,
    parse=rules.parse,
    options={
        "notes": Option(OptionType.NUMBER),
        "votes": Option(OptionType.NUMBER),
        "moderate": Option(OptionType.YESNO),
        "private-first": Option(OptionType.YESNO),
    },
    is_read=True,
    gives=frozenset({Carry.CARDS}),
    task=rules.task,
    accept=rules.accept,
    progress=rules.progress,
    cards=rules.cards,
    tally=rules.tally,
    key=rules.key,
    sample=rules.sample,
)
