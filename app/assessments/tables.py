"""What is kept of assessments: who began which round, which version she had in her hands, and every answer.

The rules of this file
- Answers are only added; the last one of a cell counts. A client id is done once for ever.
- An answer holds keys as the published questions name them, never tokens, and says under which version it was given.
- A paper is one version handed to one person: phones name it by its number, since the name of a version is made of its
  right answers too.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base


class AssessmentTimes(Base):
    """Times that a trainer set; None: as the timetable says."""

    __tablename__ = "assessment_times"

    cohort_id: Mapped[int] = mapped_column(ForeignKey("cohort.id"), primary_key=True)
    course: Mapped[str] = mapped_column(primary_key=True)
    before_until: Mapped[datetime | None]
    after_from: Mapped[datetime | None]


class Attempt(Base):
    """One round of one person. `seed`: of her own order and tokens. `done_at`: she wants to see the answers now."""

    __tablename__ = "assessment_attempt"
    __table_args__ = (UniqueConstraint("cohort_id", "course", "person_id", "round"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    cohort_id: Mapped[int] = mapped_column(ForeignKey("cohort.id"), index=True)
    course: Mapped[str]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    round: Mapped[str]  # before or after
    seed: Mapped[str]
    begun_at: Mapped[datetime]
    done_at: Mapped[datetime | None]


class Paper(Base):
    """A version of the questions, in one language, that somebody was given."""

    __tablename__ = "assessment_paper"
    __table_args__ = (UniqueConstraint("attempt_id", "content"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    attempt_id: Mapped[int] = mapped_column(ForeignKey("assessment_attempt.id"), index=True)
    content: Mapped[str] = mapped_column(ForeignKey("content.hash"))
    lang: Mapped[str]
    given_at: Mapped[datetime]


class Given(Base):
    """One answer to one cell. `grading` names what made it right then (`app/curriculum/grading.py`)."""

    __tablename__ = "assessment_answer"
    __table_args__ = (UniqueConstraint("attempt_id", "client_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    attempt_id: Mapped[int] = mapped_column(ForeignKey("assessment_attempt.id"), index=True)
    paper_id: Mapped[int] = mapped_column(ForeignKey("assessment_paper.id"))
    client_id: Mapped[str]
    question: Mapped[str]
    cell: Mapped[str]
    value: Mapped[Any] = mapped_column(JSON(none_as_null=False))
    content: Mapped[str]
    grading: Mapped[str]
    lang: Mapped[str]
    written_at: Mapped[datetime]
    kept_at: Mapped[datetime]
