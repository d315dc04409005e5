"""Putting work into the queue, taking it out, and saying what became of it.

The rules of this file
- Each function is one step of a job inside the caller's transaction; none does the work itself.
- First asked, first done. Only one process takes jobs out (`app/jobs/work.py` holds a lock), so a job that is found
  running at its start was cut off by the end of the process before.
"""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app import clock
from app.jobs.tables import Job

Handler = Callable[[Mapping[str, Any]], dict[str, Any] | None]

MOST_TRIES = 3  # a job that ended its process twice is not to blame on a power cut any more


def enqueue(session: Session, kind: str, payload: Mapping[str, Any]) -> int:
    """Ask for work; its number. It begins after the commit, usually within a second."""
    job = Job(kind=kind, payload=dict(payload), asked_at=clock.now())
    session.add(job)
    session.flush()
    return job.id


def take_next(session: Session) -> Job | None:
    """The oldest queued job, now running; None when there is nothing to do."""
    job = session.scalars(select(Job).where(Job.state == "queued").order_by(Job.id).limit(1)).first()
    if job is not None:
        job.state, job.tries = "running", job.tries + 1
    return job


def finish(session: Session, number: int, result: dict[str, Any] | None) -> None:
    """It is done, and this is what it made."""
    _end(session, number, state="done", result=result, fault=None)


def fail(session: Session, number: int, fault: str) -> None:
    """It cannot be done; whoever asked has to ask again."""
    _end(session, number, state="failed", result=None, fault=fault)


def requeue_cut_off(session: Session) -> None:
    """At the start of the job process: what was running is queued again, unless it has ended too many processes."""
    cut_off = update(Job).where(Job.state == "running")
    session.execute(
        cut_off.where(Job.tries >= MOST_TRIES).values(state="failed", ended_at=clock.now(), fault="cut off too often")
    )
    session.execute(cut_off.values(state="queued"))


def _end(session: Session, number: int, **values: Any) -> None:
    session.execute(update(Job).where(Job.id == number).values(ended_at=clock.now(), **values))
