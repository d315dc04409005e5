"""What is kept of batches: where, who learns, who teaches, which day when.

The rules of this file
- A cohort belongs to one organisation, and so do all its people; no row here joins two.
- An enrolment is waiting (came by code, nobody has let her in), enrolled, or left; who left keeps her records.
- Times are stored in UTC; the day of a cohort is a day in its time zone.
"""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base


class State(StrEnum):
    """Where somebody stands with a cohort."""

    WAITING = "waiting"
    ENROLLED = "enrolled"
    LEFT = "left"


class Place(Base):
    """A district, or a block within one. Groups are mixed by the place a trainee comes from."""

    __tablename__ = "place"
    __table_args__ = (UniqueConstraint("organisation_id", "parent_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("place.id"))  # None: a district
    name: Mapped[str]
    lang: Mapped[str]


class Cohort(Base):
    """A batch: the people who go through a course together."""

    __tablename__ = "cohort"

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    name: Mapped[str]
    lang: Mapped[str]
    district_id: Mapped[int | None] = mapped_column(ForeignKey("place.id"))
    time_zone: Mapped[str]  # a name of the IANA list, such as Asia/Kolkata
    languages: Mapped[list[str]] = mapped_column(JSON)  # of the content, the preferred one first
    allows_guests: Mapped[bool]  # whether one may ask to be let in by code and name
    made_at: Mapped[datetime]


class Enrolment(Base):
    __tablename__ = "enrolment"
    __table_args__ = (UniqueConstraint("cohort_id", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    cohort_id: Mapped[int] = mapped_column(ForeignKey("cohort.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    place_id: Mapped[int | None] = mapped_column(ForeignKey("place.id"))
    state: Mapped[str]
    since: Mapped[datetime]  # of the present state
    by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))  # who let her in; None: she asked, or an import
    once: Mapped[str | None] = mapped_column(unique=True)  # of the form a guest asked with, while she waits


class Teaching(Base):
    """A trainer of a cohort. All trainers of a cohort lead it with equal rights."""

    __tablename__ = "teaching"
    __table_args__ = (UniqueConstraint("cohort_id", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    cohort_id: Mapped[int] = mapped_column(ForeignKey("cohort.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    role: Mapped[str]  # master-trainer or ilo-trainer
    since: Mapped[datetime]


class TimetableEntry(Base):
    """One day of a course for a cohort. `link`: where the voices meet (Zoom, Teams, Meet), empty if nowhere yet."""

    __tablename__ = "timetable_entry"
    __table_args__ = (UniqueConstraint("cohort_id", "course", "day"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    cohort_id: Mapped[int] = mapped_column(ForeignKey("cohort.id"), index=True)
    course: Mapped[str]
    day: Mapped[int]
    starts_at: Mapped[datetime]
    link: Mapped[str] = mapped_column(default="")

    @property
    def module(self) -> str:
        """The id of the course's module for this day."""
        return f"day-{self.day}"
