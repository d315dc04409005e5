"""Keeping shared texts: many phones write, every accepted update is stored once, in the order it came.

The rules of this file
- A `SheetKey` names a sheet for ever; moving people between groups writes no sheet.
- `apply_many` runs inside `Database.write`: one transaction for everything that waits, one answer for each edit. A
  refused edit stops no other.
- A repeat (same sheet, person and client id, or nothing new in it) is answered as a repeat and stored no second time.
- More than 64 updates are folded into the sheet's row: rebuilding stays under a millisecond.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from app.db import Database
from app.errors import Rejected
from app.sheets.documents import EMPTY_STATE, EMPTY_VECTOR, Document, garbled, plain
from app.sheets.tables import CLIENT_ID_LENGTH, ID_LENGTH, SheetDoc, SheetUpdate

FOLD_ABOVE = 64  # updates beside the row; 65 small ones cost about 0.3 ms to rebuild, folding about as much, once


@dataclass(frozen=True, slots=True)
class SheetKey:
    """Which shared text: a meeting, an activity in it, a group."""

    meeting: str
    run: str
    group: str


@dataclass(frozen=True, slots=True)
class Edit:
    """What one phone wrote.

    `client_id` is the phone's own name for it (unique per person, at most 36 characters), `fields` are the field keys
    this sheet has, `at` is when it counts as written or arrived: the caller decides.
    """

    key: SheetKey
    person: int
    client_id: str
    update: bytes
    fields: frozenset[str]
    at: datetime


@dataclass(frozen=True, slots=True)
class Stored:
    """It is in. `field` is the field it changed first in the alphabet; `fields` are all words of the sheet now."""

    edit: Edit
    field: str | None
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Repeat:
    """It was in already; nothing was written and nobody need be told."""

    edit: Edit


Outcome = Stored | Repeat | Rejected


@dataclass(frozen=True, slots=True)
class LastEdit:
    """Who wrote last, where and when."""

    field: str | None
    person: int
    at: datetime


class Sheets:
    """The shared texts of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def join(self, key: SheetKey, vector: bytes) -> tuple[bytes, bytes]:
        """(what a phone that knows `vector` lacks, the server's own vector). Raises `Rejected("garbled")`."""
        with self._database.read() as session:
            document = _document(session, key)
        return document.since(vector), document.vector()

    def fields(self, key: SheetKey) -> dict[str, str]:
        """Field key -> plain text; a field nobody wrote in is absent."""
        with self._database.read() as session:
            return fields_of(session, key)

    def last(self, key: SheetKey) -> LastEdit | None:
        """The last edit, or None when nobody wrote."""
        with self._database.read() as session:
            row = _row(session, key)
        if row is None or row.last_person is None:
            return None
        return LastEdit(row.last_field, row.last_person, row.updated_at)

    def is_closed(self, key: SheetKey) -> bool:
        """True after `close` and before `reopen`."""
        with self._database.read() as session:
            row = _row(session, key)
        return row is not None and row.closed

    def apply_many(self, session: Session, edits: Sequence[Edit]) -> list[Outcome]:
        """Store what can be stored; one outcome for each edit, in their order."""
        open_sheets: dict[SheetKey, _OpenSheet] = {}
        outcomes: list[Outcome] = []
        for edit in edits:
            sheet = open_sheets.get(edit.key)
            if sheet is None:
                sheet = open_sheets[edit.key] = _OpenSheet(session, edit.key, edit.at)
            outcomes.append(sheet.take(edit))
        for sheet in open_sheets.values():
            sheet.put_down()
        return outcomes

    def prefill(self, session: Session, key: SheetKey, texts: Mapping[str, str], now: datetime) -> bool:
        """Begin a sheet with words in it; False, and nothing is changed, when the sheet exists already."""
        if _row(session, key) is not None:
            return False
        document = Document.of(texts)
        _create(session, key, now, document)
        return True

    def close(self, session: Session, key: SheetKey, now: datetime) -> None:
        """From now on every edit is refused with `sheet-closed`; the words stay."""
        _set_closed(session, key, now, closed=True)

    def reopen(self, session: Session, key: SheetKey, now: datetime) -> None:
        """Edits are taken again."""
        _set_closed(session, key, now, closed=False)


def fields_of(session: Session, key: SheetKey) -> dict[str, str]:
    """The same as `Sheets.fields`, inside a transaction of the caller."""
    return plain(_document(session, key).texts())


class _OpenSheet:
    """One sheet during one transaction."""

    def __init__(self, session: Session, key: SheetKey, now: datetime) -> None:
        self._session = session
        self._row = _row(session, key, for_writing=True) or _create(session, key, now)
        waiting = _updates(session, self._row.id)
        self._document = Document(self._row.state, [row.data for row in waiting])
        self._texts = self._document.texts()
        self._names = {(row.person, row.client_id) for row in waiting}
        self._new: list[Edit] = []
        self._field: str | None = self._row.last_field

    def take(self, edit: Edit) -> Outcome:
        name = (edit.person, edit.client_id)
        if name in self._names:
            return Repeat(edit)
        if len(edit.client_id) > CLIENT_ID_LENGTH:
            return garbled()
        if self._row.closed:
            return Rejected("sheet-closed", "This sheet is closed. What you wrote stays on your phone to copy.")
        known, texts = self._document.known, self._texts
        try:
            self._document.apply(edit.update, edit.fields)
        except Rejected as refusal:
            return refusal
        self._texts = self._document.texts()
        if self._document.known == known and self._texts == texts:
            return Repeat(edit)
        changed = [field for field, words in self._texts.items() if words != texts.get(field, "")]
        self._field = changed[0] if changed else self._field
        self._names.add(name)
        self._new.append(edit)
        return Stored(edit, changed[0] if changed else None, plain(self._texts))

    def put_down(self) -> None:
        if not self._new:
            return
        last = self._new[-1]
        field = self._field and self._field[:ID_LENGTH]  # a cell of a table with two long keys may be longer
        values = {"updated_at": last.at, "last_person": last.person, "last_field": field}
        if len(self._names) > FOLD_ABOVE:
            values |= {"state": self._document.encoded(), "vector": self._document.vector()}
            self._session.execute(delete(SheetUpdate).where(SheetUpdate.doc_id == self._row.id))
        else:
            self._session.execute(insert(SheetUpdate), [_update_values(self._row.id, edit) for edit in self._new])
        self._session.execute(update(SheetDoc).where(SheetDoc.id == self._row.id).values(values))


def _update_values(doc_id: int, edit: Edit) -> dict[str, object]:
    return {
        "doc_id": doc_id,
        "person": edit.person,
        "client_id": edit.client_id,
        "data": edit.update,
        "at": edit.at,
    }


def _row(session: Session, key: SheetKey, *, for_writing: bool = False) -> SheetDoc | None:
    found = select(SheetDoc).where(
        SheetDoc.meeting_id == key.meeting, SheetDoc.run == key.run, SheetDoc.group_id == key.group
    )
    return session.scalars(found.with_for_update() if for_writing else found).one_or_none()


def _updates(session: Session, doc_id: int) -> Sequence[SheetUpdate]:
    return session.scalars(select(SheetUpdate).where(SheetUpdate.doc_id == doc_id).order_by(SheetUpdate.id)).all()


def _document(session: Session, key: SheetKey) -> Document:
    row = _row(session, key)
    if row is None:
        return Document(EMPTY_STATE)
    return Document(row.state, [waiting.data for waiting in _updates(session, row.id)])


def _create(session: Session, key: SheetKey, now: datetime, document: Document | None = None) -> SheetDoc:
    row = SheetDoc(
        meeting_id=key.meeting,
        run=key.run,
        group_id=key.group,
        state=document.encoded() if document else EMPTY_STATE,
        vector=document.vector() if document else EMPTY_VECTOR,
        updated_at=now,
        closed=False,
    )
    session.add(row)
    session.flush()
    return row


def _set_closed(session: Session, key: SheetKey, now: datetime, *, closed: bool) -> None:
    row = _row(session, key, for_writing=True) or _create(session, key, now)
    row.closed = closed
