"""The sheets of an earlier worksheet on a wall: everybody reads what the others wrote, gives stars and asks."""

from app.activities.contract import Carry, Grammar, Kind, Option, OptionType
from app.activities.gallery import rules

KIND = Kind(
    name="gallery",
    label="Gallery",
    grammar=Grammar.NONE,
    parse=rules.parse,
    options={"votes": Option(OptionType.NUMBER), "comments": Option(OptionType.NUMBER)},
    is_read=True,
    takes=Carry.SHEETS,
    task=rules.task,
    accept=rules.accept,
    about=rules.about,
    progress=rules.progress,
    tally=rules.tally,
    key=rules.key,
    sample=rules.sample,
)
