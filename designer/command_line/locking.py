"""The lock file of an export's packages, which npm writes because a person asked for it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from designer.base.refusal import Refusal
from designer.linting.report import printable

PACKAGES = "package.json"
LOCK = "package-lock.json"
_ARGUMENTS = ("install", "--package-lock-only", "--ignore-scripts", "--no-audit", "--no-fund")
_MOST_SECONDS = 600
_MOST_LINES = 5


def write_lock(folder: Path) -> Path:
    """Let npm write the lock file of the `package.json` in `folder`, and return its path.

    npm asks the registry of the person's own settings, runs no script and installs nothing. Raises `Refusal`
    where there is no npm, and where it fails.
    """
    npm = shutil.which("npm")
    if npm is None:
        raise Refusal("cli.no-npm", str(folder))
    try:
        run = subprocess.run(
            [npm, *_ARGUMENTS],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=_MOST_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as failed:
        raise Refusal("cli.npm-failed", str(folder), reason=printable(str(failed))) from failed
    if run.returncode != 0:
        lines = [line for line in run.stderr.splitlines() if line.strip()][:_MOST_LINES]
        raise Refusal("cli.npm-failed", str(folder), reason=printable(" / ".join(lines)))
    return folder / LOCK
