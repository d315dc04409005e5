"""What is kept of live meetings.

The rules of this file
- `live_event` is the truth and only grows. `seq` starts at 1 in each meeting; the first event of a command carries the
  client's id, so that a repeated command is known for ever.
- `said` holds people's words; events name them by `ref`. Erasing a person's words blanks these rows and nothing else.
- `meeting.stage` repeats what the log says, for lists. Presence is kept nowhere: see `presence.py`.
"""

import secrets
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, UniqueConstraint, event, insert
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base


class Meeting(Base):
    """A scheduled live session of one module for one cohort. `content`: the published version it is pinned to."""

    __tablename__ = "meeting"

    id: Mapped[str] = mapped_column(primary_key=True)
    cohort_id: Mapped[int] = mapped_column(ForeignKey("cohort.id"), index=True)
    course: Mapped[str]
    module: Mapped[str]
    lang: Mapped[str] = mapped_column(default="en")
    code: Mapped[str] = mapped_column(unique=True)
    stage: Mapped[str] = mapped_column(default="lobby")
    title: Mapped[str]
    starts_at: Mapped[datetime]
    content: Mapped[str]
    made_at: Mapped[datetime]


class LiveEvent(Base):
    """One event of a meeting, as `codec.encode` wrote it. `actor_id` None: the server, by its clock."""

    __tablename__ = "live_event"
    __table_args__ = (UniqueConstraint("meeting_id", "actor_id", "client_id"),)

    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    actor_id: Mapped[int | None]
    client_id: Mapped[str | None]
    body: Mapped[dict[str, Any]] = mapped_column(JSON)


class Said(Base):
    """Words of a person (or, with `person_id` None, of a group together). `text` None: erased."""

    __tablename__ = "said"

    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), primary_key=True)
    ref: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[int | None] = mapped_column(index=True)
    text: Mapped[str | None]


class DataSet(Base):
    """The name of this database, drawn at its making: tells phones a new database from the one they knew."""

    __tablename__ = "data_set"

    name: Mapped[str] = mapped_column(primary_key=True)


@event.listens_for(DataSet.__table__, "after_create")
def _draw_name(table: Any, connection: Any, **_: Any) -> None:
    """Databases of tests are made at once from the tables; real ones get their name in the first migration."""
    connection.execute(insert(DataSet).values(name=secrets.token_hex(8)))
