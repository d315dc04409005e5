"""What every kind of activity provides; open any sibling folder for an example.

The rules of this file
- A kind is pure: functions over frozen values. It reads no clock, rolls no dice, knows no phase: *when* one may answer
  and who may see what is settled by the meeting (`app.live`).
- An **answer** is a mapping of cells. A question has one cell, named `""`; a worksheet has one cell per field and
  one per row and column of a table, a sort one per card. A cell is replaced whole; `None` empties it.
- Free text inside a cell is always `{"text": "…"}` and nothing else is: the log keeps words beside the events, so that
  they can be erased, and finds them by this shape.
- What a phone receives gives no answer away: kinds with right answers send **tokens** instead of keys, in an order of
  the run's own, both made by the `Veil`.
"""

import hashlib
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Generic, TypeVar

from app.errors import Rejected

Block = Mapping[str, Any]
"""One published activity as plain JSON; `app/curriculum/README.md` describes its fields."""

Cell = str
Value = Any  # JSON: str, int, float, bool, list, dict or None
Answer = Mapping[Cell, Value]

Config = TypeVar("Config")

TOKEN_LENGTH = 6  # hex digits: 16 million values, so two of a question's few keys meet once in a million runs
CELL_LIMIT = 86  # characters: two keys of 40 each with a row between them (`rows.py`)
TEXT_LIMIT = 4_000  # characters in one field: two full phone screens of writing, far above what any sheet asks


class Grammar(StrEnum):
    """How the items of a block are written (`course-format`: "items = the last top-level list of the body")."""

    NONE = "none"
    CHOICES = "choices"  # - [x] key) text           single, multiple
    NUMBERS = "numbers"  # - [x] key) 250 ± 1         numeric
    ACCEPTED = "accepted"  # - [x] key) words | words   text
    GAPS = "gaps"  # in the prompt             gaps
    STEPS = "steps"  # 1. key) text               order
    PAIRS = "pairs"  # - key) left -> right       match
    BINS = "bins"  # - key) bin, nested cards   sort
    OPTIONS = "options"  # - key) text               poll, board, scale
    FIELDS = "fields"  # - key) label `kind`        worksheet, plan, reflection


class Carry(StrEnum):
    """In what shape an activity goes on with what an earlier one brought (`from`)."""

    CARDS = "cards"  # words as options or cards: from a board, a poll or the words of a sheet
    FIELDS = "fields"  # what stood in fields of the same keys, offered to whoever wrote it
    SHEETS = "sheets"  # whole sheets to look at


class OptionType(StrEnum):
    """What an option line may hold; the checker names a wrong one to the column."""

    DURATION = "duration"
    NUMBER = "number"
    YESNO = "yesno"
    WORDS = "words"
    CHOICE = "choice"
    DURATIONS = "durations"
    KEYS = "keys"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Option:
    """One option line of a kind. `choices` is for `CHOICE` only."""

    type: OptionType
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """How right an answer is. `score` runs from 0 to 1; `cells` says right or not for each cell that was marked."""

    score: float
    cells: Mapping[Cell, bool] = field(default_factory=dict)

    @property
    def is_right(self) -> bool:
        return self.score >= 1.0


@dataclass(frozen=True, slots=True)
class Card:
    """Something of an answer that can be carried over: `words` as the cell holds them, or `html` that the author wrote.

    `who` and `cell` say where it stands; of the author's own words `who` is empty and `cell` the item's key.
    `votes`: how many asked for it.
    """

    words: Value = None
    who: str = ""
    cell: Cell = ""
    votes: int = 0
    html: str = ""


@dataclass(frozen=True, slots=True)
class Veil:
    """Hides keys and their written order from phones: one run, one seed, the same tokens for everybody in it.

    `seed` is rolled by the shell when the run opens and kept in the log. A token is the first 6 hex digits of
    SHA-256(seed, key): without the seed it says nothing about the key.
    """

    seed: str

    def token(self, key: str) -> str:
        return hashlib.sha256(f"{self.seed}\0{key}".encode()).hexdigest()[:TOKEN_LENGTH]

    def key(self, token: object, keys: Sequence[str]) -> str:
        """The key behind a token. Raises `Rejected("no-such-option")` for anything else."""
        for key in keys:
            if token == self.token(key):
                return key
        raise Rejected("no-such-option", "That choice is not part of this activity. Look at it once more.")

    def shuffle(self, keys: Sequence[str]) -> tuple[str, ...]:
        """The keys in the run's own order: equal for everybody, unrelated to the written order."""
        return tuple(sorted(keys, key=lambda key: hashlib.sha256(f"{self.seed}\1{key}".encode()).digest()))


@dataclass(frozen=True)
class Kind(Generic[Config]):
    """One kind of activity. Every field but the first four has a default that fits a kind without answers.

    `name`      as an author writes it after the slashes; also the folder's name
    `label`     as people read it, in English; passed through the translation at the edge
    `grammar`   how its items are written
    `parse`     published block -> Config; the block was checked, so this never fails on a served course
    `options`   option lines of its own, beside those every activity has
    """

    name: str
    label: str
    grammar: Grammar
    parse: Callable[[Block], Config]
    options: Mapping[str, Option] = field(default_factory=dict)
    answerable: bool = True
    by_group: bool = False  # inside breakout, case and roleplay the group answers, not the person
    private: bool = False  # nobody but the author reads an answer unless the block says otherwise (reflection)
    is_read: bool = False  # the class reads the words themselves once they are shown: cards, comments
    gives: frozenset[Carry] = frozenset()  # in which shapes a later activity may go on with it
    takes: Carry | None = None  # in which shape it goes on with an earlier one; the meeting puts it beside the block
    most_cards: int = 0  # carried over unless a trainer says otherwise, the most wanted first; 0: all

    task: Callable[[Config, Veil], dict[str, Any]] = lambda config, veil: {}
    """What a phone gets while the run is open: JSON, prompt HTML included, nothing that gives an answer away."""

    accept: Callable[[Config, Veil, Cell, Value], tuple[Cell, Value]] = lambda config, veil, cell, value: _refuse()
    """(cell, value) from the wire -> (cell, value) to keep, keys in place of tokens. Raises `Rejected`."""

    own: Callable[[Config, Veil, Answer], Answer] = lambda config, veil, answer: answer
    """A kept answer in wire form again, tokens in place of keys."""

    about: Callable[[Config, Veil, Cell, Value], str | None] = lambda config, veil, cell, value: None
    """The key of the carried thing that a kept cell judges: the meeting lets nobody judge her own."""

    cards: Callable[[Config, Veil, Mapping[str, Answer]], list[Card]] = lambda config, veil, answers: []
    """What `Carry.CARDS` carries over, the most wanted first. Reads no words: they may stand in the answers by name."""

    is_complete: Callable[[Config, Answer], bool] = lambda config, answer: any(
        is_filled(value) for value in answer.values()
    )
    """True when the person may be counted as having answered."""

    progress: Callable[[Config, Answer], tuple[int, int]] = lambda config, answer: (
        int(any(is_filled(value) for value in answer.values())),
        1,
    )
    """(cells filled, cells there are)."""

    mark: Callable[[Config, Answer], Mark | None] = lambda config, answer: None
    """None where there is no right answer."""

    feedback: Callable[[Config, Veil, Answer], list[str]] = lambda config, veil, answer: []
    """What the author says to what was answered, and to nothing else: for who may try again (`tries`)."""

    tally: Callable[[Config, Veil, Mapping[str, Answer]], dict[str, Any]] = lambda config, veil, answers: {}
    """Answers by person or group id -> what the class may be shown. Holds no id: naming is the meeting's affair."""

    tally_secrets: tuple[str, ...] = ()
    """Fields of the tally that tell the right answers: for trainers always, for all others after the reveal."""

    key: Callable[[Config, Veil], dict[str, Any]] = lambda config, veil: {}
    """Right answers (as tokens), feedback, explanation, model: trainers always, phones after the reveal."""

    shared: Callable[[Config], tuple[Cell, ...]] = lambda config: ()
    """Cells of free text that a group types together when it answers as one; they travel by `app.sheets`, not here.

    `book/*/what` is that cell in every row of a table (`rows.py`)."""

    sample: Callable[[Config, Veil, random.Random], list[tuple[Cell, Value]]] = lambda config, veil, dice: []
    """A plausible answer in wire form: contract tests, rehearsal robots and benchmarks play it."""


def _refuse() -> tuple[Cell, Value]:
    raise Rejected("no-answer-here", "There is nothing to answer in this activity.")


def text_of(value: Value, limit: int = TEXT_LIMIT) -> dict[str, str] | None:
    """Check one free-text cell: `{"text": "…"}` -> the same, or None when it is empty. Raises `Rejected`.

    Nothing is trimmed inside and no joiner (ZWJ, ZWNJ) is removed: Malayalam needs them.
    Control characters and halves of a character (which JSON can carry and no database can keep) are refused.
    """
    if value is None:
        return None
    if not (isinstance(value, dict) and value.keys() == {"text"} and isinstance(value["text"], str)):
        raise Rejected("not-text", "This field takes words.")
    if len(value["text"]) > limit:
        raise Rejected("too-long", f"That is longer than {limit} characters. Please shorten it.")
    if any((ord(char) < 32 and char not in "\n\t") or 0xD800 <= ord(char) < 0xE000 for char in value["text"]):
        raise Rejected("not-text", "This field takes words.")
    return {"text": value["text"]} if value["text"].strip() else None


def sole_cell(cell: Cell) -> Cell:
    """Check the cell of a kind that has only one, named `""`. Raises `Rejected`."""
    if cell != "":
        raise Rejected("no-such-field", "That is not part of this activity. Look at it once more.")
    return ""


def is_filled(value: Value) -> bool:
    """True when a kept cell holds something: not emptied, and not words that are all blanks."""
    if isinstance(value, dict) and value.keys() == {"text"}:
        return bool(str(value["text"]).strip())
    return value is not None
