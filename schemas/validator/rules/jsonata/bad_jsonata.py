"""A JSONata expression cannot be parsed.

Why: the whole text is the expression: it begins with {% and ends with %}. The service parses it when the
state machine is created, so brackets must be closed and operators need both operands. The version is JSONata
2.0.6, which does not have ?? and ?: yet.

Bad example:

    {"QueryLanguage": "JSONata", "StartAt": "A", "States": {
      "A": {"Type": "Pass", "Output": "{% $states.input.price * %}", "End": true}}}

Good example:

    {"QueryLanguage": "JSONata", "StartAt": "A", "States": {
      "A": {"Type": "Pass", "Output": "{% $states.input.price * 2 %}", "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.expressions.embedded import CLOSING, OPENING, source
from schemas.asl.expressions.jsonata import expression
from schemas.asl.expressions.places import Place, shown_in
from schemas.core.placeholder import is_placeholder
from schemas.core.words import shown
from schemas.validator.finding import Finding, rule


@rule("error", Place, "jsonata", "jsonata-or-text", "timestamp-or-jsonata")
def check(place: Place) -> Iterator[Finding]:
    """A text with only one of {% and %}, plain text in a field of expressions, or a syntax error inside."""
    text = place.value
    if not isinstance(text, str) or is_placeholder(text):
        return
    inside = source(text)
    if inside is None:
        if place.format == "jsonata" or text.startswith(OPENING) or text.endswith(CLOSING):
            yield Finding(place.path, shown_in(place))
        return
    offset = expression(inside).mistake
    if offset is None:
        return
    near = inside[offset:].strip()
    yield Finding(place.path, {**shown_in(place), **({"near": shown(near)} if near else {})})
