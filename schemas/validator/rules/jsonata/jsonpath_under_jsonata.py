"""A state switches to JSONPath in a JSONata state machine.

Why: a state machine written in JSONPath may contain JSONata states, but not the other way round; the service
refuses it.

Bad example:

    {"QueryLanguage": "JSONata", "StartAt": "A", "States": {
      "A": {"Type": "Pass", "QueryLanguage": "JSONPath", "End": true}}}

Good example:

    {"QueryLanguage": "JSONPath", "StartAt": "A", "States": {
      "A": {"Type": "Pass", "QueryLanguage": "JSONata", "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.walk import State
from schemas.validator.finding import Finding, rule


@rule("error", State)
def check(state: State) -> Iterator[Finding]:
    """A state with QueryLanguage JSONPath where its scope is written in JSONata."""
    if state.scope.language == "JSONata" and state.fields.get("QueryLanguage") == "JSONPath":
        yield Finding((*state.path, "QueryLanguage"), {"state": state.name})
