"""The words of the notation: which notes, activities and groups there are, what each may hold, and its options.

The rules of this file
- A kind that is built says itself how its items are written and which options it has (`app.activities.registry`). The
  tables here are for what no kind can say: notes, groups, and the kinds that are not built yet.
- Only here is a name of the notation written down.
"""

import re
from collections.abc import Mapping
from typing import Any

from app.activities.contract import Grammar, Kind, Option, OptionType

Kinds = Mapping[str, Kind[Any]]

KEY = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
NAME = re.compile(r"[a-z][a-z0-9]*([-_][a-z0-9]+)*")  # courses and facts
KEY_LENGTH = 40  # characters: a key stands in every stored answer and must stay readable in a report's column

NOTE, ACTIVITY, GROUP = 3, 4, 5  # slashes
SLASHES = {NOTE: "note", ACTIVITY: "activity", GROUP: "group"}

MODULE_NOTES = frozenset({"objectives", "keypoints", "materials", "note", "script", "facilitator"})
GROUP_NOTES = frozenset({"explain", "model", "steps", "materials", "note", "script", "facilitator"})
ACTIVITY_NOTES = GROUP_NOTES | {"hint"}
NOTES = MODULE_NOTES | ACTIVITY_NOTES
REPEATED_NOTES = frozenset({"hint", "note"})  # hints come one after another; a note is read where it stands

QUESTIONS = frozenset({"single", "multiple", "numeric", "text", "gaps", "order", "match", "sort"})  # with right answers
GROUPS: Mapping[str, frozenset[str] | None] = {  # what each may hold; None: everything but `ALONE`
    "quiz": QUESTIONS,
    "breakout": None,
    "case": None,
    "roleplay": frozenset({"worksheet", "reflection"}),
}
ALONE = frozenset({"gallery", "plan"})  # a gallery needs all groups, a plan is a person's own

PLANNED: Mapping[str, Grammar] = {  # every kind of the notation, built or not
    "single": Grammar.CHOICES,
    "multiple": Grammar.CHOICES,
    "numeric": Grammar.NUMBERS,
    "text": Grammar.ACCEPTED,
    "gaps": Grammar.GAPS,
    "order": Grammar.STEPS,
    "match": Grammar.PAIRS,
    "sort": Grammar.BINS,
    "poll": Grammar.OPTIONS,
    "scale": Grammar.OPTIONS,
    "board": Grammar.OPTIONS,
    "worksheet": Grammar.FIELDS,
    "reflection": Grammar.FIELDS,
    "plan": Grammar.FIELDS,
    "gallery": Grammar.NONE,
    "briefing": Grammar.NONE,
    "break": Grammar.NONE,
}

_NUMBER, _YESNO, _DURATION = Option(OptionType.NUMBER), Option(OptionType.YESNO), Option(OptionType.DURATION)
_WORDS, _KEYS = Option(OptionType.WORDS), Option(OptionType.KEYS)


def _one_of(*choices: str) -> Option:
    return Option(OptionType.CHOICE, choices)


EVERYWHERE: Mapping[str, Option] = {
    "time": _DURATION,
    "by": _one_of("person", "group", "pair"),
    "pace": _one_of("follow", "window", "free"),
    "end": _one_of("none", "nudge", "close", "advance"),
    "grace": _DURATION,
    "naming": _one_of("named", "trainers", "anonymous"),
    "results": _one_of("hidden", "self", "group", "trainers", "all"),
    "tries": _NUMBER,
    "from": _WORDS,
    "review": _one_of("on", "off"),
    "was": _WORDS,
    "on-change": _one_of("keep", "regrade", "reset"),
}

_QUESTION = {"points": _NUMBER, "shuffle": _YESNO, "scoring": _one_of("all", "partial")}
_ROOMS = {"groups": _WORDS, "assign": _WORDS, "roles": _KEYS, "report-back": _KEYS}

OPTIONS: Mapping[str, Mapping[str, Option]] = {
    "single": _QUESTION,
    "multiple": _QUESTION,
    "poll": {"answer": _one_of("one", "many", "number", "word"), "sum": _NUMBER},
    "scale": {"range": Option(OptionType.RANGE)},
    "board": {"notes": _NUMBER, "votes": _NUMBER, "moderate": _YESNO, "private-first": _YESNO},
    "gallery": {"votes": _NUMBER, "comments": _NUMBER},
    "plan": {"follow-up": Option(OptionType.DURATIONS)},
    "quiz": {"show": _one_of("one-by-one", "all")},
    "breakout": {**_ROOMS, "pattern": _one_of("1-2-4-all", "jigsaw", "gallery")},
    "case": _ROOMS,  # a case and a role play are done in rooms too
    "roleplay": _ROOMS,
}

FIELDS = ("text", "long", "number", "money", "choice", "date", "yesno", "photo", "voice", "table")
NUMBER_FIELDS = frozenset({"number", "money"})
COLUMN_FIELDS = tuple(kind for kind in FIELDS if kind not in ("table", "choice", "photo", "voice"))

WITH_FEEDBACK = frozenset({Grammar.CHOICES, Grammar.NUMBERS, Grammar.ACCEPTED})
WITH_LIST = frozenset(Grammar) - {Grammar.NONE, Grammar.GAPS}


def activities(kinds: Kinds) -> frozenset[str]:
    """Names that may follow four slashes."""
    return frozenset(PLANNED) | frozenset(kinds)


def grammar(name: str, kinds: Kinds) -> Grammar:
    return kinds[name].grammar if name in kinds else PLANNED[name]


def options(name: str, kinds: Kinds) -> Mapping[str, Option]:
    """The option lines that an activity or a group may have."""
    own = kinds[name].options if name in kinds else OPTIONS.get(name, {})
    return {**EVERYWHERE, **own}


def may_hold(group: str, name: str) -> bool:
    held = GROUPS[group]
    return name not in ALONE if held is None else name in held


def notes_of(slashes: int | None) -> frozenset[str]:
    """The notes that may stand in an activity, in a group, or (None) outside of both."""
    return {ACTIVITY: ACTIVITY_NOTES, GROUP: GROUP_NOTES}[slashes] if slashes else MODULE_NOTES


def is_key(word: str) -> bool:
    return len(word) <= KEY_LENGTH and KEY.fullmatch(word) is not None


SOME_KEY = "some-key"


def key_from(words: str) -> str:
    """A key made from the first words of an item: what an author is offered."""
    plain = re.sub(r"[^a-z0-9 ]", "", words.lower().replace("-", " ")).split()
    key = "-".join(plain[:3])[:KEY_LENGTH].strip("-")
    return key if is_key(key) else SOME_KEY
