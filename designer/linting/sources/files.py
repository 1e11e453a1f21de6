"""The files of a service, opened on demand and once: only those in its folder or in the current one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from designer.base.refusal import Refusal
from designer.library.files import read_document
from designer.linting.sources.notice import NotFollowed, Notice
from designer.linting.sources.place import Place
from schemas.core.diagnostic import Severity
from schemas.document.template import Template
from schemas.document.yaml.dialect import Dialect

SCRIPTS = (".js", ".cjs", ".mjs", ".ts", ".mts", ".cts")
"""The endings of programs, which are not run."""

_DATA = (".yml", ".yaml", ".json", ".tfstate")
_MOST_FILES = 500
_confined = ContextVar("confined", default=False)
_opened = ContextVar[Path | None]("opened", default=None)


def is_near(file: Path, folder: Path) -> bool:
    """True if `file` lies in `folder`, in the current one, or in that which is opened as a whole."""
    try:
        resolved = file.resolve()
    except (OSError, RuntimeError):  # a circle of links
        return False
    opened = _opened.get()
    roots = (folder,) if is_confined() else (folder, Path.cwd(), *([opened] if opened else []))
    return any(resolved.is_relative_to(root.resolve()) for root in roots)


@contextmanager
def opening(path: Path) -> Iterator[None]:
    """Within it, each file in the folder `path` is opened where another one names it; none beside a file."""
    token = _opened.set(path if os.path.isdir(path) else None)  # noqa: PTH112 - Path.is_dir raises
    try:
        yield
    finally:
        _opened.reset(token)


@contextmanager
def confined() -> Iterator[None]:
    """Within it, files outside of the folder of what is read are not opened, wherever the program runs."""
    token = _confined.set(True)
    try:
        yield
    finally:
        _confined.reset(token)


def is_confined() -> bool:
    """True within `confined`."""
    return _confined.get()


class Files:
    """The files that texts in a service or template name, relative to its `folder`."""

    def __init__(self, folder: Path, dialect: Dialect) -> None:
        self._folder = folder
        self._dialect = dialect
        self._opened: dict[Path, Place | None] = {}

    @property
    def names(self) -> list[Path]:
        """The files that were opened, as they are named."""
        return [path for path, place in self._opened.items() if place is not None]

    def open(self, name: str) -> Place | None:
        """The whole file of that name; None if it does not exist. A file of text is one string.

        Raises `NotFollowed`.
        """
        path = Path(os.path.normpath(self._folder / name)) if "\0" not in name else self._folder
        if path in self._opened:
            return self._opened[path]
        if not is_near(path, self._folder):
            raise NotFollowed("not-followed", Refusal("file.elsewhere", named=name))
        if len(self._opened) >= _MOST_FILES:
            raise NotFollowed("too-much-followed")
        place = self._opened[path] = self._read(path, name)
        return place

    def _read(self, path: Path, name: str) -> Place | None:
        if path.suffix in SCRIPTS and path.exists():
            raise NotFollowed("not-followed", script=name)
        try:
            document = read_document(path)
        except Refusal as refusal:
            if refusal.key == "file.missing":
                return None
            raise NotFollowed("not-followed", refusal) from refusal
        is_json = path.suffix in (".json", ".tfstate")
        template = Template(document.text, "json" if is_json else "yaml", self._dialect)
        if path.suffix not in _DATA:
            return Place(path, template, (), document.text)
        if template.problem is not None:
            raise Broken(path, template)
        return Place.whole(path, template)


class Broken(NotFollowed):
    """A file that is named has a syntax error."""

    def __init__(self, file: Path, document: Template) -> None:
        super().__init__("not-followed")
        self.file = file
        self.document = document

    def at(self, place: Place, severity: Severity = "error") -> Notice:
        """The syntax error, where it is."""
        problem = self.document.problem
        assert problem is not None  # noqa: S101 - it is broken
        return Notice(self.file, self.document.text, problem)
