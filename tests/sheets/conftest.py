from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.db import Base, Database
from app.sheets import Edit, Outcome, Sheets
from app.sheets.tables import SheetDoc, SheetUpdate

TABLES = [Base.metadata.tables[table.__tablename__] for table in (SheetDoc, SheetUpdate)]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(f"sqlite:///{tmp_path / 'sheets.db'}")
    Base.metadata.create_all(database.engine, tables=TABLES)
    yield database
    database.close()


@pytest.fixture
def sheets(database: Database) -> Sheets:
    return Sheets(database)


@pytest.fixture
def store(database: Database, sheets: Sheets) -> Callable[..., list[Outcome]]:
    """Store these edits in one transaction."""

    def store(*edits: Edit) -> list[Outcome]:
        return database.write(lambda session: sheets.apply_many(session, edits))

    return store
