"""The migrations make the tables that the program expects, and each database has a name of its own."""

from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection, create_engine, text

from app.db import Base

ROOT = Path(__file__).resolve().parent.parent


def upgraded(connection: Connection) -> Connection:
    config = Config(toml_file=str(ROOT / "pyproject.toml"))
    config.set_main_option("script_location", str(ROOT / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    return connection


@pytest.fixture
def connections(tmp_path: Path) -> list[Connection]:
    return [create_engine(f"sqlite:///{tmp_path / name}.db").connect() for name in ("one", "two")]


def test_an_upgraded_database_has_the_tables_of_the_program(connections: list[Connection]) -> None:
    connection = upgraded(connections[0])
    assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
    for one in connections:
        one.close()
        one.engine.dispose()


def test_each_database_has_a_name_of_its_own(connections: list[Connection]) -> None:
    names = [upgraded(connection).scalar(text("select name from data_set")) for connection in connections]
    assert len(set(names)) == 2
    assert all(names)
    for one in connections:
        one.close()
        one.engine.dispose()
