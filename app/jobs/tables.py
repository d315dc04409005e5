"""What is to be done, what is being done, and what became of it."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base


class Job(Base):
    """One piece of work; kept after it is done, so that a page can find the result."""

    __tablename__ = "job"
    __table_args__ = (Index("ix_job_state_id", "state", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(60))  # names a handler; the longest of ours has 20 letters
    payload: Mapped[dict[str, Any]] = mapped_column(JSON)
    state: Mapped[str] = mapped_column(String(10), default="queued")  # queued, running, done, failed
    tries: Mapped[int] = mapped_column(default=0)
    asked_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    result: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    fault: Mapped[str | None]  # the name of the error, for the operator; details are in the log
