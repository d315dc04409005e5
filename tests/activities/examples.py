"""Builders for tests of activity kinds: the README examples, sessions played with them, and other right answers."""

import json
import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.activities.contract import Answer, Block, Grammar, Kind, Veil
from app.activities.registry import kind_in
from app.errors import Rejected

ACTIVITIES = Path(__file__).parents[2] / "app" / "activities"
VEIL = Veil("a seed of our own")
KEBAB = re.compile(r"[a-z]+(-[a-z]+)*")


def readme(folder: str) -> str:
    return (ACTIVITIES / folder / "README.md").read_text(encoding="utf-8")


def fenced(folder: str, language: str) -> str:
    """The only fence of that language in a kind's README."""
    (found,) = re.findall(rf"^```{language}\n(.*?)^```$", readme(folder), re.DOTALL | re.MULTILINE)
    return str(found)


def example(folder: str) -> dict[str, Any]:
    """The block of a kind's README as it is published."""
    block: dict[str, Any] = json.loads(fenced(folder, "json"))
    return block


def block(items: list[dict[str, Any]] | None = None, notes: dict[str, Any] | None = None, **options: Any) -> Block:
    """A published block with the parts that matter to a test; `private_first=True` is the option `private-first`."""
    named = {name.replace("_", "-"): value for name, value in options.items()}
    return {"prompt": "<p>Well?</p>", "options": named, "items": items or [], "notes": notes or {}}


@dataclass(frozen=True)
class Played:
    """One kind, set up with one block; spares the tests from repeating config and veil."""

    kind: Kind[Any]
    config: Any
    veil: Veil = VEIL

    def accept(self, value: Any, cell: str = "") -> Any:
        return self.kind.accept(self.config, self.veil, cell, value)[1]

    def refusal(self, value: Any, cell: str = "") -> str:
        """The code with which a value is refused."""
        with pytest.raises(Rejected) as refused:
            self.kind.accept(self.config, self.veil, cell, value)
        return refused.value.code

    def answer(self, sent: Mapping[str, Any]) -> dict[str, Any]:
        """What is kept when these cells are sent."""
        return dict(self.kind.accept(self.config, self.veil, cell, value) for cell, value in sent.items())

    def sampled(self, seed: int) -> dict[str, Any]:
        """What is kept of a plausible answer."""
        return self.answer(dict(self.kind.sample(self.config, self.veil, random.Random(seed))))

    def task(self) -> dict[str, Any]:
        return self.kind.task(self.config, self.veil)

    def mark(self, answer: Answer) -> Any:
        return self.kind.mark(self.config, answer)

    def tally(self, *answers: Answer) -> dict[str, Any]:
        return self.kind.tally(self.config, self.veil, {f"who-{n}": answer for n, answer in enumerate(answers)})

    def key(self) -> dict[str, Any]:
        return self.kind.key(self.config, self.veil)


def played(folder: str, published: Block | None = None, veil: Veil = VEIL) -> Played:
    """The kind in a folder, set up with a block: its README's own unless another is given."""
    kind = kind_in(folder)
    return Played(kind, kind.parse(example(folder) if published is None else published), veil)


Items = list[dict[str, Any]]


def _other_choices(items: Items) -> Items:
    return [{**item, "right": not item["right"], "feedback": "<p>Other words.</p>"} for item in items]


def _other_numbers(items: Items) -> Items:
    changed = {"feedback": "<p>Other words.</p>"}
    return [{**i, "low": i["low"] + 7, "high": i["high"] + 9, "right": not i["right"], **changed} for i in items]


def _other_bins(items: Items) -> Items:
    """Every card moves to the next bin."""
    return [{**item, "cards": items[index - 1]["cards"]} for index, item in enumerate(items)]


def _other_fields(items: Items) -> Items:
    return [{**i, "expected": i["expected"] + 5, "tolerance": 3} if "expected" in i else i for i in items]


def _other_pairs(items: Items) -> Items:
    return [{**item, "right": items[index - 1]["right"]} for index, item in enumerate(items)]


def _other_gaps(items: Items) -> Items:
    """A written gap takes another word, in a drop-down the last choice is right."""
    return [{**i, "accepted": [i["choices"][-1]] if "choices" in i else ["other words"]} for i in items]


OTHER_ITEMS: Mapping[Grammar, Callable[[Items], Items]] = {
    Grammar.NONE: lambda items: items,
    Grammar.OPTIONS: lambda items: items,
    Grammar.CHOICES: _other_choices,
    Grammar.NUMBERS: _other_numbers,
    Grammar.BINS: _other_bins,
    Grammar.FIELDS: _other_fields,
    Grammar.STEPS: lambda items: items[::-1],
    Grammar.PAIRS: _other_pairs,
    Grammar.GAPS: _other_gaps,
    Grammar.ACCEPTED: lambda items: [{**item, "accepted": ["other words"]} for item in items],
}


def with_other_answers(folder: str) -> Block:
    """The README's block with everything changed that must not be known while the activity is open."""
    published = example(folder)
    notes = dict.fromkeys(("explain", "model", "script", "facilitator"), "<p>Other words.</p>")
    hints = [f"<p>Other hint {n}.</p>" for n, _ in enumerate(published["notes"].get("hint", []))]
    items = OTHER_ITEMS[kind_in(folder).grammar](published["items"])
    return {**published, "items": items, "notes": notes | ({"hint": hints} if hints else {})}
