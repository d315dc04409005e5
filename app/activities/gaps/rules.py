"""A text with gaps to fill.

The rules of this file
- A gap is written into, or it offers a few choices. A written gap is compared by `app.activities.spelling`.
- A gap's key may say what belongs there, so phones get a token, also inside the prompt.
- Choices have no keys, and their words differ from language to language. So what is kept is the place in which a choice
  is written (`choice-2`); phones get tokens for the places, in an order of the run's own.
"""

import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.activities import spelling, wording
from app.activities.contract import Answer, Block, Cell, Mark, Value, Veil, is_filled, text_of
from app.activities.wording import Wording

LIMIT = 100  # characters in one gap: a few words; more would not fit into a line of the text
SHOWN = 6  # different words of one gap in a tally: several gaps share a screen


@dataclass(frozen=True, slots=True)
class Gap:
    """`choices` are () where one writes."""

    key: str
    accepted: tuple[str, ...]
    choices: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[str, ...]:
        return tuple(f"choice-{number}" for number, _ in enumerate(self.choices, start=1))

    def seen(self, veil: Veil) -> list[tuple[str, str, str]]:
        """(place, token, words) of the choices, in the order phones see."""
        own = Veil(f"{veil.seed}/{self.key}")
        words = dict(zip(self.places, self.choices, strict=True))
        return [(place, own.token(place), words[place]) for place in own.shuffle(self.places)]

    def is_right(self, value: Value) -> bool:
        if self.choices:
            return value in self.places and self.choices[self.places.index(value)] in self.accepted
        return spelling.fold(value["text"]) in map(spelling.fold, self.accepted)


@dataclass(frozen=True, slots=True)
class Config:
    wording: Wording
    gaps: tuple[Gap, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(gap.key for gap in self.gaps)

    def gap(self, key: str) -> Gap:
        return self.gaps[self.keys.index(key)]


def parse(block: Block) -> Config:
    gaps = (Gap(item["key"], tuple(item["accepted"]), tuple(item.get("choices", ()))) for item in block["items"])
    return Config(wording.parse(block), tuple(gaps))


def task(config: Config, veil: Veil) -> dict[str, Any]:
    """`gaps` in the order of the text; one without `choices` is written into."""
    prompt = config.wording.prompt
    for key in config.keys:
        prompt = prompt.replace(f'data-gap="{key}"', f'data-gap="{veil.token(key)}"')
    return {"prompt": prompt, "gaps": [{"t": veil.token(gap.key)} | _choices(gap, veil) for gap in config.gaps]}


def accept(config: Config, veil: Veil, cell: Cell, value: Value) -> tuple[Cell, Value]:
    """(token of a gap, words or token of a choice) -> (key of the gap, words or place of the choice)."""
    gap = config.gap(veil.key(cell, config.keys))
    if not gap.choices:
        return gap.key, text_of(value, LIMIT)
    return gap.key, None if value is None else Veil(f"{veil.seed}/{gap.key}").key(value, gap.places)


def own(config: Config, veil: Veil, answer: Answer) -> Answer:
    return {veil.token(gap.key): _shown(gap, veil, answer[gap.key]) for gap in config.gaps if gap.key in answer}


def is_complete(config: Config, answer: Answer) -> bool:
    filled, of = progress(config, answer)
    return filled == of > 0


def progress(config: Config, answer: Answer) -> tuple[int, int]:
    return sum(is_filled(answer.get(key)) for key in config.keys), len(config.keys)


def mark(config: Config, answer: Answer) -> Mark | None:
    """The share of gaps that are filled right; an empty one is not."""
    if not config.gaps:
        return None
    filled = [gap for gap in config.gaps if is_filled(answer.get(gap.key))]
    cells = {gap.key: gap.is_right(answer[gap.key]) for gap in filled}
    return Mark(sum(cells.values()) / len(config.gaps), cells)


def tally(config: Config, veil: Veil, answers: Mapping[str, Answer]) -> dict[str, Any]:
    """`n` people filled at least one gap; for each gap the words written, or how often each choice was taken.

    `right` says for each gap how many filled it right: it is a tally secret.
    """
    given = {
        gap: [answer[gap.key] for answer in answers.values() if is_filled(answer.get(gap.key))] for gap in config.gaps
    }
    return {
        "n": sum(progress(config, answer)[0] > 0 for answer in answers.values()),
        "right": {veil.token(gap.key): sum(map(gap.is_right, values)) for gap, values in given.items()},
        "gaps": {veil.token(gap.key): _counts(gap, veil, values) for gap, values in given.items()},
    }


def key(config: Config, veil: Veil) -> dict[str, Any]:
    """`right`: for each gap the words that are right, the first of them first."""
    return {
        "right": {veil.token(gap.key): list(gap.accepted) for gap in config.gaps},
        "choices": {
            veil.token(gap.key): [token for _, token, words in gap.seen(veil) if words in gap.accepted]
            for gap in config.gaps
            if gap.choices
        },
        **config.wording.after(),
    }


def sample(config: Config, veil: Veil, dice: random.Random) -> list[tuple[Cell, Value]]:
    return [(veil.token(gap.key), _some(gap, veil, dice)) for gap in config.gaps]


def _choices(gap: Gap, veil: Veil) -> dict[str, Any]:
    return {"choices": [{"t": token, "text": words} for _, token, words in gap.seen(veil)]} if gap.choices else {}


def _shown(gap: Gap, veil: Veil, value: Value) -> Value:
    tokens = {place: token for place, token, _ in gap.seen(veil)}
    return tokens[value] if gap.choices and isinstance(value, str) else value


def _counts(gap: Gap, veil: Veil, values: list[Value]) -> dict[str, Any]:
    if not gap.choices:
        return {"n": len(values), "words": spelling.ranked((value["text"] for value in values), SHOWN)}
    taken = Counter(values)
    return {"n": len(values), "counts": {token: taken[place] for place, token, _ in gap.seen(veil)}}


def _some(gap: Gap, veil: Veil, dice: random.Random) -> Value:
    if gap.choices:
        return dice.choice(gap.seen(veil))[1]
    return {"text": dice.choice((*gap.accepted, *gap.accepted, "sales", "അറിയില്ല"))}
