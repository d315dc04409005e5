"""One meeting in memory: its state, what its views need beside the state, and who waits for an answer."""

import copy
import hashlib
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from gevent.event import AsyncResult, Event

from app.live import anew, versions
from app.live.asking import Ask
from app.live.course import Course
from app.live.facts import Facts
from app.live.plan import Plan
from app.live.presence import Presence
from app.live.state import State
from app.live.wordings import Wording, worded

FAILURES_UNTIL_BANNER = 3  # one failed commit may be a hiccup of the disk; three in a row are not


@dataclass(frozen=True, slots=True)
class About:
    """What belongs to the meeting but is no event: from its row, its cohort and its roster.

    `join_url` is a path alone where pages are opened under the same address that phones use.
    """

    id: str
    data: str
    cohort_id: int
    code: str
    course: str
    cohort: str
    starts_at: datetime
    link: str
    join_url: str
    roster: Mapping[str, Any]
    roster_hash: str
    content: Mapping[str, Any]
    content_hash: str


@dataclass(slots=True)
class Waiting:
    """A command in the queue and the greenlet that waits for what becomes of it."""

    ask: Ask
    answer: "AsyncResult[int]" = field(default_factory=AsyncResult)


@dataclass(slots=True)
class Due:
    """What has changed since the last telling."""

    at_once: bool = False
    all_phones: bool = False
    persons: set[int] = field(default_factory=set)
    anything: bool = False


def _shape(plan: Plan, pinned: str) -> str:
    """Nothing, or what names a day that is not, or not in all, of the version it was made with."""
    made_of = [f"{item.id}/{item.content}" for item in plan.items.values()]
    if all(item.content == pinned for item in plan.items.values()):
        return ""
    return "-" + hashlib.sha256(" ".join((*plan.order, *made_of)).encode()).hexdigest()[:6]


class Room:
    """A live meeting on this server. Only its runner writes `state`; only its teller writes `sent`."""

    def __init__(self, about: About, plan: Plan, now: datetime) -> None:
        self.about = about
        self.pinned = about.content_hash
        self.versions = {self.pinned: plan}  # only grows; under its hash a version stays, in the words of now
        self.state = State(plan=plan, versions=self.versions)
        self.words: dict[str, str] = {}
        self.done: dict[tuple[int | None, str], int] = {}
        self.queue: deque[Waiting] = deque()
        self.work = Event()
        self.presence = Presence(now)
        self.sheets: dict[tuple[str, str], Mapping[str, Any]] = {}
        self.to_keep: dict[tuple[str, str], datetime] = {}
        self.guests: tuple[Mapping[str, Any], ...] = ()
        self.wordings: Mapping[str, Wording] = {}
        self.later: dict[str, Mapping[str, Wording]] = {}  # the same of versions that were or may be taken
        self.newer: Mapping[str, Any] | None = None
        self.course = Course()
        self.held: State | None = None  # of a day that counts otherwise now, when it is looked at: as it was held
        self.fresh: Mapping[str, Mapping[str, Wording]] | None = None  # words that wait to be taken in
        self._seen: tuple[State, Course, State] | None = None
        self.contents: Mapping[str, str] = {}
        self.spoken: dict[int, set[str]] = {}  # person -> languages in which her pages are, "" that of the course
        self.failures = 0
        self.is_behind = False  # the outcome of the last commit is unknown: read the log before the next decision
        self.due = Due()
        self.news = Event()
        self.sent: dict[str, dict[str, Any]] = {}
        self.told_phones_at = now - timedelta(days=1)

    def language_for(self, wish: str) -> str:
        """The language in which somebody who wishes this one reads; "" is that of the course."""
        return wish if wish in self.wordings and wish != self.about.content["lang"] else ""

    def reading(self, language: str) -> "Room":
        """The room as it counts now, in the words of this language, to be looked at only; itself if nothing differs."""
        room = self._as_it_counts()
        return room._in(language) if self.language_for(language) else room

    def as_held(self, language: str) -> "Room":
        """The same with the questions and answers of the day itself, whatever its course has become since."""
        return self._in(language) if self.language_for(language) else self

    def _as_it_counts(self) -> "Room":
        if self._seen is None or self._seen[0] is not self.state or self._seen[1] is not self.course:
            self._seen = self.state, self.course, anew.as_it_counts(self.state, self.course, self.words)
        if self._seen[2] is self.state:
            return self
        room = copy.copy(self)
        room.state, room.held = self._seen[2], self.state
        return room

    def _in(self, language: str) -> "Room":
        wording, room = self.wordings[language], copy.copy(self)
        read = {version: words[language] for version, words in self.every_version().items() if language in words}
        plan = worded(self.state.plan, {version: one.plan for version, one in read.items()})
        room.state = replace(self.state, plan=plan)
        if self.held is not None:
            plans = {version: one.plan for version, one in read.items()}
            room.held = replace(self.held, plan=worded(self.held.plan, plans))
            room.course = replace(self.course, plans={**self.course.plans, **plans})
        room.contents = {version: one.hash for version, one in read.items()}
        room.about = replace(self.about, content=wording.content, content_hash=wording.hash, course=wording.course)
        return room

    def add_version(self, content: str, words: Mapping[str, Wording], language: str) -> None:
        """A version that was or may be taken, in all its languages."""
        self.later[content] = words
        self.versions[content] = words[language].plan

    def renew(self) -> bool:
        """Take in fresh words, if some wait: between two commands, for what is right may be said in more ways now."""
        if self.fresh is None:
            return False
        words, self.fresh, lang = self.fresh, None, self.about.content["lang"]
        self.wordings = words[self.pinned]
        self.later |= {version: read for version, read in words.items() if version != self.pinned}
        self.versions |= {version: read[lang].plan for version, read in words.items()}
        self.state = replace(self.state, plan=versions.reworded(self.state.plan, self.versions))
        return True

    def every_version(self) -> Mapping[str, Mapping[str, Wording]]:
        return {self.pinned: self.wordings, **self.later}

    def every_wording(self) -> Mapping[str, Wording]:
        return {one.hash: one for words in self.every_version().values() for one in words.values()}

    @property
    def is_read_only(self) -> bool:
        return self.failures >= FAILURES_UNTIL_BANNER

    def facts(self) -> Facts:
        about = self.about
        return Facts(
            id=about.id, data=about.data, code=about.code, course=about.course, cohort=about.cohort,
            starts_at=about.starts_at, link=about.link, join_url=about.join_url, content=about.content_hash,
            roster=f"/m/{about.id}/roster?v={about.roster_hash}",
            agenda=f"/m/{about.id}/agenda?v={about.content_hash[:8]}{_shape(self.state.plan, self.pinned)}",
            contents=self.contents, newer=self.newer, since=anew.told(self.held or self.state, self.course),
            words=self.words, presence=self.presence.view(), sheets=self.sheets, guests=self.guests,
            is_read_only=self.is_read_only,
        )  # fmt: skip
