"""The validator takes anything; what it says points into the text and has words, and its fixes mend."""

from __future__ import annotations

import json
from collections import Counter
from copy import deepcopy
from functools import cache

from corpus import definitions, needs_corpus
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas import Document, validate
from schemas.diagnostic import Diagnostic
from schemas.walk import values

MANY = settings(max_examples=200, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
LARGEST = 6_000
SEVERITIES = ("error", "warning", "hint")
WORDS = [
    "Type", "States", "StartAt", "Next", "End", "Choices", "Default", "Branches", "ItemProcessor",
    "Iterator", "Retry", "Catch", "ErrorEquals", "States.ALL", "Task", "Pass", "Choice", "Wait",
    "Parallel", "Map", "Succeed", "Fail", "QueryLanguage", "JSONata", "JSONPath", "Assign", "Output",
    "Parameters", "Resource", "Variable", "And", "Or", "Not", "StringEquals", "Condition", "Label",
    "ProcessorConfig", "Mode", "DISTRIBUTED", "TimeoutSeconds", "Timestamp", "Seconds", "a.$", "states",
    "$.a", "$", "$[", "States.UUID()", "${X}", "{% 1 + %}", "{% $a %}",
]  # fmt: skip
texts = st.sampled_from(WORDS) | st.text(max_size=6)
scalars = (
    st.none()
    | st.booleans()
    | st.integers(-5, 10**12)
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts
)
anything = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=5),
    max_leaves=25,
)


@cache
def small_definitions() -> list[object]:
    chosen = [text for path in definitions() if len(text := path.read_text(encoding="utf-8")) <= LARGEST]
    return [value for text in chosen if isinstance(value := Document.parse(text).value, dict)]


@st.composite
def mutated(draw):
    """A definition of the corpus after one to three changes: a value replaced, taken away or misspelt."""
    value = deepcopy(draw(st.sampled_from(small_definitions())))
    for _ in range(draw(st.integers(1, 3))):
        path, _ = draw(st.sampled_from([*values(value, ())]))
        if not path:
            continue
        *above, last = path
        parent = value
        for step in above:
            parent = parent[step]
        match draw(st.sampled_from(["replace", "take", "misspell"])):
            case "replace":
                parent[last] = draw(anything)
            case "take":
                del parent[last]
            case "misspell":
                misspell(draw, parent, last)
    return value


def misspell(draw, parent, last):
    """One letter of a key, or of the text that stands there, is left out."""
    if isinstance(parent, dict) and len(last) > 1 and draw(st.booleans()):
        cut = draw(st.integers(0, len(last) - 1))
        entries = [
            (last[:cut] + last[cut + 1 :] if key == last else key, inner) for key, inner in parent.items()
        ]
        parent.clear()
        parent.update(entries)
    elif isinstance(parent[last], str) and parent[last]:
        cut = draw(st.integers(0, len(parent[last]) - 1))
        parent[last] = parent[last][:cut] + parent[last][cut + 1 :]


def document(value: object) -> Document:
    return Document.parse(json.dumps(value, ensure_ascii=False, indent=1), "json")


def holds(diagnostic: Diagnostic, checked: Document) -> None:
    lines = checked.text.split("\n")
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
        mended = checked.apply(*diagnostic.fix.edits).document
        assert counted(mended, *SEVERITIES)[diagnostic.code] < counted(checked, *SEVERITIES)[diagnostic.code]
        assert not counted(mended, "error") - counted(checked, "error")
