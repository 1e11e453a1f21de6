"""Fixes carried out one after the other, until none is left."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from schemas.asl.walk import StateMachineType
from schemas.core.diagnostic import Diagnostic
from schemas.core.edits import EditRefused
from schemas.document.document import Document
from schemas.validator.ruleset import RuleSet
from schemas.validator.validate import validate

MOST_FIXES = 1_000
"""The most fixes that are carried out in one definition."""


@dataclass(frozen=True)
class FixResult:
    """A definition after `fixes`, of which there may have been none."""

    document: Document
    fixes: int


def apply_fixes(
    document: Document, type: StateMachineType, rules: RuleSet, unsafe: bool = False
) -> FixResult:
    """Carry out every safe fix, if `unsafe` the others too, but none that would bring a new error."""
    found = validate(document, None, type, rules)
    fixes, left = 0, set[tuple[str, str]]()
    while fixes < MOST_FIXES:
        wanted = next((one for one in found if _is_wanted(one, unsafe) and _key(one) not in left), None)
        if wanted is None:
            break
        after = _after(document, wanted)
        now = validate(after, None, type, rules) if after else found
        if after is None or _errors(now) - _errors(found) or wanted in now:
            left.add(_key(wanted))
            continue
        document, found, fixes = after, now, fixes + 1
    return FixResult(document, fixes)


def _is_wanted(found: Diagnostic, unsafe: bool) -> bool:
    return found.fix is not None and (unsafe or found.fix.safe)


def _key(found: Diagnostic) -> tuple[str, str]:
    return found.code, found.pointer


def _after(document: Document, found: Diagnostic) -> Document | None:
    try:
        return document.apply(*found.fix.edits).document if found.fix else None
    except EditRefused:
        return None


def _errors(found: list[Diagnostic]) -> Counter[str]:
    return Counter(one.code for one in found if one.severity == "error")
