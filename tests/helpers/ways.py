"""A sample's states by name, and where they lead, each in its own scope."""

from __future__ import annotations

from collections.abc import Container

from designer.library.samples import load_sample
from schemas.asl.walk import State, states
from schemas.core.paths import Json


class Ways:
    """The states of a sample."""

    def __init__(self, sample: str) -> None:
        self.document = load_sample(sample).document
        self.states: dict[str, State] = {state.name: state for state in states(self.document.value)}

    def fields(self, name: str) -> dict[str, Json]:
        return self.states[name].fields

    def named(self, type: str) -> list[str]:
        return [name for name, state in self.states.items() if state.type == type]

    def caught(self, name: str) -> dict[str, str]:
        """Where each error that the state catches leads."""
        catches = self.fields(name).get("Catch", [])
        return {error: catch["Next"] for catch in catches for error in catch["ErrorEquals"]}

    def targets(self, name: str) -> list[str]:
        """Where the state leads."""
        fields = self.fields(name)
        rules = [rule["Next"] for rule in fields.get("Choices", [])]
        ways = [fields[key] for key in ("Next", "Default") if key in fields]
        return [*rules, *ways, *self.caught(name).values()]

    def reachable(self, start: str, without: Container[str] = ()) -> set[str]:
        """Every state that can follow `start`, on ways that do not lead through `without`."""
        found: set[str] = set()
        waiting = [start]
        while waiting:
            for target in self.targets(waiting.pop()):
                if target not in found and target not in without:
                    found.add(target)
                    waiting.append(target)
        return found
