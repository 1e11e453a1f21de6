"""The door of the validator: syntax, then the shape of each part, then the rules."""

from __future__ import annotations

from schemas.asl.machine import Machine
from schemas.asl.walk import StateMachineType
from schemas.core.diagnostic import Diagnostic, Severity
from schemas.document.document import Document
from schemas.sidecar.design import Design
from schemas.validator.checks import checker, findings
from schemas.validator.finding import Finding
from schemas.validator.incremental import ValidationCache
from schemas.validator.ruleset import RuleSet, all_rules
from schemas.validator.size import oversize


def validate(
    document: Document,
    design: Design | None = None,
    type: StateMachineType | None = None,
    rules: RuleSet | None = None,
    cache: ValidationCache | None = None,
) -> list[Diagnostic]:
    """Everything that is wrong with a definition, in the order of its text.

    Takes any text: one that cannot be read gives the one diagnostic that says why. An error is what the
    service refuses when a state machine of `type` is created (by default of the type that `design` names,
    else STANDARD); what it accepts and what will likely fail is a warning, advice a hint. `rules` says which
    rules are run, and how bad what they find is; by default all are. With the `cache` of an earlier
    validation, only what has changed since is checked again.
    """
    if document.problem is not None:
        return [document.problem]
    machine = Machine.of(document.value, type or (design.type if design else "STANDARD"))
    rules = rules or all_rules()
    check = cache.findings if cache else findings
    found = [*oversize(document), *document.repeated_names]
    for code, finding in check(machine, checker(rules)):
        found.append(to_diagnostic(document, code, rules.severity(code), finding))
    return sorted(found, key=lambda diagnostic: (diagnostic.line, diagnostic.column))


def to_diagnostic(document: Document, code: str, severity: Severity, finding: Finding) -> Diagnostic:
    """The finding as a diagnostic, at its place in the text."""
    place = document.position(finding.path, finding.key)
    return Diagnostic(code, severity, finding.path, place.line, place.column, finding.params, finding.fix)
