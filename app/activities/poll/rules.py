"""A question without a right answer, counted at once.

The rules of this file
- `answer: one` (the default) and `many` take options; `number` takes a whole number from 0 for each option, adding up
  to `sum` where the author set one; `word` takes a word or a short phrase and has no options.
- There is nothing to hide in a poll: phones get the written keys in the written order. Options carried over from an
  earlier activity (`cards` beside the items) stand behind the written ones.
"""

import random
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.activities import numbers, wording
from app.activities.contract import Answer, Block, Card, Cell, Value, Veil, is_filled, sole_cell, text_of
from app.activities.wording import Wording
from app.errors import Rejected

WORD_LIMIT = 60  # characters: one line on a phone
WORDS_SHOWN = 40  # different words in a tally: what a class screen can hold legibly


@dataclass(frozen=True, slots=True)
class Config:
    """`options` are (key, html) pairs; `sum` is what the numbers of `answer: number` must add up to."""

    wording: Wording
    answer: str
    sum: int | None
    options: tuple[tuple[str, str], ...]

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(key for key, _ in self.options)


def parse(block: Block) -> Config:
    options = block.get("options", {})
    items = tuple((item["key"], item["html"]) for item in (*block.get("items", ()), *block.get("cards", ())))
    return Config(wording.parse(block), options.get("answer", "one"), options.get("sum"), items)


def task(config: Config, veil: Veil) -> dict[str, Any]:
    shown = [{"key": key, "html": html} for key, html in config.options]
    sum_of_numbers = {} if config.sum is None else {"sum": config.sum}
    return {"prompt": config.wording.prompt, "answer": config.answer, **sum_of_numbers, "options": shown}


def accept(config: Config, veil: Veil, cell: Cell, value: Value) -> tuple[Cell, Value]:
    return sole_cell(cell), None if value is None else _ACCEPT[config.answer](config, value)


def tally(config: Config, veil: Veil, answers: Mapping[str, Answer]) -> dict[str, Any]:
    given = [answer[""] for answer in answers.values() if is_filled(answer.get(""))]
    return {"n": len(given), **_TALLY[config.answer](config, given)}


def cards(config: Config, veil: Veil, answers: Mapping[str, Answer]) -> list[Card]:
    """The words people gave; of a choice the options that somebody took, the most wanted first."""
    if config.answer == "word":
        given = [(who, answer.get("")) for who, answer in answers.items()]
        return [Card(word, who, "") for who, word in given if is_filled(word)]
    counted = tally(config, veil, answers)
    votes = counted.get("counts") or counted.get("sums") or {}
    wanted = [Card(cell=key, votes=votes[key], html=html) for key, html in config.options if votes.get(key)]
    return sorted(wanted, key=lambda card: -card.votes)


def key(config: Config, veil: Veil) -> dict[str, Any]:
    return {**config.wording.after()}


def sample(config: Config, veil: Veil, dice: random.Random) -> list[tuple[Cell, Value]]:
    """Nothing where the options are still to come from an earlier activity."""
    return [("", _SAMPLE[config.answer](config, dice))] if config.options or config.answer == "word" else []


def _one(config: Config, value: Value) -> Value:
    if not isinstance(value, str) or value not in config.keys:
        raise Rejected("no-such-option", "That choice is not part of this activity. Look at it once more.")
    return value


def _many(config: Config, value: Value) -> Value:
    """Kept in written order, as the order of tapping says nothing; no choice at all empties the answer."""
    if not isinstance(value, list) or len(value) > len(config.keys):
        raise Rejected("not-choices", "This question takes a list of choices.")
    chosen = {_one(config, key) for key in value}
    if len(chosen) < len(value):
        raise Rejected("chosen-twice", "One choice was sent twice. Look at your answer once more.")
    return [key for key in config.keys if key in chosen] or None


def _number(config: Config, value: Value) -> Value:
    """A missing number is 0: people leave a line empty where they mean none."""
    if not isinstance(value, dict):
        raise Rejected("not-numbers", "This question takes a number for each line.")
    if not value.keys() <= set(config.keys):
        raise Rejected("no-such-option", "That choice is not part of this activity. Look at it once more.")
    given = {key: _count(value.get(key, 0)) for key in config.keys}
    if config.sum is not None and sum(given.values()) != config.sum:
        raise Rejected("wrong-sum", "Your numbers do not add up as the question asks. Count them once more.")
    return given


def _count(value: Value) -> int:
    number = numbers.read(value)
    if not isinstance(number, int) or number < 0:
        raise Rejected("not-a-count", "Use whole numbers from 0.")
    return number


def _word(config: Config, value: Value) -> Value:
    return text_of(value, WORD_LIMIT)


def _counts(config: Config, given: Sequence[Value]) -> dict[str, Any]:
    counter = Counter(key for value in given for key in ([value] if isinstance(value, str) else value))
    return {"counts": {key: counter[key] for key in config.keys}}


def _sums(config: Config, given: Sequence[Value]) -> dict[str, Any]:
    sums = {key: sum(value.get(key, 0) for value in given) for key in config.keys}
    return {"sums": sums, "total": sum(sums.values())}


def _words(config: Config, given: Sequence[Value]) -> dict[str, Any]:
    """Words that differ only in capitals or spaces count as one, written as most people wrote it."""
    spellings: dict[str, Counter[str]] = {}
    for value in given:
        word = " ".join(unicodedata.normalize("NFC", value["text"]).split())
        spellings.setdefault(word.casefold(), Counter())[word] += 1
    ranked = [(min(words, key=lambda word: (-words[word], word)), words.total()) for words in spellings.values()]
    ranked.sort(key=lambda pair: (-pair[1], pair[0]))
    return {"words": [[word, count] for word, count in ranked[:WORDS_SHOWN]]}


def _some_numbers(config: Config, dice: random.Random) -> Value:
    """Stones thrown one by one on the options: they add up by themselves."""
    thrown = Counter(dice.choices(config.keys, k=dice.randint(0, 20) if config.sum is None else config.sum))
    return {key: thrown[key] for key in config.keys}


def _some_keys(config: Config, dice: random.Random) -> Value:
    chosen = dice.sample(config.keys, dice.randint(1, len(config.keys)))
    return [key for key in config.keys if key in chosen]


_ACCEPT: Mapping[str, Callable[[Config, Value], Value]] = {
    "one": _one,
    "many": _many,
    "number": _number,
    "word": _word,
}
_TALLY: Mapping[str, Callable[[Config, Sequence[Value]], dict[str, Any]]] = {
    "one": _counts,
    "many": _counts,
    "number": _sums,
    "word": _words,
}
_SAMPLE: Mapping[str, Callable[[Config, random.Random], Value]] = {
    "one": lambda config, dice: dice.choice(config.keys),
    "many": _some_keys,
    "number": _some_numbers,
    "word": lambda config, dice: {"text": dice.choice(("sales", "Sales", "rent", "credit", "ചിട്ടി"))},
}
