"""A question without a right answer: everybody says how it is with them, and the class sees the picture."""

from app.activities.contract import Carry, Grammar, Kind, Option, OptionType
from app.activities.poll import rules

KIND = Kind(
    name="poll",
    label="Poll",
    grammar=Grammar.OPTIONS,
    parse=rules.parse,
    options={
        "answer": Option(OptionType.CHOICE, ("one", "many", "number", "word")),
        "sum": Option(OptionType.NUMBER),
    },
    gives=frozenset({Carry.CARDS}),
    takes=Carry.CARDS,
    most_cards=12,  # options one reads on a phone without losing the first from sight
    task=rules.task,
    accept=rules.accept,
    cards=rules.cards,
    tally=rules.tally,
    key=rules.key,
    sample=rules.sample,
)
