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
from schemas.asl.expressions.formatted_values import FormattedValue, params_of
from schemas.asl.expressions.jsonata import expression
from schemas.core.placeholder import is_placeholder
from schemas.core.short_text import short_text
from schemas.validator.finding import Finding, rule


@rule("error", FormattedValue, "jsonata", "jsonata-or-text", "timestamp-or-jsonata")
def check(formatted: FormattedValue) -> Iterator[Finding]:
    """A text with only one of {% and %}, plain text in a field of expressions, or a syntax error inside."""
    text = formatted.value
    if not isinstance(text, str) or is_placeholder(text):
        return
    inside = source(text)
    if inside is None:
        if formatted.format == "jsonata" or text.startswith(OPENING) or text.endswith(CLOSING):
            yield Finding(formatted.path, params_of(formatted))
        return
    offset = expression(inside).error_offset
    if offset is None:
        return
    near = inside[offset:].strip()
    yield Finding(formatted.path, {**params_of(formatted), **({"near": short_text(near)} if near else {})})
