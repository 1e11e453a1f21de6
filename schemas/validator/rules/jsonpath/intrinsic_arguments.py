"""An intrinsic function is called with arguments that make it fail.

Why: the service accepts the call, and the run fails there. States.Format needs one value for each {},
States.Hash an algorithm that it supports, and States.JsonMerge false as its third argument (there is only the
shallow merge). Indexes, sizes and the values of the math functions are numbers, and steps and sizes are not
0. Calls may be nested 10 deep at most.

Bad example:

    {"StartAt": "A", "States": {
      "A": {"Type": "Pass", "Parameters": {"text.$": "States.Format('{} {}', $.name)"}, "End": true}}}

Good example:

    {"StartAt": "A", "States": {
      "A": {"Type": "Pass", "Parameters": {"text.$": "States.Format('{} {}', $.family, $.name)"},
        "End": true}}}
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from schemas.asl.expressions.formatted_values import FormattedValue
from schemas.asl.expressions.intrinsic import Call, call
from schemas.validator.finding import Finding, rule

DEEPEST = 10
ALGORITHMS = ("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512")
NUMBERS = {
    "ArrayGetItem": (1,),
    "ArrayPartition": (1,),
    "ArrayRange": (0, 1, 2),
    "MathAdd": (0, 1),
    "MathRandom": (0, 1, 2),
}
"""The positions of the arguments that must be numbers, by function."""

_PLACEHOLDER = re.compile(r"\\.|(\{\})")


@rule("warning", FormattedValue, "path-or-intrinsic")
def check(formatted: FormattedValue) -> Iterator[Finding]:
    """Every call, also inside another, that fails for certain."""
    whole = call(formatted.value) if isinstance(formatted.value, str) else None
    if whole is None:
        return
    if whole.depth > DEEPEST:
        yield Finding(formatted.path, {"function": whole.name, "deepest": str(DEEPEST)})
    for inner in whole.calls:
        wrong = _text_for_number(inner) or _WRONG.get(inner.name, _nothing)(inner)
        if wrong:
            yield Finding(formatted.path, {"function": inner.name, **wrong})


def _text_for_number(found: Call) -> dict[str, str]:
    given = (
        argument for index, argument in enumerate(found.arguments) if index in NUMBERS.get(found.name, ())
    )
    text = next((each for each in given if isinstance(each, str) and each.startswith("'")), None)
    return {} if text is None else {"number": text}


def _format(found: Call) -> dict[str, str]:
    template, given = found.arguments[0], len(found.arguments) - 1
    if not isinstance(template, str) or not template.startswith("'"):
        return {}
    holes = sum(1 for hole in _PLACEHOLDER.finditer(template) if hole[1])
    return {} if holes == given else {"holes": str(holes), "given": str(given)}


def _hash(found: Call) -> dict[str, str]:
    algorithm = found.arguments[1]
    if not isinstance(algorithm, str) or algorithm.startswith("$"):
        return {}
    return {} if algorithm.strip("'") in ALGORITHMS else {"algorithms": ", ".join(ALGORITHMS)}


def _json_merge(found: Call) -> dict[str, str]:
    return {"shallow": "false"} if found.arguments[2] == "true" else {}


def _array_range(found: Call) -> dict[str, str]:
    return {"zero": "0"} if found.arguments[2] == "0" else {}


def _array_partition(found: Call) -> dict[str, str]:
    return {"zero": "0"} if found.arguments[1] == "0" else {}


def _nothing(found: Call) -> dict[str, str]:
    return {}


_WRONG: dict[str, Callable[[Call], dict[str, str]]] = {
    "Format": _format,
    "Hash": _hash,
    "JsonMerge": _json_merge,
    "ArrayRange": _array_range,
    "ArrayPartition": _array_partition,
}
