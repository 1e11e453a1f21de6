"""What was found in each part of a definition before, so that only what has changed is checked again."""

from __future__ import annotations

import marshal
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from schemas.asl.flow import Flow
from schemas.asl.machine import Machine, schema_of_scope
from schemas.asl.walk import State
from schemas.core.paths import Path
from schemas.validator.checks import Checker
from schemas.validator.rules import rules
from schemas.validator.ruleset import Found

_EXACT = 0
"""The version of marshal's format in which equal data are equal bytes, and 1, 1.0 and true are not."""

Names = tuple[str, ...]


@dataclass(slots=True)
class CachedFindings:
    """What a scope or state held, what was found in it, and the names around it that this depends on."""

    content: bytes
    names: Names | None
    found: list[Found]
    facts: Mapping[object, object]


class ValidationCache:
    """Remembers what was found in a definition when it was validated last, and the facts of its states.

    Whatever has become of the definition since, the same is found as without a memory. See `Checker` for
    what the findings in a part may depend on.
    """

    def __init__(self) -> None:
        self._checker: Checker | None = None
        self._kept: dict[Path, CachedFindings] = {}

    def findings(self, machine: Machine, checker: Checker) -> Iterator[Found]:
        """What is wrong with a machine and everything in it."""
        before = self._kept if checker is self._checker else {}
        after: dict[Path, CachedFindings] = {}
        contents = {state.path: _recalled(state, before.get(state.path)) for state in machine.states}
        yield from checker.of_machine(machine)
        for flow in machine.flows:
            scope = after[flow.scope.path] = _scope(flow, before.get(flow.scope.path), checker)
            yield from scope.found
            for state in flow.states.values():
                path = state.path
                kept = before.get(path)
                if kept is None or kept.content != contents[path] or kept.names not in (None, scope.names):
                    kept = _state(state, contents[path], scope.names, checker)
                after[path] = kept
                if kept.found:
                    yield from kept.found
        self._checker, self._kept = checker, after


def _recalled(state: State, kept: CachedFindings | None) -> bytes:
    """What the state holds; where that is what it held, its facts are known again."""
    content = marshal.dumps((state.scope.language, state.fields or state.is_object), _EXACT)
    if kept is not None and kept.content == content and state.facts is not None:
        state.facts.update(kept.facts)
    return content


def _scope(flow: Flow, kept: CachedFindings | None, checker: Checker) -> CachedFindings:
    scope = flow.scope
    content = marshal.dumps((schema_of_scope(scope), scope.language, scope.fields), _EXACT)
    if kept is not None and kept.content == content:
        return kept
    names = tuple(flow.states)
    same = kept is not None and kept.names == names
    return CachedFindings(content, kept.names if kept and same else names, checker.of_scope(flow), {})


def _state(state: State, content: bytes, names: Names | None, checker: Checker) -> CachedFindings:
    found = checker.of_state(state)
    misfit = any(code not in rules() for code, _ in found)
    return CachedFindings(content, names if misfit else None, found, state.facts or {})
