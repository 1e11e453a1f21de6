"""The project that the server was started for, and the homes of its workflows in files."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from zlib import crc32

from sqlalchemy import Engine

from designer.library.store import NoSuchWorkflow, Unavailable
from designer.repository.home import Home
from designer.repository.project import MACHINE, Project, project_path
from designer.workspace.open_workflow import OpenWorkflow


def project(engine: Engine) -> Project | None:
    """The project, its workflows taken into the library once; None without one. Raises `Unavailable`."""
    path = project_path()
    return _read(path, engine) if path else None


def home(opened: OpenWorkflow) -> Home | None:
    """The home of an open workflow; None for one that lives in the library alone."""
    return home_of(opened.library.engine, opened.record.id)


def home_of(engine: Engine, id: str) -> Home | None:
    """The home of the workflow `id`; None for one that lives in the library alone."""
    found = project(engine)
    return found.homes.get(id) if found else None


def first(engine: Engine) -> str | None:
    """The id of the workflow of the project that is opened first: the one that was named, if one was."""
    found = project(engine)
    return found.named(os.environ.get(MACHINE)) if found else None


def is_to_choose(engine: Engine) -> bool:
    """True if the project has several workflows, none of which was named."""
    found = project(engine)
    return found is not None and len(found.homes) > 1 and not os.environ.get(MACHINE)


def keep_up(opened: OpenWorkflow) -> None:
    """Bring an open workflow and its file together; in trouble both stay as they are until the next run."""
    try:
        place = home(opened)
        if place is not None:
            place.sync(opened)
    except (Unavailable, NoSuchWorkflow):
        return


def news_of_files(engine: Engine, id: str) -> int | None:
    """A number below those of revisions, for the files of the workflow `id` as they have changed; None if
    they have not."""
    place = home_of(engine, id)
    if place is None or not place.is_behind:
        return None
    return -(crc32(str(place.stamp).encode()) % 2**30) - 1000


@cache
def _read(path: Path, engine: Engine) -> Project:
    found = Project(path, engine)
    found.refresh()
    return found
