"""Checks of a mock: the states that take one, and the shape of the result that a service gives."""

from __future__ import annotations

from player.mocks.responses import response_type
from player.state_tests.request import Mock, Request, RequestRefused
from schemas.asl.services.integration import integration
from schemas.asl.services.parameter_type import ParameterType
from schemas.asl.walk import inner_scopes, states_of
from schemas.core.paths import Json

MOCKED = ("Task", "Map", "Parallel")
_ALONE = ("Task", "Wait", "Pass", "Succeed", "Fail", "Choice")
_KINDS: dict[str, tuple[type | tuple[type, ...], str]] = {
    "string": (str, "a string"),
    "timestamp": (str, "a string"),
    "integer": (int, "a number"),
    "number": ((int, float), "a number"),
    "boolean": (bool, "a boolean"),
    "list": (list, "an array"),
    "map": (dict, "an object"),
    "object": (dict, "an object"),
}


def check(request: Request) -> None:
    """Refuse a mock where there can be none, and one of another form. Raises `RequestRefused`."""
    state, mock = request.state, request.mock
    type = str(state.fields.get("Type"))
    if mock is None:
        if type not in _ALONE:
            supported = ", ".join(_ALONE)
            raise RequestRefused(
                "TestState API does not support Map or Parallel states. Supported state types include: "
                f"[{supported}]"
            )
        if request.failed_iterations is not None:
            raise RequestRefused("'mapIterationFailureCount' may only be specified together with a mock.")
        return
    if type not in MOCKED:
        raise RequestRefused(f"State type '{type}' is not supported when a mock is specified")
    if type == "Map" and "ItemReader" in state.fields and request.items is None:
        raise RequestRefused("'mapItemReaderData' must be given for a Map state with an ItemReader")
    _check_origin(request)
    if mock.error is None:
        _check_result(request, type, mock)


def _check_origin(request: Request) -> None:
    names = {state.name for scope in inner_scopes(request.state) for state in states_of(scope)}
    if request.origin and request.origin not in names:
        raise RequestRefused(f"State '{request.origin}' of 'errorCausedByState' not found in definition")


def _check_result(request: Request, type: str, mock: Mock) -> None:
    fields = request.state.fields
    if type == "Map":
        wanted = dict if "ResultWriter" in fields else list
        if not isinstance(mock.result, wanted):
            raise RequestRefused(
                f"Mocked result must be {'an object' if wanted is dict else 'an array'} for a Map state"
            )
    elif type == "Parallel":
        branches = fields.get("Branches")
        count = len(branches) if isinstance(branches, list) else 0
        if not isinstance(mock.result, list) or len(mock.result) != count:
            raise RequestRefused(f"Mocked result must be an array of {count} outputs, one for each branch")
    else:
        _check_response(str(fields.get("Resource")), mock)


def _check_response(resource: str, mock: Mock) -> None:
    called = integration(resource)
    if called is None or mock.validation == "NONE" or called.pattern:
        return
    response = response_type(called.service, called.action)
    if response is not None:
        _check_value("result", mock.result, response, is_strict=mock.validation == "STRICT")


def _check_value(name: str, value: Json, type: ParameterType, *, is_strict: bool) -> None:
    if type.kind not in _KINDS:
        return
    python, words = _KINDS[type.kind]
    if not isinstance(value, python) or (isinstance(value, bool) and type.kind != "boolean"):
        raise _mismatch(f"Field '{name}' must be {words}")
    if type.values and value not in type.values:
        raise _mismatch(f"Field '{name}' is not an expected value")
    if isinstance(value, list):
        for item in value:
            _check_value(name, item, type.inner, is_strict=is_strict)
    elif type.kind == "map" and isinstance(value, dict):
        for item in value.values():
            _check_value(name, item, type.inner, is_strict=is_strict)
    elif isinstance(value, dict):
        _check_members(value, type, is_strict=is_strict)


def _check_members(value: dict[str, Json], type: ParameterType, *, is_strict: bool) -> None:
    """Check the members that the service has; others are let pass, for it may have more by now."""
    missing = next((name for name in type.required if name not in value), None)
    if is_strict and missing is not None:
        raise _mismatch(f"Required field '{missing}' is missing")
    for name, inner in value.items():
        if type.has(name):
            _check_value(name, inner, type.member(name), is_strict=is_strict)


def _mismatch(reason: str) -> RequestRefused:
    return RequestRefused(f"Mock result schema validation error: {reason}")
