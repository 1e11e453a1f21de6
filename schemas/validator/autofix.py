"""Applies the fixes of diagnostics one after the other, until none is left."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from schemas.asl.walk import StateMachineType
from schemas.core.diagnostic import Diagnostic
from schemas.core.edits import EditRefused
from schemas.document.document import Document
from schemas.sidecar.design import Design
from schemas.validator.ruleset import RuleSet
from schemas.validator.validate import validate

MAX_FIXES = 1_000
"""The greatest number of fixes that are applied to one definition."""


@dataclass(frozen=True)
class FixResult:
    """A definition after `fixes` fixes; 0 if there was nothing to fix."""

    document: Document
    fixes: int


def apply_fixes(
    document: Document,
    type: StateMachineType,
    rules: RuleSet,
    unsafe: bool = False,
    design: Design | None = None,
) -> FixResult:
    """Apply all safe fixes, with `unsafe` also the others, except those that would cause a new error."""
    diagnostics = validate(document, design, type, rules)
    fixes, skipped = 0, set[tuple[str, str]]()
    while fixes < MAX_FIXES:
        candidates = (each for each in diagnostics if _has_fix(each, unsafe) and _key(each) not in skipped)
        chosen = next(candidates, None)
        if chosen is None:
            break
        fixed = _fixed(document, chosen)
        remaining = validate(fixed, design, type, rules) if fixed else diagnostics
        if fixed is None or _errors(remaining) - _errors(diagnostics) or chosen in remaining:
            skipped.add(_key(chosen))
            continue
        document, diagnostics, fixes = fixed, remaining, fixes + 1
    return FixResult(document, fixes)


def _has_fix(diagnostic: Diagnostic, unsafe: bool) -> bool:
    return diagnostic.fix is not None and (unsafe or diagnostic.fix.safe)


def _key(diagnostic: Diagnostic) -> tuple[str, str]:
    return diagnostic.code, diagnostic.pointer


def _fixed(document: Document, diagnostic: Diagnostic) -> Document | None:
    try:
        return document.apply(*diagnostic.fix.edits).document if diagnostic.fix else None
    except EditRefused:
        return None


def _errors(diagnostics: list[Diagnostic]) -> Counter[str]:
    return Counter(each.code for each in diagnostics if each.severity == "error")
