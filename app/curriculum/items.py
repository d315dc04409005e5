"""The items of an activity, one function for each grammar of the contract (`app.activities.contract.Grammar`)."""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from app import richtext
from app.activities import spelling
from app.activities.contract import Grammar
from app.curriculum import quantities
from app.curriculum.faults import Faults, Spot
from app.curriculum.fields import fields
from app.curriculum.heads import Head, Keys, feedback, head, nested, nothing_under
from app.curriculum.lists import Entry, List
from app.curriculum.model import Accepted, Bin, Choice, Item, Option, Pair, Range

Reading = Callable[[List, str, Faults], Iterator[Item]]
"""(list, name of the activity, faults) -> its items; what cannot be read is left out and told."""


def read(grammar: Grammar, found: List, owner: str, faults: Faults) -> tuple[Item, ...]:
    return tuple(_READERS[grammar](found, owner, faults))


def _heads(found: List, owner: str, faults: Faults, *, boxed: bool) -> Iterator[tuple[Entry, Head]]:
    keys = Keys(faults)
    for entry in found.entries:
        first = head(entry, faults, boxed=boxed, owner=owner)
        keys.take(first.key, first.spot)
        yield entry, first


def _choices(found: List, owner: str, faults: Faults) -> Iterator[Item]:
    for entry, first in _heads(found, owner, faults, boxed=True):
        yield Choice(first.key, first.spot, first.words, first.is_right, feedback(entry, faults), first.was)


def _ranges(found: List, owner: str, faults: Faults) -> Iterator[Item]:
    for entry, first in _heads(found, owner, faults, boxed=True):
        said, limits = feedback(entry, faults), quantities.limits(first.words)
        if limits is None:
            faults.error(first.word_spot(), f"'{first.words}' is not a number; write 250, 250 ± 5 or 250 ± 2%")
        low, high = map(quantities.plain, limits or (Decimal(0), Decimal(0)))
        yield Range(first.key, first.spot, low, high, first.is_right, said, first.was)


def _accepted(found: List, owner: str, faults: Faults) -> Iterator[Item]:
    """Words that are compared as one (`Cash book`, `cash book.`) belong to one answer only."""
    known: dict[str, int] = {}
    for entry, first in _heads(found, owner, faults, boxed=True):
        words = tuple(" ".join(part.split()) for part in first.words.split("|"))
        if first.words and not all(words):
            faults.error(first.word_spot(), "there is an empty answer between two |")
        for one in filter(None, words):
            line = known.setdefault(spelling.fold(one), first.spot.line)
            if line != first.spot.line:
                faults.error(first.word_spot(), f"'{one}' is already an answer at line {line}")
        yield Accepted(first.key, first.spot, words, first.is_right, feedback(entry, faults), first.was)


def _options(found: List, owner: str, faults: Faults) -> Iterator[Item]:
    for entry, first in _heads(found, owner, faults, boxed=False):
        nothing_under(entry, owner, faults)
        yield Option(first.key, first.spot, first.words, first.was)


def _pairs(found: List, owner: str, faults: Faults) -> Iterator[Item]:
    """Each half stands once: of two equal ones nobody could say which is right."""
    known: dict[tuple[str, str], int] = {}
    for entry, first in _heads(found, owner, faults, boxed=False):
        nothing_under(entry, owner, faults)
        left, arrow, right = (part.strip() for part in first.words.partition("->"))
        if not arrow or not right:
            faults.error(first.word_spot(), "a pair is written  key) left -> right  and a distractor  key) -> right")
        for side, words in (("left", left), ("right", right)) if arrow else ():
            line = known.setdefault((side, words), first.spot.line)
            if words and line != first.spot.line:
                faults.error(first.word_spot(), f"'{words}' stands in the pair of line {line} already: use 'sort'")
        yield Pair(first.key, first.spot, left, right, first.was)


def _bins(found: List, owner: str, faults: Faults) -> Iterator[Item]:
    """Cards may stand under two bins with the same words; a bin and a card never share a key."""
    cards: dict[str, Option] = {}
    bins = list(_heads(found, owner, faults, boxed=False))
    homes = {first.key: first.spot.line for _, first in bins}
    for entry, first in bins:
        held = tuple(_cards(entry, owner, faults))
        for card in held:
            known = cards.setdefault(card.key, card)
            if card.key in homes:
                faults.error(card.spot, f"key '{card.key}' is already used at line {homes[card.key]}")
            elif card.key and known.words != card.words:
                faults.error(card.spot, f"card '{card.key}' has other words than at line {known.spot.line}")
        yield Bin(first.key, first.spot, first.words, held, first.was)


def _cards(entry: Entry, owner: str, faults: Faults) -> Iterator[Option]:
    found = nested(entry, faults)
    for under, first in _heads(found, owner, faults, boxed=False) if found else ():
        nothing_under(under, owner, faults)
        yield Option(first.key, first.spot, first.words, first.was)


def _fields(found: List, owner: str, faults: Faults) -> Iterator[Item]:
    yield from fields(found, owner, faults)


def roles(found: List, owner: str, faults: Faults) -> tuple[Option, ...]:
    """The roles of a role play with their private cards, the indented paragraphs below."""
    return tuple(_role(entry, first, faults) for entry, first in _heads(found, owner, faults, boxed=False))


def _role(entry: Entry, first: Head, faults: Faults) -> Option:
    for line in entry.words.lines[1:]:
        if line.cut >= 4:  # an indented line without a blank one before it would be read by everybody
            faults.error(line.spot(), "put a blank line before the private card", line.after_a_blank())
    card = "\n".join(line.text for line in entry.under).strip()
    return Option(first.key, first.spot, first.words, first.was, card)


GAP = re.compile(richtext.GAP)


def gap(key: str, spot: Spot, words: str, faults: Faults) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """`a | b` -> (what is accepted, no choices); `*right* / wrong` -> (the right one, all choices)."""
    if "/" not in words and "*" not in words:
        accepted = tuple(part.strip() for part in words.split("|"))
        if not all(accepted):
            faults.error(spot, f"gap '{key}' has an empty answer")
        return accepted, ()
    written = tuple(part.strip() for part in words.split("/"))
    right = tuple(part.strip("*").strip() for part in written if part.startswith("*") and part.endswith("*"))
    choices = tuple(part.strip("*").strip() for part in written)
    if len(right) != 1 or not all(choices):
        faults.error(spot, f"gap '{key}' needs exactly one *right* word among its choices")
    elif len(choices) < 2:
        faults.error(spot, f"gap '{key}' has only one choice; write others after a /, or leave out the *")
    elif len(set(choices)) < len(choices):
        faults.error(spot, f"gap '{key}' has one choice twice")
    return right, choices


_READERS: Mapping[Grammar, Reading] = {
    Grammar.CHOICES: _choices,
    Grammar.NUMBERS: _ranges,
    Grammar.ACCEPTED: _accepted,
    Grammar.OPTIONS: _options,
    Grammar.STEPS: _options,
    Grammar.PAIRS: _pairs,
    Grammar.BINS: _bins,
    Grammar.FIELDS: _fields,
}
