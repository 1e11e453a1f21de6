"""A JSONata expression reads a result or an error where there is none.

Why: $states.result exists only in Output and Assign of a Task, Map or Parallel, and $states.errorOutput only
in Output and Assign of a Catch. The service refuses them anywhere else.

Bad example:

    {"QueryLanguage": "JSONata", "StartAt": "Charge card", "States": {
      "Charge card": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
        "Arguments": {"FunctionName": "pay", "Payload": "{% $states.result %}"}}}}

Good example:

    {"QueryLanguage": "JSONata", "StartAt": "Charge card", "States": {
      "Charge card": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
        "Arguments": {"FunctionName": "pay", "Payload": "{% $states.input %}"},
        "Output": "{% $states.result.Payload %}"}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.expressions.computed import computed_values
from schemas.asl.expressions.embedded import read
from schemas.asl.expressions.formatted_values import FormattedValue
from schemas.asl.walk import State
from schemas.core.paths import Path
from schemas.validator.finding import Finding, rule

TYPES_WITH_RESULT = ("Task", "Map", "Parallel")
FIELDS_WITH_RESULT = ("Output", "Assign")


@rule("error", State)
def check(state: State) -> Iterator[Finding]:
    """Every expression of a JSONata state that reads one of the two outside its fields."""
    if state.language != "JSONata":
        return
    for formatted in computed_values(state):
        field = formatted.path[len(state.path) :]
        for member in _members_read(formatted):
            if (member == "result" and not _has_result(field, state.type)) or (
                member == "errorOutput" and not _has_error(field)
            ):
                yield Finding(formatted.path, {"name": f"$states.{member}"})


def _members_read(formatted: FormattedValue) -> list[str]:
    used = (use.members for use in read(formatted.value).uses if use.name == "states")
    return list(dict.fromkeys(members[0] for members in used if members))


def _has_result(field: Path, type: str) -> bool:
    return type in TYPES_WITH_RESULT and field[0] in FIELDS_WITH_RESULT


def _has_error(field: Path) -> bool:
    return field[0] == "Catch" and field[2:3] != () and field[2] in FIELDS_WITH_RESULT
