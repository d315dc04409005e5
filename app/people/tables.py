"""What is kept of people.

The rules of this file
- A phone number stands here only hashed and sealed (`phones.py`), a PIN, a password or a slip's token only hashed.
- `generation` is part of every sign-in cookie: counting it up signs the person out everywhere.
- A guest is a person without phone and credential. Joined to the person she is, she keeps her id in old records and
  points on with `merged_into`.
"""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base


class Organisation(Base):
    """A State mission, an ILO project, an NGO. Nothing is read across two of them."""

    __tablename__ = "organisation"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)


class Person(Base):
    __tablename__ = "person"

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    name: Mapped[str]
    lang: Mapped[str]  # the language the name is written in, for `lang=` around it
    phone_hash: Mapped[str | None] = mapped_column(index=True)  # not unique: mother and daughter may share a phone
    phone_sealed: Mapped[bytes | None]
    generation: Mapped[int] = mapped_column(default=1)
    merged_into: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[datetime]


class Credential(Base):
    """How a person proves who she is: a PIN (no login name), or a password with a login name. One of the two."""

    __tablename__ = "credential"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    login_name: Mapped[str | None] = mapped_column(unique=True)  # in small letters
    hash: Mapped[str]
    set_at: Mapped[datetime]
    set_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))  # None: by the command line


class Slip(Base):
    """A printed QR that signs one person in. A new slip replaces the old one; any slip can be revoked."""

    __tablename__ = "slip"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    token_hash: Mapped[str] = mapped_column(unique=True)
    made_at: Mapped[datetime]
    made_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    revoked_at: Mapped[datetime | None]


class RoleGrant(Base):
    """A role in a whole organisation. Roles in one cohort follow from enrolment and teaching (`app.cohorts`)."""

    __tablename__ = "role_grant"
    __table_args__ = (UniqueConstraint("person_id", "role", "organisation_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    role: Mapped[str]
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    given_at: Mapped[datetime]
    given_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))


class LoginAttempt(Base):
    """Misses in a row for one account, known or not. The account is named by a keyed hash, never by the number."""

    __tablename__ = "login_attempt"

    account: Mapped[str] = mapped_column(primary_key=True)
    misses: Mapped[int]
    last_at: Mapped[datetime] = mapped_column(index=True)
    open_at: Mapped[datetime]  # no try is looked at before this moment
