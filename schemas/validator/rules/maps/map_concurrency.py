"""An inline Map asks for more concurrency than it gets.

Why: an inline Map processes 40 items at a time at most, whatever MaxConcurrency says. A distributed Map
processes more.

Bad example:

    {"StartAt": "Ship lines", "States": {
      "Ship lines": {"Type": "Map", "End": true, "MaxConcurrency": 100,
        "ItemProcessor": {"StartAt": "Ship line", "States": {"Ship line": {"Type": "Pass", "End": true}}}}}}

Good example:

    {"StartAt": "Ship lines", "States": {
      "Ship lines": {"Type": "Map", "End": true, "MaxConcurrency": 40,
        "ItemProcessor": {"StartAt": "Ship line", "States": {"Ship line": {"Type": "Pass", "End": true}}}}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.map_processor import mode_of, processor_of
from schemas.asl.walk import State
from schemas.validator.finding import Finding, rule

MAX_INLINE = 40


@rule("hint", State, "Map")
def check(state: State) -> Iterator[Finding]:
    """A MaxConcurrency above 40 on an inline Map."""
    wanted = state.fields.get("MaxConcurrency")
    if mode_of(processor_of(state.fields)) != "INLINE":
        return
    if isinstance(wanted, int) and wanted > MAX_INLINE:
        yield Finding((*state.path, "MaxConcurrency"), {"wanted": str(wanted), "most": str(MAX_INLINE)})
