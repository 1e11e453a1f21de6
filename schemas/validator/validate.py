"""The entry point of the validator: checks syntax, then JSON Schemas and rules."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.machine import Machine
from schemas.asl.variants import variants_of
from schemas.asl.walk import StateMachineType
from schemas.core.diagnostic import Diagnostic, Severity
from schemas.document.document import Document
from schemas.sidecar.design import Design
from schemas.validator.alternatives import findings_in_variants
from schemas.validator.checks import checker, findings
from schemas.validator.finding import Finding
from schemas.validator.incremental import ValidationCache
from schemas.validator.ruleset import CodedFinding, RuleSet, all_rules
from schemas.validator.size import oversize

_CHOOSING = ("Fn::If", "!If", "Fn::ForEach", "!ForEach", "Fn::Transform", "!Transform", "AWS::NoValue")
"""The functions of a template that choose among values, as they stand in its text."""


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
    fail; a hint is advice. `type` is by default the type that `design` names, else STANDARD; the operations
    cards and the input contract of `design` are compared with the definition. `rules` selects
    rules and their severities, by default all rules. With the `cache` of an earlier validation, only the
    scopes and states that have changed since are checked again.
    """
    if document.problem is not None:
        return [document.problem]
    rules = rules or all_rules()
    type = type or (design.type if design else "STANDARD")
    diagnostics = [*oversize(document), *document.repeated_names, *document.leading_zeros]
    for code, finding in _found(document, design, type, rules, cache):
        if not finding.in_quotes or document.is_quoted(finding.path):
            diagnostics.append(to_diagnostic(document, code, rules.severity(code), finding))
    return sorted(diagnostics, key=lambda diagnostic: (diagnostic.line, diagnostic.column))


def _found(
    document: Document,
    design: Design | None,
    type: StateMachineType,
    rules: RuleSet,
    cache: ValidationCache | None,
) -> Iterator[CodedFinding]:
    may_choose = any(function in document.text for function in _CHOOSING)
    variants = variants_of(document.value) if may_choose else None
    if variants is not None:
        return findings_in_variants(variants, type, checker(rules), design)
    check = cache.findings if cache else findings
    return check(Machine.of(document.value, type), checker(rules), design)


def to_diagnostic(document: Document, code: str, severity: Severity, finding: Finding) -> Diagnostic:
    """The finding as a diagnostic, with its position in the text."""
    at = document.position(finding.path, finding.key)
    return Diagnostic(code, severity, finding.path, at.line, at.column, finding.params, finding.fix, at.file)
