"""Brings a database from any earlier version of Koottam to this one: `alembic upgrade head`.

The rules of this file
- The address comes from the same settings as the server's; there is no second place to write it.
- All tables of all packages are loaded, so that `alembic revision --autogenerate` sees what is new and what is gone.
- SQLite cannot change a column in place: Alembic copies the table instead (`render_as_batch`).
"""

from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules

from alembic import context
from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import NullPool

import app
from app.db import Base, UtcTime
from app.settings import Settings


def load_tables() -> None:
    """Import `app.<package>.tables` of every package that has one."""
    for package in iter_modules(app.__path__, "app."):
        if package.ispkg and find_spec(f"{package.name}.tables"):
            import_module(f"{package.name}.tables")


def render_type(kind: str, item: object, autogen_context: object) -> str | bool:
    """Write our times as plain columns: a migration must not change its meaning when the program does."""
    return "sa.DateTime()" if kind == "type" and isinstance(item, UtcTime) else False


def run(connection: Connection | None) -> None:
    """Upgrade over this connection, or print the SQL when there is none."""
    options = {"target_metadata": Base.metadata, "render_as_batch": True, "render_item": render_type}
    if connection is None:
        context.configure(url=address, literal_binds=True, **options)
    else:
        context.configure(connection=connection, **options)
    with context.begin_transaction():
        context.run_migrations()


load_tables()
given = context.config.attributes.get("connection")  # a test hands over its own
address = Settings.from_environment().database_url if given is None else ""
if given is not None:
    run(given)
elif context.is_offline_mode():
    run(None)
else:
    engine = create_engine(address, poolclass=NullPool)
    with engine.connect() as connection:
        run(connection)
    engine.dispose()
