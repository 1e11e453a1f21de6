"""A choice rule has no Next.

Why: the outermost rule of a Choice names the state to continue with, in Next.

Bad example:

    {"StartAt": "Total?", "States": {
      "Total?": {"Type": "Choice", "Default": "Done", "Choices": [
        {"Variable": "$.total", "NumericGreaterThan": 1000}]},
      "Done": {"Type": "Succeed"}}}

Good example:

    {"StartAt": "Total?", "States": {
      "Total?": {"Type": "Choice", "Default": "Done", "Choices": [
        {"Variable": "$.total", "NumericGreaterThan": 1000, "Next": "Done"}]},
      "Done": {"Type": "Succeed"}}}
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
