"""A short name for what makes an answer right: editing words keeps it, another right answer changes it."""

import hashlib
import json
from typing import Any, assert_never

from app.activities.contract import Grammar
from app.curriculum.model import Accepted, Activity, Bin, Choice, Field, Gap, Item, Option, Pair, Range

LENGTH = 16  # hex digits, 64 bits: a course has a few thousand activities, two of them never meet


def grading(activity: Activity, grammar: Grammar, language: str) -> str:
    """Made of kind, keys, right ones, values, tolerances and the language. Order counts only where it is the answer.

    It must not reach a trainee before the reveal: with few options, the right one can be found by trying.
    """
    parts = [_part(item) for item in activity.items]
    if grammar is not Grammar.STEPS:
        parts.sort(key=lambda part: json.dumps(part, ensure_ascii=False))
    whole = json.dumps([activity.kind, language, parts], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(whole.encode()).hexdigest()[:LENGTH]


def _part(item: Item) -> list[Any]:
    match item:
        case Choice():
            return [item.key, item.is_right]
        case Range():
            return [item.key, item.is_right, item.low, item.high]
        case Accepted():
            return [item.key, item.is_right, sorted(item.accepted)]
        case Option():
            return [item.key]
        case Pair():
            return [item.key, bool(item.left)]
        case Bin():
            return [item.key, sorted(card.key for card in item.cards)]
        case Field():
            return [item.key, item.kind, item.expected, item.tolerance, sorted(inner.key for inner in item.items)]
        case Gap():
            return [item.key, sorted(item.accepted), list(item.choices)]  # answers name a choice by its place
        case _:
            assert_never(item)
