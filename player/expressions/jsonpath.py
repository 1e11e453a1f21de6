"""Values of JSONPath expressions: paths into the input, the context and variables, and payload templates."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from player.core.failure import RUNTIME, Failure, runtime
from player.core.written import written
from player.expressions import intrinsics
from player.expressions.path import NoValue, parse_path
from schemas.asl.expressions.intrinsic import Call, call
from schemas.core.paths import Json

_ROOT = re.compile(r"\$(\$|[^\W\d]\w*)?")
_PARTS = re.compile(r"\.([^.\[\]]+)|\[(\d+)\]|\['([^']*)'\]|\[\"([^\"]*)\"\]")


@dataclass(frozen=True, slots=True)
class Scope:
    """All that a path may read: `$` is the input, `$$` the context, and `$name` a variable."""

    input: Json
    context: Callable[[], Json]
    variables: Mapping[str, Json]
    random: Random

    def at(self, path: str) -> Json:
        """The value at `path`. Raises `NoValue`, or `Failure` if the path is malformed."""
        root = _ROOT.match(path)
        if root is None:
            raise NoValue(f"Invalid path '{path}'")
        try:
            return parse_path(path[root.end() :]).value(self._root(root[1]))
        except (ValueError, ArithmeticError, RecursionError) as error:
            raise runtime(f"Invalid path '{path}'") from error

    def _root(self, name: str | None) -> Json:
        if not name:
            return self.input
        if name == "$":
            return self.context()
        if name not in self.variables:
            raise NoValue(f"Variable not found: ${name}")
        return self.variables[name]

    def path(self, path: str) -> Json:
        """The value of InputPath, OutputPath and other fields that are one path. Raises `Failure`."""
        try:
            return self.at(path)
        except NoValue as error:
            raise runtime(f"Invalid path '{path}' : {error}") from error

    def field(self, expression: str, field: str) -> Json:
        """The value of a path or an intrinsic function in the field of that name. Raises `Failure`."""
        called = call(expression) if expression.startswith("States.") else None
        if called is not None:
            return self._intrinsic(called, field)
        try:
            return self.at(expression)
        except NoValue as error:
            raise self._not_found(expression, field) from error

    def template(self, template: Json) -> Json:
        """The value of a payload template: keys that end in `.$` have expressions. Raises `Failure`."""
        if isinstance(template, list):
            return [self.template(item) for item in template]
        if not isinstance(template, dict):
            return template
        found: dict[str, Json] = {}
        for key, value in template.items():
            if key.endswith(".$") and isinstance(value, str):
                found[key[:-2]] = self.field(value, key)
            else:
                found[key] = self.template(value)
        return found

    def _intrinsic(self, called: Call, field: str) -> Json:
        def lookup(path: str) -> Json:
            return self.field(path, field)

        try:
            return intrinsics.evaluate(called, lookup, self.random)
        except Failure as failure:
            if failure.error == RUNTIME:
                raise
            cause = f"The function 'States.{called.name}' had the following error: {failure.cause}"
            raise _IntrinsicFailure(cause) from failure

    def _not_found(self, path: str, field: str) -> Failure:
        return runtime(
            f"The JSONPath '{path}' specified for the field '{field}' could not be found in the input "
            f"'{written(self.input)}'"
        )


class _IntrinsicFailure(Failure):
    def __init__(self, cause: str) -> None:
        super().__init__(intrinsics.INTRINSIC_FAILURE, cause)
        self.at_state = False


def put(value: Json, path: str, into: Json) -> Json:
    """`into` with `value` at a reference path such as "$.order.total"; `into` itself stays as it is.

    Raises `Failure` (States.ResultPathMatchFailure) where a value on the way is no object.
    """
    steps = [next(part for part in parts if part) for parts in _PARTS.findall(path[1:])]
    return _put(value, steps, into, path)


def _put(value: Json, steps: list[str], into: Json, path: str) -> Json:
    if not steps:
        return value
    name, *rest = steps
    if isinstance(into, list) and name.isdigit() and int(name) < len(into):
        index = int(name)
        return [*into[:index], _put(value, rest, into[index], path), *into[index + 1 :]]
    if not isinstance(into, dict):
        cause = f"Unable to apply ReferencePath {path} to input {written(into)}"
        raise Failure("States.ResultPathMatchFailure", cause)
    return {**into, name: _put(value, rest, into.get(name, {}), path)}
