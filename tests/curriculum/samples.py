"""Small modules for tests, and what the checker says about them.

A module is written with ‸ where a fault is expected; `says` compares place and words with what was found. The first †
in the text stands for a line that a message names: "already used at line †".
"""

import re
from datetime import date
from textwrap import dedent
from typing import Any

from app.activities.contract import Kind
from app.activities.registry import KINDS
from app.curriculum import notation
from app.curriculum.check import Checked, check
from app.curriculum.faults import Spot
from app.curriculum.model import Fact
from app.curriculum.notation import Kinds
from app.curriculum.shelf import Shelf

TODAY = date(2026, 11, 23)
HERE = "‸"
THERE = "†"

# Every kind of the notation, those that are not built yet as bare stubs: the checker knows them all.
PLANNED: Kinds = {
    name: Kind(name, name, grammar, parse=dict, options=notation.OPTIONS.get(name, {}))
    for name, grammar in notation.PLANNED.items()
}
WHOLE: Kinds = {**PLANNED, **KINDS}

FRONT = """\
---
id: day-2
day: 2
title: Know where the money goes
duration: 5m
---

/// objectives

- Keep a cash book.

///

/// keypoints

- Write it down.

///

"""


def fact(name: str, value: str, check_by: date = date(2027, 3, 31), is_verified: bool = True) -> Fact:
    return Fact(name, value, date(2026, 4, 1), "a page", check_by, Spot(1), is_verified)


FACTS = {
    "mudra": fact("mudra", "up to ₹20 lakh"),
    "old_fee": fact("old_fee", "₹4,500", check_by=date(2026, 11, 22)),
    "rumour": fact("rumour", "half of it", is_verified=False),
}


def a_shelf(**changes: Any) -> Shelf:
    usual: dict[str, Any] = {
        "course": "tin_box",
        "kinds": WHOLE,
        "today": TODAY,
        "facts": FACTS,
        "media": frozenset({"tin.svg", "photos/shop.jpg"}),
        "modules": {
            "day-1": frozenset({"our-tins"}),
            "day-2": frozenset({"tins"}),
            "day-3": frozenset({"last-tins"}),
        },
    }
    return Shelf(**(usual | changes))


def a_day(body: str) -> str:
    """A day that lasts five minutes, with everything around `body` as it should be."""
    return FRONT + dedent(body).strip("\n") + "\n"


def checked(text: str, name: str = "day-2", **changes: Any) -> Checked:
    return check(text.replace(HERE, "").replace(THERE, ""), name, a_shelf(**changes))


def said(text: str, name: str = "day-2", **changes: Any) -> list[str]:
    return [fault.said("") for fault in checked(text, name, **changes).faults]


def expected(text: str, *messages: str) -> list[str]:
    """The messages at the places marked in the text, in order: the first at the first ‸ and so on."""
    there = str(text[: text.find(THERE)].count("\n") + 1)
    text = text.replace(THERE, "")
    places = []
    for number, line in enumerate(text.split("\n"), start=1):
        for found in re.finditer(HERE, line):
            places.append((number, found.start() + 1 - line[: found.start()].count(HERE)))
    assert len(places) == len(messages), f"{len(places)} places for {len(messages)} messages"
    return [
        f":{line}:{column}: {message.replace(THERE, there)}"
        for (line, column), message in zip(places, messages, strict=True)
    ]


def says(text: str, *messages: str, **changes: Any) -> None:
    """The checker finds exactly these faults, at the marked places."""
    found = said(text, **changes)
    assert found == expected(text, *messages), "\n".join(["it said:", *found])


def a_poll(body: str = "") -> str:
    """A day with one poll, `body` in front of it."""
    return FRONT + body + POLL


POLL = """

## Tins

//// poll | tins
    time: 5m

Where is the money?

- tin) In a tin
- purse) In a purse

////
"""
