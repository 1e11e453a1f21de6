"""The files in a folder that hold definitions."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from designer.files import is_sidecar
from designer.refusal import Refusal
from designer.sources import kinds
from schemas.registry import modules
from schemas.text.limits import MAX_BYTES

MOST_FILES = 20_000
"""The most files of a folder that are looked at."""

_DEFINITION = re.compile(r"(?i).+\.asl(\.(json|ya?ml))?")
_MAY_HOLD = re.compile(r"(?i).+\.(json|ya?ml|template)")
_LEFT_OUT = {"node_modules", "__pycache__", "venv"}


def is_definition(file: Path) -> bool:
    """Whether `file` is named like a definition: `checkout.asl.yaml`."""
    return _DEFINITION.fullmatch(file.name) is not None


def files_in(folder: Path) -> Iterator[Path]:
    """The files under `folder` that hold definitions, in the order of their paths.

    Hidden folders, links to folders and those of tools are left out. Raises `Refusal` where there are too
    many files, or none that hold a definition.
    """
    looked_at, found = 0, False
    for path, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _LEFT_OUT)
        looked_at += len(names)
        if looked_at > MOST_FILES:
            raise Refusal("folder.too-large", str(folder), limit=MOST_FILES)
        for file in (Path(path, name) for name in sorted(names)):
            if is_definition(file) or _holds_definitions(file):
                found = True
                yield file
    if not found:
        raise Refusal("folder.empty", str(folder))


def _holds_definitions(file: Path) -> bool:
    if not _MAY_HOLD.fullmatch(file.name) or is_sidecar(file) or not file.is_file():
        return False
    marks = [mark.encode() for kind in modules(kinds) for mark in kind.MARKS]
    try:
        with file.open("rb") as opened:
            data = opened.read(MAX_BYTES)
    except OSError:
        return False
    return any(mark in data for mark in marks)
