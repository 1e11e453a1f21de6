"""A Choice does not say what happens otherwise.

Why: where no rule holds and there is no Default, the run fails with States.NoChoiceMatched, which no Catch
can take. That is fine only where the rules leave nothing out.

Bad example:

    {"StartAt": "支払い方法", "States": {
      "支払い方法": {"Type": "Choice", "Choices": [
        {"Variable": "$.method", "StringEquals": "card", "Next": "完了"}]},
      "完了": {"Type": "Succeed"}}}

Good example:

    {"StartAt": "支払い方法", "States": {
      "支払い方法": {"Type": "Choice", "Default": "受付不可", "Choices": [
        {"Variable": "$.method", "StringEquals": "card", "Next": "完了"}]},
      "完了": {"Type": "Succeed"},
      "受付不可": {"Type": "Fail"}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.walk import State
from schemas.core.paths import Json
from schemas.validator.finding import Finding, rule

_YES_OR_NO = ("BooleanEquals", "IsPresent", "IsNull", "IsString", "IsNumeric", "IsBoolean", "IsTimestamp")


@rule("hint", State, "Choice")
def check(state: State) -> Iterator[Finding]:
    """A Choice with rules that leave something out, and no Default."""
    choices = state.fields.get("Choices")
    if "Default" in state.fields or not isinstance(choices, list) or not choices:
        return
    if not _leave_nothing(choices):
        yield Finding(state.path, {"state": state.name}, key=True)


def _leave_nothing(choices: list[Json]) -> bool:
    """Whether a rule always holds, or two ask for the yes and the no of the same thing."""
    rules = [choice for choice in choices if isinstance(choice, dict)]
    if any(choice.get("Condition") in (True, "{% true %}") for choice in rules):
        return True
    asked = {
        (choice.get("Variable"), operator, choice[operator])
        for choice in rules
        for operator in _YES_OR_NO
        if isinstance(choice.get(operator), bool) and isinstance(choice.get("Variable"), str)
    }
    return any((variable, operator, not answer) in asked for variable, operator, answer in asked)
