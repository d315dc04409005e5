"""A word or a short phrase to write: several spellings may be right, and a known slip has an answer of its own."""

from app.activities.contract import Grammar, Kind
from app.activities.text import rules

KIND = Kind(
    name="text",
    label="Write the word",
    grammar=Grammar.ACCEPTED,
    parse=rules.parse,
    task=rules.task,
    accept=rules.accept,
    mark=rules.mark,
    feedback=rules.feedback,
    tally=rules.tally,
    tally_secrets=("right",),
    key=rules.key,
    sample=rules.sample,
)
