"""The files in a folder that contain definitions."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from designer.base.refusal import Refusal
from designer.library.files import is_sidecar, read_document
from designer.linting.sources.templates import template_in

MOST_FILES = 20_000
"""The most files of a folder that are read."""

_DEFINITION = re.compile(r"(?i).+\.asl(\.(json|ya?ml))?")
_MAY_EMBED = re.compile(r"(?i).+\.(json|ya?ml|template)")
_TEMPLATE = re.compile(r"(?i)^serverless\.|(^|\.)template\.")
_SKIPPED = {"node_modules", "__pycache__", "venv"}


def is_definition(file: Path) -> bool:
    """True if `file` is named like a definition: `checkout.asl.yaml`."""
    return _DEFINITION.fullmatch(file.name) is not None


def files_in(folder: Path) -> Iterator[Path]:
    """The files under `folder` that contain definitions, in the order of their paths.

    Skips hidden folders, links to folders, and folders of tools. Raises `Refusal` if there are too many
    files, or none with a definition.
    """
    count, found = 0, False
    for path, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _SKIPPED)
        count += len(names)
        if count > MOST_FILES:
            raise Refusal("folder.too-large", str(folder), limit=MOST_FILES)
        for file in (Path(path, name) for name in sorted(names)):
            if is_definition(file) or _embeds_definitions(file):
                found = True
                yield file
    if not found:
        raise Refusal("folder.empty", str(folder))


def _embeds_definitions(file: Path) -> bool:
    """True if the file embeds a definition, or cannot be read but is named like a template."""
    if not _MAY_EMBED.fullmatch(file.name) or is_sidecar(file):
        return False
    try:
        template = template_in(read_document(file))
    except Refusal:
        return False
    return template is not None and (template.problem is None or _TEMPLATE.search(file.name) is not None)
