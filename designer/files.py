"""Workflows as files: the definition, and beside it its sidecar `<name>.design.json`."""

from __future__ import annotations

import errno
import stat
from pathlib import Path

from designer.refusal import Refusal
from exporters.base import Artifact
from exporters.folder import write
from schemas.design import Design
from schemas.document import Document, Format
from schemas.text.limits import MAX_BYTES
from schemas.workflow import Workflow

SIDECAR = ".design.json"
_FORMATS: dict[str, Format] = {".json": "json", ".yaml": "yaml", ".yml": "yaml"}


def read_workflow(path: Path) -> Workflow:
    """The workflow whose definition is at `path`, with its sidecar if there is one. Raises `Refusal`."""
    return Workflow(workflow_name(path), read_document(path), read_design(path) or Design.empty())


def read_document(path: Path) -> Document:
    """The text at `path`, broken or not, in the format that its name tells. Raises `Refusal`."""
    return Document.parse(_read(path), _FORMATS.get(path.suffix.lower()))


def read_design(path: Path) -> Design | None:
    """The sidecar of the definition at `path`; None where it has none. Raises `Refusal`."""
    try:
        return Design(read_document(sidecar_path(path)))
    except Refusal as refusal:
        if refusal.key == "file.missing":
            return None
        raise


def write_workflow(workflow: Workflow, folder: Path) -> list[Path]:
    """Write `<name>.asl.json` or `<name>.asl.yaml` and the sidecar into `folder`, whole or not at all.

    Files that are there are replaced. Raises `OSError`, or `PathRefused` for a name that can't be a file's.
    """
    document, sidecar = workflow.document, workflow.design.document
    return write(
        [
            Artifact(f"{workflow.name}.asl.{document.format}", "text/plain", document.text.encode()),
            Artifact(f"{workflow.name}{SIDECAR}", "application/json", sidecar.text.encode()),
        ],
        folder,
    )


def workflow_name(path: Path) -> str:
    """`checkout` for `checkout.asl.yaml`, `checkout.asl.json` and `checkout.json`."""
    name = path.name
    for suffix in (*_FORMATS, ".asl"):
        if name.lower().endswith(suffix) and len(name) > len(suffix):
            name = name[: -len(suffix)]
    return name


def sidecar_path(path: Path) -> Path:
    """Where the sidecar of the definition at `path` is kept."""
    return path.with_name(workflow_name(path) + SIDECAR)


def is_sidecar(path: Path) -> bool:
    """Whether `path` is named like a sidecar."""
    return path.name.lower().endswith(SIDECAR)


def _read(path: Path) -> str:
    file = str(path)
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise Refusal("file.folder" if path.is_dir() else "file.special", file)
        with path.open("rb") as opened:
            data = opened.read(MAX_BYTES + 1)
    except ValueError as error:
        raise Refusal("file.missing", file) from error
    except OSError as error:
        raise Refusal(_KEYS.get(error.errno or 0, "file.unreadable"), file, error=error.strerror) from error
    if len(data) > MAX_BYTES:
        raise Refusal("file.too-large", file, limit=MAX_BYTES // 1024 // 1024)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Refusal("file.not-text", file, line, byte=f"0x{data[error.start]:02X}") from error


_KEYS = {
    errno.ENOENT: "file.missing",
    errno.ENOTDIR: "file.missing",
    errno.ENAMETOOLONG: "file.missing",
    errno.EACCES: "file.forbidden",
}
