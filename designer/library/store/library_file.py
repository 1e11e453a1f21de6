"""The file of an SQLite library: readable by its owner alone, and watched for being deleted or replaced."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path
from threading import Lock
from urllib.parse import quote

from sqlalchemy import URL, Engine, NullPool, create_engine
from sqlalchemy.exc import DatabaseError

from designer.library.store import schema
from designer.library.store.unavailable import Unavailable

Identity = tuple[int, int]
"""The device and the number of a file: another file at the same path has another."""

_PRAGMAS = (
    "journal_mode=WAL",
    "wal_autocheckpoint=1",
    "synchronous=FULL",
    "foreign_keys=ON",
    "busy_timeout=3000",
)
"""Every change goes from the log into the file at once: people move and copy the file alone."""

_BESIDE = ("-wal", "-shm", "-journal")


class LibraryFile:
    """The file at a path, used by the connections of one engine.

    SQLite goes on with a file that was deleted or replaced, and what it writes then is lost. So the file is
    looked at before and after each use. A new one at the path is checked as one that is opened first, and
    `generation` rises.
    """

    def __init__(self, url: URL, path: Path) -> None:
        self.url = url
        self.path = path.absolute()
        self._paths_beside = [Path(f"{self.path}{ending}") for ending in _BESIDE]
        self._checked: Identity | None = None
        self._beside: set[Identity] = set()
        self.generation = 0
        self._suspect = False
        self._users = 0
        self._lock = Lock()

    def create(self) -> None:
        """Create the file if there is none, in a folder that only its owner can read. Raises `OSError`."""
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with suppress(FileExistsError):
            _make_private(self.path, os.O_EXCL)

    def open(self) -> sqlite3.Connection:
        """Open the file, which must be there. Raises `sqlite3.Error`."""
        connection = self._open("mode=rw")
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        return connection

    @contextmanager
    def in_use(self, close_idle: Callable[[], None]) -> Iterator[None]:
        """Use the file that was checked. Raises `Unavailable` where it is gone, before or meanwhile.

        `close_idle` closes the idle connections. Those of a file that was here before must not meet the new
        one's, for both would use the same files beside it.
        """
        with self._lock:
            self._settle(close_idle)
            self._users += 1
        try:
            yield
            if self._identity() != self._checked:
                raise Unavailable("missing", self.url)
            self._beside = {identity for path in self._paths_beside if (identity := _identity(path))}
        finally:
            with self._lock:
                self._users -= 1

    def forget(self) -> None:
        """Have the file checked anew before its next use."""
        self._suspect = True

    def _settle(self, close_idle: Callable[[], None]) -> None:
        identity = self._identity()
        if identity == self._checked and not self._suspect:
            return
        if not self.path.is_file():
            raise Unavailable("foreign", self.url)
        if self._users:
            raise Unavailable("locked", self.url)
        close_idle()
        version = self._version()
        if self._checked not in (None, identity):
            self._set_aside_what_is_left()
            self.generation += 1
        self._bring_up_to_date(version)
        self._checked, self._suspect = identity, False

    def _version(self) -> str | None:
        """The version of the schema. Raises `Unavailable` where the file is not ours.

        This look takes no lock, makes no file beside it, and leaves even the mode of another's database. So
        it may meet a write of another process, and is then repeated by the rules.
        """
        try:
            return self._version_by("immutable=1")
        except DatabaseError:
            return self._version_by("mode=ro")

    def _version_by(self, options: str) -> str | None:
        with self._engine(partial(self._open, options)).connect() as untouched:
            return schema.version(untouched)

    def _set_aside_what_is_left(self) -> None:
        """Rename the log of the file that was here before: SQLite would add it to the new one.

        It may hold the last changes of that file, so it is not deleted.
        """
        for path in self._paths_beside:
            if _identity(path) in self._beside:
                path.rename(f"{path}.left")

    def _bring_up_to_date(self, version: str | None) -> None:
        for path in (self.path, *self._paths_beside):
            _restrict(path)
        if version not in (None, schema.newest()):
            self._back_up(f".before-{schema.newest()}")
        schema.bring_up_to_date(self._engine(self.open))

    def _back_up(self, ending: str) -> None:
        copy = Path(f"{self.path}{ending}")
        _make_private(copy, os.O_TRUNC)
        with closing(self._open("mode=rw")) as library, closing(sqlite3.connect(copy)) as target:
            library.backup(target)

    def _engine(self, open_file: Callable[[], sqlite3.Connection]) -> Engine:
        return create_engine(self.url, creator=open_file, poolclass=NullPool, hide_parameters=True)

    def _open(self, options: str) -> sqlite3.Connection:
        return sqlite3.connect(f"file:{quote(str(self.path))}?{options}", uri=True, check_same_thread=False)

    def _identity(self) -> Identity:
        """The file that is at the path now. Raises `Unavailable`."""
        identity = _identity(self.path)
        if identity is None:
            raise Unavailable("missing", self.url)
        return identity


def _identity(path: Path) -> Identity | None:
    """The file at a path; None where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _make_private(path: Path, flag: int) -> None:
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | flag, 0o600))


def _restrict(path: Path) -> None:
    """Take the file from everyone but its owner, where that is us and the disk allows it."""
    with suppress(OSError):
        path.chmod(0o600)
