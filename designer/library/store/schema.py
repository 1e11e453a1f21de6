"""Brings the schema of a database to this program's version: creates it, or migrates an older one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, func, inspect, select

from designer.library.store.migrations.names import FIRST, FOLDER, VERSION_TABLE
from designer.library.store.tables import Table
from designer.library.store.unavailable import Unavailable

_LOCK = 0x44534E52
"""The key of the advisory lock that lets one server at a time migrate a PostgreSQL database."""


def bring_up_to_date(engine: Engine) -> None:
    """Create the tables of an empty database, or migrate those of an older version.

    A database that holds anything else, or a newer version, is left as it is. Raises `Unavailable` for those,
    and `SQLAlchemyError`.
    """
    with engine.connect() as connection:
        if _context(connection).get_current_heads() == (newest(),):
            _refuse_missing_tables(connection)
            return
    with _alone(engine) as connection:
        found = version(connection)
        if found is not None:
            command.stamp(_config(connection), found)
        command.upgrade(_config(connection), "head")


def version(connection: Connection) -> str | None:
    """Return the version of the schema; None for an empty database. Raises `Unavailable`."""
    inspector = inspect(connection)
    tables = set(inspector.get_table_names()) | set(inspector.get_view_names())
    if not tables:
        return None
    if VERSION_TABLE in tables:
        return _known(connection)
    columns = (
        {column["name"] for column in inspector.get_columns("workflow")} if "workflow" in tables else set()
    )
    if {"workflow", "change", "client"} <= tables and {"asl", "design", "revision"} <= columns:
        return FIRST
    raise Unavailable("foreign", connection.engine.url)


def newest() -> str:
    """Return the version of the schema that this program works with."""
    (head,) = _scripts().get_heads()
    return head


def _known(connection: Connection) -> str:
    heads = _context(connection).get_current_heads()
    if len(heads) == 1 and heads[0] in {script.revision for script in _scripts().walk_revisions()}:
        return heads[0]
    raise Unavailable("newer", connection.engine.url)


def _refuse_missing_tables(connection: Connection) -> None:
    if not set(Table.metadata.tables) <= set(inspect(connection).get_table_names()):
        raise Unavailable("damaged", connection.engine.url)


@contextmanager
def _alone(engine: Engine) -> Iterator[Connection]:
    """A transaction in which no other server can write.

    In SQLite the foreign keys are off in it: a table that is built anew is dropped first, and that would
    delete all that refers to it.
    """
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            connection.detach()
            connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        elif engine.dialect.name == "postgresql":
            connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))
        yield connection
        connection.commit()


def _context(connection: Connection) -> MigrationContext:
    return MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})


def _config(connection: Connection) -> Config:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    return config


def _scripts() -> ScriptDirectory:
    return ScriptDirectory(str(FOLDER))
