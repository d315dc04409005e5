"""What was published: every version for ever, which one is current, and which one became so when."""

from datetime import datetime

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base

CARD = "course"
"""The module under which the card of a course is kept."""


class Content(Base):
    """One version of a module in one language. It is written once: meetings and answers name its hash.

    `json` is canonical (sorted keys, no spaces), `hash` its SHA-256. `outline` is the little that lists of days show.
    The card of a course is kept in the same way, as module `course`. A rendition is the same in another language: `of`
    is the version it says in other words, None for a version.
    """

    __tablename__ = "content"

    hash: Mapped[str] = mapped_column(primary_key=True)
    course: Mapped[str] = mapped_column(index=True)
    module: Mapped[str]
    lang: Mapped[str]
    of: Mapped[str | None] = mapped_column(ForeignKey("content.hash"), index=True)
    json: Mapped[str] = mapped_column(Text, deferred=True)  # a hundred kB; lists of days do without it
    outline: Mapped[str] = mapped_column(Text)
    published_at: Mapped[datetime]


class CurrentContent(Base):
    """The version that is shown and that new meetings take."""

    __tablename__ = "current_content"

    course: Mapped[str] = mapped_column(primary_key=True)
    module: Mapped[str] = mapped_column(primary_key=True)
    lang: Mapped[str] = mapped_column(primary_key=True)
    hash: Mapped[str] = mapped_column(ForeignKey("content.hash"))


class Publication(Base):
    """One time that something became current: a version, or a rendition. Rows are only added.

    Their order says which version followed which, also where one was taken back. The highest number says whether
    anything was published since.
    """

    __tablename__ = "publication"

    id: Mapped[int] = mapped_column(primary_key=True)
    course: Mapped[str] = mapped_column(index=True)
    module: Mapped[str]
    lang: Mapped[str]
    hash: Mapped[str] = mapped_column(ForeignKey("content.hash"))
    at: Mapped[datetime]
