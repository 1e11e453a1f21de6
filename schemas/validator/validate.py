"""The entry point of the validator: checks syntax, then JSON Schemas and rules."""

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
    """The diagnostics of a definition, in the order of its text.

    Accepts any text; one that cannot be parsed has a single diagnostic with the reason. An error is refused
    by the service when a state machine of that `type` is created; a warning is accepted, but will probably
    fail; a hint is advice. `type` is by default the type that `design` names, else STANDARD. `rules` selects
    rules and their severities, by default all rules. With the `cache` of an earlier validation, only the
    scopes and states that have changed since are checked again.
    """
    if document.problem is not None:
        return [document.problem]
    machine = Machine.of(document.value, type or (design.type if design else "STANDARD"))
    rules = rules or all_rules()
    check = cache.findings if cache else findings
    diagnostics = [*oversize(document), *document.repeated_names, *document.leading_zeros]
    for code, finding in check(machine, checker(rules)):
        diagnostics.append(to_diagnostic(document, code, rules.severity(code), finding))
    return sorted(diagnostics, key=lambda diagnostic: (diagnostic.line, diagnostic.column))


def to_diagnostic(document: Document, code: str, severity: Severity, finding: Finding) -> Diagnostic:
    """The finding as a diagnostic, with its position in the text."""
    at = document.position(finding.path, finding.key)
    return Diagnostic(code, severity, finding.path, at.line, at.column, finding.params, finding.fix)
