"""A comparison does not say what it compares.

Why: every comparison needs the path of the value that it looks at, in Variable.

Bad example:

    {"StartAt": "金額", "States": {
      "金額": {"Type": "Choice", "Default": "完了", "Choices": [
        {"NumericGreaterThan": 1000, "Next": "完了"}]},
      "完了": {"Type": "Succeed"}}}

Good example:

    {"StartAt": "金額", "States": {
      "金額": {"Type": "Choice", "Default": "完了", "Choices": [
        {"Variable": "$.total", "NumericGreaterThan": 1000, "Next": "完了"}]},
      "完了": {"Type": "Succeed"}}}
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
