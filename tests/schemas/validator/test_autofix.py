"""Fixes are applied until none is left."""

from __future__ import annotations

import json
from collections import Counter

from budget import examples
from corpus import needs_corpus
from hypothesis import given
from test_validate_properties import mutated

from schemas import Document, validate
from schemas.validator.autofix import apply_fixes
from schemas.validator.ruleset import all_rules

FEW = examples(20, 300)
RULES = all_rules()


def document(value: object) -> Document:
    return Document.parse(json.dumps(value, ensure_ascii=False, indent=1), "json")


def errors(checked: Document) -> Counter[str]:
    return Counter(found.code for found in validate(checked) if found.severity == "error")


def test_every_safe_fix_is_carried_out_and_nothing_else_changes():
    text = """StartAt: 決済  # where money moves
States:
  決済:
    Type: Task
    Resource: arn:aws:states:::aws-sdk:dynamodb:PutItem
    Parameters:
      TableNam: orders   # ours
      Item.$: $.item
    Next: 完 了
  完了: {Type: Succeed}
"""
    fixed = apply_fixes(Document.parse(text, "yaml"), "STANDARD", RULES)
    assert fixed.fixes == 3
    assert fixed.document.text == (
        text.replace("PutItem", "putItem").replace("TableNam:", "TableName:").replace("完 了", "完了")
    )


def test_text_that_cannot_be_read_is_mended_first():
    text = '{"StartAt": "A", "States": {"A": {"Type": "Succeed",}}}'
    fixed = apply_fixes(Document.parse(text, "json"), "STANDARD", RULES)
    assert fixed.document.text == text.replace(",}", "}")


def test_a_fix_that_changes_what_happens_waits_to_be_asked_for():
    pay = {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": True}
    machine = document({"StartAt": "A", "States": {"A": {**pay, "Parameters": {"FunctionName": "pay"}}}})
    assert apply_fixes(machine, "STANDARD", RULES).document == machine
    asked = apply_fixes(machine, "STANDARD", RULES, unsafe=True)
    assert "Retry" in asked.document.value["States"]["A"]


@needs_corpus
@FEW
@given(mutated())
def test_mending_twice_is_mending_once_and_brings_no_new_error(value):
    checked = document(value)
    for unsafe in (False, True):
        once = apply_fixes(checked, "STANDARD", RULES, unsafe)
        assert not errors(once.document) - errors(checked)
        assert apply_fixes(once.document, "STANDARD", RULES, unsafe).fixes == 0
