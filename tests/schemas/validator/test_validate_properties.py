"""The validator accepts any text; its diagnostics have positions and messages, and its fixes work."""

from __future__ import annotations

import json
import re
from collections import Counter

from budget import examples
from corpus import needs_corpus
from hypothesis import example, given
from hypothesis import strategies as st
from mutating import anything, damaged_texts, mutated

from schemas import Document, validate
from schemas.core.diagnostic import Diagnostic
from schemas.validator.incremental import ValidationCache

MANY = examples(50, 1000)
SEVERITIES = ("error", "warning", "hint")


def document(value: object) -> Document:
    return Document.parse(json.dumps(value, ensure_ascii=False, indent=1), "json")


def holds(diagnostic: Diagnostic, checked: Document) -> None:
    lines = re.split(r"\r\n|\r|\n", checked.text)
    assert 1 <= diagnostic.line <= len(lines)
    assert 1 <= diagnostic.column <= len(lines[diagnostic.line - 1]) + 1
    assert diagnostic.message("ja")
    assert diagnostic.message("en")
    assert there(checked.value, diagnostic.path) or there(checked.value, diagnostic.path[:-1])
    assert diagnostic.pointer.count("/") == len(diagnostic.path)


def there(value: object, path: tuple) -> bool:
    for step in path:
        if not (step in value if isinstance(value, dict) else step in range(len(value))):
            return False
        value = value[step]
    return True


def counted(checked: Document, *severities: str) -> Counter[str]:
    return Counter(found.code for found in validate(checked) if found.severity in severities)


@MANY
@given(anything, st.sampled_from(["STANDARD", "EXPRESS"]))
def test_any_json_value_is_judged(value, machine_type):
    checked = document(value)
    for diagnostic in validate(checked, type=machine_type):
        holds(diagnostic, checked)


@MANY
@given(st.text(max_size=200))
def test_any_text_is_judged(text):
    checked = Document.parse(text)
    assert isinstance(validate(checked), list)


@needs_corpus
@MANY
@given(damaged_texts())
@example(
    '\r{\n"StartAt": "A", "States": {"A": {"Type": "Fail", "QueryLanguage": "JSONata",\n"Error": "{% ( %}"}}}'
)
def test_a_damaged_text_is_judged(text):
    checked = Document.parse(text)
    for diagnostic in validate(checked, cache=ValidationCache()):
        holds(diagnostic, checked)


@needs_corpus
@MANY
@given(mutated())
def test_a_damaged_definition_is_judged(value):
    checked = document(value)
    found = validate(checked)
    for diagnostic in found:
        holds(diagnostic, checked)
    assert found == sorted(found, key=lambda diagnostic: (diagnostic.line, diagnostic.column))


@needs_corpus
@MANY
@given(mutated())
def test_a_fix_takes_its_diagnostic_away_and_brings_no_new_error(value):
    checked = document(value)
    for diagnostic in validate(checked):
        if diagnostic.fix is None:
            continue
        fixed = checked.apply(*diagnostic.fix.edits).document
        assert counted(fixed, *SEVERITIES)[diagnostic.code] < counted(checked, *SEVERITIES)[diagnostic.code]
        assert not counted(fixed, "error") - counted(checked, "error")
