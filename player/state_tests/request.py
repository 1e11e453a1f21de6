"""The request of TestState: one state, its input, and how the call that it makes shall end."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from schemas.asl.walk import State, states
from schemas.core.coerce import mapping, text
from schemas.core.paths import Json

INSPECTION_LEVELS = ("INFO", "DEBUG", "TRACE")
FIELD_VALIDATION_MODES = ("STRICT", "PRESENT", "NONE")
UNNAMED = "StateName"
"""The name of a state that is tested without one, in the context object."""


class RequestRefused(ValueError):
    """The service would refuse the request, with these words."""


@dataclass(frozen=True, slots=True)
class Mock:
    """The end of the tested state's call: `result`, or `error` with its cause."""

    result: Json = None
    error: Mapping[str, Json] | None = None
    validation: str = "STRICT"


@dataclass(frozen=True, slots=True)
class Request:
    """A request that has been read. `counts` has the numbers of the state configuration by their names."""

    state: State
    input: Json
    variables: dict[str, Json]
    context: dict[str, Json] | None
    mock: Mock | None
    level: str
    items: str | None = None
    origin: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def retries(self) -> int:
        """The retries that there have been for the error."""
        return self.counts.get("retrierRetryCount", 0)

    @property
    def failed_iterations(self) -> int | None:
        """The iterations of a Map that have failed."""
        return self.counts.get("mapIterationFailureCount")


def read_request(definition: Json, parameters: Mapping[str, Json]) -> Request:
    """Read the parameters of TestState, but for `definition`: a state, or a state machine with `stateName`.

    A value that the service takes as text with JSON may also be given as it is. Raises `RequestRefused`.

    https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html
    """
    state = _state(definition, text(parameters.get("stateName")))
    configuration = mapping(parameters.get("stateConfiguration"))
    items = configuration.get("mapItemReaderData")
    context = parameters.get("context")
    return Request(
        state,
        _decoded(parameters.get("input", {}), "input"),
        mapping(_decoded(parameters.get("variables", {}), "variables")),
        None if context is None else mapping(_decoded(context, "context")),
        _mock(parameters),
        _one_of(parameters.get("inspectionLevel", "INFO"), INSPECTION_LEVELS, "inspectionLevel"),
        items if items is None or isinstance(items, str) else json.dumps(items),
        text(configuration.get("errorCausedByState")),
        {
            name: _count(configuration[name], name)
            for name in ("retrierRetryCount", "mapIterationFailureCount")
            if name in configuration
        },
    )


def _state(definition: Json, name: str) -> State:
    fields = mapping(definition)
    if "States" not in fields:
        fields = {"StartAt": name or UNNAMED, "States": {name or UNNAMED: fields}}
        name = name or UNNAMED
    if not name:
        raise RequestRefused("A state machine is given, so 'stateName' has to name the state to test.")
    found = next((state for state in states(fields) if state.name == name), None)
    if found is None:
        raise RequestRefused(f"State '{name}' not found in definition")
    return found


def _mock(parameters: Mapping[str, Json]) -> Mock | None:
    if "mock" not in parameters:
        if "context" in parameters:
            raise RequestRefused("A context object may only be specified together with a mock.")
        return None
    if parameters.get("revealSecrets"):
        raise RequestRefused("TestState does not support RevealSecrets when a mock is specified.")
    fields = mapping(parameters["mock"])
    if ("result" in fields) == ("errorOutput" in fields):
        raise RequestRefused("A test mock should have exactly one of: result, errorOutput.")
    validation = _one_of(
        fields.get("fieldValidationMode", "STRICT"), FIELD_VALIDATION_MODES, "fieldValidationMode"
    )
    if "errorOutput" in fields:
        return Mock(error=mapping(fields["errorOutput"]), validation=validation)
    return Mock(_decoded(fields["result"], "mock.result"), None, validation)


def _decoded(value: Json, name: str) -> Json:
    """The value that a text with JSON stands for."""
    if not isinstance(value, str):
        return value
    try:
        found: Json = json.loads(value)
    except (ValueError, RecursionError) as error:
        raise RequestRefused(f"'{name}' must be valid JSON") from error
    return found


def _one_of(value: Json, allowed: tuple[str, ...], name: str) -> str:
    if value not in allowed:
        raise RequestRefused(f"'{name}' must be one of {', '.join(allowed)}")
    return str(value)


def _count(value: Json, name: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise RequestRefused(f"'{name}' must be a whole number of at least 0")
    return value
