"""Questions whose answer is chosen from a list: what `single` and `multiple` have in common.

The rules of this file
- Phones see the options in one order for everybody: as written, or the run's own when the author asks for `shuffle`.
- Whatever a phone receives, counts and its own answer too, stands in that order: another would tell the written one.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from app.activities import wording
from app.activities.contract import Answer, Block, Option, OptionType, Veil
from app.activities.wording import Wording

OPTIONS = {
    "points": Option(OptionType.NUMBER),
    "shuffle": Option(OptionType.YESNO),
    "scoring": Option(OptionType.CHOICE, ("all", "partial")),
}


@dataclass(frozen=True, slots=True)
class Choice:
    key: str
    html: str
    is_right: bool
    feedback: str | None


@dataclass(frozen=True, slots=True)
class Question:
    """`is_partial`: a half-right answer earns a part of the points (`multiple` only)."""

    wording: Wording
    choices: tuple[Choice, ...]
    is_shuffled: bool
    is_partial: bool

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(choice.key for choice in self.choices)

    @property
    def right(self) -> frozenset[str]:
        return frozenset(choice.key for choice in self.choices if choice.is_right)

    def seen(self, veil: Veil) -> list[Choice]:
        """The choices in the order phones see."""
        if not self.is_shuffled:
            return list(self.choices)
        order = veil.shuffle(self.keys)
        return sorted(self.choices, key=lambda choice: order.index(choice.key))


def parse(block: Block) -> Question:
    options = block.get("options", {})
    choices = tuple(Choice(item["key"], item["html"], item["right"], item.get("feedback")) for item in block["items"])
    return Question(wording.parse(block), choices, options.get("shuffle", False), options.get("scoring") == "partial")


def task(question: Question, veil: Veil) -> dict[str, Any]:
    options = [{"t": veil.token(choice.key), "html": choice.html} for choice in question.seen(veil)]
    return {"prompt": question.wording.prompt, "options": options, "hints": question.wording.hints}


def counts(question: Question, veil: Veil, chosen: Iterable[str]) -> dict[str, int]:
    """How often each choice was taken, by token; none is left out."""
    counter = Counter(chosen)
    return {veil.token(choice.key): counter[choice.key] for choice in question.seen(veil)}


def feedback(question: Question, veil: Veil, answer: Answer) -> list[str]:
    chosen = answer.get("") or ()
    keys = (chosen,) if isinstance(chosen, str) else chosen
    return [choice.feedback for choice in question.seen(veil) if choice.key in keys and choice.feedback]


def key(question: Question, veil: Veil) -> dict[str, Any]:
    seen = question.seen(veil)
    return {
        "right": [veil.token(choice.key) for choice in seen if choice.is_right],
        "feedback": {veil.token(choice.key): choice.feedback for choice in seen if choice.feedback is not None},
        **question.wording.after(),
    }
