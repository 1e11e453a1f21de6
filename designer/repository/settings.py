"""The deployment settings of a machine in a template: type, role, substitutions, logging and tracing."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from schemas.core.coerce import mapping
from schemas.core.edits import EditRefused, Set
from schemas.core.paths import Json, Path
from schemas.core.placeholder_syntax import is_substitution
from schemas.sidecar.deployment import LOG_LEVELS
from schemas.sidecar.design import Design

_TEXTS: Mapping[str, Mapping[str, tuple[Path, ...]]] = {
    "serverless": {
        "type": (("type",),),
        "role": (("role",),),
        "level": (("loggingConfig", "level"),),
        "data": (("loggingConfig", "includeExecutionData"),),
        "tracing": (("tracingConfig", "enabled"),),
    },
    "cloudformation": {
        "type": (("StateMachineType",),),
        "role": (("RoleArn",),),
        "level": (("LoggingConfiguration", "Level"),),
        "data": (("LoggingConfiguration", "IncludeExecutionData"),),
        "tracing": (("TracingConfiguration", "Enabled"),),
        "substitutions": (("DefinitionSubstitutions",),),
    },
    "sam": {
        "type": (("Type",),),
        "role": (("Role",),),
        "level": (("Logging", "Level"),),
        "data": (("Logging", "IncludeExecutionData"),),
        "tracing": (("Tracing", "Enabled"),),
        "substitutions": (("DefinitionSubstitutions",),),
    },
    "terraform": {
        "type": (("type",),),
        "role": (("role_arn",),),
        "level": (("logging_configuration", "level"),),
        "data": (("logging_configuration", "include_execution_data"),),
        "tracing": (("tracing_configuration", "enabled"),),
        "substitutions": (("substitutions",),),
    },
    "cdk": {
        "type": (("type",),),
        "role": (("role",),),
        "level": (("logs", "level"),),
        "data": (("logs", "data"),),
        "tracing": (("tracing",),),
        "substitutions": (("substitutions",),),
    },
}
"""The properties of a machine, by the kind of its template."""


def with_settings(design: Design, kind: str, properties: Mapping[str, Json]) -> Design:
    """The sidecar with the settings of the template, where it says nothing of its own about them."""
    found = _settings(kind, properties)
    is_express = found.pop("type", None) == "EXPRESS"
    own = mapping(design.fields.get("deployment"))
    missing = {name: value for name, value in found.items() if name not in own}
    edits = [Set(("deployment", name), value) for name, value in missing.items()]
    if missing and not own:
        edits = [Set(("deployment",), missing)]
    if is_express and "type" not in design.fields:
        edits = [Set(("type",), "EXPRESS"), *edits]
    try:
        return Design(design.document.apply(*edits).document) if edits else design
    except EditRefused:
        return design


def _settings(kind: str, properties: Mapping[str, Json]) -> dict[str, Json]:
    """The settings as the sidecar writes them; those that the template does not name are left out."""
    paths = _TEXTS.get(kind, {})
    given = {name: _first(properties, each) for name, each in paths.items()}
    found: dict[str, Json] = {"type": given.get("type")} if given.get("type") else {}
    for name, read in _READERS.items():
        value = read(given)
        if value is not None:
            found[name] = value
    return found


def _first(properties: Mapping[str, Json], paths: tuple[Path, ...]) -> Json:
    """The value at the first of the paths that has one."""
    for path in paths:
        value: Json = dict(properties)
        for part in path:
            value = mapping(value).get(str(part))
        if value is not None:
            return value
    return None


def _role(given: Mapping[str, Json]) -> Json:
    role = given.get("role")
    return role if isinstance(role, str) and role.startswith("arn:") else None


def _tracing(given: Mapping[str, Json]) -> Json:
    """True or false; the service traces nothing where a template says nothing."""
    return given.get("tracing") is True if "tracing" in given else None


def _logging(given: Mapping[str, Json]) -> Json:
    level = given.get("level")
    if "level" not in given or (level is not None and level not in LOG_LEVELS):
        return None
    found: dict[str, Json] = {"level": level or "OFF"}
    if given.get("data") is True:
        found["includeExecutionData"] = True
    return found


def _substitutions(given: Mapping[str, Json]) -> Json:
    """A constant or a function of the template for each name."""
    named = mapping(given.get("substitutions"))
    found: dict[str, Json] = {
        name: {"value": value} for name, value in named.items() if is_substitution(name)
    }
    return found or None


_READERS: Mapping[str, Callable[[Mapping[str, Json]], Json]] = {
    "role": _role,
    "tracing": _tracing,
    "logging": _logging,
    "substitutions": _substitutions,
}
