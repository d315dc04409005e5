"""The days of a batch as pages tell of them: what, when, where the voices meet, and the room if there is one.

The rules of this file
- A day is a day in the cohort's time zone, whatever the server's or the reader's clock shows.
- The room of a day is the meeting of its module; an entry without one has not been opened yet.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from flask_babel import format_date
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from app import curriculum
from app.cohorts import queries
from app.cohorts.links import service_of
from app.cohorts.rooms import Room, rooms_of
from app.cohorts.tables import Cohort, TimetableEntry

LONGEST_DAY = timedelta(hours=6)  # a day that nobody ended is over for the lists after twice its length


@dataclass(frozen=True, slots=True)
class Day:
    """One day of a batch. `starts_at` is in the cohort's time zone."""

    entry: TimetableEntry
    number: int
    title: str
    starts_at: datetime
    ends_at: datetime | None
    is_today: bool
    is_over: bool
    room: Room | None

    @property
    def is_open(self) -> bool:
        """True while one can go into its room."""
        return self.room is not None and not self.room.is_over

    @property
    def when(self) -> str:
        """Today, 10:00 to 13:00 · Mon 23 Nov, 10:00."""
        begins = f"{self.starts_at:%H:%M}"
        day: str = _("Today") if self.is_today else format_date(self.starts_at.date(), "EEE d MMM")
        if self.ends_at is None:
            return f"{day}, {begins}"
        whole: str = _("%(day)s, %(begins)s to %(ends)s", day=day, begins=begins, ends=f"{self.ends_at:%H:%M}")
        return whole

    @property
    def service(self) -> str:
        return service_of(self.entry.link) if self.entry.link else ""


def days_of(session: Session, cohort: Cohort, now: datetime) -> list[Day]:
    """All days of the batch in the order of their times."""
    zone = ZoneInfo(cohort.time_zone)
    rooms = {(room.course, room.module): room for room in rooms_of([cohort.id])}
    titles = _Titles(session, cohort.languages)
    today = now.astimezone(zone).date()
    days = []
    for entry in queries.timetable(session, cohort.id):
        starts_at = entry.starts_at.astimezone(zone)
        title, seconds = titles.of(entry)
        room = rooms.get((entry.course, entry.module))
        ended = room.is_over if room is not None else starts_at + LONGEST_DAY < now
        days.append(
            Day(
                entry=entry,
                number=entry.day,
                title=title,
                starts_at=starts_at,
                ends_at=starts_at + timedelta(seconds=seconds) if seconds else None,
                is_today=starts_at.date() == today,
                is_over=ended,
                room=room,
            )
        )
    return days


def next_day(days: Sequence[Day]) -> Day | None:
    """The day that is on, or comes next: an open room first, then the earliest that is not over."""
    open_now = [day for day in days if day.room is not None and day.room.state in {"lobby", "live"} and day.is_today]
    coming = [day for day in days if not day.is_over]
    return next(iter(open_now or coming), None)


class _Titles:
    """Title and length of modules; a course's days are read once."""

    def __init__(self, session: Session, languages: Sequence[str]) -> None:
        self._session = session
        self._languages = (*languages, "en")
        self._cards: dict[str, dict[str, tuple[str, int]]] = {}

    def of(self, entry: TimetableEntry) -> tuple[str, int]:
        """(title, seconds); of a day that is not published, its number and 0."""
        if entry.course not in self._cards:
            self._cards[entry.course] = self._read(entry.course)
        return self._cards[entry.course].get(entry.module, (_("Day %(n)s", n=entry.day), 0))

    def _read(self, course: str) -> dict[str, tuple[str, int]]:
        card = next((card for card in curriculum.courses(self._session) if card["id"] == course), None)
        days = card["days"] if card else []
        return {day["id"]: (day["title"], int(day["duration"] or 0)) for day in days}
