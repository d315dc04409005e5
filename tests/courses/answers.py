"""Answers to any activity of a course, worked out from what is published: right, wrong and hostile ones.

The rules of this file
- Right answers come from the key that phones get after the reveal; tokens from the task that they get before it, found
  by the words beside them: nothing here knows how a token is made.
- Each wrong answer comes with what the author says to it.
"""

from collections.abc import Iterator
from itertools import pairwise
from random import Random
from typing import Any

from app.activities import numbers
from app.activities.contract import Grammar, Veil
from app.activities.registry import KINDS
from tests.activities.examples import Played
from tests.courses.modules import Block
from tests.courses.reading import indian

Sent = dict[str, Any]
"""An answer as a phone sends it: cell -> value."""
Told = tuple[Sent, list[str]]
"""An answer, and the feedback that belongs to it."""

NO_IDEA = {"text": "അറിയില്ല"}  # "I do not know": right nowhere
FAR = 987_654_321  # no sum of any case comes near it
MARKED = frozenset({"single", "multiple", "numeric", "text", "gaps", "order", "match", "sort"})


def play(block: Block, seed: str = "this run") -> Played:
    kind = KINDS[block["kind"]]
    return Played(kind, kind.parse(block), Veil(f"{seed}/{block['id']}"))


def tokens(shown: list[Block]) -> dict[str, str]:
    """Words -> token, as a phone has them."""
    found = {one.get("html", one.get("text")): one["t"] for one in shown}
    assert len(found) == len(shown), "two choices say the same"
    return found


def right(block: Block, of: Played) -> list[Sent]:
    """Answers that are right, in all the ways in which the author lets them be; [] where nothing is."""
    key = of.key()
    match Grammar(block["grammar"]):
        case Grammar.CHOICES:
            chosen = key["right"]
            return [{"": chosen[0]}] if block["kind"] == "single" else [{"": chosen}, {"": chosen[::-1]}]
        case Grammar.NUMBERS:
            probes = [value for one in block["items"] if one["right"] for value in _inside(block, one)]
            return [{"": value} for value in probes] + [{"": _as_written(value)} for value in probes]
        case Grammar.ACCEPTED:
            words = [word for one in key["answers"] if one["right"] for word in one["accepted"]]
            return [{"": {"text": text}} for word in words for text in (word, word.upper(), f" {word}. ")]
        case Grammar.GAPS:
            ways = max(map(len, key["right"].values()))
            return [
                {gap: _way(key["choices"][gap], at) if gap in key["choices"] else {"text": _way(words, at)}
                 for gap, words in key["right"].items()}
                for at in range(ways)
            ]  # fmt: skip
        case Grammar.STEPS:
            return [{"": key["right"]}]
        case Grammar.PAIRS:
            return [dict(key["right"])]
        case Grammar.BINS:
            ways = max(map(len, key["right"].values()))
            return [{card: _way(homes, at) for card, homes in key["right"].items()} for at in range(ways)]
        case Grammar.FIELDS if "expected" in key:
            off = {item["key"]: item.get("tolerance") or 0 for item in block["items"]}
            return [
                plausible(of) | {cell: round(value + side * off[cell], 6) for cell, value in key["expected"].items()}
                for side in (0, -1, 1)
            ]
        case _:
            return []


def plausible(of: Played) -> Sent:
    """What anybody might answer."""
    return dict(of.kind.sample(of.config, of.veil, Random(1)))


def wrong(block: Block, of: Played) -> Iterator[Told]:
    """Each wrong answer that the author foresaw, and some that she did not, with what is said to it."""
    match Grammar(block["grammar"]):
        case Grammar.CHOICES:
            yield from _wrong_choices(block, of)
        case Grammar.NUMBERS:
            for one in block["items"]:
                if not one["right"]:
                    yield from (({"": value}, _said(one)) for value in _inside(block, one))
            yield {"": FAR}, []
        case Grammar.ACCEPTED:
            for one in block["items"]:
                if not one["right"]:
                    yield from (({"": {"text": words}}, _said(one)) for words in one["accepted"])
            yield {"": NO_IDEA}, []
        case _:
            yield from ((sent, []) for sent in _wrong_parts(block, of))


def _wrong_choices(block: Block, of: Played) -> Iterator[Told]:
    t = tokens(of.task()["options"])
    items = {t[item["html"]]: item for item in block["items"]}
    good = [token for token, item in items.items() if item["right"]]
    bad = [token for token, item in items.items() if not item["right"]]
    if block["kind"] == "single":
        yield from (({"": token}, _said(items[token])) for token in bad)
        return
    sets = [[token] for token in bad] + [[*good, token] for token in bad] + [[*good, *bad]]
    sets += [[one for one in good if one != token] for token in good if len(good) > 1]
    shown = list(t.values())
    for chosen in sets:
        yield {"": chosen}, [said for token in sorted(chosen, key=shown.index) for said in _said(items[token])]


def _wrong_parts(block: Block, of: Played) -> Iterator[Sent]:
    """The right answer with one thing in it wrong."""
    first = next(iter(right(block, of)), {})
    task, key = of.task(), of.key()
    match Grammar(block["grammar"]):
        case Grammar.GAPS:
            for gap in task["gaps"]:
                wrongly = [c["t"] for c in gap.get("choices", ()) if c["t"] not in key["choices"][gap["t"]]]
                yield from (first | {gap["t"]: value} for value in (wrongly if "choices" in gap else [NO_IDEA]))
        case Grammar.STEPS:
            order = first[""]
            yield {"": order[::-1]}
            for at, (one, next_one) in enumerate(pairwise(order)):
                yield {"": [*order[:at], next_one, one, *order[at + 2 :]]}
        case Grammar.PAIRS:
            for left, partner in first.items():
                yield from (first | {left: half["t"]} for half in task["right"] if half["t"] != partner)
        case Grammar.BINS:
            for card, homes in key["right"].items():
                yield from (first | {card: one["t"]} for one in task["bins"] if one["t"] not in homes)
        case Grammar.FIELDS if first:
            for cell in key["expected"]:
                yield first | {cell: FAR}
                yield first | {cell: None}


def _inside(block: Block, item: Block) -> list[int | float]:
    """Its low end, middle and high end, as far as no range written before it takes them."""
    before = block["items"][: block["items"].index(item)]
    probes = dict.fromkeys((item["low"], item["high"], round((item["low"] + item["high"]) / 2, 2)))
    found = [value for value in probes if not any(numbers.is_within(value, one["low"], one["high"]) for one in before)]
    assert found, f"{block['id']}/{item['key']}: nobody can come to it"
    return found


def _as_written(value: float) -> str:
    """As people write an amount: ₹1,00,000."""
    places = len(str(value).partition(".")[2]) if isinstance(value, float) and value != int(value) else 0
    return f"₹{indian(value, places)}" if value >= 0 else indian(value, places)


def _way(ways: list[Any], at: int) -> Any:
    return ways[min(at, len(ways) - 1)]


def _said(item: Block) -> list[str]:
    return [item["feedback"]] if item.get("feedback") else []


# ---- what nobody sends by accident

_DEEP: Any = "deep"
for _ in range(500):
    _DEEP = [_DEEP]

HOSTILE: dict[str, Any] = {
    "nested lists": _DEEP,
    "a list in a list": [["x"]],
    "200 kB": "x" * 200_000,
    "200 kB of words": {"text": "x" * 200_000},
    "200 kB in Malayalam": {"text": "ക" * 70_000},
    "too many": ["x"] * 10_000,
    "many digits": "9" * 5_000,
    "a null character": {"text": "a\0b"},
    "an escape": {"text": "\x1b[2J"},
    "half a character": {"text": "\ud800"},
    "a number for words": {"text": 5},
    "no words": {"text": None},
    "words and more": {"text": "a", "html": "<b>a</b>"},
    "somebody else's words": {"said": "1:id-1:0"},
    "a list of words": [{"text": "a"}],
    "a script": "<script>alert(1)</script>",
    "not a number": float("nan"),
    "endless": float("inf"),
    "too large": 10**400,
    "too small": -(10**400),
    "two thirds": 2 / 3 + 10**13,
    "a comma amiss": "1,5",
    "a card for no column": {"column": "no-such", "note": {"text": "a"}},
    "a comment on no sheet": {"sheet": "../secret", "note": {"text": "a"}},
    "a forged token": "ffffffffff",
    "forged tokens": ["000000", "ffffff", "123456"],
    "a reference": {"$ref": "#/right"},
}
"""Values that no cell of any kind takes."""

WRONG_CELLS = ("no-such-cell", "card-0", "vote-99", "\0", "x" * 200_000)


def veiled(of: Played) -> bool:
    """Whether phones name what they choose by tokens of this run."""
    return of.kind.name in {"single", "multiple", "gaps", "order", "match", "sort"}


def with_keys(block: Block, of: Played) -> Iterator[tuple[str, Any]]:
    """(cell, value) with written keys where tokens belong."""
    keys = [item["key"] for item in block["items"]]
    inner = [card["key"] for item in block["items"] for card in item.get("cards", ())]
    known, value = next(iter(plausible(of).items()))
    yield from ((known, key) for key in [*keys, *inner, "choice-1"])
    yield known, keys
    yield from ((key, value) for key in [*keys, *inner])
