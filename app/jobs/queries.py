"""What a page may ask about work in the queue."""

from sqlalchemy.orm import Session

from app.errors import NotFound
from app.jobs.tables import Job


def job(session: Session, number: int) -> Job:
    """The job of this number, or `NotFound`. Whether the person may see it is for the caller to check."""
    found = session.get(Job, number)
    if found is None:
        raise NotFound
    return found
