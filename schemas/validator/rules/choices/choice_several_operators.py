"""A choice rule has more than one operator.

Why: a rule takes exactly one comparison, or one of And, Or and Not. Several comparisons are combined by And.

Bad example:

    {"StartAt": "Total?", "States": {
      "Total?": {"Type": "Choice", "Default": "Done", "Choices": [
        {"Variable": "$.total", "NumericGreaterThan": 1, "NumericLessThan": 9, "Next": "Done"}]},
      "Done": {"Type": "Succeed"}}}

Good example:

    {"StartAt": "Total?", "States": {
      "Total?": {"Type": "Choice", "Default": "Done", "Choices": [
        {"And": [
          {"Variable": "$.total", "NumericGreaterThan": 1},
          {"Variable": "$.total", "NumericLessThan": 9}], "Next": "Done"}]},
      "Done": {"Type": "Succeed"}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.choices import operators
from schemas.asl.walk import ChoiceRule
from schemas.validator.finding import Finding, rule


@rule("error", ChoiceRule, "JSONPath")
def check(choice: ChoiceRule) -> Iterator[Finding]:
    """A rule with more than one operator."""
    found = operators(choice)
    if len(found) > 1:
        yield Finding((*choice.path, found[1]), {"operators": ", ".join(found)}, key=True)
