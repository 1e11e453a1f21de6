"""A JSONPath state contains a JSONata expression.

Why: a state uses JSONPath unless it, or the state machine, says "QueryLanguage": "JSONata". In JSONPath, {% …
%} is plain text, which is passed on unevaluated.

Bad example:

    {"StartAt": "A", "States": {
      "A": {"Type": "Pass", "Parameters": {"total": "{% $states.input.total * 2 %}"}, "End": true}}}

Good example:

    {"StartAt": "A", "States": {
      "A": {"Type": "Pass", "QueryLanguage": "JSONata",
        "Output": {"total": "{% $states.input.total * 2 %}"}, "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.expressions.computed import computable_texts
from schemas.asl.expressions.embedded import source
from schemas.asl.walk import State
from schemas.core.paths import field_of
from schemas.core.short_text import short_text
from schemas.validator.finding import Finding, rule


@rule("warning", State)
def check(state: State) -> Iterator[Finding]:
    """Every text of a JSONPath state that is a JSONata expression."""
    if state.language != "JSONPath":
        return
    for path, text in computable_texts(state):
        if source(text) is not None:
            yield Finding(path, {"field": field_of(path), "value": short_text(text)})
