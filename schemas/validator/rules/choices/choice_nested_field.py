"""A nested choice rule says where to go.

Why: the rules inside And, Or and Not only compare; Next and Assign belong to the outermost rule.

Bad example:

    {"StartAt": "金額", "States": {
      "金額": {"Type": "Choice", "Default": "完了", "Choices": [
        {"Not": {"Variable": "$.total", "IsNull": true, "Next": "完了"}, "Next": "完了"}]},
      "完了": {"Type": "Succeed"}}}

Good example:

    {"StartAt": "金額", "States": {
      "金額": {"Type": "Choice", "Default": "完了", "Choices": [
        {"Not": {"Variable": "$.total", "IsNull": true}, "Next": "完了"}]},
      "完了": {"Type": "Succeed"}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.walk import ChoiceRule
from schemas.validator.finding import Finding, rule


@rule("error", ChoiceRule, "JSONPath")
def check(choice: ChoiceRule) -> Iterator[Finding]:
    """Next and Assign in a rule that is not the outermost."""
    if choice.outermost:
        return
    for field in ("Next", "Assign"):
        if field in choice.fields:
            yield Finding((*choice.path, field), {"field": field}, key=True)
