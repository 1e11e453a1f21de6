"""Opens the database so that acknowledged changes survive a crash of the process."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, make_url
from sqlalchemy.exc import SQLAlchemyError

from designer.library.store.library_file import LibraryFile
from designer.library.store.schema import bring_up_to_date
from designer.library.store.session import FILE, using
from designer.library.store.unavailable import OF_SYSTEM, Unavailable


def connect(url: str) -> Engine:
    """Open the database at `url`, its schema brought to this program's version. Raises `Unavailable`."""
    try:
        address = make_url(url)
        file = _library_file(address)
        engine = create_engine(address, hide_parameters=True, **_options(address, file))
    except (SQLAlchemyError, ImportError, ValueError) as error:
        raise Unavailable("address", None, str(error)) from error
    if file:
        engine.update_execution_options(**{FILE: file})
    with using(engine):
        if not file:
            bring_up_to_date(engine)
    return engine


def database_url() -> str:
    """The URL in `DESIGNER_DATABASE`, else of an SQLite file in the user's application data."""
    return os.environ.get("DESIGNER_DATABASE") or f"sqlite:///{_default_folder() / 'library.db'}"


def _default_folder() -> Path:
    if sys.platform == "win32":
        data = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        data = Path.home() / "Library" / "Application Support"
    else:
        data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return data / "designer"


def _library_file(url: URL) -> LibraryFile | None:
    """The file that the URL names, created if there is none; None for a database that is no plain file."""
    name = url.database
    if url.get_backend_name() != "sqlite" or not name or name.startswith((":memory:", "file:")):
        return None
    file = LibraryFile(url, Path(name))
    try:
        file.create()
        if file.path.parent == _default_folder():
            file.path.parent.chmod(0o700)
    except OSError as error:
        raise Unavailable(OF_SYSTEM.get(type(error), "forbidden"), url, error.strerror or "") from error
    return file


def _options(url: URL, file: LibraryFile | None) -> dict[str, Any]:
    if file:
        return {"creator": file.open}
    is_postgres = url.get_backend_name() == "postgresql"
    patience = {name: value for name, value in _PATIENCE.items() if is_postgres and name not in url.query}
    return {"pool_pre_ping": True, "connect_args": patience}


_PATIENCE = {"connect_timeout": 5, "options": "-c lock_timeout=3000"}
"""Seconds until a server counts as unreachable, and milliseconds until a row counts as locked."""
