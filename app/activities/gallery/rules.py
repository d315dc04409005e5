"""Sheets on a wall, stars and comments.

The rules of this file
- What hangs is carried over from a worksheet when the gallery opens, and stands beside the published block: `fields` as
  phones got them, and `sheets` with a key, what was written, and whose it is where that may be known.
- A person has cells `vote-1` … for her stars and `comment-1` … for her comments. Two stars of one person on one sheet
  count as one.
- A sheet's token tells nothing of its group, and sheets hang in an order of the run's own: the first is read most.
- A star or comment is checked for its form only, as a sheet may be taken down meanwhile: it counts nowhere then. That
  nobody judges her own sheet is the meeting's affair; `about` says which sheet a cell speaks of.
"""

import random
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.activities import wording
from app.activities.contract import TOKEN_LENGTH, Answer, Block, Cell, Value, Veil, is_filled, text_of
from app.activities.wording import Wording
from app.errors import Rejected

VOTES = 1  # stars a person has if the author says nothing
COMMENTS = 1
COMMENT_LIMIT = 300  # characters: as long as a card on a board
TOKEN = re.compile(rf"[0-9a-f]{{{TOKEN_LENGTH}}}")


@dataclass(frozen=True, slots=True)
class Sheet:
    """`cells` by field key, words as `{"text": …}`. `by`: whose it is, where that may be said."""

    key: str
    cells: Mapping[str, Any]
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Config:
    wording: Wording
    votes: int
    comments: int
    fields: tuple[Mapping[str, Any], ...]
    sheets: tuple[Sheet, ...]

    @property
    def vote_cells(self) -> tuple[Cell, ...]:
        return tuple(f"vote-{n}" for n in range(1, self.votes + 1))

    @property
    def comment_cells(self) -> tuple[Cell, ...]:
        return tuple(f"comment-{n}" for n in range(1, self.comments + 1))


def parse(block: Block) -> Config:
    options = block.get("options", {})
    sheets = tuple(Sheet(one["key"], one["cells"], one.get("by")) for one in block.get("sheets", ()))
    votes, comments = int(options.get("votes", VOTES)), int(options.get("comments", COMMENTS))
    return Config(wording.parse(block), votes, comments, tuple(block.get("fields", ())), sheets)


def task(config: Config, veil: Veil) -> dict[str, Any]:
    return {
        "prompt": config.wording.prompt,
        "votes": config.votes,
        "comments": config.comments,
        "fields": [dict(field) for field in config.fields],
        "sheets": [
            {"t": veil.token(sheet.key), "cells": dict(sheet.cells)} | ({"by": sheet.by} if sheet.by else {})
            for sheet in _seen(config, veil)
        ],
    }


def accept(config: Config, veil: Veil, cell: Cell, value: Value) -> tuple[Cell, Value]:
    """A comment without words, like `None`, is taken back."""
    if cell in config.vote_cells:
        return cell, None if value is None else _token(value)
    if cell in config.comment_cells:
        return cell, None if value is None else _comment(value)
    raise Rejected("no-such-field", "That is more than each one has here.")


def about(config: Config, veil: Veil, cell: Cell, value: Value) -> str | None:
    """The key of the sheet that a kept cell speaks of; None if it hangs here no more."""
    token = value["sheet"] if isinstance(value, dict) else value
    return next((sheet.key for sheet in config.sheets if veil.token(sheet.key) == token), None)


def progress(config: Config, answer: Answer) -> tuple[int, int]:
    cells = (*config.vote_cells, *config.comment_cells)
    return sum(is_filled(answer.get(cell)) for cell in cells), len(cells)


def tally(config: Config, veil: Veil, answers: Mapping[str, Answer]) -> dict[str, Any]:
    """`n` people gave something; `sheets` has stars and comments for each sheet that hangs, by token."""
    stars = Counter(
        token
        for answer in answers.values()
        for token in {answer.get(cell) for cell in config.vote_cells}
        if isinstance(token, str)
    )
    said = [
        comment
        for answer in answers.values()
        for cell in config.comment_cells
        if (comment := answer.get(cell)) is not None
    ]
    return {
        "n": sum(progress(config, answer)[0] > 0 for answer in answers.values()),
        "sheets": {
            (token := veil.token(sheet.key)): {"stars": stars[token], "comments": _comments(said, token)}
            for sheet in _seen(config, veil)
        },
    }


def key(config: Config, veil: Veil) -> dict[str, Any]:
    return {**config.wording.after()}


def sample(config: Config, veil: Veil, dice: random.Random) -> list[tuple[Cell, Value]]:
    """Stars and comments for any sheets; where none hangs, for what could be the first groups'."""
    keys = [sheet.key for sheet in config.sheets] or ["g1", "g2"]
    words = ("Who pays if she falls ill?", "How did you find the price?", "ഇത് എത്ര ദിവസം നിൽക്കും?")
    votes = [(cell, veil.token(dice.choice(keys))) for cell in config.vote_cells]
    return votes + [
        (cell, {"sheet": veil.token(dice.choice(keys)), "note": {"text": dice.choice(words)}})
        for cell in config.comment_cells
    ]


def _seen(config: Config, veil: Veil) -> list[Sheet]:
    """The sheets in the order everybody sees."""
    order = veil.shuffle([sheet.key for sheet in config.sheets])
    return sorted(config.sheets, key=lambda sheet: order.index(sheet.key))


def _comments(said: Sequence[Mapping[str, Any]], token: str) -> list[str]:
    """In the order of the alphabet: another would tell who wrote."""
    return sorted(comment["note"]["text"] for comment in said if comment["sheet"] == token)


def _token(value: Value) -> str:
    if not isinstance(value, str) or TOKEN.fullmatch(value) is None:
        raise Rejected("no-such-sheet", "That sheet does not hang here.")
    return value


def _comment(value: Value) -> Value:
    if not isinstance(value, dict) or value.keys() != {"sheet", "note"}:
        raise Rejected("not-a-comment", "A comment needs words and a sheet.")
    sheet, note = _token(value["sheet"]), text_of(value["note"], COMMENT_LIMIT)
    return None if note is None else {"sheet": sheet, "note": note}
