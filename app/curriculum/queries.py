"""Reads what was published."""

import json
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.curriculum.outcomes import Edition
from app.curriculum.tables import CARD, Content, CurrentContent, Publication
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


def version_of(session: Session, hash: str) -> str:
    """The version that this rendition says in other words; a version's own name."""
    return session.get_one(Content, hash).of or hash


def editions(session: Session, version: str) -> list[Edition]:
    """This version, and each that was current after the last time that it was."""
    own = session.get_one(Content, version)
    rows = session.execute(
        select(Publication.hash, Publication.at)
        .where(Publication.course == own.course, Publication.module == own.module, Publication.lang == own.lang)
        .order_by(Publication.id)
    ).all()
    last = max((place for place, row in enumerate(rows) if row.hash == version), default=None)
    if last is None:  # it was never published, only stored
        return [Edition(version, own.published_at, content(session, version))]
    return [Edition(row.hash, row.at, content(session, row.hash)) for row in rows[last:]]


def last_publication(session: Session) -> int:
    """A number that grows whenever anything is published, also a translation."""
    return session.scalar(select(func.max(Publication.id))) or 0


def published_since(session: Session, number: int) -> set[tuple[str, str]]:
    """(course, module) of all that was published after the publication of this number."""
    rows = session.execute(select(Publication.course, Publication.module).where(Publication.id > number).distinct())
    return {(row.course, row.module) for row in rows}


def in_other_languages(session: Session, hash: str) -> dict[str, tuple[str, dict[str, Any]]]:
    """Language -> (hash, module) of the version with this hash in other languages: the last one of each."""
    rows = session.scalars(select(Content).where(Content.of == hash).order_by(Content.published_at)).all()
    found = {row.lang: row for row in rows}
    for row in rows:
        shown = session.get(CurrentContent, (row.course, row.module, row.lang))
        if shown is not None and shown.hash == row.hash:
            found[row.lang] = row
    return {lang: (row.hash, json.loads(row.json)) for lang, row in found.items()}


def languages(session: Session, course: str, module: str) -> list[str]:
    """In which languages this module can be read."""
    rows = select(CurrentContent.lang).where(CurrentContent.course == course, CurrentContent.module == module)
    return sorted(session.scalars(rows))


def course_card(session: Session, course: str, lang: str | None = None) -> dict[str, Any]:
    """`course.yml` as JSON, in the language `lang` as far as it is translated.

    Each day also has `hash` of what is read (None: not published), `duration` and `parts`. Raises `NotFound`.
    """
    row = session.scalars(_CARDS.where(CurrentContent.course == course)).first()
    if row is None:
        raise NotFound
    return _card(session, row, lang)


def courses(session: Session, lang: str | None = None) -> list[dict[str, Any]]:
    """The cards of all published courses, by title."""
    rows = session.scalars(_CARDS).all()
    return sorted((_card(session, row, lang) for row in rows), key=lambda card: str(card["title"]))


_CURRENT = select(Content).join(CurrentContent, CurrentContent.hash == Content.hash)
_CARDS = _CURRENT.where(CurrentContent.module == CARD, Content.of.is_(None))


def _card(session: Session, row: Content, lang: str | None) -> dict[str, Any]:
    card: dict[str, Any] = json.loads(row.json)
    other = current(session, card["id"], CARD, lang) if lang and lang != card["language"] else None
    if other is not None:
        card = other[1]
    days = _CURRENT.where(CurrentContent.course == card["id"])
    published = {day.module: day for day in session.scalars(days.where(CurrentContent.lang == card["language"]))}
    translated = {
        day.module: day for day in session.scalars(days.where(CurrentContent.lang == lang, Content.of.is_not(None)))
    }
    return card | {"days": [_day(day, published.get(day["id"]), translated.get(day["id"])) for day in card["days"]]}


def _day(day: dict[str, str], published: Content | None, translated: Content | None) -> dict[str, Any]:
    if published is None:
        return {**day, "hash": None, "duration": None, "parts": []}
    outline = json.loads((translated or published).outline)
    shown = {name: outline[name] for name in ("title", "duration", "parts")}
    if "title_lang" in outline:
        shown["title_lang"] = outline["title_lang"]
    elif translated is not None:
        day.pop("title_lang", None)
    return {**day, "hash": (translated or published).hash, **shown}
