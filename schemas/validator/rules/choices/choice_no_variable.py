"""A comparison has no Variable.

Why: every comparison needs the path of the value that it compares, in Variable.

Bad example:

    {"StartAt": "Total?", "States": {
      "Total?": {"Type": "Choice", "Default": "Done", "Choices": [
        {"NumericGreaterThan": 1000, "Next": "Done"}]},
      "Done": {"Type": "Succeed"}}}

Good example:

    {"StartAt": "Total?", "States": {
      "Total?": {"Type": "Choice", "Default": "Done", "Choices": [
        {"Variable": "$.total", "NumericGreaterThan": 1000, "Next": "Done"}]},
      "Done": {"Type": "Succeed"}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.choices import COMBINING, operators
from schemas.asl.walk import ChoiceRule
from schemas.validator.finding import Finding, rule


@rule("error", ChoiceRule, "JSONPath")
def check(choice: ChoiceRule) -> Iterator[Finding]:
    """A rule with a comparison and no Variable."""
    comparisons = [operator for operator in operators(choice) if operator not in COMBINING]
    if comparisons and "Variable" not in choice.fields:
        yield Finding(choice.path, {"operator": comparisons[0]})
