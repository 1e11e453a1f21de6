"""Workflows from the bytes of uploaded or local files, which are not trusted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from designer.base.refusal import Refusal
from designer.library.cases import CASES, with_cases
from schemas.core.diagnostic import Diagnostic
from schemas.core.hidden_characters import without_hidden
from schemas.document.document import Document, Format
from schemas.document.text.limits import MAX_BYTES
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Workflow

SIDECAR = ".design.json"
PICTURE = ".png"
_FORMATS: dict[str, Format] = {".json": "json", ".yaml": "yaml", ".yml": "yaml"}
_ENDINGS = re.compile(r"(\.asl)?\.(json|ya?ml)$|\.(mmd|mermaid|md|markdown|drawio|dio|xml)$", re.IGNORECASE)


@dataclass(frozen=True)
class Opened:
    """A workflow from files, and messages about what could not be taken over from a diagram."""

    workflow: Workflow
    messages: tuple[Diagnostic, ...] = ()


def opened(files: Mapping[str, bytes]) -> Workflow:
    """The workflow in `files`, as `open_files` reads it. Raises `Refusal`."""
    return open_files(files).workflow


def open_files(files: Mapping[str, bytes]) -> Opened:
    """The workflow in `files` (bytes by name).

    They are one definition with or without its sidecar `*.design.json` and its cases `*.cases.yaml`, one
    picture with the workflow embedded, or one diagram that becomes the sketch (of Miro also in several
    files).

    A definition that cannot be read is opened as text. Raises `Refusal`.
    """
    from designer.library.diagrams import is_diagram, sketch_from, sketched_workflow

    texts = _texts(files)
    if texts and is_diagram(texts):
        file = next(iter(texts))
        sketched = sketch_from("\n".join(texts.values()), file)
        return Opened(sketched_workflow(title(file), sketched), sketched.messages)
    return Opened(_definition(files))


def _texts(files: Mapping[str, bytes]) -> dict[str, str]:
    """The files as texts; empty where one of them is a picture, a sidecar, cases or no text."""
    if any(name.lower().endswith((SIDECAR, CASES, PICTURE)) for name in files):
        return {}
    try:
        return {name: decoded(name, data) for name, data in files.items()}
    except Refusal:
        return {}


def _definition(files: Mapping[str, bytes]) -> Workflow:
    sidecars = [name for name in files if name.lower().endswith(SIDECAR)]
    cases = [name for name in files if name.lower().endswith(CASES)]
    definitions = [name for name in files if name not in (*sidecars, *cases)]
    if len(definitions) != 1 or len(sidecars) > 1 or len(cases) > 1:
        raise Refusal("open.which")
    name = definitions[0]
    if name.lower().endswith(PICTURE) and not sidecars and not cases:
        return pictured(name, files[name])
    document = parsed(name, files[name])
    design = _design(sidecars[0], files[sidecars[0]]) if sidecars else Design.empty()
    file = parsed_cases(cases[0], files[cases[0]]) if cases else None
    return Workflow(title(name), document, with_cases(design, file))


def pictured(file: str, data: bytes) -> Workflow:
    """The workflow embedded in a PNG. Raises `Refusal`."""
    from exporters.formats.pictures.png_metadata import NoEmbeddedWorkflow, extract_workflow

    _limit(file, data)
    try:
        workflow = extract_workflow(data)
    except NoEmbeddedWorkflow as nothing:
        raise Refusal("open.picture", file) from nothing
    return replace(workflow, name=title(workflow.name))


def parsed(file: str, data: bytes) -> Document:
    """The text in `data`, valid or not, in the format of the file's ending. Raises `Refusal`."""
    ending = PurePosixPath(file).suffix.lower()
    return Document.parse(decoded(file, data), _FORMATS.get(ending))


def parsed_cases(file: str, data: bytes) -> Document:
    """The cases in `data`. Raises `Refusal` where they cannot be read."""
    document = Document.parse(decoded(file, data), "yaml")
    if document.problem is not None:
        raise Refusal("cli.no-cases", file, document.problem.line, document.problem.column)
    return document


def title(file: str) -> str:
    """The name of a workflow from its file's: without folders, endings and hidden characters."""
    base = PurePosixPath(file.replace("\\", "/")).name
    return without_hidden(_ENDINGS.sub("", base))[:120] or "workflow"


def decoded(name: str, data: bytes) -> str:
    """The text in `data`, which is UTF-8. Raises `Refusal`."""
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
