"""A Choice has no Default, and its rules do not cover every case.

Why: where no rule matches and there is no Default, the execution fails, and a Choice has no Catch. That is
fine only where the rules cover every case.

Bad example:

    {"StartAt": "Payment Method", "States": {
      "Payment Method": {"Type": "Choice", "Choices": [
        {"Variable": "$.method", "StringEquals": "card", "Next": "Done"}]},
      "Done": {"Type": "Succeed"}}}

Good example:

    {"StartAt": "Payment Method", "States": {
      "Payment Method": {"Type": "Choice", "Default": "Rejected", "Choices": [
        {"Variable": "$.method", "StringEquals": "card", "Next": "Done"}]},
      "Done": {"Type": "Succeed"},
      "Rejected": {"Type": "Fail"}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.walk import State
from schemas.core.paths import Json
from schemas.validator.finding import Finding, rule

_BOOLEAN_OPERATORS = (
    "BooleanEquals",
    "IsPresent",
    "IsNull",
    "IsString",
    "IsNumeric",
    "IsBoolean",
    "IsTimestamp",
)


@rule("hint", State, "Choice")
def check(state: State) -> Iterator[Finding]:
    """A Choice without a Default whose rules do not surely cover every case."""
    choices = state.fields.get("Choices")
    if "Default" in state.fields or not isinstance(choices, list) or not choices:
        return
    if not _cover_everything(choices):
        yield Finding(state.path, {"state": state.name}, key=True)


def _cover_everything(choices: list[Json]) -> bool:
    """True if one rule always matches, or two compare the same value with true and with false."""
    rules = [choice for choice in choices if isinstance(choice, dict)]
    if any(choice.get("Condition") in (True, "{% true %}") for choice in rules):
        return True
    compared = {
        (choice.get("Variable"), operator, choice[operator])
        for choice in rules
        for operator in _BOOLEAN_OPERATORS
        if isinstance(choice.get(operator), bool) and isinstance(choice.get("Variable"), str)
    }
    return any((variable, operator, not operand) in compared for variable, operator, operand in compared)
