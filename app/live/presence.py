"""Who is here: from sockets and from what the phone says of itself. Never in the log (L19).

    here      a socket, and the page is in front
    away      a socket with the page behind (a locked phone, a call in front), or no socket for under 90 s
    off       no socket for 90 s or more

A locked phone is never "left": it goes from here to away, and only silence makes it off.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

AWAY_SECONDS = 90  # a locked phone's socket dies within about a minute; shorter would show people as gone who are not
LEADLESS_SECONDS = 20  # L8: so long may every trainer be without a line before the meeting says that it runs itself


@dataclass(slots=True)
class Seen:
    """One person in one meeting."""

    facilitates: bool
    sockets: dict[str, bool] = field(default_factory=dict)  # socket id -> page in front
    since: datetime | None = None
    last: datetime | None = None
    slow: bool = False
    state: str = "off"

    def judge(self, now: datetime) -> str:
        if any(self.sockets.values()):
            return "here"
        if self.sockets or (self.last is not None and now - self.last < timedelta(seconds=AWAY_SECONDS)):
            return "away"
        return "off"


class Presence:
    """The people of one meeting, as far as their phones tell."""

    def __init__(self, started: datetime) -> None:
        self.people: dict[int, Seen] = {}
        self._lead_seen = started  # after a restart, 20 s count from now

    def came(self, person: int, socket: str, facilitates: bool, now: datetime) -> None:
        seen = self.people.setdefault(person, Seen(facilitates))
        seen.sockets[socket] = True
        seen.last = now
        self._note(seen, now)

    def went(self, person: int, socket: str, now: datetime) -> None:
        seen = self.people.get(person)
        if seen is not None and seen.sockets.pop(socket, None) is not None:
            seen.last = now
            if seen.facilitates:
                self._lead_seen = now
            self._note(seen, now)

    def says(self, person: int, socket: str, in_front: bool, now: datetime) -> None:
        seen = self.people.get(person)
        if seen is not None and socket in seen.sockets:
            seen.sockets[socket] = in_front
            seen.last = now
            self._note(seen, now)

    def is_anybody_here(self) -> bool:
        """Whether any page of this meeting has a line."""
        return any(seen.sockets for seen in self.people.values())

    def sweep(self, now: datetime) -> set[int]:
        """People whose state changed because time passed."""
        return {person for person, seen in self.people.items() if self._note(seen, now)}

    def _note(self, seen: Seen, now: datetime) -> bool:
        state = seen.judge(now)
        if seen.facilitates and seen.sockets:
            self._lead_seen = now
        if state == seen.state:
            return False
        seen.state, seen.since = state, now
        return True

    def is_led(self, now: datetime) -> bool:
        """False once no trainer has had a line for 20 s."""
        if any(seen.facilitates and seen.sockets for seen in self.people.values()):
            self._lead_seen = now
        return now - self._lead_seen < timedelta(seconds=LEADLESS_SECONDS)

    def view(self) -> dict[int, dict[str, Any]]:
        return {
            person: {"s": seen.state, "since": seen.since.isoformat() if seen.since else None}
            | ({"slow": True} if seen.slow else {})
            for person, seen in self.people.items()
        }

    def sockets(self, person: int) -> set[str]:
        seen = self.people.get(person)
        return set(seen.sockets) if seen else set()
