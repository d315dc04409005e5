"""The desk where edits wait for a short moment, so that many of them share one commit.

The rules of this file
- A socket handler calls `submit` and is answered after the commit: nothing is called received before it is stored.
- One greenlet writes. It takes everything that waits, in the order it came, and starts the next round with whatever
  came meanwhile: on a slow disk rounds grow by themselves, on a fast one nobody waits.
- A failed commit drops the whole round and everybody in it hears `TryAgain`: phones keep what they sent.
"""

from collections import deque
from dataclasses import dataclass, field

import gevent
import structlog
from gevent.event import AsyncResult
from sqlalchemy.exc import SQLAlchemyError

from app.db import Database
from app.errors import Rejected
from app.sheets.store import Edit, Outcome, Repeat, Sheets, Stored

ROUND_LIMIT = 256  # edits in one transaction: about 50 ms of work, so pages that write are not kept waiting
WAITING_LIMIT = 4_096  # above it something is wrong with the disk; phones are better off keeping what they have

log = structlog.get_logger()


class TryAgain(Exception):
    """It could not be stored now and may or may not be in; send the same again, under the same client id."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    edit: Edit
    answer: "AsyncResult[Outcome]" = field(default_factory=AsyncResult)


class SheetDesk:
    """The group commit for shared texts of one process."""

    def __init__(self, database: Database, sheets: Sheets) -> None:
        self._database = database
        self._sheets = sheets
        self._waiting: deque[_Waiting] = deque()
        self._is_writing = False

    def submit(self, edit: Edit) -> Stored | Repeat:
        """Wait until `edit` is stored. Raises `Rejected` (see `Document.apply`, and `sheet-closed`) or `TryAgain`."""
        if len(self._waiting) >= WAITING_LIMIT:
            raise TryAgain
        waiting = _Waiting(edit)
        self._waiting.append(waiting)
        if not self._is_writing:
            self._is_writing = True
            gevent.spawn(self._write)
        match waiting.answer.get():
            case Stored() | Repeat() as outcome:
                return outcome
            case Rejected() as refusal:
                raise refusal
            case None:  # the type of AsyncResult allows it; nobody sets it
                raise TryAgain

    def _write(self) -> None:
        try:
            while self._waiting:
                self._write_round([self._waiting.popleft() for _ in range(min(ROUND_LIMIT, len(self._waiting)))])
        finally:
            self._is_writing = bool(self._waiting)
            if self._is_writing:  # only after a fault of ours: whoever came meanwhile is served all the same
                gevent.spawn(self._write)

    def _write_round(self, round_: list[_Waiting]) -> None:
        edits = [waiting.edit for waiting in round_]
        try:
            outcomes = self._database.write(lambda session: self._sheets.apply_many(session, edits))
        except BaseException as fault:
            log.error("sheets-not-stored", edits=len(edits), why=str(fault))
            for waiting in round_:
                waiting.answer.set_exception(TryAgain())
            if not isinstance(fault, SQLAlchemyError):
                raise
            return
        for waiting, outcome in zip(round_, outcomes, strict=True):
            waiting.answer.set(outcome)
