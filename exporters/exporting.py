"""From a workflow to the files of a format, refusing what the service would refuse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from exporters.base import Artifact
from exporters.formats.pictures import Png, Settings, Svg
from exporters.registry import formats
from exporters.scene.routing import TooTangled
from schemas import validate
from schemas.core.diagnostic import Diagnostic
from schemas.sidecar.workflow import Workflow


class ExportRefused(Exception):
    """A definition with errors was not exported; `diagnostics` are those errors."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        super().__init__(", ".join(diagnostic.code for diagnostic in diagnostics))
        self.diagnostics = tuple(diagnostics)


def export(
    workflow: Workflow, format: str, force: bool = False, settings: Settings | None = None
) -> list[Artifact]:
    """The files of `workflow` in the format of that name; a picture is drawn as `settings` say.

    Raises `ExportRefused` where the definition has errors, unless `force` is given or it is only shown in a
    picture; for text that cannot be read, always. Raises `KeyError` where there is no such format.
    """
    chosen = formats()[format]
    problem = workflow.document.problem
    if problem:
        raise ExportRefused([problem])
    if isinstance(chosen, Svg | Png):
        return _pictures(workflow, replace(chosen, settings=settings or chosen.settings))
    errors = [] if force else _errors(workflow)
    if errors:
        raise ExportRefused(errors)
    return chosen.write(workflow)


def _pictures(workflow: Workflow, picture: Svg | Png) -> list[Artifact]:
    try:
        return picture.write(workflow)
    except TooTangled as tangled:
        raise ExportRefused([Diagnostic("picture-too-large", "error", ())]) from tangled


def _errors(workflow: Workflow) -> list[Diagnostic]:
    found = validate(workflow.document, workflow.design, workflow.design.type)
    return [diagnostic for diagnostic in found if diagnostic.severity == "error"]
