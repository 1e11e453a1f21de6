"""A workflow of the library in a few words: its states and its problems."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from designer.library.store import Entry, NoSuchWorkflow
from designer.screen.locale import text
from designer.screen.process import library
from designer.workspace.analysis import Analysis
from schemas.sidecar.workflow import Workflow


@dataclass(frozen=True)
class Summary:
    """The numbers of states, errors and warnings; `is_broken` for text that cannot be read."""

    states: int = 0
    errors: int = 0
    warnings: int = 0
    is_empty: bool = False
    is_broken: bool = False

    @property
    def words(self) -> str:
        """The summary in one line of Markdown."""
        if self.is_empty:
            return text("shelf.empty")
        if self.is_broken:
            return f":red[:material/error:] {text('shelf.unreadable')}"
        counts = [text("shelf.states", count=self.states)]
        if self.errors:
            counts.append(f":red[:material/error: {self.errors}]")
        if self.warnings:
            counts.append(f":orange[:material/warning: {self.warnings}]")
        return " ".join(counts)


def summary(entry: Entry) -> Summary:
    """The summary of a workflow as it stands; an empty one of a workflow that has just gone."""
    return _summary(entry.id, entry.revision)


@lru_cache(maxsize=4)
def workflow_at(id: str, _revision: int) -> Workflow | None:
    """The workflow of that id, read once for all who ask for it in turn; None for one that has just gone."""
    try:
        return library().read(id).workflow
    except NoSuchWorkflow:
        return None


@lru_cache(maxsize=2000)
def _summary(id: str, revision: int) -> Summary:
    workflow = workflow_at(id, revision)
    if workflow is None:
        return Summary(is_empty=True)
    if workflow.document.problem is not None:
        return Summary(errors=1, is_broken=True)
    analysis = Analysis(workflow, workflow)
    severities = [diagnostic.severity for diagnostic in analysis.diagnostics]
    return Summary(
        len(analysis.identity.states),
        severities.count("error"),
        severities.count("warning"),
        is_empty=workflow.is_empty,
    )
