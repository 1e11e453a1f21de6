"""An inline Map asks for more at once than it gets.

Why: an inline Map works on 40 items at a time at most, whatever MaxConcurrency says. More of them at once is
what a distributed Map is for.

Bad example:

    {"StartAt": "明細", "States": {
      "明細": {"Type": "Map", "End": true, "MaxConcurrency": 100,
        "ItemProcessor": {"StartAt": "一行", "States": {"一行": {"Type": "Pass", "End": true}}}}}}

Good example:

    {"StartAt": "明細", "States": {
      "明細": {"Type": "Map", "End": true, "MaxConcurrency": 40,
        "ItemProcessor": {"StartAt": "一行", "States": {"一行": {"Type": "Pass", "End": true}}}}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.walk import State
from schemas.core.coerce import mapping
from schemas.validator.finding import Finding, rule

MOST = 40


@rule("hint", State, "Map")
def check(state: State) -> Iterator[Finding]:
    """A MaxConcurrency beyond that, where the Map is inline."""
    processor = mapping(state.fields.get("ItemProcessor", state.fields.get("Iterator")))
    wanted = state.fields.get("MaxConcurrency")
    if mapping(processor.get("ProcessorConfig")).get("Mode", "INLINE") != "INLINE":
        return
    if isinstance(wanted, int) and wanted > MOST:
        yield Finding((*state.path, "MaxConcurrency"), {"wanted": str(wanted), "most": str(MOST)})
