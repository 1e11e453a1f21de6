"""The parts of a run that are read from files: a definition without errors, and values in JSON."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from designer.base.refusal import Refusal
from designer.command_line.telling import tell
from designer.library.files import read_text, read_workflow
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


def with_children(mocks: Mapping[str, Json], file: Path, language: Language) -> dict[str, Json]:
    """The mocks in `file`, with the definitions of the workflows that they name in files beside it.

    Raises `Refusal` for a file that lies elsewhere, or cannot be played.
    """
    return {
        state: [_with_child(answer, file, language) for answer in answers]
        if isinstance(answers, list)
        else _with_child(answers, file, language)
        for state, answers in mocks.items()
    }


def beside(file: Path, name: str) -> Path:
    """The file of that name in the folder of `file`, or below. Raises `Refusal` for one elsewhere."""
    path = (file.parent / name).resolve()
    if not path.is_relative_to(file.parent.resolve()):
        raise Refusal("cli.file-elsewhere", str(file), named=name)
    return path


def _with_child(answer: Json, file: Path, language: Language) -> Json:
    fields = mapping(answer)
    named = fields.get("definition")
    if not isinstance(named, str):
        return answer
    path = beside(file, named)
    workflow = read_workflow(path)
    mocks = with_children(mapping(fields.get("mocks")), file, language)
    definition = playable(workflow, path, language)
    return {"type": workflow.design.type, **fields, "definition": definition, "mocks": mocks}


def read_json(file: Path) -> Json:
    """The JSON value in a file. Raises `Refusal`."""
    document = Document.parse(read_text(file), "json")
    if document.problem is not None:
        raise Refusal("cli.no-json", str(file), document.problem.line, document.problem.column)
    return document.value
