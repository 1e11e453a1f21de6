"""Workflows as files in a folder: the definition, and beside it its sidecar `<name>.design.json`."""

from __future__ import annotations

import errno
import os
import re
import shutil
import stat
import tempfile
from pathlib import Path

from designer.base.refusal import Refusal
from designer.library.opening import SIDECAR, parsed, pictured
from exporters import Artifact, write
from schemas.document.document import Document
from schemas.document.text.limits import MAX_BYTES
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Workflow

_ENDINGS = re.compile(r"(?i)(?<=.)(\.asl|(\.asl)?\.(json|ya?ml))$")


def read_workflow(path: Path) -> Workflow:
    """The workflow whose definition is at `path`, with its sidecar if there is one. Raises `Refusal`."""
    name = workflow_name(path).encode(errors="replace").decode()
    return Workflow(name, read_document(path), read_design(path) or Design.empty())


def read_picture(path: Path) -> Workflow:
    """The workflow that the PNG at `path` carries. Raises `Refusal`."""
    return pictured(str(path), _read(path))


def read_document(path: Path) -> Document:
    """The text at `path`, broken or not, in the format that its name tells. Raises `Refusal`."""
    return parsed(str(path), _read(path))


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


def replace_file(path: Path, text: str) -> None:
    """Make `text` what the file at `path` holds, whole or not at all; its permissions stay.

    Raises `OSError`.
    """
    target = path.resolve()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(target, temporary)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def workflow_name(path: Path) -> str:
    """`checkout` for `checkout.asl.yaml`, `checkout.asl.json`, `checkout.asl` and `checkout.json`."""
    return _ENDINGS.sub("", path.name)


def sidecar_path(path: Path) -> Path:
    """Where the sidecar of the definition at `path` is kept."""
    return path.parent / (workflow_name(path) + SIDECAR)


def is_sidecar(path: Path) -> bool:
    """Whether `path` is named like a sidecar."""
    return path.name.lower().endswith(SIDECAR)


def _read(path: Path) -> bytes:
    """The file's bytes, and no more than one byte above what is allowed."""
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            raise Refusal("file.folder" if stat.S_ISDIR(mode) else "file.special", str(path))
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        key = _KEYS.get(error.errno or 0, "file.unreadable")
        raise Refusal(key, str(path), error=error.strerror) from error


_KEYS = {
    errno.ENOENT: "file.missing",
    errno.ENOTDIR: "file.missing",
    errno.ENAMETOOLONG: "file.missing",
    errno.EACCES: "file.forbidden",
}
