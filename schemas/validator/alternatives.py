"""Checks a template's definition, in which functions choose, in each of its variants.

Whatever a function may put somewhere counts as present and reachable: a finding holds only if every variant
that has its place has it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace

from schemas.asl.flow import Flow
from schemas.asl.machine import Machine
from schemas.asl.variants import Variant, Variants
from schemas.asl.walk import StateMachineType
from schemas.core.diagnostic import Fix
from schemas.core.paths import Path
from schemas.sidecar.design import Design
from schemas.validator.checks import Checker, findings
from schemas.validator.finding import Finding
from schemas.validator.operated.machine import OperatedMachine
from schemas.validator.rules import rules
from schemas.validator.ruleset import CodedFinding

_WHOLES = (Flow, Machine, OperatedMachine)
"""The subjects of rules whose findings depend on several states."""

_TARGETS = ("missing-target", "missing-start")

Key = tuple[str, Path, Path, tuple[str, ...]]
"""What makes a finding the same in several variants: code, places in variant and template, words."""


@dataclass
class _Found:
    finding: Finding
    variants: set[int] = field(default_factory=set)


def findings_in_variants(
    variants: Variants, type: StateMachineType, checker: Checker, design: Design | None = None
) -> Iterator[CodedFinding]:
    """The findings that hold in all variants with their place, placed in the template.

    If some combinations of the conditions are no variants, only findings that depend on one state hold, and
    targets that no variant has.
    """
    found: dict[Key, _Found] = {}
    names: set[str] = set()
    for number, variant in enumerate(variants.variants):
        machine = Machine.of(variant.value, type)
        names.update(state.name for state in machine.states)
        for code, finding in findings(machine, checker, design):
            place = variant.place(finding.path)
            key = (code, finding.path, place, tuple(finding.params.values()))
            placed = replace(finding, path=place, fix=_same_fix(finding, variant))
            found.setdefault(key, _Found(placed)).variants.add(number)
    for key, each in found.items():
        if _holds(key, each, variants) and (variants.complete or _is_certain(key[0], each.finding, names)):
            yield key[0], each.finding


def _holds(key: Key, found: _Found, variants: Variants) -> bool:
    _, path, place, _ = key
    return all(
        number in found.variants or not variant.has(path) or variant.place(path) != place
        for number, variant in enumerate(variants.variants)
    )


def _is_certain(code: str, finding: Finding, names: set[str]) -> bool:
    if code in _TARGETS:
        return finding.params.get("target") not in names
    rule = rules().get(code)
    return rule is None or rule.subject not in _WHOLES


def _same_fix(finding: Finding, variant: Variant) -> Fix | None:
    """The fix, if it means the same in the template."""
    fix = finding.fix
    if fix is None:
        return None
    named = (getattr(edit, part.name) for edit in fix.edits for part in fields(edit))
    paths = (value for value in (finding.path, *named) if isinstance(value, tuple))
    return fix if all(variant.place(path) == path for path in paths) else None
