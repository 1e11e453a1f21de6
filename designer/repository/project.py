"""A project: a file or a folder whose workflows are in the library, and are kept the same in their files."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Engine

from designer.base.refusal import Refusal
from designer.library.store import Library, NoSuchWorkflow, Places, Texts
from designer.linting.sources import Notice
from designer.repository.home import Home
from designer.repository.place import Reading, find
from designer.workspace.open_workflow import OpenWorkflow
from schemas.core.diagnostic import Language

VARIABLE = "DESIGNER_PROJECT"
"""The environment variable with the path of the project that the server was started for."""

MACHINE = "DESIGNER_MACHINE"
"""The environment variable with the name of the machine in it that is opened first."""


class Project:
    """The workflows under `path`, each with its home, by their ids in the library.

    `unread` are the notices and refusals of what is not read there.
    """

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self.homes: dict[str, Home] = {}
        self.unread: list[Notice | Refusal] = []
        self._engine = engine
        self._library = Library(engine)
        self._places = Places(engine)

    @property
    def root(self) -> Path:
        """The folder of the project."""
        return self.path if self.path.is_dir() else self.path.parent

    def named(self, name: str | None) -> str | None:
        """The id of the workflow with that name, else of the first one; None where there is none."""
        called = (id for id, home in self.homes.items() if home.place.name == name)
        return next(called, next(iter(self.homes), None))

    def told(self, language: Language) -> list[str]:
        """A line for each place that is not read, with its reason."""
        return [_told(each, self.root, language) for each in self.unread]

    def refresh(self) -> None:
        """Find the workflows, and take into the library those that are not there. Raises `Unavailable`."""
        try:
            found = find(self.path)
        except Refusal as refusal:
            self.unread = [refusal]
            return
        self.unread = [each for each in found if not isinstance(each, Reading)]
        homes = {}
        for reading in found:
            if isinstance(reading, Reading):
                id = self._id(reading)
                known = self.homes.get(id)
                is_known = known is not None and known.place == reading.place
                homes[id] = known if known and is_known else self._home(reading, id)
        self.homes = homes

    def _id(self, reading: Reading) -> str:
        """The id of the workflow at a place, which is added to the library where it is not there."""
        key = reading.place.key
        known = self._places.workflow(key)
        if known is not None:
            if any(entry.id == known for entry in self._library.trash()):
                self._library.restore(known)
            return known
        id = self._library.add(reading.workflow)
        self._places.keep(id, key, Texts.of(reading.workflow))
        return id

    def _home(self, reading: Reading, id: str) -> Home:
        """The home of a workflow; what has changed on either side since it was open is brought together."""
        home = Home(self.root, reading.place, id, self._places)
        with suppress(NoSuchWorkflow):
            texts = {Texts.of(reading.workflow), Texts.of(self._library.read(id).workflow)}
            if texts != {self._places.texts(id)}:
                home.sync(OpenWorkflow(self._engine, id))
        return home


def project_path() -> Path | None:
    """The path of the project that the server was started for; None where it was started for none."""
    path = os.environ.get(VARIABLE)
    return Path(path) if path else None


def _told(unread: Notice | Refusal, root: Path, language: Language) -> str:
    if isinstance(unread, Refusal):
        file, line, message = unread.file, unread.line, unread.message(language)
    else:
        found = unread.diagnostic
        file, line, message = str(unread.file), found.line, found.message(language)
    shown = os.path.relpath(file, root) if file else ""
    return f"{shown}{f':{line}' if line else ''}: {message}"
