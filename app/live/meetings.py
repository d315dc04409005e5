"""Meetings as things one makes, finds and enters: from the database to a room, and who somebody is in it.

The rules of this file
- A meeting is pinned to the published content it was made with; a trainer may take a newer version for what is not
  yet opened (`versions.py`).
- Who leads or joins is asked of the one table of roles (`app.people.rules`), for the meeting's own cohort.
"""

import hashlib
import json
import secrets
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import Flask, current_app
from sqlalchemy import select
from sqlalchemy.orm import Session

from app import clock, curriculum
from app.activities.registry import KINDS
from app.cohorts import queries as cohorts
from app.cohorts.actions import set_day
from app.cohorts.actions import set_link as set_day_link
from app.cohorts.tables import TimetableEntry
from app.db import Database
from app.errors import NotFound, Rejected
from app.live import events as e
from app.live import grouping, log, wordings
from app.live.commands import Command
from app.live.events import Happened, Seat
from app.live.news import Watch
from app.live.room import About, Room
from app.live.runner import Runner
from app.live.tables import DataSet, LiveEvent, Meeting
from app.live.telling import Teller
from app.people.codes import new_code
from app.people.rules import Scope
from app.people.signin import SignedIn
from app.sheets import SheetDesk, Sheets

COUNTED = ("GroupsOpened", "RolesDealt", "Undone")  # events that say who sat with whom, and in which role
ID_BYTES = 6  # 8 characters in the address: nobody guesses a meeting, and membership is checked all the same


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who somebody is in one meeting. Neither leading nor admitted: a guest whom no trainer has let in yet."""

    person: int
    facilitates: bool
    is_admitted: bool
    district: str = ""


class Live:
    """The live part of one application: what sockets and pages work with."""

    def __init__(self, app: Flask, teller: Teller) -> None:
        self.app = app
        self.database: Database = app.extensions["database"]
        self.sheets = Sheets(self.database)
        self.desk = SheetDesk(self.database, self.sheets)
        self.teller = teller
        self.watch = Watch(self.database, teller)
        self.runner = Runner(self.database, self.sheets, self.load, teller, learn=self.watch.opened, look=self.look)

    def load(self, meeting: str) -> Room:
        """A room with its content and roster, its log not yet read. Raises `NotFound`."""
        with self.database.read() as session:
            row = session.get(Meeting, meeting)
            if row is None:
                raise NotFound
            content = curriculum.content(session, row.content)
            about = self._about(session, row, content)
            guests = _guests(session, row.cohort_id)
            words = wordings.read(session, row.course, row.content, content)
            taken = {hash: _wordings(session, row.course, hash) for hash in log.versions(session, meeting)}
        room = Room(about, words[content["lang"]].plan, clock.now())
        room.guests, room.wordings = guests, words
        for hash, read in taken.items():
            room.add_version(hash, read, content["lang"])
        return room

    def look(self) -> None:
        """All rooms know it, if anything was published since the last look; at most every few seconds."""
        self.watch.look_if_due(self.runner.rooms(), clock.now())

    def look_for_newer(self, meeting: str) -> None:
        """Has a newer version of the day been published? Then trainers are asked whether to take it."""
        room = self.runner.room(meeting)
        self.watch.opened(room)
        self.teller.trouble(room)

    def _about(self, session: Session, row: Meeting, content: Mapping[str, Any]) -> About:
        roster = _roster(session, row.cohort_id)
        cohort = cohorts.cohort_named(session, row.cohort_id)
        card = curriculum.course_card(session, row.course)
        public = self.app.extensions.get("public_address", "")
        return About(
            id=row.id, data=data_set(session), cohort_id=row.cohort_id, code=row.code, course=card["title"],
            cohort=cohort.name, starts_at=row.starts_at, link=link_of(session, row), join_url=f"{public}/j/{row.code}",
            roster=roster, roster_hash=_hash(roster), content=content, content_hash=row.content,
        )  # fmt: skip

    def refresh(self, meeting: str) -> None:
        """Something beside the log changed: a link, the roster, who waits to be let in."""
        room = self.runner.room(meeting)
        with self.database.read() as session:
            row = session.get_one(Meeting, meeting)
            room.about = self._about(session, row, room.about.content)
            room.guests = _guests(session, row.cohort_id)
        self.teller.trouble(room)

    def refresh_cohort(self, cohort_id: int) -> None:
        """The same for every room of the cohort that is in memory."""
        for room in self.runner.rooms():
            if room.about.cohort_id == cohort_id:
                self.refresh(room.about.id)

    def enter(self, meeting: str, command: Command) -> None:
        """Put somebody on the roster, unless she came before."""
        room = self.runner.room(meeting)
        member = room.state.members.get(command.person)  # type: ignore[union-attr]
        if member is None or member.joined_at is None or member.removed:
            self.runner.submit_as_server(meeting, command)

    def names(self, meeting: str) -> dict[int, str]:
        people = self.runner.room(meeting).about.roster["people"]
        return {person["id"]: person["name"] for person in people}

    def fields(self, meeting: str, run: str) -> tuple[str, ...]:
        """Keys of the fields that groups write together in this run; none if it has not been opened."""
        state = self.runner.room(meeting).state
        item = state.plan.items.get(run)
        if item is None or run not in state.runs or item.by != "group" or not item.is_answerable:
            return ()
        return tuple(KINDS[item.kind].shared(item.config))


def live_of(app: Flask | None = None) -> Live:
    """The live part of this application."""
    live: Live = (app or current_app).extensions["live"]
    return live


def visitor(live: Live, person: SignedIn, meeting: str) -> Visitor:
    """Who this person is in this meeting. Raises `NotFound` for everybody else, as if it did not exist."""
    with live.database.read() as session:
        row = session.get(Meeting, meeting)
        if row is None:
            raise NotFound
        scope = cohorts.scope_of_cohort(session, row.cohort_id)
        if person.may("lead-meeting", scope):
            return Visitor(person.id, True, True)
        if person.may("join-meeting", scope):
            return Visitor(person.id, False, True, cohorts.district_of(session, row.cohort_id, person.id))
        if cohorts.standing(session, row.cohort_id, person.id) is cohorts.Standing.GUEST_WAITING:
            return Visitor(person.id, False, False)
    raise NotFound


# ---- making and finding meetings


def create_meeting(
    database: Database, cohort_id: int, course: str, module: str, starts_at: datetime, stage: str = "lobby"
) -> str:
    """A meeting of this module, pinned to its published version; its id. Raises `Rejected("not-published")`."""

    def work(session: Session) -> str:
        found = curriculum.current(session, course, module)
        if found is None:
            raise Rejected("not-published", "This day has no published module yet.")
        content_hash, content = found
        meeting = Meeting(
            id=secrets.token_urlsafe(ID_BYTES), cohort_id=cohort_id, course=course, module=module, code=new_code(),
            stage=stage, title=content["title"], starts_at=starts_at, content=content_hash, made_at=clock.now(),
        )  # fmt: skip
        session.add(meeting)
        session.flush()
        opened = _opening(session, cohort_id)
        log.append(session, meeting.id, [(Happened(1, clock.now(), None, opened), None)])
        return meeting.id

    return database.write(work)


def _opening(session: Session, cohort_id: int) -> e.MeetingOpened:
    trainees = [Seat(one.id, "trainee", one.district) for one in cohorts.roster(session, cohort_id)]
    trainers = [Seat(one.id, "trainer") for one in cohorts.trainers(session, cohort_id)]
    roles, pairs = earlier_groups(session, cohort_id)
    return e.MeetingOpened((*trainees, *trainers), secrets.token_hex(8), roles, pairs)


def earlier_groups(session: Session, cohort_id: int) -> tuple[dict[str, dict[str, int]], dict[str, int]]:
    """Role -> person -> times, and pair -> times, over all group work of the cohort so far."""
    rows = session.execute(
        select(LiveEvent.meeting_id, LiveEvent.seq, LiveEvent.body)
        .join(Meeting, Meeting.id == LiveEvent.meeting_id)
        .where(Meeting.cohort_id == cohort_id, LiveEvent.body["type"].as_string().in_(COUNTED))
    ).all()
    undone = {(meeting, body["seq"]) for meeting, _, body in rows if body["type"] == "Undone"}
    bodies = [body for meeting, seq, body in rows if (meeting, seq) not in undone and body["type"] != "Undone"]
    roles: defaultdict[str, Counter[str]] = defaultdict(Counter)
    pairs: Counter[str] = Counter()
    for role, person in (given for body in bodies for given in _roles_given(body)):
        roles[role][str(person)] += 1
    for group in (group for body in bodies for group in body.get("groups", ())):
        people = group["members"]
        pairs.update(grouping.pair(one, two) for place, one in enumerate(people) for two in people[place + 1 :])
    return {role: dict(counts) for role, counts in roles.items()}, dict(pairs)


def _roles_given(body: Mapping[str, Any]) -> list[tuple[str, int]]:
    """(role, person) for each role given: in the groups, or in a turn of a role play."""
    if body["type"] == "GroupsOpened":
        return [pair for given in body["roles"].values() for pair in given.items()]
    if body["why"] == "moved":  # the turn goes on: most had their role before
        return []
    return [(role, person) for cast in body["cast"].values() for role, people in cast.items() for person in people]


def find_by_code(session: Session, code: str) -> Meeting | None:
    return session.scalar(select(Meeting).where(Meeting.code == code))


def meetings_of(session: Session, cohort_ids: Sequence[int]) -> Sequence[Meeting]:
    return session.scalars(
        select(Meeting).where(Meeting.cohort_id.in_(list(cohort_ids))).order_by(Meeting.starts_at)
    ).all()


def link_of(session: Session, meeting: Meeting) -> str:
    """Where the voices meet: the link of the meeting's day in the timetable, or nothing."""
    day = _day_of(session, meeting)
    return day.link if day is not None else ""


def set_link(session: Session, meeting_id: str, link: str) -> None:
    """Keep the link with the day, where the batch's page shows it too. Raises as `cohorts.links.meeting_link` does."""
    meeting = session.get_one(Meeting, meeting_id)
    day = _day_of(session, meeting)
    if day is None:
        number = int(meeting.module.rpartition("-")[2])
        day = set_day(session, meeting.cohort_id, meeting.course, number, meeting.starts_at)
    set_day_link(session, meeting.cohort_id, day.id, link)


def _day_of(session: Session, meeting: Meeting) -> TimetableEntry | None:
    days = cohorts.timetable(session, meeting.cohort_id)
    return next((day for day in days if (day.course, day.module) == (meeting.course, meeting.module)), None)


def data_set(session: Session) -> str:
    """The name of this database: a phone never sends it what it kept for another one."""
    name: str | None = session.scalar(select(DataSet.name))
    if name is None:
        raise LookupError("the database has no name: run the migrations")
    return name


def _roster(session: Session, cohort_id: int) -> dict[str, Any]:
    trainers = cohorts.trainers(session, cohort_id)
    people = [{"id": one.id, "name": one.name, "lang": one.lang, "trainer": True} for one in trainers]
    people += [{"id": one.id, "name": one.name, "lang": one.lang} for one in cohorts.roster(session, cohort_id)]
    return {"people": people}


def _wordings(session: Session, course: str, version: str) -> Mapping[str, wordings.Wording]:
    return wordings.read(session, course, version, curriculum.content(session, version))


def _guests(session: Session, cohort_id: int) -> tuple[Mapping[str, Any], ...]:
    return tuple(
        {"id": one.id, "name": one.name, "lang": one.lang} for one in cohorts.guests_waiting(session, cohort_id)
    )


def _hash(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:8]


def scope_of_meeting(session: Session, meeting: str) -> Scope | None:
    """Where a meeting belongs; None if there is none."""
    cohort_id = session.scalar(select(Meeting.cohort_id).where(Meeting.id == meeting))
    return None if cohort_id is None else cohorts.scope_of_cohort(session, cohort_id)
