"""The deployment settings of a workflow, which exporters need and ASL does not have."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Literal

from schemas.core.coerce import flag, mapping, text, texts
from schemas.core.paths import Json
from schemas.sidecar.attachments.alarms import Alarms, read_alarms
from schemas.sidecar.attachments.events import Event, read_events
from schemas.sidecar.notification import Notification, read_notification
from schemas.sidecar.staged import Staged, read_staged

LogLevel = Literal["ALL", "ERROR", "FATAL", "OFF"]
LOG_LEVELS: tuple[LogLevel, ...] = ("ALL", "ERROR", "FATAL", "OFF")
DEFAULT_REGION = "ap-northeast-1"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A substitution by a parameter of the stack, with the parameter's default value."""

    name: str
    default: str | None = None


@dataclass(frozen=True, slots=True)
class Resource:
    """A substitution by a resource of the stack: its reference, or one of its attributes (such as `Arn`)."""

    name: str
    attribute: str | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """A substitution by a constant, or by a CloudFormation function (`{"Fn::ImportValue": ...}`)."""

    value: Json


Substitution = Parameter | Resource | Value


@dataclass(frozen=True, slots=True)
class Logging:
    """The log level of executions, and if their data is logged, too."""

    level: LogLevel = "ERROR"
    include_execution_data: bool = False


@dataclass(frozen=True, slots=True)
class Deployment:
    """The deployment settings of a sidecar; `service`, `role`, `kms_key` and `alias` are empty if not set.

    `role` is the ARN of an existing role, `kms_key` that of the key which encrypts the state machine, `alias`
    the name that points to the version which a deployment publishes. Of a
    setting in `staged` they have the value of the first stage. With `cdk_constructs`, an app of the CDK in
    TypeScript has the definition as constructs instead of a file.
    """

    service: str = ""
    region: str = DEFAULT_REGION
    role: str = ""
    kms_key: str = ""
    alias: str = ""
    substitutions: dict[str, Substitution] = field(default_factory=dict)
    tracing: bool = True
    cdk_constructs: bool = False
    logging: Logging = field(default_factory=Logging)
    environment: dict[str, str] = field(default_factory=dict)
    tags: dict[str, str] = field(default_factory=dict)
    notification: Notification = field(default_factory=Notification)
    events: dict[str, Event] = field(default_factory=dict)
    alarms: Alarms = field(default_factory=Alarms)
    stubs: bool = False
    staged: Staged = field(default_factory=dict)


def read_deployment(value: Json) -> Deployment:
    """Read the settings from JSON; a missing or invalid setting has its default value."""
    fields = mapping(value)
    items = mapping(fields.get("substitutions")).items()
    substitutions = ((name, _substitution(item)) for name, item in items)
    return Deployment(
        service=text(fields.get("service")),
        region=text(fields.get("region")) or DEFAULT_REGION,
        role=of_stage(fields.get("role")) or "",
        kms_key=of_stage(fields.get("kmsKey")) or "",
        alias=text(fields.get("alias")),
        substitutions={name: substitution for name, substitution in substitutions if substitution},
        tracing=flag(fields.get("tracing"), default=True),
        cdk_constructs=flag(fields.get("cdkConstructs"), default=False),
        logging=_logging(mapping(fields.get("logging"))),
        environment=_of_stage(fields.get("environment")),
        tags=_of_stage(fields.get("tags")),
        notification=read_notification(fields.get("notification")),
        events=read_events(fields.get("events")),
        alarms=read_alarms(fields.get("alarms")),
        stubs=flag(fields.get("stubs"), default=False),
        staged=read_staged(fields),
    )


def of_stage(value: Json) -> str | None:
    """The text of a setting that may have one for each stage: that of the first stage; None for no text."""
    if isinstance(value, str):
        return value
    return next(iter(texts(mapping(value).get("stages")).values()), None)


def _of_stage(value: Json) -> dict[str, str]:
    found = {name: of_stage(each) for name, each in mapping(value).items()}
    return {name: each for name, each in found.items() if each is not None}


def _substitution(value: Json) -> Substitution | None:
    fields = mapping(value)
    if parameter := text(fields.get("parameter")):
        return Parameter(parameter, _default(fields.get("default")))
    if resource := text(fields.get("resource")):
        return Resource(resource, text(fields.get("attribute")) or None)
    return Value(fields["value"]) if "value" in fields else None


def _default(value: Json) -> str | None:
    """A default value as text: `45` for the number, `true` for the flag."""
    return json.dumps(value) if isinstance(value, bool | int | float) else of_stage(value)


def _logging(fields: dict[str, Json]) -> Logging:
    level: LogLevel = next((level for level in LOG_LEVELS if level == fields.get("level")), "ERROR")
    return Logging(level, flag(fields.get("includeExecutionData"), default=False))
