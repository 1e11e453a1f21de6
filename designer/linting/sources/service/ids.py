"""The logical ids of the template that the Serverless Framework makes of a service."""

from __future__ import annotations

import re
from collections.abc import Iterator

from designer.linting.sources.place import Place
from designer.linting.sources.service.service import Service
from schemas.asl.template_functions import call_of
from schemas.validator.logical_ids import LogicalIds

GENERATED = (
    r"ServerlessDeploymentBucket\w*|(IamRole|ApiGateway|HttpApi|Websockets|Alb|Iot|S3Bucket|SNSTopic|Cognito)\w*"
    r"|\w+(LogGroup|Role|LambdaVersion|LambdaLayer|LambdaAlias|EventsRule|LambdaPermission|StepFunctions|Activity)\w*"
)
"""What the framework and the plugin make beside functions and resources: roles, logs, events, machines."""

_ADDS_NO_RESOURCE = re.compile(
    r"serverless-(step-functions(-offline|-local.*)?|offline.*|webpack|esbuild|bundle|(plugin-)?typescript"
    r"|python-requirements|go-plugin|rust|prune-plugin|dotenv-plugin|pseudo-parameters|iam-roles-per-function"
    r"|localstack|export-env|optimize|deployment-bucket|stack-termination-protection|stack-output|export-outputs"
    r"|plugin-(common-excludes|include-dependencies|optimize|package-.+|ifelse|composed-vars|log-retention|tracing)"
    r"|domain-manager|vpc-discovery|better-credentials|latest-layer-version)"
)
"""Plugins that only package, run or name things; any other may add resources."""


class _NotKnown(Exception):
    """A part of the service is not followed, so that it may hold any id."""


def ids_of(service: Service, root: Place) -> LogicalIds | None:
    """The ids of functions (also by their keys, which the plugin takes), resources and machines.

    None if a part is not known, or a plugin may add others.
    """
    if not isinstance(root.value, dict) or "provider" not in root.value:
        return None
    try:
        _check_plugins(service, root.get("plugins"))
        names = {name for part in _parts(service, root.get("functions")) for name, _ in part.members()}
        ids = {*names, *map(_function_id, names), *_machine_ids(service, root)}
        for part in _parts(service, root.get("resources")):
            for resources in _parts(service, part.get("Resources")):
                ids |= {name for name, _ in resources.members()}
            for parameters in _parts(service, part.get("Parameters")):
                ids |= {name for name, _ in parameters.members()}
    except _NotKnown:
        return None
    return LogicalIds(frozenset(ids), GENERATED) if not any(id.startswith("Fn::") for id in ids) else None


def _check_plugins(service: Service, plugins: Place | None) -> None:
    """Raise `_NotKnown` unless each of the plugins is known to add no resource."""
    followed = service.followed(plugins, quietly=True) if plugins else None
    value = followed.value if followed else []
    names = value.get("modules", []) if isinstance(value, dict) else value
    if (plugins and not followed) or not isinstance(names, list):
        raise _NotKnown
    if not all(isinstance(name, str) and _ADDS_NO_RESOURCE.fullmatch(name) for name in names):
        raise _NotKnown


def _machine_ids(service: Service, root: Place) -> Iterator[str]:
    """The ids that machines have by choice."""
    for section in _parts(service, root.get("stepFunctions")):
        for machines in _parts(service, section.get("stateMachines")):
            for _, place in machines.members():
                for machine in _parts(service, place):
                    id = machine.get("id")
                    named = service.followed(id, quietly=True) if id else None
                    if id and (named is None or not isinstance(named.value, str) or "${" in named.value):
                        raise _NotKnown
                    if named:
                        yield str(named.value)


def _parts(service: Service, place: Place | None, depth: int = 0) -> Iterator[Place]:
    """The objects at `place`, in a list or behind variables."""
    if place is None or place.value is None:
        return
    followed = service.followed(place, quietly=True)
    if followed is None or depth > 5:
        raise _NotKnown
    if isinstance(followed.value, list):
        for item in followed.items():
            yield from _parts(service, item, depth + 1)
    elif isinstance(followed.value, dict) and not call_of(followed.value)[0]:
        yield followed
    else:
        raise _NotKnown


def _function_id(name: str) -> str:
    """The id of a function: its key with a capital, without `-` and `_`, and `LambdaFunction`."""
    plain = name.replace("-", "Dash").replace("_", "Underscore")
    return f"{plain[:1].upper()}{plain[1:]}LambdaFunction"
