"""Where the programs are that the tests drive: Node with npm, a Chromium, and PostgreSQL."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

OLDEST_NODE = (20, 19)
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def node() -> Path | None:
    """Node on the PATH, with npm beside it, where it is new enough for the tools."""
    found = shutil.which("node")
    if found is None or shutil.which("npm") is None:
        return None
    printed = subprocess.run([found, "--version"], capture_output=True, text=True).stdout
    version = re.match(r"v(\d+)\.(\d+)", printed)
    new_enough = version is not None and (int(version[1]), int(version[2])) >= OLDEST_NODE
    return Path(found) if new_enough else None


def chromium() -> Path | None:
    """The Chromium that the variable CHROMIUM names, else the first on the PATH."""
    named = os.environ.get("CHROMIUM")
    found = shutil.which(named) if named else next(filter(None, map(shutil.which, CHROMIUMS)), None)
    return Path(found) if found else None


def postgres_bin() -> Path | None:
    """The folder of PostgreSQL's programs: of the `pg_ctl` on the PATH, else of Debian's newest package."""
    found = shutil.which("pg_ctl")
    if found:
        return Path(found).resolve().parent
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"), key=lambda path: int(path.parts[-3]))
    return versions[-1].parent if versions else None


def in_ci() -> bool:
    """Whether nothing may be left out."""
    return os.environ.get("CI") == "true"
