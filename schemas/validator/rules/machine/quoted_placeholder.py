"""A placeholder in the place of a number, a flag, a list or an object is in quotes.

Why: the deployment replaces the placeholder and leaves the quotes, so that the service receives a text and
refuses it: it expects a value of another type.

Bad example:

    {"StartAt": "Wait", "States": {
      "Wait": {"Type": "Wait", "Seconds": "${Patience}", "End": true}}}

Good example:

    {"StartAt": "Wait", "States": {
      "Wait": {"Type": "Wait", "Seconds": ${Patience}, "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.flow import Flow
from schemas.asl.placeholder_kinds import Placed, in_scope, in_state
from schemas.core.diagnostic import Fix
from schemas.core.edits import Set
from schemas.core.paths import field_of
from schemas.core.placeholder import Unquoted
from schemas.core.short_text import short_text
from schemas.validator.finding import Finding, rule


@rule("warning", Flow)
def check(flow: Flow) -> Iterator[Finding]:
    """Each text that is nothing but placeholders where the language allows no text.

    Arguments of a call are left aside: a service reads a number also from a text.
    """
    yield from _in_quotes(in_scope(flow.scope))
    for state in flow.states.values():
        yield from _in_quotes(in_state(state))


def _in_quotes(found: Iterator[Placed] | tuple[Placed, ...]) -> Iterator[Finding]:
    for each in found:
        if isinstance(each.value, str) and not isinstance(each.value, Unquoted) and _is_no_text(each):
            params = {"field": field_of(each.path), "value": short_text(each.value)}
            fix = Fix((Set(each.path, Unquoted(each.value)),)) if each.is_whole else None
            yield Finding(each.path, params, fix=fix)


def _is_no_text(placed: Placed) -> bool:
    if placed.argument or placed.kind in ("text", "any"):
        return False
    return not placed.computed or (placed.is_whole and placed.kind in ("number", "boolean"))
