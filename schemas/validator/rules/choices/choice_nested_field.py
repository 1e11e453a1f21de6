"""A nested choice rule has a Next or an Assign.

Why: the rules inside And, Or and Not only compare; Next and Assign belong to the outermost rule.

Bad example:

    {"StartAt": "Total?", "States": {
      "Total?": {"Type": "Choice", "Default": "Done", "Choices": [
        {"Not": {"Variable": "$.total", "IsNull": true, "Next": "Done"}, "Next": "Done"}]},
      "Done": {"Type": "Succeed"}}}

Good example:

    {"StartAt": "Total?", "States": {
      "Total?": {"Type": "Choice", "Default": "Done", "Choices": [
        {"Not": {"Variable": "$.total", "IsNull": true}, "Next": "Done"}]},
      "Done": {"Type": "Succeed"}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.walk import ChoiceRule
from schemas.validator.finding import Finding, rule


@rule("error", ChoiceRule, "JSONPath")
def check(choice: ChoiceRule) -> Iterator[Finding]:
    """Every Next and Assign of a rule that is not the outermost."""
    if choice.outermost:
        return
    for field in ("Next", "Assign"):
        if field in choice.fields:
            yield Finding((*choice.path, field), {"field": field}, key=True)
