"""A JSONata state contains a JSONPath.

Why: in a JSONata state only {% … %} is evaluated. "$.total" is plain text there, and .$ is part of the key.

Bad example:

    {"QueryLanguage": "JSONata", "StartAt": "A", "States": {
      "A": {"Type": "Pass", "Output": {"total.$": "$.order.total"}, "End": true}}}

Good example:

    {"QueryLanguage": "JSONata", "StartAt": "A", "States": {
      "A": {"Type": "Pass", "Output": {"total": "{% $states.input.order.total %}"}, "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.expressions.computed import computable_texts, looks_computed
from schemas.asl.expressions.path import is_path, members
from schemas.asl.walk import State
from schemas.core.diagnostic import Fix
from schemas.core.edits import Edit, Rename, Set
from schemas.core.paths import Path, field_of
from schemas.core.short_text import short_text
from schemas.validator.finding import Finding, rule

_ROOTS = {"$$": "$states.context", "$": "$states.input"}


@rule("warning", State)
def check(state: State) -> Iterator[Finding]:
    """Every text of a JSONata state that is a JSONPath or a call of an intrinsic function."""
    if state.language != "JSONata":
        return
    for path, text in computable_texts(state):
        marked = field_of(path).endswith(".$") and text.startswith("$") and is_path(text)
        if marked or looks_computed(text):
            params = {"field": field_of(path), "value": short_text(text)}
            yield Finding(path, params, fix=_translated(path, text))


def _translated(path: Path, text: str) -> Fix | None:
    """A fix that writes the path in JSONata; None where it has more than plain names."""
    root = "$$" if text.startswith("$$") else "$"
    names = members(text)
    if text != root + "".join(f".{name}" for name in names):
        return None
    edits: list[Edit] = [Set(path, f"{{% {'.'.join([_ROOTS[root], *names])} %}}")]
    key = path[-1]
    if isinstance(key, str) and key.endswith(".$"):
        edits.append(Rename(path, key[:-2]))
    return Fix(tuple(edits), safe=False)
