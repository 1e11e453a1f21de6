"""What is read from a workflow once, and used by several panels."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from schemas import validate
from schemas.core.diagnostic import Diagnostic
from schemas.core.paths import innermost
from schemas.sidecar.identity import Identity, identify
from schemas.sidecar.workflow import Workflow
from schemas.validator.incremental import ValidationCache


@dataclass(frozen=True, eq=False)
class Analysis:
    """A workflow as it stands, and its `picture`: the same, or where its text is broken the last good one.

    `memory` is what was found in it when it was read before.
    """

    workflow: Workflow
    picture: Workflow
    memory: ValidationCache = field(default_factory=ValidationCache)

    @property
    def is_broken(self) -> bool:
        """Whether the text cannot be read."""
        return self.workflow.document.problem is not None

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been drawn or written yet."""
        value = self.workflow.document.value
        return isinstance(value, dict) and value.get("States") == {} and not value.get("StartAt")

    @cached_property
    def diagnostics(self) -> list[Diagnostic]:
        """What is wrong with the workflow: nothing, as long as it is empty."""
        if self.is_empty:
            return []
        design = self.workflow.design
        return validate(self.workflow.document, design, design.type, cache=self.memory)

    @cached_property
    def identity(self) -> Identity:
        """The states of the picture by uid."""
        return identify(self.picture.document.value, self.picture.design)

    @cached_property
    def by_state(self) -> dict[str, list[Diagnostic]]:
        """The diagnostics by the state around them."""
        found: dict[str, list[Diagnostic]] = {}
        for diagnostic in self.diagnostics:
            found.setdefault(self.state_around(diagnostic), []).append(diagnostic)
        return found

    def state_around(self, diagnostic: Diagnostic) -> str:
        """The uid of the innermost state around `diagnostic`; "" where none is around."""
        return innermost(diagnostic.path, self.identity.uids) or ""
