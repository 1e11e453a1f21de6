"""The diagnostics and the identity of a workflow, computed once for all panels."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from designer.playing.beginnings import beginnings
from schemas import validate
from schemas.asl.dataflow.analysis import Dataflow, dataflow
from schemas.asl.dataflow.shapes import ANYTHING, shape_of
from schemas.asl.machine import Machine
from schemas.core.diagnostic import Diagnostic
from schemas.core.paths import innermost
from schemas.failures.failures import Failures
from schemas.sidecar.identity import Identity, identify
from schemas.sidecar.workflow import Workflow
from schemas.validator.incremental import ValidationCache
from schemas.validator.operated.machine import OperatedMachine


@dataclass(frozen=True, eq=False)
class Analysis:
    """A workflow as it stands, and `last_valid`: the same, or where its text is broken the last valid one.

    `cache` holds the findings of the analysis before, by state.
    """

    workflow: Workflow
    last_valid: Workflow
    cache: ValidationCache = field(default_factory=ValidationCache)

    @property
    def is_broken(self) -> bool:
        """True if the text cannot be parsed."""
        return self.workflow.document.problem is not None

    @cached_property
    def diagnostics(self) -> list[Diagnostic]:
        """The diagnostics of the workflow; none as long as it is empty."""
        if self.workflow.is_empty:
            return []
        design = self.workflow.design
        return validate(self.workflow.document, design, design.type, cache=self.cache)

    @cached_property
    def identity(self) -> Identity:
        """The states of `last_valid` by uid."""
        return identify(self.last_valid.document.value, self.last_valid.design)

    @cached_property
    def failures(self) -> Failures:
        """The failures of `last_valid`."""
        return Failures.of(self.last_valid)

    @cached_property
    def dataflow(self) -> Dataflow | None:
        """The data of `last_valid`, followed from its input contract, else from its first sample; None where
        it cannot be followed."""
        workflow = self.last_valid
        machine = Machine.of(workflow.document.value, workflow.design.type)
        operated = OperatedMachine(machine, workflow.design)
        if operated.contract:
            return operated.dataflow
        first = next(iter(beginnings(workflow).values()))
        return dataflow(machine, shape_of(first.input) if first.input else ANYTHING)

    @cached_property
    def by_state(self) -> dict[str, list[Diagnostic]]:
        """The diagnostics by the uid of the innermost state around them."""
        found: dict[str, list[Diagnostic]] = {}
        for diagnostic in self.diagnostics:
            found.setdefault(self.state_around(diagnostic), []).append(diagnostic)
        return found

    def state_around(self, diagnostic: Diagnostic) -> str:
        """The uid of the innermost state around `diagnostic`, or ""."""
        return innermost(diagnostic.path, self.identity.uids) or ""
