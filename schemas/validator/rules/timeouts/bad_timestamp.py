"""A timestamp is malformed.

Why: a timestamp follows RFC 3339: date, T, time, and Z or the offset from UTC. The service refuses any other
form.

Bad example:

    {"StartAt": "A", "States": {
      "A": {"Type": "Wait", "Timestamp": "2026-04-01 09:00", "End": true}}}

Good example:

    {"StartAt": "A", "States": {
      "A": {"Type": "Wait", "Timestamp": "2026-04-01T09:00:00+09:00", "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.expressions.formatted_values import FormattedValue, params_of
from schemas.asl.expressions.timestamp import is_timestamp
from schemas.core.placeholder import is_placeholder
from schemas.validator.finding import Finding, rule


@rule("error", FormattedValue, "timestamp", "timestamp-or-jsonata")
def check(place: FormattedValue) -> Iterator[Finding]:
    """A text that is no timestamp and, where JSONata is allowed, no expression either."""
    text = place.value
    if not isinstance(text, str) or is_placeholder(text) or is_timestamp(text):
        return
    if place.format == "timestamp" or not text.startswith("{%"):
        yield Finding(place.path, params_of(place))
