"""A JSONata expression cannot be read.

Why: an expression stands between {% and %}, and the service reads it when the machine is created:
brackets must be closed, operators need both sides.

Bad example:

    {"QueryLanguage": "JSONata", "StartAt": "A", "States": {
      "A": {"Type": "Pass", "Output": "{% $states.input.price * %}", "End": true}}}

Good example:

    {"QueryLanguage": "JSONata", "StartAt": "A", "States": {
      "A": {"Type": "Pass", "Output": "{% $states.input.price * 2 %}", "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.expressions.jsonata import mistake
from schemas.expressions.places import Place, shown_in
from schemas.finding import Finding, rule
from schemas.placeholder import is_placeholder
from schemas.words import shown

OPENING, CLOSING = "{%", "%}"


@rule("error", Place, "jsonata", "jsonata-or-text", "timestamp-or-jsonata")
def check(place: Place) -> Iterator[Finding]:
    """A text that is no whole expression, where it opens one or nothing else may stand."""
    text = place.value
    if not isinstance(text, str) or is_placeholder(text):
        return
    if not text.startswith(OPENING):
        if place.format == "jsonata":
            yield Finding(place.path, shown_in(place))
        return
    if len(text) < len(OPENING + CLOSING) or not text.endswith(CLOSING):
        yield Finding(place.path, shown_in(place))
        return
    source = text[len(OPENING) : -len(CLOSING)]
    offset = mistake(source)
    if offset is None:
        return
    near = source[offset:].strip()
    yield Finding(place.path, {**shown_in(place), **({"near": shown(near)} if near else {})})
