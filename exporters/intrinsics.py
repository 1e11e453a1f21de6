"""CloudFormation's intrinsic functions: references, texts with placeholders, and statements of policies."""

from __future__ import annotations

import re
from collections.abc import Mapping

from exporters.names import logical_id
from exporters.permissions.statement import Condition, Statement
from exporters.substitutions import PLACEHOLDER, ROLE_PLACEHOLDER
from schemas.core.paths import Json
from schemas.sidecar.deployment import Parameter, Resource, Substitution

References = Mapping[str, Json]

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
        variable = logical_id(name)
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

    A placeholder at its end stands for the name in the ARN; where its value is an ARN, that is the whole, and
    where it is a queue's URL, its last part is the name.
    """
    last = ROLE_PLACEHOLDER.search(text, max(text.rfind("${"), 0))
    if last is None or last.end() != len(text):
        return _in_role(text, references)
    value = references[last.group(1)]
    if _is_arn(value):
        return value
    if ":sqs:" in text:
        return _in_role(text, {**references, last.group(1): _queue_name(value)})
    return _in_role(text, references)


def _in_role(text: str, references: References) -> Json:
    return substitute(text, references, ROLE_PLACEHOLDER)


def _queue_name(url: Json) -> Json:
    return url.rsplit("/", 1)[-1] if isinstance(url, str) else {"Fn::Select": [4, {"Fn::Split": ["/", url]}]}


def _is_arn(value: Json) -> bool:
    if isinstance(value, str):
        return value.startswith("arn:")
    return (name_in_sub(value) or "").endswith(".Arn")


def _conditions(conditions: tuple[Condition, ...], references: References) -> dict[str, Json]:
    fields: dict[str, dict[str, Json]] = {}
    for condition in conditions:
        fields.setdefault(condition.operator, {})[condition.key] = _in_role(condition.value, references)
    return dict(fields)
