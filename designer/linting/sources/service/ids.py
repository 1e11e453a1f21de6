"""The logical ids of the template that the Serverless Framework makes of a service."""

from __future__ import annotations

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


class _NotKnown(Exception):
    """A part of the service is not followed, so that it may hold any id."""


def ids_of(service: Service, root: Place) -> LogicalIds | None:
    """The ids of functions (also by their keys, which the plugin takes) and of resources; None if unknown."""
    if not isinstance(root.value, dict) or "provider" not in root.value:
        return None
    try:
        names = {name for part in _parts(service, root.get("functions")) for name, _ in part.members()}
        ids = {*names, *map(_function_id, names)}
        for part in _parts(service, root.get("resources")):
            for resources in _parts(service, part.get("Resources")):
                ids |= {name for name, _ in resources.members()}
            for parameters in _parts(service, part.get("Parameters")):
                ids |= {name for name, _ in parameters.members()}
    except _NotKnown:
        return None
    return LogicalIds(frozenset(ids), GENERATED) if not any(id.startswith("Fn::") for id in ids) else None


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
