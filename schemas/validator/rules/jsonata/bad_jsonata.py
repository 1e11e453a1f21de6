"""A JSONata expression cannot be read.

Why: an expression stands between {% and %}, with nothing before or after them, and the service reads it
when the machine is created: brackets must be closed, operators need both sides. The version is JSONata
2.0.6, which has no ?? and no ?: yet.

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
    """A text that is no whole expression, where it opens or closes one or nothing else may stand."""
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
