"""What this package asks of live meetings, which stand above it: functions that `app.live` registers.

    app.extensions["meetings_of_cohorts"](cohort_ids) -> [{"id", "title", "state", "starts_at", "cohort_id", "code",
                                                             "course", "module"}]
    app.extensions["find_meeting_by_code"](code)      -> (meeting_id, cohort_id, title) or None
    app.extensions["create_meeting"](cohort_id, course, module, starts_at, state="lobby") -> meeting_id
    app.extensions["cohort_changed"](cohort_id)       the people of a cohort have changed: rooms show it

Without them (no live part in this process) there are no meetings, and the pages say so.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import current_app

from app.errors import Rejected


@dataclass(frozen=True, slots=True)
class Room:
    """A meeting as lists show it. `state`: draft, scheduled, lobby, live, ended or review."""

    id: str
    title: str
    state: str
    starts_at: datetime
    cohort_id: int
    code: str
    course: str = ""
    module: str = ""

    @property
    def is_over(self) -> bool:
        return self.state in {"ended", "review", "archived"}


def rooms_of(cohort_ids: Iterable[int]) -> list[Room]:
    """The meetings of these cohorts in the order of their times."""
    ask: Callable[[list[int]], Iterable[Mapping[str, Any]]] | None = current_app.extensions.get("meetings_of_cohorts")
    found = [_room(meeting) for meeting in ask(list(cohort_ids))] if ask else []
    return sorted(found, key=lambda room: (room.starts_at, room.id))


def room_by_code(code: str) -> tuple[str, int, str] | None:
    """(meeting, cohort, title) of the room with this code, if it is open to join."""
    ask: Callable[[str], tuple[Any, int, str] | None] | None = current_app.extensions.get("find_meeting_by_code")
    found = ask(code) if ask else None
    return None if found is None else (str(found[0]), found[1], found[2])


def open_room(cohort_id: int, course: str, module: str, starts_at: datetime) -> str:
    """A meeting in its lobby for this day; its id. Raises `Rejected("no-rooms")`, and what `app.live` raises."""
    make = current_app.extensions.get("create_meeting")
    if make is None:
        raise Rejected("no-rooms", "Rooms cannot be opened here.")
    return str(make(cohort_id, course, module, starts_at, state="lobby"))


def cohort_changed(cohort_id: int) -> None:
    """Tell the rooms of this cohort that somebody came, went or waits, or that a link is another."""
    tell = current_app.extensions.get("cohort_changed")
    if tell is not None:
        tell(cohort_id)


def _room(meeting: Mapping[str, Any]) -> Room:
    at = meeting["starts_at"]
    return Room(
        id=str(meeting["id"]),
        title=meeting["title"],
        state=meeting["state"],
        starts_at=datetime.fromisoformat(at) if isinstance(at, str) else at,
        cohort_id=meeting["cohort_id"],
        code=meeting["code"],
        course=meeting.get("course", ""),
        module=meeting.get("module", ""),
    )
