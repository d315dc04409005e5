"""What was published since a room was opened: a newer version, better translations, and what both do to the day.

The rules of this file
- One look at the last number of all publications tells whether there is anything new; rooms are read again only then.
- What is read here is not in the log: a room that is opened anew reads the same.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

import structlog
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from app import curriculum
from app.curriculum.changes import Fate, changes
from app.curriculum.foresight import way_to
from app.curriculum.outcomes import Outcome, outcomes
from app.curriculum.queries import editions, last_publication, published_since
from app.curriculum.renames import through
from app.db import Database
from app.live import wordings
from app.live.course import Course
from app.live.room import Room
from app.live.telling import Teller
from app.live.wordings import Wording

LOOK_EVERY = timedelta(seconds=5)  # a mistake is mended while people read it; one number every 5 s costs nothing

logger = structlog.get_logger()


class Reader:
    """Reads each version once, for any number of rooms: in all its languages, and what became of answers to it."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._words: dict[tuple[str, str], dict[str, Wording]] = {}
        self._outcomes: dict[str, dict[str, Outcome]] = {}

    def words(self, course: str, version: str) -> dict[str, Wording]:
        if (course, version) not in self._words:
            content = curriculum.content(self.session, version)
            self._words[course, version] = wordings.read(self.session, course, version, content)
        return self._words[course, version]

    def outcomes(self, version: str) -> dict[str, Outcome]:
        """Only where something became of them."""
        if version not in self._outcomes:
            become = outcomes(editions(self.session, version))
            self._outcomes[version] = {id: one for id, one in become.items() if one.fate is not Fate.KEPT}
        return self._outcomes[version]


def learn(reader: Reader, room: Room) -> None:
    """The room knows what is current: what trainers are asked to take, and what becomes of answers."""
    _learn_newer(reader, room)
    _learn_outcomes(reader, room)


def reword(reader: Reader, room: Room) -> None:
    """The room gets the words of all its versions as they are now; it takes them in between two commands."""
    words = {version: reader.words(room.about.content["course"], version) for version in room.every_version()}
    if {one.hash for read in words.values() for one in read.values()} != room.every_wording().keys():
        room.fresh = words
        room.work.set()


def _learn_newer(reader: Reader, room: Room) -> None:
    known, now = room.about.content, room.state.plan.content
    found = curriculum.current(reader.session, known["course"], known["id"], known["lang"])
    if found is None or found[0] == now:
        room.newer = None
        return
    _add(reader, room, found[0])
    room.newer = {"content": found[0], "changes": _changes(reader.session, now, found[0])}


def _changes(session: Session, before: str, after: str) -> list[dict[str, str]]:
    """What the newer version changes, activity by activity: `was` is how it is called in this meeting."""
    known = through([one.module for one in way_to(session, before, after)])
    found = changes(curriculum.content(session, before), curriculum.content(session, after), known)
    return [
        {"id": one.id, "was": one.old_id, "title": one.title, "standing": one.standing.value}
        for one in found
        if not one.is_nothing
    ]


def _learn_outcomes(reader: Reader, room: Room) -> None:
    """For each version that something was answered to, and for each that marks it now."""
    state = room.state
    waiting = {item.content for item in state.plan.items.values() if item.content}
    waiting |= {content for askings in state.anew.values() for content in askings}
    found: dict[str, dict[str, Outcome]] = {}
    while waiting:
        version = waiting.pop()
        found[version] = reader.outcomes(version)
        waiting |= {one.content for one in found[version].values()} - found.keys()
    for version in found:
        _add(reader, room, version)
    room.course = Course({version: some for version, some in found.items() if some}, room.versions)


def _add(reader: Reader, room: Room, version: str) -> None:
    if version not in room.versions:
        words = reader.words(room.about.content["course"], version)
        room.add_version(version, words, room.about.content["lang"])


class Watch:
    """Looks for what was published, for the rooms that are in memory."""

    def __init__(self, database: Database, teller: Teller) -> None:
        self._database = database
        self._teller = teller
        self._seen: int | None = None
        self._looked_at: datetime | None = None

    def opened(self, room: Room) -> None:
        """A room was read: it knows what is published so far."""
        with self._database.read() as session:
            if self._seen is None:
                self._seen = last_publication(session)
            learn(Reader(session), room)

    def look_if_due(self, rooms: Iterable[Room], now: datetime) -> None:
        """As `look`, unless it was done a moment ago. A database that cannot be read now is read the next time."""
        if self._looked_at is not None and now - self._looked_at < LOOK_EVERY:
            return
        self._looked_at = now
        try:
            self.look(rooms)
        except (SQLAlchemyError, OSError) as fault:
            logger.error("publications-not-read", why=str(fault))

    def look(self, rooms: Iterable[Room]) -> None:
        """Rooms whose day was published since the last look know it, and tell it."""
        with self._database.read() as session:
            last = last_publication(session)
            if last == self._seen:
                return
            reader, days = Reader(session), published_since(session, self._seen or 0)
            for room in rooms:
                if (room.about.content["course"], room.about.content["id"]) in days:
                    learn(reader, room)
                    reword(reader, room)
                    self._teller.trouble(room)
            self._seen = last
