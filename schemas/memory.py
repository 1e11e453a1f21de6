"""What was found in each part of a definition before, so that only what has changed is checked again."""

from __future__ import annotations

import marshal
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from schemas.checks import Checker
from schemas.flow import Flow
from schemas.machine import Machine, schema_of_scope
from schemas.paths import Path
from schemas.rules import rules
from schemas.ruleset import Found
from schemas.walk import State

_EXACT = 0
"""The version of marshal's format in which equal data are equal bytes, and 1, 1.0 and true are not."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a scope or state held, what was found in it, and the names around it that this depends on."""

    content: bytes
    names: tuple[str, ...] | None
    found: list[Found]
    facts: Mapping[object, object]


class Memory:
    """Remembers what was found in a definition when it was validated last, and the facts of its states.

    Whatever has become of the definition since, the same is found as without a memory. See `Checker` for
    what the findings in a part may depend on.
    """

    def __init__(self) -> None:
        self._checker: Checker | None = None
        self._kept: dict[Path, Kept] = {}
        self._before: dict[Path, Kept] = {}

    def findings(self, machine: Machine, checker: Checker) -> Iterator[Found]:
        """What is wrong with a machine and everything in it."""
        self._before = self._kept if checker is self._checker else {}
        self._checker, self._kept = checker, {}
        contents = [self._recalled(state) for state in machine.states]
        yield from checker.of_machine(machine)
        next_content = iter(contents)
        for flow in machine.flows:
            scope = self._scope(flow, checker)
            yield from scope.found
            for state in flow.states.values():
                yield from self._state(state, next(next_content), scope.names, checker).found

    def _recalled(self, state: State) -> bytes:
        """What the state holds; where that is what it held, its facts are known again."""
        content = marshal.dumps((state.scope.language, state.is_object, state.fields), _EXACT)
        kept = self._before.get(state.path)
        if kept is not None and kept.content == content and state.facts is not None:
            state.facts.update(kept.facts)
        return content

    def _scope(self, flow: Flow, checker: Checker) -> Kept:
        scope = flow.scope
        content = marshal.dumps((schema_of_scope(scope), scope.language, scope.fields), _EXACT)
        kept = self._before.get(scope.path)
        if kept is None or kept.content != content:
            names = tuple(flow.states)
            same = kept is not None and kept.names == names
            kept = Kept(content, kept.names if kept and same else names, checker.of_scope(flow), {})
        self._kept[scope.path] = kept
        return kept

    def _state(self, state: State, content: bytes, names: tuple[str, ...] | None, checker: Checker) -> Kept:
        kept = self._before.get(state.path)
        if kept is None or kept.content != content or (kept.names is not None and kept.names is not names):
            found = checker.of_state(state)
            misfit = any(code not in rules() for code, _ in found)
            kept = Kept(content, names if misfit else None, found, state.facts or {})
        self._kept[state.path] = kept
        return kept
