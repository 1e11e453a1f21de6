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

from schemas.asl.placeholder_kinds import Placed
from schemas.core.diagnostic import Fix
from schemas.core.edits import Set
from schemas.core.paths import field_of
from schemas.core.placeholder import Unquoted
from schemas.core.short_text import short_text
from schemas.validator.finding import Finding, rule


@rule("warning", Placed)
def check(placed: Placed) -> Iterator[Finding]:
    """A text that is nothing but placeholders where the language allows no text.

    Arguments of a call are left aside: a service reads a number also from a text.
    """
    if isinstance(placed.value, str) and not isinstance(placed.value, Unquoted) and _is_no_text(placed):
        params = {"field": field_of(placed.path), "value": short_text(placed.value)}
        fix = Fix((Set(placed.path, Unquoted(placed.value)),)) if placed.is_whole else None
        yield Finding(placed.path, params, fix=fix, in_quotes=True)


def _is_no_text(placed: Placed) -> bool:
    if placed.argument or placed.kind in ("text", "any"):
        return False
    return not placed.computed or (placed.is_whole and placed.kind in ("number", "boolean"))
