"""The error names in Retry and Catch that the Task's call can never raise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from schemas.asl.errors import handlers
from schemas.asl.machine import Machine
from schemas.asl.services.arguments import integration_of
from schemas.asl.services.error_spelling import Misspelling, misspelling
from schemas.asl.services.integration import Integration
from schemas.asl.state_cache import cached_on_state
from schemas.asl.walk import State
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
    for state in machine.of_type("Task"):
        yield from (found for found in _in_task(state) if found.text not in machine.raised)


@cached_on_state
def _in_task(state: State) -> tuple[MisspeltError, ...]:
    call = integration_of(state)
    return tuple(_in_handlers(state, call)) if call is not None else ()


def _in_handlers(state: State, call: Integration) -> Iterator[MisspeltError]:
    for handler in handlers(state):
        for path, name in handler.names:
            found = None if is_placeholder(name) else misspelling(call, name)
            if found is not None:
                yield MisspeltError(path, name, found)
