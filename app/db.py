"""The database: one declarative base, short reads on the spot, every write through one native thread.

The rules of this file
- `Database.read()` gives a session for a short read; nothing is committed by it.
- `Database.write(work)` runs `work(session)` in one transaction on the writer thread and returns its result after the
  commit. On SQLite all writes of the process go this way: an inline write that meets a lock would hold up every socket.
- Never emit to a socket from inside `work`: what is told must be stored first.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, ClassVar, TypeVar, cast

import gevent.threadpool
from sqlalchemy import DateTime, Dialect, Engine, MetaData, TypeDecorator, create_engine, event
from sqlalchemy.orm import DeclarativeBase, Session
from sqlalchemy.pool import NullPool, StaticPool

Result = TypeVar("Result")

BUSY_MILLISECONDS = 5_000  # how long SQLite waits for another process (the job process, a migration) before it gives up

NAMING = {  # constraint names that Alembic can find again on every database
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcTime(TypeDecorator[datetime]):
    """Aware UTC in Python, naive UTC in the column: SQLite keeps no zone, and a naive time is a bug waiting."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone cannot be stored")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    """Every table of every package; columns typed `datetime` are `UtcTime`."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[type, type]] = {datetime: UtcTime}


class Database:
    """One engine to read with, one engine and one thread to write with."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._reading = _engine(url, pooled=True)
        self._writing = _engine(url, pooled=False)
        self._writer = gevent.threadpool.ThreadPool(1)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session for one short read."""
        with Session(self._reading, expire_on_commit=False) as session:
            yield session

    def write(self, work: Callable[[Session], Result]) -> Result:
        """Run `work` in one transaction on the writer thread; its result after the commit, or its exception."""
        attempt = cast("tuple[Result | None, BaseException | None]", self._writer.spawn(self._attempt, work).get())
        result, fault = attempt
        if fault is not None:
            raise fault
        return cast(Result, result)

    def _attempt(self, work: Callable[[Session], Result]) -> tuple[Result | None, BaseException | None]:
        """On the writer thread. What it raises comes back as a value: gevent would print each refusal as a fault."""
        try:
            with Session(self._writing, expire_on_commit=False) as session, session.begin():
                return work(session), None
        except BaseException as fault:  # noqa: BLE001  raised again by `write`, in the greenlet that asked
            return None, fault

    @property
    def engine(self) -> Engine:
        """For migrations and `create_all`; pages and actions use `read` and `write`."""
        return self._reading

    def close(self) -> None:
        self._writer.spawn(self._writing.dispose).get()
        self._reading.dispose()
        self._writer.kill()


def _engine(url: str, *, pooled: bool) -> Engine:
    if not url.startswith("sqlite"):
        return create_engine(url, pool_pre_ping=True)
    # A SQLite connection opens in 0.1 ms; the writer keeps its only one for as long as the process lives.
    pool = NullPool if pooled else StaticPool
    engine = create_engine(url, poolclass=pool, connect_args={"check_same_thread": False})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin if pooled else _begin_writing)
    return engine


def _prepare(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # transactions are begun below, not by the driver
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",  # a received answer survives a power cut
        "foreign_keys=ON",
        "secure_delete=ON",  # erased words leave no trace in free pages
        f"busy_timeout={BUSY_MILLISECONDS}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN")


def _begin_writing(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")  # take the write lock first: no upgrade can fail half-way
