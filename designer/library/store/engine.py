"""Opens the database so that acknowledged changes survive a crash of the process."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry

from designer.library.store.schema import bring_up_to_date
from designer.library.store.unavailable import Unavailable


def connect(url: str) -> Engine:
    """Open the database at `url`, its schema brought to this program's version. Raises `Unavailable`."""
    try:
        engine = create_engine(url)
    except (SQLAlchemyError, ImportError) as error:
        raise Unavailable("address", None, str(error)) from error
    try:
        if engine.dialect.name == "sqlite":
            _make_folder(engine)
            event.listen(engine, "connect", _make_durable)
        bring_up_to_date(engine)
    except (SQLAlchemyError, OSError) as error:
        raise Unavailable("unreachable", engine.url, str(getattr(error, "orig", error))) from error
    return engine


def database_url() -> str:
    """The URL in `DESIGNER_DATABASE`, else of an SQLite file in the user's application data."""
    return os.environ.get("DESIGNER_DATABASE") or f"sqlite:///{_data_directory() / 'designer' / 'library.db'}"


def _data_directory() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


def _make_folder(engine: Engine) -> None:
    file = make_url(engine.url).database
    if file and file != ":memory:":
        Path(file).parent.mkdir(parents=True, exist_ok=True)


def _make_durable(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=10000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
