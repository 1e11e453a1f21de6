"""CloudFormation's intrinsic functions: references, and texts with placeholders."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from exporters.names import placeholder_id
from exporters.substitutions import PLACEHOLDER
from schemas.core.paths import Json
from schemas.sidecar.deployment import Parameter, Resource, Substitution

References = Mapping[str, Json]

IN_SUB = re.compile(r"\$\{(!?)([^}]*)\}")
"""A part of `Fn::Sub` that it replaces; behind a `!`, that it writes without the `!`."""

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
            yield from (name.partition(".")[0] for name in _names_in(text))
        case {"Fn::Sub": [str(text), dict(variables)]}:
            yield from (name.partition(".")[0] for name in _names_in(text) if name not in variables)
            yield from referred(list(variables.values()))
        case dict():
            yield from (name for item in value.values() for name in referred(item))
        case list():
            yield from (name for item in value for name in referred(item))


def _names_in(text: str) -> Iterator[str]:
    """The names in the text of an `Fn::Sub` that it replaces, such as `Table.Arn`."""
    yield from (name for literally, name in IN_SUB.findall(text) if not literally)


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
