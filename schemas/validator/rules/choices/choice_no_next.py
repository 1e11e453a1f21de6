"""A choice rule leads nowhere.

Why: the outermost rule of a Choice names the state to go on to, in Next.

Bad example:

    {"StartAt": "金額", "States": {
      "金額": {"Type": "Choice", "Default": "完了", "Choices": [
        {"Variable": "$.total", "NumericGreaterThan": 1000}]},
      "完了": {"Type": "Succeed"}}}

Good example:

    {"StartAt": "金額", "States": {
      "金額": {"Type": "Choice", "Default": "完了", "Choices": [
        {"Variable": "$.total", "NumericGreaterThan": 1000, "Next": "完了"}]},
      "完了": {"Type": "Succeed"}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.walk import ChoiceRule
from schemas.validator.finding import Finding, rule


@rule("error", ChoiceRule, "JSONPath")
def check(choice: ChoiceRule) -> Iterator[Finding]:
    """An outermost rule without a Next."""
    if choice.outermost and "Next" not in choice.fields:
        yield Finding(choice.path)
