"""And, Or or Not stands beside a Variable.

Why: they combine whole rules, each of which has its own Variable; the service refuses one beside them.

Bad example:

    {"StartAt": "Total?", "States": {
      "Total?": {"Type": "Choice", "Default": "Done", "Choices": [
        {"Variable": "$.total", "Not": {"Variable": "$.total", "IsNull": true}, "Next": "Done"}]},
      "Done": {"Type": "Succeed"}}}

Good example:

    {"StartAt": "Total?", "States": {
      "Total?": {"Type": "Choice", "Default": "Done", "Choices": [
        {"Not": {"Variable": "$.total", "IsNull": true}, "Next": "Done"}]},
      "Done": {"Type": "Succeed"}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.choices import COMBINING, operators
from schemas.asl.walk import ChoiceRule
from schemas.core.diagnostic import Fix
from schemas.core.edits import Remove
from schemas.validator.finding import Finding, rule


@rule("error", ChoiceRule, "JSONPath")
def check(choice: ChoiceRule) -> Iterator[Finding]:
    """A combining rule with a Variable."""
    found = operators(choice)
    path = (*choice.path, "Variable")
    if "Variable" in choice.fields and found and set(found) <= COMBINING:
        yield Finding(path, {"operator": found[0]}, key=True, fix=Fix((Remove(path),)))
