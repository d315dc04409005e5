"""Many phones at the desk share one commit, and hear the truth about it."""

from collections.abc import Callable, Iterator
from typing import TypeVar

import gevent
import pytest
from gevent.greenlet import Greenlet
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from app.db import Database
from app.errors import Rejected
from app.sheets import Repeat, SheetDesk, Sheets, Stored, TryAgain
from tests.sheets.builders import KEY, Phone

Result = TypeVar("Result")


class Disk(Database):
    """A real database whose commits are counted and can be made to fail."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.commits = 0
        self.fails_with: Exception | None = None

    def write(self, work: Callable[[Session], Result]) -> Result:
        self.commits += 1
        if self.fails_with:
            raise self.fails_with
        return super().write(work)


@pytest.fixture
def disk(database: Database) -> Iterator[Disk]:
    disk = Disk(database.url)
    yield disk
    disk.close()


@pytest.fixture
def desk(disk: Disk) -> SheetDesk:
    return SheetDesk(disk, Sheets(disk))


def outcomes(*greenlets: "Greenlet[..., Stored | Repeat]") -> list[object]:
    gevent.joinall(greenlets, timeout=10)
    return [greenlet.value if greenlet.successful() else greenlet.exception for greenlet in greenlets]


def test_an_edit_is_answered_after_it_is_stored(desk: SheetDesk, disk: Disk) -> None:
    edit = Phone().writes("x")

    assert desk.submit(edit) == Stored(edit, "who", {"who": "x"})
    assert Sheets(disk).fields(KEY) == {"who": "x"}
    assert desk.submit(edit) == Repeat(edit)


def test_everything_that_waits_shares_one_commit(desk: SheetDesk, disk: Disk) -> None:
    edits = [Phone(person).writes(f"{person} ") for person in range(1, 101)]
    answers = outcomes(*(gevent.spawn(desk.submit, edit) for edit in edits))

    assert [type(answer) for answer in answers] == [Stored] * 100
    assert sorted(Sheets(disk).fields(KEY)["who"].split(), key=int) == [str(person) for person in range(1, 101)]
    assert disk.commits == 1


def test_a_refused_edit_hears_its_own_reason_only(desk: SheetDesk) -> None:
    good, bad = outcomes(
        gevent.spawn(desk.submit, Phone(1).writes("x")), gevent.spawn(desk.submit, Phone(2).sends(b"\xff"))
    )

    assert isinstance(good, Stored)
    assert isinstance(bad, Rejected)
    assert bad.code == "garbled"


def test_a_failed_commit_tells_everybody_to_try_again_and_later_it_works(desk: SheetDesk, disk: Disk) -> None:
    edits = [Phone(person).writes("x") for person in (1, 2, 3)]
    disk.fails_with = OperationalError("INSERT", {}, Exception("disk full"))
    answers = outcomes(*(gevent.spawn(desk.submit, edit) for edit in edits))
    disk.fails_with = None

    assert [type(answer) for answer in answers] == [TryAgain] * 3
    assert Sheets(disk).fields(KEY) == {}
    assert [type(desk.submit(edit)) for edit in edits] == [Stored] * 3


def test_a_fault_of_ours_leaves_nobody_waiting(desk: SheetDesk, disk: Disk) -> None:
    disk.fails_with = ZeroDivisionError()
    hub = gevent.get_hub()
    loud, hub.handle_error = hub.handle_error, lambda *_: None  # it is reported there; here we know
    try:
        answers = outcomes(*(gevent.spawn(desk.submit, Phone(person).writes("x")) for person in (1, 2)))
    finally:
        hub.handle_error = loud
    disk.fails_with = None

    assert [type(answer) for answer in answers] == [TryAgain] * 2
    assert isinstance(desk.submit(Phone(3).writes("x")), Stored)
