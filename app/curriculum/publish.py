"""Takes courses from their folder into the database: what is sound is published, what is broken stays as it was.

The rules of this file
- A version is written once and never changed; its name is the SHA-256 of its canonical JSON, facts included.
- A module with an error is not published: its last good version stays current.
- A version is in the language of the course. What translators have written makes renditions of it, kept beside it: they
  come and go with the PO files and never change the version.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import clock
from app.activities.registry import KINDS
from app.curriculum import renditions
from app.curriculum.check import Checked
from app.curriculum.faults import Fault
from app.curriculum.inspection import pressed
from app.curriculum.library import Course, Library, library
from app.curriculum.outline import outline
from app.curriculum.renditions import Translation
from app.curriculum.shelf import Shelf
from app.curriculum.tables import CARD, Content, CurrentContent, Publication
from app.curriculum.translating import catalogue_file, translations
from app.curriculum.vanished import vanished

Json = Mapping[str, Any]
Key = tuple[str, str, str]
"""(course, module, language)"""


@dataclass(frozen=True, slots=True)
class Published:
    """What happened to one module. `hash` is the version that is current now, None if there was never a sound one."""

    course: str
    module: str
    lang: str
    hash: str | None
    is_sound: bool
    is_new: bool
    file: Path
    faults: tuple[Fault, ...]


def publish(session: Session, path: Path | str, now: datetime | None = None) -> list[Published]:
    """Publish every sound module of every sound course in this folder; says what happened to each, in running order."""
    moment = now or clock.now()
    shelves = library(path, moment.date())
    return [done for course in shelves.courses for done in _course(session, shelves, course, moment)]


def canonical(value: Json) -> str:
    """The one way in which this JSON is written, so that equal content has an equal hash."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _course(session: Session, shelves: Library, course: Course, now: datetime) -> list[Published]:
    language = course.card["language"] if course.card else "en"
    file = course.path / "course.yml"
    faults = course.faults.get(file, ())
    key = (course.slug, CARD, language)
    if course.card is None:
        return [Published(*key, _current(session, key), False, False, file, faults)]
    name, is_new = _store(session, key, course.card, {}, now)
    done = [Published(*key, name, True, is_new, file, faults)]
    cards = [(one, renditions.card(course.card, name, one.texts)) for one in translations(shelves, course, CARD)]
    done += _renditions(session, course, CARD, name, cards, now)
    shelf = shelves.shelf(course, KINDS, now.date())
    for module, checked in shelves.check(course, KINDS, now.date()).items():
        version, content = _module(session, course, module, checked, shelf, now)
        done.append(version)
        if checked.module is not None and content is not None and version.hash is not None:
            others = [
                (one, renditions.rendition(content, version.hash, checked.module, shelf, one))
                for one in translations(shelves, course, module)
            ]
            done += _renditions(session, course, module, version.hash, others, now)
    return done


def _renditions(
    session: Session,
    course: Course,
    module: str,
    version: str,
    found: Sequence[tuple[Translation, Json]],
    now: datetime,
) -> list[Published]:
    """Keeps what there is of this version in other languages; a language whose PO file is gone is shown no more."""
    done = []
    for translation, content in found:
        key = (course.slug, module, translation.language)
        name, is_new = _store(session, key, content, {} if module == CARD else outline(content), now, of=version)
        file = catalogue_file(course, module, translation.language)
        done.append(Published(*key, name, True, is_new, file, ()))
    where = CurrentContent.course == course.slug, CurrentContent.module == module
    for row in session.scalars(
        select(CurrentContent).join(Content, Content.hash == CurrentContent.hash).where(*where, Content.of.is_not(None))
    ):
        if not catalogue_file(course, module, row.lang).exists():
            session.delete(row)
    return done


def _module(
    session: Session, course: Course, module: str, checked: Checked, shelf: Shelf, now: datetime
) -> tuple[Published, Json | None]:
    """What happened to the module, and what was published now."""
    key, file = (course.slug, module, shelf.language), course.file(module)
    before = _current(session, key)
    content, faults = pressed(checked, shelf)
    if checked.module is None or content is None:
        return Published(*key, before, False, False, file, faults), None
    if before is not None:
        stored = session.get_one(Content, before)
        faults = (*faults, *vanished(json.loads(stored.json), checked.module))
    name, is_new = _store(session, key, content, outline(content), now)
    return Published(*key, name, True, is_new, file, faults), content


def _current(session: Session, key: Key) -> str | None:
    row = session.get(CurrentContent, key)
    return row.hash if row else None


def _store(
    session: Session, key: Key, content: Json, short: Json, now: datetime, of: str | None = None
) -> tuple[str, bool]:
    """(hash, whether it was not current before)."""
    course, module, lang = key
    text = canonical(content)
    name = hashlib.sha256(text.encode()).hexdigest()
    if session.get(Content, name) is None:
        version = Content(hash=name, course=course, module=module, lang=lang, of=of, json=text, published_at=now)
        version.outline = canonical(short)
        session.add(version)
        session.flush()  # the current version points to it
    row = session.get(CurrentContent, key)
    if row is None:
        session.add(CurrentContent(course=course, module=module, lang=lang, hash=name))
    elif row.hash == name:
        return name, False
    else:
        row.hash = name
    session.add(Publication(course=course, module=module, lang=lang, hash=name, at=now))
    return name, True
