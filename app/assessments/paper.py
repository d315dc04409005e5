"""The questions as one person has them: in her own order, with tokens in place of keys, and how they are marked. Pure.

The rules of this file
- Every attempt has a seed; order, order of options and tokens follow from it and say nothing of the right answer.
- Each question has a veil of its own, so that equal keys of two questions do not look alike.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.activities.contract import Answer, Cell, Grammar, Kind, Value, Veil
from app.activities.registry import KINDS
from app.assessments.rules import day_of
from app.errors import Rejected

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Question:
    """One question in its written place. `day`: the day of the course it is about, if that is known."""

    id: str
    number: int
    day: int | None
    block: Mapping[str, Any]

    @property
    def kind(self) -> str:
        return str(self.block["kind"])

    @property
    def grading(self) -> str:
        return str(self.block["grading"])

    @property
    def prompt(self) -> str:
        return str(self.block["prompt"])

    def task(self, seed: str) -> Json:
        """What a phone gets: nothing in it tells the answer."""
        return {"id": self.id, "kind": self.kind, "task": self._kind.task(self._config, self._veil(seed))}

    def accept(self, seed: str, cell: Cell, value: Value) -> tuple[Cell, Value]:
        """From the wire to what is kept. Raises `Rejected`."""
        return self._kind.accept(self._config, self._veil(seed), cell, value)

    def own(self, seed: str, answer: Answer) -> Answer:
        """A kept answer in wire form again."""
        return self._kind.own(self._config, self._veil(seed), answer)

    def solution(self, seed: str) -> Json:
        """The right answer, feedback and why: for whoever has answered twice."""
        return self._kind.key(self._config, self._veil(seed))

    def is_right(self, answer: Answer) -> bool:
        mark = self._kind.mark(self._config, answer)
        return mark is not None and mark.is_right

    def is_answered(self, answer: Answer) -> bool:
        return self._kind.is_complete(self._config, answer)

    def fitting(self, answer: Answer) -> Answer:
        """The cells of an answer to another version that this question accepts."""
        return {cell: value for cell, value in answer.items() if self._fits(cell, value)}

    def _fits(self, cell: Cell, value: Value) -> bool:
        veil = self._veil("")
        try:
            for token, shown in self._kind.own(self._config, veil, {cell: value}).items():
                self._kind.accept(self._config, veil, token, shown)
        except Rejected:
            return False
        return True

    @property
    def _kind(self) -> Kind[Any]:
        return KINDS[self.kind]

    @property
    def _config(self) -> Any:
        options = dict(self.block["options"])
        if self.block["grammar"] == Grammar.CHOICES:
            options["shuffle"] = True  # whatever the author says: neighbours must not see each other's place
        return self._kind.parse({**self.block, "options": options})

    def _veil(self, seed: str) -> Veil:
        return Veil(f"{seed}/{self.id}")


def questions(module: Mapping[str, Any]) -> tuple[Question, ...]:
    """The questions of an assessment in written order: those of its first quiz, as far as they have a right answer."""
    quiz = next((block for block in module["blocks"] if block.get("kind") == "quiz"), None)
    blocks = [one for one in (quiz or {"activities": ()})["activities"] if one["kind"] in KINDS]
    return tuple(Question(one["id"], at + 1, day_of(at, len(blocks)), one) for at, one in enumerate(blocks))


def in_own_order(asked: tuple[Question, ...], seed: str) -> list[Question]:
    """Another order for each attempt of each person."""
    order = Veil(seed).shuffle([one.id for one in asked])
    return sorted(asked, key=lambda one: order.index(one.id))


def named(asked: tuple[Question, ...], id: object) -> Question:
    """The question of this name. Raises `Rejected`."""
    for one in asked:
        if one.id == id:
            return one
    raise Rejected("no-such-question", "This question is not among them. Load the page again.")
