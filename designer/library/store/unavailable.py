"""The trouble that a database can be in, and how its errors are told apart."""

from __future__ import annotations

import sqlite3
from typing import Literal

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, SQLAlchemyError, TimeoutError

Trouble = Literal[
    "address",
    "damaged",
    "forbidden",
    "foreign",
    "full",
    "locked",
    "missing",
    "newer",
    "read-only",
    "unreachable",
]
"""Kinds of trouble; each has its line of words, `store.<kind>`."""


class Unavailable(Exception):
    """The database cannot be used now.

    `place` is its file or its address without password; `reason` is the system's message, where there is one.
    """

    def __init__(self, trouble: Trouble, url: URL | None, reason: str = "") -> None:
        super().__init__(trouble)
        self.trouble = trouble
        self.place = _place(url)
        self.reason = reason


def unavailable(error: SQLAlchemyError | OSError, url: URL) -> Unavailable | None:
    """Return the trouble that an error tells of; None where the database itself is well."""
    if isinstance(error, OSError):
        return Unavailable(OF_SYSTEM.get(type(error), "unreachable"), url, error.strerror or "")
    original = error.orig if isinstance(error, DBAPIError) else error.__cause__
    trouble = _of_sqlite(original) if isinstance(original, sqlite3.Error) else _of_server(original, error)
    return Unavailable(trouble, url, _first_line(original)) if trouble else None


def _of_sqlite(error: sqlite3.Error) -> Trouble | None:
    """The kind of an error of SQLite, from its code: https://sqlite.org/rescode.html."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    if code == sqlite3.SQLITE_ERROR and str(error).startswith(("no such table", "no such column")):
        return "damaged"
    return _OF_SQLITE.get(code) or _OF_SQLITE.get(code & 0xFF)


def _of_server(error: BaseException | None, raised: SQLAlchemyError) -> Trouble | None:
    """The kind of an error of PostgreSQL, from its SQLSTATE or the class of it.

    https://www.postgresql.org/docs/current/errcodes-appendix.html
    """
    state = getattr(error, "sqlstate", None) or ""
    found = _OF_SERVER.get(state) or _OF_SERVER.get(state[:2])
    is_cut_off = isinstance(raised, DBAPIError) and raised.connection_invalidated
    has_no_state = not state and isinstance(raised, OperationalError | InterfaceError | TimeoutError)
    return found or ("unreachable" if is_cut_off or has_no_state else None)


def _first_line(error: BaseException | None) -> str:
    return next(iter(str(error or "").splitlines()), "")


def _place(url: URL | None) -> str:
    if url is None:
        return ""
    if url.get_backend_name() == "sqlite" and url.database:
        return url.database
    return url.render_as_string(hide_password=True)


OF_SYSTEM: dict[type[OSError], Trouble] = {
    FileNotFoundError: "missing",
    PermissionError: "forbidden",
    FileExistsError: "forbidden",
    NotADirectoryError: "forbidden",
}
_OF_SQLITE: dict[int, Trouble] = {
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_IOERR: "full",
    sqlite3.SQLITE_IOERR_READ: "damaged",
    sqlite3.SQLITE_IOERR_SHORT_READ: "damaged",
    sqlite3.SQLITE_READONLY: "read-only",
    sqlite3.SQLITE_READONLY_DBMOVED: "missing",
    sqlite3.SQLITE_CANTOPEN: "forbidden",
    sqlite3.SQLITE_PERM: "forbidden",
    sqlite3.SQLITE_AUTH: "forbidden",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_SCHEMA: "damaged",
    sqlite3.SQLITE_NOTADB: "foreign",
}
_OF_SERVER: dict[str, Trouble] = {
    "08": "unreachable",
    "28": "forbidden",
    "3D": "unreachable",
    "42501": "forbidden",
    "42703": "damaged",
    "42P01": "damaged",
    "25006": "read-only",
    "40": "locked",
    "53": "unreachable",
    "53100": "full",
    "55P03": "locked",
    "57": "unreachable",
    "57014": "locked",
    "58": "damaged",
    "58030": "full",
    "XX": "damaged",
}
