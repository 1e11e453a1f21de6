"""Export a workflow to the files of a format, and refuse a definition that the service would refuse."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from exporters.format import Artifact, CannotExport, RoleTooLarge
from exporters.registry import format_of
from exporters.scene.routing import SceneTooLarge
from exporters.settings import Settings
from schemas import validate
from schemas.core.diagnostic import Diagnostic
from schemas.sidecar.identity import identify
from schemas.sidecar.undecided import undecided_in
from schemas.sidecar.workflow import Workflow

MOST_NAMED = 5
"""The undecided states that a refusal names."""


class ExportRefused(Exception):
    """A definition with errors was not exported; `diagnostics` are those errors."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        super().__init__(", ".join(diagnostic.code for diagnostic in diagnostics))
        self.diagnostics = tuple(diagnostics)


def export(
    workflow: Workflow,
    format: str,
    force: bool = False,
    settings: Settings | None = None,
    diagnostics: Iterable[Diagnostic] | None = None,
) -> list[Artifact]:
    """Return the files of `workflow` in the format of that name.

    `diagnostics` are those of the workflow as it stands; without them it is validated here.

    Raises `ExportRefused` for text that cannot be read, for a picture that is too large to draw, for a role
    that IAM would not take, and for a definition with errors, or with places that nobody has decided, unless
    `force` is given or the format takes it.
    Raises `KeyError` for an unknown format.
    """
    chosen = format_of(format)
    problem = workflow.document.problem
    if problem:
        raise ExportRefused([problem])
    if chosen.refuses_errors and not force:
        _refuse_errors(_validated(workflow) if diagnostics is None else diagnostics)
        _refuse_undecided(workflow)
    try:
        return chosen.write(workflow, settings or Settings())
    except CannotExport as refused:
        raise ExportRefused([_placed(workflow, refused)]) from refused
    except SceneTooLarge as too_large:
        raise ExportRefused([Diagnostic("picture-too-large", "error", ())]) from too_large
    except RoleTooLarge as too_large:
        params = {"count": str(too_large.count), "limit": str(too_large.limit)}
        raise ExportRefused([Diagnostic("role-too-large", "error", (), params=params)]) from too_large


def notices(artifacts: Iterable[Artifact]) -> list[Diagnostic]:
    """Return the warnings and hints on the files of an export."""
    return [notice for artifact in artifacts for notice in artifact.notices]


def _placed(workflow: Workflow, refused: CannotExport) -> Diagnostic:
    at = workflow.document.position(refused.path)
    return Diagnostic(refused.code, "error", refused.path, at.line, at.column, refused.params)


def _refuse_errors(diagnostics: Iterable[Diagnostic]) -> None:
    errors = [diagnostic for diagnostic in diagnostics if diagnostic.severity == "error"]
    if errors:
        raise ExportRefused(errors)


def _refuse_undecided(workflow: Workflow) -> None:
    """Refuse, in one line, a workflow with places that stand for what nobody has decided."""
    if not any(entry.undecided for entry in workflow.design.states.values()):
        return
    states = identify(workflow.document.value, workflow.design).states
    entries = workflow.design.states
    found = [
        (path, state.name)
        for uid, state in states.items()
        if uid in entries
        for path, _ in undecided_in(state, entries[uid].undecided)
    ]
    if found:
        names = list(dict.fromkeys(name for _, name in found))
        named = " / ".join(names[:MOST_NAMED]) + (" …" if len(names) > MOST_NAMED else "")
        at = workflow.document.position(found[0][0])
        params = {"count": str(len(found)), "places": named}
        raise ExportRefused([Diagnostic("undecided-left", "error", found[0][0], at.line, at.column, params)])


def _validated(workflow: Workflow) -> list[Diagnostic]:
    return validate(workflow.document, workflow.design, workflow.design.type)
