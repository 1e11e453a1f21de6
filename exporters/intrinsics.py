"""CloudFormation's intrinsic functions: references, texts with placeholders, and statements of policies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from exporters.names import placeholder_id
from exporters.permissions.statement import Condition, Statement
from exporters.substitutions import PLACEHOLDER, ROLE_PLACEHOLDER
from schemas.core.paths import Json
from schemas.sidecar.deployment import Parameter, Resource, Substitution

References = Mapping[str, Json]

_NAME_OR_ARN = re.compile(
    r"(:(?:function:|key/|role/|secret:|task-definition/|job-queue/|job-definition/))(?:\*/)?$"
)
"""The end of an ARN before the name of what a call may give by its name or by its ARN."""

_IN_SUB = re.compile(r"\$\{([\w.:]+)\}")
PSEUDO_PARAMETERS: References = {
    name: {"Ref": name} for name in ("AWS::AccountId", "AWS::Partition", "AWS::Region", "AWS::URLSuffix")
}
"""The values of the placeholders that exist in every stack."""


def reference(target: Substitution) -> Json:
    """Return the value of a placeholder: `{"Ref": ...}`, `{"Fn::GetAtt": ...}` or the value itself."""
    if isinstance(target, Parameter):
        return {"Ref": target.name}
    if isinstance(target, Resource):
        return {"Fn::GetAtt": [target.name, target.attribute]} if target.attribute else {"Ref": target.name}
    return target.value


def name_in_sub(value: Json) -> str | None:
    """Return the name of the reference `value` in `Fn::Sub`, such as `Table.Arn`; None for other values."""
    match value:
        case {"Ref": str(name)}:
            return name
        case {"Fn::GetAtt": [str(name), str(attribute)]}:
            return f"{name}.{attribute}"
    return None


def referred(value: Json) -> Iterator[str]:
    """Yield the ids that a value of CloudFormation refers to."""
    match value:
        case {"Ref": str(name)} | {"Fn::GetAtt": [str(name), *_]}:
            yield name
        case {"Fn::Sub": str(text)}:
            yield from (name.partition(".")[0] for name in _IN_SUB.findall(text))
        case {"Fn::Sub": [str(text), dict(variables)]}:
            yield from (name.partition(".")[0] for name in _IN_SUB.findall(text) if name not in variables)
            yield from referred(list(variables.values()))
        case dict():
            yield from (name for item in value.values() for name in referred(item))
        case list():
            yield from (name for item in value for name in referred(item))


def substitute(text: str, references: References, placeholder: re.Pattern[str] = PLACEHOLDER) -> Json:
    """`text`, its placeholders replaced: as it stands, as one reference, or as an `Fn::Sub`."""
    whole = placeholder.fullmatch(text)
    if whole:
        return references[whole.group(1)]
    parts = placeholder.split(text)
    if len(parts) == 1:
        return text
    variables: dict[str, Json] = {}
    for index in range(1, len(parts), 2):
        parts[index] = _part(parts[index], references, variables)
    joined = "".join(part if index % 2 else part.replace("${", "${!") for index, part in enumerate(parts))
    if variables:
        return {"Fn::Sub": [joined, variables]}
    return {"Fn::Sub": joined} if "${" in joined else joined


def _part(name: str, references: References, variables: dict[str, Json]) -> str:
    value = references[name]
    if isinstance(value, str):
        return value
    named = name_in_sub(value)
    if named is None:
        variable = placeholder_id(name)
        variables[variable] = value
        return f"${{{variable}}}"
    return f"${{{named}}}"


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

    A placeholder in it stands for a name; where its value is an ARN, the text begins with that, and where it
    is the URL of a queue, its last part is the name. What a call may give by its name or by its ARN is found
    in either; a machine is found in the ARN of its alias, and executions have its name.
    """
    for found in ROLE_PLACEHOLDER.finditer(text):
        name, before = found.group(1), text[: found.start()]
        if name.startswith("AWS::"):
            continue
        value = references[name]
        if before.endswith((":execution:", ":stateMachine:")):
            named = _select(0, ":", _name_after(":stateMachine:", name, value))
            return _in_role(text, {**references, name: named})
        if _is_arn(value):
            return _in_role(text[found.start() :], references)
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


def _is_arn(value: Json) -> bool:
    if isinstance(value, str):
        return value.startswith("arn:")
    return (name_in_sub(value) or "").endswith(".Arn")


def _conditions(conditions: tuple[Condition, ...], references: References) -> dict[str, Json]:
    fields: dict[str, dict[str, Json]] = {}
    for condition in conditions:
        fields.setdefault(condition.operator, {})[condition.key] = _in_role(condition.value, references)
    return dict(fields)
