"""What a course shows of itself at first sight: a drawing, what one will be able to do, and how the days are spent.

The rules of this file
- It is made of published days and of nothing that is not in their public face.
- The drawing is the first one of the course, with the words its author gave it for those who do not see it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup
from sqlalchemy.orm import Session

from app.curriculum import queries
from app.curriculum.face import public

Face = Mapping[str, Any]

ICONS = {
    "quiz": "tick",
    "breakout": "people",
    "case": "people",
    "roleplay": "voice",
    "poll": "say",
    "scale": "say",
    "board": "board",
    "sort": "move",
    "order": "move",
    "match": "move",
    "reflection": "person",
    "plan": "pen",
    "gallery": "star",
    "briefing": "listen",
    "break": "pause",
}
OTHER_ICON = "sheet"  # a new kind is shown before anybody has drawn for it

_PICTURE = re.compile(r"<img [^>]*>")
_ALT = re.compile(r' alt="[^"]*"')


def first_sight(session: Session, card: Face) -> dict[str, Any]:
    """The card with `picture` ("" if there is none) and with `objectives` and `kinds` for each of its days."""
    faces = {day["id"]: public(queries.content(session, day["hash"])) for day in card["days"] if day["hash"]}
    days = [
        {
            **day,
            "objectives": Markup(faces[day["id"]]["objectives"]) if day["id"] in faces else "",
            "kinds": _kinds(day),
        }
        for day in card["days"]
    ]
    return {**card, "days": days, "picture": _picture(list(faces.values()))}


def cover(session: Session, card: Face) -> dict[str, Any]:
    """The card with its `picture` alone, as an ornament without words: for lists of courses, beside the title."""
    for day in card["days"]:
        if day["hash"] and (found := _picture([public(queries.content(session, day["hash"]))])):
            return {**card, "picture": Markup(_ALT.sub(' alt=""', found))}
    return {**card, "picture": Markup("")}


def icon_of(kind: str) -> str:
    """The name of the drawing that stands for a kind of activity."""
    return ICONS.get(kind, OTHER_ICON)


def _kinds(day: Face) -> list[str]:
    """What people do on this day, each kind once, in running order, without the break."""
    return [kind for kind in dict.fromkeys(part["kind"] for part in day["parts"]) if kind != "break"]


def _picture(faces: Sequence[Face]) -> Markup:
    """The first picture of these days, as it was published: clean HTML."""
    return next((Markup(found[0]) for html in _texts(faces) if (found := _PICTURE.search(html))), Markup(""))


def _texts(faces: Sequence[Face]) -> Iterator[str]:
    for face in faces:
        yield face["welcome"]
        for block in face["blocks"]:
            if block["type"] == "text":
                yield block["html"]
                continue
            yield block["prompt"]
            yield from (activity["prompt"] for activity in block.get("activities", ()))
