"""Validates a changed definition again: only the scopes and states whose content has changed are checked."""

from __future__ import annotations

import marshal
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from schemas.asl.flow import Flow
from schemas.asl.machine import Machine, schema_of_scope
from schemas.asl.walk import State
from schemas.core.paths import Json, Path
from schemas.core.placeholder import with_unquoted
from schemas.sidecar.design import Design
from schemas.validator.checks import Checker
from schemas.validator.rules import rules
from schemas.validator.ruleset import CodedFinding

_EXACT = 0
"""The version of marshal's format in which equal data are equal bytes, and 1, 1.0 and true are not."""

Names = tuple[str, ...]


@dataclass(slots=True)
class CachedFindings:
    """The findings in one scope or state, with everything that they depend on.

    `content` is its fields and query language as bytes; `names` are the names of the scope's states, None
    where the findings do not depend on them; `state_cache` is the `State.cache` of a state.
    """

    content: bytes
    names: Names | None
    findings: list[CodedFinding]
    state_cache: Mapping[object, object]


class ValidationCache:
    """The findings of the last validation of one definition, and the caches of its states.

    Gives the same findings as a validation without a cache, whatever has changed since. See `Checker` for
    what the findings in a scope or state may depend on.
    """

    def __init__(self) -> None:
        self._checker: Checker | None = None
        self._entries: dict[Path, CachedFindings] = {}

    def findings(
        self, machine: Machine, checker: Checker, design: Design | None = None
    ) -> Iterator[CodedFinding]:
        """The findings in a machine and everything in it, and beside its sidecar."""
        before = self._entries if checker is self._checker else {}
        after: dict[Path, CachedFindings] = {}
        contents = {state.path: _content(state, before.get(state.path)) for state in machine.states}
        yield from checker.of_machine(machine)
        yield from checker.of_operations(machine, design)
        for flow in machine.flows:
            scope = after[flow.scope.path] = _scope(flow, before.get(flow.scope.path), checker)
            yield from scope.findings
            for state in flow.states.values():
                path = state.path
                entry = before.get(path)
                if entry is None or entry.content != contents[path] or entry.names not in (None, scope.names):
                    entry = _state(state, contents[path], scope.names, checker)
                after[path] = entry
                if entry.findings:
                    yield from entry.findings
        self._checker, self._entries = checker, after


def _content(state: State, entry: CachedFindings | None) -> bytes:
    """The content of the state; where it equals that of `entry`, the state takes over the entry's cache."""
    content = _bytes([state.scope.language, state.fields or state.is_object])
    if entry is not None and entry.content == content and state.cache is not None:
        state.cache.update(entry.state_cache)
    return content


def _scope(flow: Flow, entry: CachedFindings | None, checker: Checker) -> CachedFindings:
    scope = flow.scope
    content = _bytes([schema_of_scope(scope), scope.language, scope.fields])
    if entry is not None and entry.content == content:
        return entry
    names = tuple(flow.states)
    same = entry is not None and entry.names == names
    return CachedFindings(content, entry.names if entry and same else names, checker.of_scope(flow), {})


def _bytes(content: Json) -> bytes:
    """Bytes that are equal only for equal content, to the quotes around a placeholder."""
    try:
        return marshal.dumps(content, _EXACT)
    except ValueError:
        return marshal.dumps(with_unquoted(content, lambda placeholder: (str(placeholder),)), _EXACT)


def _state(state: State, content: bytes, names: Names | None, checker: Checker) -> CachedFindings:
    findings = checker.of_state(state)
    has_schema_error = any(code not in rules() for code, _ in findings)
    return CachedFindings(content, names if has_schema_error else None, findings, state.cache or {})
