"""The token of a task in its arguments, as far as the CDK finds it."""

from __future__ import annotations

import re

from exporters.formats.cdk.constructs.values import PATH
from schemas.asl.walk import values
from schemas.core.paths import Json

_PATHS = ("$$.Task.Token", "$$.Task", "$$")
_IN_JSONATA = re.compile(
    r"(?<!\$states\.context\.)\$states\.context(?:\.Task(?:\.Token)?)?(?!\.[a-zA-Z])", re.ASCII
)


def has_token(arguments: Json, is_jsonata: bool) -> bool:
    """True if the CDK finds the token of the task in the arguments; it refuses the task otherwise."""
    found = ((path, value) for path, value in values(arguments, ()) if isinstance(value, str))
    if is_jsonata:
        return any(
            value.startswith("{%") and value.endswith("%}") and bool(_IN_JSONATA.search(value))
            for _, value in found
        )
    return any(path and str(path[-1]).endswith(PATH) and value in _PATHS for path, value in found)
