"""Sessions on the database that report its trouble as `Unavailable`, whatever the database is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from types import TracebackType
from typing import Self

from sqlalchemy import Engine, orm
from sqlalchemy.exc import SQLAlchemyError

from designer.library.store.library_file import LibraryFile
from designer.library.store.unavailable import Unavailable, unavailable

FILE = "library_file"
"""The execution option of an engine that has its `LibraryFile`."""


class Session(orm.Session):
    """A session of SQLAlchemy, to be used by `with`; what is committed in it is there when that ends."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        self._use = using(engine)

    def __enter__(self) -> Self:
        """Begin. Raises `Unavailable`."""
        self._use.__enter__()
        return super().__enter__()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End. Raises `Unavailable` in place of an error of the database."""
        super().__exit__(kind, error, trace)
        self._use.__exit__(kind, error, trace)


def library_file(engine: Engine) -> LibraryFile | None:
    """The file of the engine's database, if it is one."""
    file: LibraryFile | None = engine.get_execution_options().get(FILE)
    return file


@contextmanager
def using(engine: Engine, prepare: Callable[[], None] | None = None) -> Iterator[None]:
    """Use the database, prepared first; its trouble is raised as `Unavailable`."""
    file = library_file(engine)
    try:
        if prepare:
            prepare()
        with file.in_use(engine.dispose) if file else nullcontext():
            yield
    except (SQLAlchemyError, OSError) as error:
        trouble = unavailable(error, engine.url)
        if trouble is None:
            raise
        _suspect(file, trouble)
        raise trouble from error
    except Unavailable as trouble:
        _suspect(file, trouble)
        raise


def _suspect(file: LibraryFile | None, trouble: Unavailable) -> None:
    if file and trouble.trouble in ("damaged", "foreign", "missing", "newer"):
        file.forget()
