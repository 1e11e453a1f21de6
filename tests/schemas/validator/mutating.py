"""Hypothesis strategies: damaged definitions of the corpus, and arbitrary JSON."""

from __future__ import annotations

from copy import deepcopy
from functools import cache

from corpus import definitions
from hypothesis import strategies as st

from schemas import Document
from schemas.asl.walk import values

LARGEST = 6_000
WORDS = [
    "Type", "States", "StartAt", "Next", "End", "Choices", "Default", "Branches", "ItemProcessor",
    "Iterator", "Retry", "Catch", "ErrorEquals", "States.ALL", "Task", "Pass", "Choice", "Wait",
    "Parallel", "Map", "Succeed", "Fail", "QueryLanguage", "JSONata", "JSONPath", "Assign", "Output",
    "Parameters", "Resource", "Variable", "And", "Or", "Not", "StringEquals", "Condition", "Label",
    "ProcessorConfig", "Mode", "DISTRIBUTED", "TimeoutSeconds", "Timestamp", "Seconds", "a.$", "states",
    "$.a", "$", "$[", "States.UUID()", "${X}", "{% 1 + %}", "{% $a %}",
]  # fmt: skip
SIGNS = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    '"',
    "'",
    "\\",
    "\n",
    "- ",
    "# ",
    "&a ",
    "*a",
    "<<: ",
    "!!",
    "|",
    "\t",
    "{%",
    "${",
]
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
def small_texts() -> list[str]:
    return [text for path in definitions() if len(text := path.read_text(encoding="utf-8")) <= LARGEST]


@cache
def small_definitions() -> list[object]:
    return [value for text in small_texts() if isinstance(value := Document.parse(text).value, dict)]


@st.composite
def damaged_texts(draw):
    """A text of the corpus, as JSON or YAML, of which some characters were replaced by others."""
    text = draw(st.sampled_from(small_texts()))
    if draw(st.booleans()):
        text = Document.parse(text).convert("yaml").text
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        put = draw(st.text(max_size=4) | st.sampled_from(SIGNS))
        text = text[:start] + put + text[start + draw(st.integers(0, 6)) :]
    return text


@st.composite
def mutated(draw):
    """A definition of the corpus after one to three changes."""
    return changed(draw, draw(st.sampled_from(small_definitions())))


def changed(draw, before):
    """`before` after one to three changes: a value replaced, taken away or misspelt."""
    value = deepcopy(before)
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
