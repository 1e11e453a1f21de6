"""Workflows as files in a folder: the definition, and beside it its sidecar `<name>.design.json`."""

from __future__ import annotations

import errno
import re
import stat
from pathlib import Path

from designer.base.refusal import Refusal
from designer.library.cases import CASES, cases_document, divided
from designer.library.opening import SIDECAR, decoded, parsed, parsed_cases, pictured
from exporters import Artifact, write
from exporters.folder import replace_files
from exporters.names import file_name
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
    """The workflow embedded in the PNG at `path`. Raises `Refusal`."""
    return pictured(str(path), _read(path))


def read_text(path: Path) -> str:
    """The text at `path`. Raises `Refusal`."""
    return decoded(str(path), _read(path))


def read_document(path: Path) -> Document:
    """The text at `path`, valid or not, in the format of the file's ending. Raises `Refusal`."""
    return parsed(str(path), _read(path))


def read_design(path: Path) -> Design | None:
    """The sidecar of the definition at `path`; None where it has none. Raises `Refusal`."""
    return read_sidecar(sidecar_path(path))


def read_sidecar(path: Path) -> Design | None:
    """The sidecar at `path`; None where there is none. Raises `Refusal`."""
    try:
        return Design(read_document(path))
    except Refusal as refusal:
        if refusal.key == "file.missing":
            return None
        raise


def read_cases_file(path: Path) -> Document | None:
    """The cases at `path`; None where there are none. Raises `Refusal` where they cannot be read."""
    try:
        return parsed_cases(str(path), _read(path))
    except Refusal as refusal:
        if refusal.key == "file.missing":
            return None
        raise


def workflow_files(workflow: Workflow, name: str) -> dict[str, str]:
    """The texts of the files that keep a workflow, by their names: definition, sidecar, and cases if any."""
    design, cases = divided(workflow.design)
    return {
        f"{name}.asl.{workflow.document.format}": workflow.document.text,
        f"{name}{SIDECAR}": design.document.text,
        **({f"{name}{CASES}": cases_document(cases).text} if cases else {}),
    }


def write_workflow(workflow: Workflow, folder: Path) -> list[Path]:
    """Write the files of the workflow (see `workflow_files`) into `folder`: all or none.

    Existing files are replaced. Raises `OSError`, or `PathRefused` for a name that is no valid file name.
    """
    files = workflow_files(workflow, workflow.name)
    return write([Artifact(name, "text/plain", text.encode()) for name, text in files.items()], folder)


def replace_file(path: Path, text: str) -> None:
    """Replace the content of the file at `path` by `text`, atomically; its permissions stay.

    Raises `OSError`.
    """
    replace_files({path.resolve(strict=True): text.encode()})


def workflow_name(path: Path) -> str:
    """The name of the workflow: `checkout` for `checkout.asl.yaml`, `checkout.asl` and `checkout.json`."""
    return _ENDINGS.sub("", path.name)


def sidecar_path(path: Path) -> Path:
    """The path of the sidecar of the definition at `path`."""
    return path.parent / (workflow_name(path) + SIDECAR)


def inner_sidecar_path(path: Path, name: str) -> Path:
    """The path of the sidecar of the machine `name` in a file at `path` that may hold several.

    It begins with the name of that file only where a definition beside it has the machine's name.
    """
    base = file_name(name)
    is_taken = any(
        (path.parent / f"{base}.asl{ending}").exists() for ending in ("", ".json", ".yaml", ".yml")
    )
    return path.parent / f"{f'{path.stem}.{base}' if is_taken else base}{SIDECAR}"


def cases_path(sidecar: Path) -> Path:
    """The path of the cases beside a sidecar."""
    return sidecar.with_name(sidecar.name.removesuffix(SIDECAR) + CASES)


def is_cases(path: Path) -> bool:
    """True if `path` is named like a file of cases."""
    return path.name.lower().endswith(CASES)


def is_sidecar(path: Path) -> bool:
    """True if `path` is named like a sidecar."""
    return path.name.lower().endswith(SIDECAR)


def _read(path: Path) -> bytes:
    """The bytes of the file, at most one more than the limit. Raises `Refusal`."""
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
