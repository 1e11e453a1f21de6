"""The token of a task in the arguments of its call: the parameters that carry it, and putting it there.

Source: the developer guide of Step Functions, "Discover service integration patterns", Wait for a Callback
with Task Token, and the pages of the optimized integrations.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from schemas.asl.services.integration import SDK, Integration
from schemas.asl.walk import QueryLanguage
from schemas.core.coerce import mapping
from schemas.core.paths import Json, Path
from schemas.core.placeholder import is_placeholder

_NAME, _INPUT, _CONTENT = "TaskToken", "Input", "Content"

_Arguments = dict[str, Json]

_CARRIERS: Mapping[str, frozenset[str]] = {
    "apigateway": frozenset({"Headers", "Path", "QueryParameters", "RequestBody"}),
    "bedrock": frozenset({"Body"}),
    "ecs": frozenset({"Overrides"}),
    "eks": frozenset({"Job"}),
    "events": frozenset({"Detail"}),
    "lambda": frozenset({"Payload", "ClientContext"}),
    "sns": frozenset({"Message", "MessageAttributes", "Subject"}),
    "sqs": frozenset({"MessageBody", "MessageAttributes"}),
    "states": frozenset({"Input", "Name"}),
}
_NAMES_A_RESOURCE = re.compile(
    r"(?:Url|Uri|Arn|Name|Id|Bucket|Cluster|Role|Region|Endpoint|TaskDefinition)\Z"
)

_TOKEN: Mapping[QueryLanguage, str] = {
    "JSONPath": "$$.Task.Token",
    "JSONata": "{% $states.context.Task.Token %}",
}
_HEADER: Mapping[QueryLanguage, str] = {
    "JSONPath": "States.Array($$.Task.Token)",
    "JSONata": "{% [$states.context.Task.Token] %}",
}
_AS_TEXT: Mapping[QueryLanguage, str] = {
    "JSONPath": "States.JsonToString($$.Task)",
    "JSONata": "{% $string($states.context.Task) %}",
}


def may_carry(call: Integration, path: Path) -> bool:
    """True if the receiver of the call sees the argument at `path`, so that the token may stand there.

    `path` leads from the arguments to the value, as ("Entries", 0, "Detail").
    """
    names = [str(step).removesuffix(".$") for step in path]
    carriers = _CARRIERS.get(call.service)
    if carriers is not None:
        return not carriers.isdisjoint(names)
    return bool(names) and not _NAMES_A_RESOURCE.search(names[-1])


def with_token(call: Integration, language: QueryLanguage, arguments: Json) -> Json:
    """The arguments with the token in the message of the call; as they are where no parameter is for it.

    A message that was a text or an expression becomes an object with it and the token.
    """
    put = _PUT.get(f"{call.service}:{call.action}")
    if put is None or is_placeholder(arguments) or not isinstance(arguments, dict | None):
        return arguments
    return put(mapping(arguments), language)


def without_token(language: QueryLanguage, arguments: Json) -> Json:
    """The arguments without what `with_token` added, at any depth; a message that it wrapped is unwrapped."""
    if isinstance(arguments, list):
        variables = (_variable("Name", "Value", language), _variable("name", "value", language))
        return [without_token(language, item) for item in arguments if item not in variables]
    if not isinstance(arguments, dict):
        return arguments
    return dict(
        _without(key, value, language) for key, value in arguments.items() if not _is_token(key, value)
    )


def _without(key: str, value: Json, language: QueryLanguage) -> tuple[str, Json]:
    rest = without_token(language, value)
    if not isinstance(value, dict) or not isinstance(rest, dict) or rest.keys() == value.keys():
        return key, rest
    names = list(rest)
    if len(names) == 1 and names[0].removesuffix(".$") in (_INPUT, _CONTENT):
        return key + names[0].removeprefix(_INPUT).removeprefix(_CONTENT), rest[names[0]]
    return key, rest


def _is_token(key: str, value: Json) -> bool:
    return key.removesuffix(".$") == _NAME and value in (*_TOKEN.values(), *_HEADER.values())


def _entry(name: str, language: QueryLanguage, value: Mapping[QueryLanguage, str]) -> dict[str, Json]:
    return {f"{name}.$" if language == "JSONPath" else name: value[language]}


def _in_message(name: str, content: str) -> Callable[[_Arguments, QueryLanguage], _Arguments]:
    """Puts the token into the object at `name`; what stood there otherwise moves to `content` in it."""

    def put(arguments: _Arguments, language: QueryLanguage) -> _Arguments:
        message: dict[str, Json] = {}
        for key in (name, f"{name}.$"):
            value = arguments.get(key)
            if isinstance(value, dict) and not is_placeholder(value):
                message |= value
            elif value is not None:
                message[f"{content}{key.removeprefix(name)}"] = value
        return _replaced(arguments, name, {**message, **_entry(_NAME, language, _TOKEN)})

    return put


def _replaced(arguments: _Arguments, name: str, value: Json) -> _Arguments:
    """The arguments with `value` at `name`, in the place of what stood there."""
    kept = {name if key == f"{name}.$" else key: each for key, each in arguments.items()}
    return {**kept, name: value}


def _in_event(arguments: _Arguments, language: QueryLanguage) -> _Arguments:
    entries = arguments.get("Entries")
    first, *others = entries if isinstance(entries, list) and entries else [{}]
    put = _in_message("Detail", _CONTENT)
    return {**arguments, "Entries": [put(dict(mapping(first)), language), *others]}


def _in_header(arguments: _Arguments, language: QueryLanguage) -> _Arguments:
    headers = {**mapping(arguments.get("Headers")), **_entry(_NAME, language, _HEADER)}
    return {**arguments, "Headers": headers}


def _in_container(arguments: _Arguments, language: QueryLanguage) -> _Arguments:
    overrides = dict(mapping(arguments.get("Overrides")))
    containers = overrides.get("ContainerOverrides")
    first, *others = containers if isinstance(containers, list) and containers else [{}]
    container = {"Name": "${ContainerName}", **mapping(first)}
    given = container.get("Environment")
    variables = given if isinstance(given, list) else []
    container["Environment"] = [*variables, _variable("Name", "Value", language)]
    return {**arguments, "Overrides": {**overrides, "ContainerOverrides": [container, *others]}}


def _in_pod(arguments: _Arguments, language: QueryLanguage) -> _Arguments:
    """The environment of the job's first container; nothing where the job is not written out."""
    job = mapping(arguments.get("Job"))
    spec = mapping(job.get("spec"))
    template = mapping(spec.get("template"))
    pod = mapping(template.get("spec"))
    containers = pod.get("containers")
    if not isinstance(containers, list) or not containers:
        return arguments
    first, *others = containers
    given = mapping(first).get("env")
    variables = given if isinstance(given, list) else []
    container = {**mapping(first), "env": [*variables, _variable("name", "value", language)]}
    pod = {**pod, "containers": [container, *others]}
    return {**arguments, "Job": {**job, "spec": {**spec, "template": {**template, "spec": pod}}}}


def _as_text(name: str) -> Callable[[_Arguments, QueryLanguage], _Arguments]:
    """Makes the token the text at `name`, if nothing stands there."""

    def put(arguments: _Arguments, language: QueryLanguage) -> _Arguments:
        if name in arguments or f"{name}.$" in arguments:
            return arguments
        return {**arguments, **_entry(name, language, _AS_TEXT)}

    return put


def _variable(name: str, value: str, language: QueryLanguage) -> dict[str, Json]:
    """The environment variable with the token, whose fields are called `name` and `value`."""
    return {name: "TASK_TOKEN", **_entry(value, language, _TOKEN)}


_PUT: Mapping[str, Callable[[_Arguments, QueryLanguage], _Arguments]] = {
    "apigateway:invoke": _in_header,
    "ecs:runTask": _in_container,
    "eks:runJob": _in_pod,
    "events:putEvents": _in_event,
    "lambda:invoke": _in_message("Payload", _INPUT),
    "sns:publish": _in_message("Message", _CONTENT),
    "sqs:sendMessage": _in_message("MessageBody", _CONTENT),
    "states:startExecution": _in_message("Input", _CONTENT),
    f"{SDK}sfn:startExecution": _as_text("Input"),
    f"{SDK}sns:publish": _as_text("Message"),
    f"{SDK}sqs:sendMessage": _as_text("MessageBody"),
}
