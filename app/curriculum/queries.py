"""Reads what was published."""

import json
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.curriculum.tables import CARD, Content, CurrentContent
from app.errors import NotFound


def content(session: Session, hash: str) -> dict[str, Any]:
    """One published version of a module. Raises `NotFound`."""
    row = session.get(Content, hash)
    if row is None:
        raise NotFound
    return json.loads(row.json)  # type: ignore[no-any-return]


def current(session: Session, course: str, module: str, lang: str = "en") -> tuple[str, dict[str, Any]] | None:
    """(hash, module) as it is shown now, or None if there is no sound version in this language yet."""
    row = session.get(CurrentContent, (course, module, lang))
    return (row.hash, content(session, row.hash)) if row else None


def course_card(session: Session, course: str) -> dict[str, Any]:
    """`course.yml` as JSON; each day also has `hash` (None: not published), `duration` and `parts`.

    Raises `NotFound`.
    """
    row = session.scalars(_CURRENT.where(CurrentContent.course == course, CurrentContent.module == CARD)).first()
    if row is None:
        raise NotFound
    return _card(session, row)


def courses(session: Session) -> list[dict[str, Any]]:
    """The cards of all published courses, by title."""
    rows = session.scalars(_CURRENT.where(CurrentContent.module == CARD)).all()
    return sorted((_card(session, row) for row in rows), key=lambda card: str(card["title"]))


_CURRENT = select(Content).join(CurrentContent, CurrentContent.hash == Content.hash)


def _card(session: Session, row: Content) -> dict[str, Any]:
    card: dict[str, Any] = json.loads(row.json)
    days = _CURRENT.where(CurrentContent.course == card["id"], CurrentContent.lang == card["language"])
    published = {day.module: day for day in session.scalars(days)}
    return card | {"days": [_day(day, published.get(day["id"])) for day in card["days"]]}


def _day(day: dict[str, str], published: Content | None) -> dict[str, Any]:
    if published is None:
        return {**day, "hash": None, "duration": None, "parts": []}
    outline = json.loads(published.outline)
    shown = {name: outline[name] for name in ("title", "duration", "parts")}
    return {**day, "hash": published.hash, **shown}
