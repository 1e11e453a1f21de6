"""Workflows from the bytes of files; all that is opened is hostile."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from designer.base.refusal import Refusal
from exporters.formats.pictures.png_metadata import NothingCarried, carried
from schemas.document.document import Document, Format
from schemas.document.text.limits import MAX_BYTES
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Workflow

SIDECAR = ".design.json"
PICTURE = ".png"
_FORMATS: dict[str, Format] = {".json": "json", ".yaml": "yaml", ".yml": "yaml"}
_ENDINGS = re.compile(r"(\.asl)?\.(json|ya?ml)$", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")


def opened(files: Mapping[str, bytes]) -> Workflow:
    """The workflow in `files`: one definition, and its sidecar `*.design.json` where there is one; or one
    picture that carries both.

    A definition that cannot be read is held as text. Raises `Refusal`.
    """
    sidecars = [name for name in files if name.lower().endswith(SIDECAR)]
    definitions = [name for name in files if name not in sidecars]
    if len(definitions) != 1 or len(sidecars) > 1:
        raise Refusal("open.which")
    name = definitions[0]
    if name.lower().endswith(PICTURE) and not sidecars:
        return pictured(name, files[name])
    document = parsed(name, files[name])
    design = _design(sidecars[0], files[sidecars[0]]) if sidecars else Design.empty()
    return Workflow(title(name), document, design)


def pictured(file: str, data: bytes) -> Workflow:
    """The workflow that a PNG carries. Raises `Refusal`."""
    _limit(file, data)
    try:
        workflow = carried(data)
    except NothingCarried as nothing:
        raise Refusal("open.picture", file) from nothing
    return replace(workflow, name=title(workflow.name))


def parsed(file: str, data: bytes) -> Document:
    """The text in `data`, broken or not, in the format that the file's name tells. Raises `Refusal`."""
    ending = PurePosixPath(file).suffix.lower()
    return Document.parse(_text(file, data), _FORMATS.get(ending))


def title(file: str) -> str:
    """A workflow's name from a file's: without folders, endings and control characters."""
    base = PurePosixPath(file.replace("\\", "/")).name
    return _CONTROLS.sub(" ", _ENDINGS.sub("", base)).strip()[:120] or "workflow"


def _text(name: str, data: bytes) -> str:
    _limit(name, data)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Refusal("file.not-text", name, line, byte=f"0x{data[error.start]:02X}") from error


def _limit(name: str, data: bytes) -> None:
    if len(data) > MAX_BYTES:
        raise Refusal("file.too-large", name, limit=MAX_BYTES // 1024 // 1024)


def _design(name: str, data: bytes) -> Design:
    document = parsed(name, data)
    if not isinstance(document.value, dict):
        raise Refusal("open.sidecar", name)
    return Design(document)
