"""Where shared texts lie: one row per sheet, and one per update that is not folded into it yet."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base

ID_LENGTH = 64  # activity ids and group ids are short words
CLIENT_ID_LENGTH = 36  # a UUID; phones send less


class SheetDoc(Base):
    """The shared text of one group in one run. `state` and `vector` are the Yjs document up to the last folding."""

    __tablename__ = "sheet_doc"
    __table_args__ = (UniqueConstraint("meeting_id", "run", "group_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[str] = mapped_column(String(ID_LENGTH))
    run: Mapped[str] = mapped_column(String(ID_LENGTH))
    group_id: Mapped[str] = mapped_column(String(ID_LENGTH))
    state: Mapped[bytes] = mapped_column(LargeBinary)
    vector: Mapped[bytes] = mapped_column(LargeBinary)
    updated_at: Mapped[datetime]
    last_field: Mapped[str | None] = mapped_column(String(ID_LENGTH))
    last_person: Mapped[int | None]
    closed: Mapped[bool] = mapped_column(default=False)


class SheetUpdate(Base):
    """One update as it came. `client_id` is the phone's own name for it: a second one with that name is a repeat."""

    __tablename__ = "sheet_update"
    __table_args__ = (UniqueConstraint("doc_id", "person", "client_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)  # also the order in which updates were taken
    doc_id: Mapped[int] = mapped_column(ForeignKey("sheet_doc.id", ondelete="CASCADE"))
    person: Mapped[int]
    client_id: Mapped[str] = mapped_column(String(CLIENT_ID_LENGTH))
    data: Mapped[bytes] = mapped_column(LargeBinary)
    at: Mapped[datetime]
