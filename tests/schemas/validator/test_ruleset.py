"""A rule set selects rules and their severities."""

from __future__ import annotations

import json

from schemas import Document, validate
from schemas.validator.ruleset import RuleSet, all_rules
from schemas.validator.size import MAX_BYTES

STATES = {"A": {"Type": "Pass", "Next": "Z", "Rezult": 1}, "B": {"Type": "Pass", "End": True}}


def found(rules: RuleSet | None, states: dict = STATES) -> set[tuple[str, str]]:
    document = Document.parse(json.dumps({"StartAt": "A", "States": states}))
    return {(diagnostic.code, diagnostic.severity) for diagnostic in validate(document, rules=rules)}


def test_every_rule_is_run_as_it_says_itself():
    assert found(None) == found(all_rules())
    assert {("missing-target", "error"), ("unreachable-state", "error")} <= found(None)


def test_a_rule_that_is_left_out_says_nothing():
    chosen = {code: severity for code, severity in all_rules().severities.items() if code != "missing-target"}
    assert found(RuleSet(chosen)) == found(None) - {("missing-target", "error")}


def test_a_severity_may_be_another():
    chosen = RuleSet({**all_rules().severities, "missing-target": "hint"})
    assert ("missing-target", "hint") in found(chosen)


def test_what_fits_no_schema_is_told_by_any_rules():
    assert found(RuleSet({})) == {("unknown-field", "error")}


def test_only_some_severities():
    assert {severity for _, severity in found(all_rules().only("error"))} == {"error"}
    assert set(all_rules().only("warning", "hint").severities.values()) == {"warning", "hint"}


def test_a_definition_that_is_too_large_is_judged_all_the_same():
    large = {**STATES, "B": {"Type": "Pass", "Comment": "x" * MAX_BYTES, "End": True}}
    assert found(None, large) == found(None) | {("definition-too-large", "error")}
