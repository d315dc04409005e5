"""A day on paper: which sheets it has, in running order, who fills in each of them, and the code it carries.

The rules of this file
- It is made of the public face of a day (`face.public`): what is not in there cannot get onto a sheet.
- A quiz is one sheet. Of any other group the task is one, and so is each activity in it. Rest has none.
- A code stays the same when a day is reworded or put into another order: it is made of the ids.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.activities.contract import Kind

Face = Mapping[str, Any]

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # no 0 O 1 I: people write it by hand
CODE_LENGTH = 4  # a million codes; a course has about a hundred sheets


class Hand(StrEnum):
    """Whose pen it is."""

    NOBODY = "nobody"  # only to read
    PERSON = "person"
    PAIR = "pair"
    GROUP = "group"
    OWNER = "owner"  # hers alone: it carries neither name nor code, and is not collected


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of A4. `tasks` are the activities on it, `group` the group of activities it belongs to.

    `turn`: whose turn it is in a pattern: experts, mixed, visitors; "" for everybody's.
    """

    code: str
    hand: Hand
    tasks: tuple[Face, ...]
    head: Face
    group: Face | None = None
    lead: str = ""
    turn: str = ""

    @property
    def is_task(self) -> bool:
        """It says what a group is to do, and nothing is written on it."""
        return not self.tasks


def sheets(day: Face, kinds: Mapping[str, Kind[Any]], is_blank: Callable[[Face], bool]) -> list[Sheet]:
    """The sheets of this day. `is_blank` says of an activity whether its kind has nothing for paper."""
    leads = {block["about"]: block["html"] for block in day["blocks"] if block["type"] == "text" and block["about"]}
    made: list[Sheet] = []
    for block in day["blocks"]:
        match block["type"]:
            case "group" if block["kind"] == "quiz":
                made.append(Sheet(_code(day, block), Hand.PERSON, _on_paper(block["activities"], is_blank), block))
            case "group":
                made.append(Sheet(_code(day, block), Hand.NOBODY, (), block, lead=leads.get(block["id"], "")))
                made += [
                    Sheet(
                        _code(day, task),
                        _hand(task, kinds, in_group=True),
                        (task,),
                        task,
                        block,
                        turn=_turn(block, task),
                    )
                    for task in _on_paper(block["activities"], is_blank)
                ]
            case "activity" if not is_blank(block):
                hand, lead = _hand(block, kinds, in_group=False), leads.get(block["id"], "")
                made.append(Sheet(_code(day, block), hand, (block,), block, lead=lead))
    return made


def cards(module: Face) -> Iterator[tuple[Face, Sequence[Face]]]:
    """Each role play with its roles and their private cards: of the whole module, for trainers only."""
    for block in module["blocks"]:
        if block["type"] == "group" and block.get("roles"):
            yield block, block["roles"]


def _turn(group: Face, task: Face) -> str:
    """In a jigsaw every worksheet but the last is of one topic; in a gallery the second is for visitors."""
    sheets = [one["id"] for one in group["activities"] if one["kind"] == "worksheet"]
    if task["id"] not in sheets:
        return ""
    match group["options"].get("pattern"):
        case "jigsaw":
            return "mixed" if task["id"] == sheets[-1] else "experts"
        case "gallery" if task["id"] != sheets[0]:
            return "visitors"
        case _:
            return ""


def _on_paper(activities: Sequence[Face], is_blank: Callable[[Face], bool]) -> tuple[Face, ...]:
    return tuple(activity for activity in activities if not is_blank(activity))


def _hand(task: Face, kinds: Mapping[str, Kind[Any]], *, in_group: bool) -> Hand:
    kind = kinds[task["kind"]]
    if not kind.answerable:
        return Hand.NOBODY
    if kind.private:
        return Hand.OWNER
    return Hand(task["options"].get("by", "group" if in_group and kind.by_group else "person"))


def _code(day: Face, task: Face) -> str:
    number = int.from_bytes(hashlib.sha256(f"{day['course']}/{day['id']}/{task['id']}".encode()).digest())
    return "".join(ALPHABET[number >> 5 * at & 31] for at in range(CODE_LENGTH))
