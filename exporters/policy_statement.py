"""A statement of a role in a policy document of a stack, its placeholders replaced by their values."""

from __future__ import annotations

import re

from exporters.intrinsics import References, substitute
from exporters.permissions.statement import Condition, Statement
from exporters.substitutions import ROLE_PLACEHOLDER
from schemas.core.paths import Json

_NAME_OR_ARN = re.compile(
    r"(:(?:function:|key/|role/|secret:|task-definition/|job-queue/|job-definition/))(?:\*/)?$"
)
"""The end of an ARN before the name of what a call may give by its name or by its ARN."""


def policy_statement(statement: Statement, references: References) -> dict[str, Json]:
    """`statement` in a policy document of the stack."""
    resources = [_resource(text, references) for text in statement.resources]
    fields: dict[str, Json] = {
        "Effect": "Allow",
        "Action": list(statement.actions),
        "Resource": resources[0] if len(resources) == 1 else resources,
    }
    if statement.conditions:
        fields["Condition"] = _conditions(statement.conditions, references)
    return fields


def _resource(text: str, references: References) -> Json:
    """The ARN that `text` means.

    A placeholder in it stands for a name; where its value is the URL of a queue, its last part is the name.
    What a call may give by its name or by its ARN is found in either; a machine is found in the ARN of its
    alias, and executions have its name.
    """
    for found in ROLE_PLACEHOLDER.finditer(text):
        name, before = found.group(1), text[: found.start()]
        if name.startswith("AWS::"):
            continue
        value = references[name]
        if before.endswith((":execution:", ":stateMachine:")):
            named = _select(0, ":", _name_after(":stateMachine:", name, value))
            return _in_role(text, {**references, name: named})
        either = _NAME_OR_ARN.search(before)
        if either:
            return _in_role(text, {**references, name: _name_after(either[1], name, value)})
        if ":sqs:" in before:
            return _in_role(text, {**references, name: _queue_name(value)})
    return _in_role(text, references)


def _in_role(text: str, references: References) -> Json:
    return substitute(text, references, ROLE_PLACEHOLDER)


def _queue_name(url: Json) -> Json:
    return url.rsplit("/", 1)[-1] if isinstance(url, str) else _select(4, "/", url)


def _name_after(separator: str, placeholder: str, value: Json) -> Json:
    """The name in `value`, which is a name or an ARN with it behind `separator`.

    Doubled around the separator, both have the name as their second part.
    """
    doubled = f"${{{placeholder}}}{separator}${{{placeholder}}}"
    return _select(1, separator, substitute(doubled, {placeholder: value}))


def _select(index: int, separator: str, text: Json) -> Json:
    if isinstance(text, str):
        return text.split(separator)[index]
    return {"Fn::Select": [index, {"Fn::Split": [separator, text]}]}


def _conditions(conditions: tuple[Condition, ...], references: References) -> dict[str, Json]:
    fields: dict[str, dict[str, Json]] = {}
    for condition in conditions:
        fields.setdefault(condition.operator, {})[condition.key] = _in_role(condition.value, references)
    return dict(fields)
