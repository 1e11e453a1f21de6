"""The error names in Retry and Catch that the Task's call can never raise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from schemas.asl.errors import handlers
from schemas.asl.machine import Machine
from schemas.asl.services.arguments import integration_of
from schemas.asl.services.error_spelling import Misspelling, misspelling
from schemas.core.coerce import text
from schemas.core.diagnostic import Fix
from schemas.core.edits import Set
from schemas.core.paths import Path
from schemas.core.placeholder import is_placeholder
from schemas.validator.finding import Finding


@dataclass(frozen=True, slots=True)
class MisspeltError:
    """An entry of an ErrorEquals, and the reason why it never matches."""

    path: Path
    text: str
    misspelling: Misspelling

    def finding(self, params: Mapping[str, str]) -> Finding:
        """A finding at the entry; with the name that was meant, and a fix, where that name is known."""
        meant = self.misspelling.meant
        if meant is None:
            return Finding(self.path, params)
        return Finding(self.path, {**params, "meant": meant}, fix=Fix((Set(self.path, meant),), safe=False))


def misspelt_errors(machine: Machine) -> Iterator[MisspeltError]:
    """Every such name, but for those that a Fail of the machine raises."""
    raised = {text(state.fields.get("Error")) for state in machine.of_type("Fail")}
    for state in machine.of_type("Task"):
        call = integration_of(state)
        for handler in handlers(state) if call is not None else ():
            for index, name in enumerate(handler.errors):
                if call is None or not isinstance(name, str) or name in raised or is_placeholder(name):
                    continue
                found = misspelling(call, name)
                if found is not None:
                    yield MisspeltError((*handler.path, "ErrorEquals", index), name, found)
