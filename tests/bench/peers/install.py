"""Installs the other programs into a folder of the bench's own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
INSTALLED = HERE.parent / ".installed"
PYTHON = INSTALLED / "venv" / "bin" / "python"
_RECIPES = ("package.json", "requirements.txt", "peer.cjs", "peer_playing.mjs")


def install() -> None:
    """Install what is pinned beside this file, where it is not installed yet."""
    recipe = "".join((HERE / name).read_text(encoding="utf-8") for name in _RECIPES)
    stamp = INSTALLED / "recipe"
    if stamp.exists() and stamp.read_text(encoding="utf-8") == recipe:
        return
    INSTALLED.mkdir(exist_ok=True)
    for name in ("package.json", "peer.cjs", "peer_playing.mjs"):
        shutil.copy(HERE / name, INSTALLED)
    _run("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(INSTALLED))
    _run(sys.executable, "-m", "venv", str(INSTALLED / "venv"))
    _run(str(PYTHON), "-m", "pip", "install", "--quiet", "-r", str(HERE / "requirements.txt"))
    stamp.write_text(recipe, encoding="utf-8")


def _run(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
