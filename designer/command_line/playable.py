"""The parts of a run that are read from files: a definition without errors, and values in JSON."""

from __future__ import annotations

from pathlib import Path

from designer.base.refusal import Refusal
from designer.command_line.telling import tell
from designer.library.files import read_text
from schemas import validate
from schemas.core.coerce import mapping
from schemas.core.diagnostic import Language
from schemas.core.paths import Json
from schemas.document.document import Document
from schemas.sidecar.workflow import Workflow


def playable(workflow: Workflow, file: Path, language: Language) -> dict[str, Json]:
    """The definition of the workflow in `file`. Raises `Refusal` if it has errors, after telling them."""
    found = validate(workflow.document, workflow.design, workflow.design.type)
    errors = [diagnostic for diagnostic in found if diagnostic.severity == "error"]
    tell(file, errors, language)
    if errors:
        raise Refusal("cli.not-played", str(file))
    return mapping(workflow.document.value)


def read_json(file: Path) -> Json:
    """The JSON value in a file. Raises `Refusal`."""
    document = Document.parse(read_text(file), "json")
    if document.problem is not None:
        raise Refusal("cli.no-json", str(file), document.problem.line, document.problem.column)
    return document.value
