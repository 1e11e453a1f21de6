"""The groups of fields in the inspector."""

from __future__ import annotations

from typing import Literal

Group = Literal["main", "failure", "data", "distributed", "more", "elsewhere"]


def group_of(field: str) -> Group:
    """The group of a field: `main` is always visible, `elsewhere` has controls of its own."""
    return _GROUPS.get(field, "main")


_GROUPS: dict[str, Group] = {
    "Type": "elsewhere",
    "Comment": "elsewhere",
    "QueryLanguage": "elsewhere",
    "Next": "elsewhere",
    "End": "elsewhere",
    "Default": "elsewhere",
    "Iterator": "elsewhere",
    "Timestamp": "elsewhere",
    "Retry": "failure",
    "Catch": "failure",
    "TimeoutSeconds": "failure",
    "HeartbeatSeconds": "failure",
    "InputPath": "data",
    "Parameters": "data",
    "Arguments": "data",
    "ResultSelector": "data",
    "ResultPath": "data",
    "OutputPath": "data",
    "Output": "data",
    "Assign": "data",
    "Credentials": "more",
    "ItemReader": "distributed",
    "ItemBatcher": "distributed",
    "ResultWriter": "distributed",
    "ToleratedFailureCount": "distributed",
    "ToleratedFailurePercentage": "distributed",
    "Label": "distributed",
}
