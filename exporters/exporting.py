"""From a workflow to the files of a format, refusing what the service would refuse."""

from __future__ import annotations

from collections.abc import Sequence

from exporters.base import Artifact
from exporters.registry import formats
from schemas import validate
from schemas.diagnostic import Diagnostic
from schemas.workflow import Workflow


class ExportRefused(Exception):
    """A definition with errors was not exported; `diagnostics` are those errors."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        super().__init__(", ".join(diagnostic.code for diagnostic in diagnostics))
        self.diagnostics = tuple(diagnostics)


def export(workflow: Workflow, format: str, force: bool = False) -> list[Artifact]:
    """The files of `workflow` in the format of that name.

    Raises `ExportRefused` where the definition has errors and `force` is not given, and for text that cannot
    be read always; `KeyError` where there is no such format.
    """
    chosen = formats()[format]
    problem = workflow.document.problem
    if problem:
        raise ExportRefused([problem])
    errors = [] if force else _errors(workflow)
    if errors:
        raise ExportRefused(errors)
    return chosen.write(workflow)


def _errors(workflow: Workflow) -> list[Diagnostic]:
    found = validate(workflow.document, workflow.design, workflow.design.type)
    return [diagnostic for diagnostic in found if diagnostic.severity == "error"]
