"""Values that Serverless itself puts in, from `params`: those that are no text for CloudFormation."""

from __future__ import annotations

import json

from schemas.core.paths import Json

_CALL = "Serverless::Param"


def param_call(name: str) -> Json:
    """Return the value of the parameter `name`, which may be of any type; see `with_params`."""
    return {_CALL: name}


def is_param_call(value: Json) -> bool:
    """Return true if Serverless puts in the value."""
    return isinstance(value, dict) and _CALL in value


def with_params(value: Json) -> Json:
    """`value` with the variable of Serverless, `${param:Name}`, in the place of each call."""
    if isinstance(value, dict):
        name = value.get(_CALL)
        if isinstance(name, str) and len(value) == 1:
            return f"${{param:{name}}}"
        return {key: with_params(item) for key, item in value.items()}
    return [with_params(item) for item in value] if isinstance(value, list) else value


def constant(written: str) -> Json:
    """The JSON value that is `written`; the text itself where it is none."""
    try:
        value: Json = json.loads(written)
    except (ValueError, RecursionError):
        return written
    return value
