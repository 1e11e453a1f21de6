"""A choice rule compares nothing.

Why: a rule needs exactly one comparison, or one of And, Or and Not; the service refuses one without.

Bad example:

    {"StartAt": "Total?", "States": {
      "Total?": {"Type": "Choice", "Default": "Done", "Choices": [
        {"Variable": "$.total", "Next": "Done"}]},
      "Done": {"Type": "Succeed"}}}

Good example:

    {"StartAt": "Total?", "States": {
      "Total?": {"Type": "Choice", "Default": "Done", "Choices": [
        {"Variable": "$.total", "NumericGreaterThan": 1000, "Next": "Done"}]},
      "Done": {"Type": "Succeed"}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.choices import operators
from schemas.asl.walk import ChoiceRule
from schemas.validator.finding import Finding, rule


@rule("error", ChoiceRule, "JSONPath")
def check(choice: ChoiceRule) -> Iterator[Finding]:
    """A rule with no operator."""
    if not operators(choice):
        yield Finding(choice.path)
