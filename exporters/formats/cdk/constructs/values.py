"""Values of a definition as expressions: texts with props in them, JSONPath, durations, JSON."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

from exporters.formats.cdk.code import Call, Entries, Expression, Items, Name, Options, Plain
from exporters.formats.cdk.constructs.unfit import Unfit
from exporters.substitutions import PLACEHOLDER
from schemas.core.paths import Json
from schemas.core.placeholder import Unquoted

DISCARD = Name("sfn.JsonPath.DISCARD")
PATH = ".$"
_NULL = Name("JsonNull.INSTANCE")
_CONTEXT = {
    "$$.Execution.Id": "executionId",
    "$$.Execution.Input": "executionInput",
    "$$.Execution.Name": "executionName",
    "$$.Execution.RoleArn": "executionRoleArn",
    "$$.Execution.StartTime": "executionStartTime",
    "$$.State.EnteredTime": "stateEnteredTime",
    "$$.State.Name": "stateName",
    "$$.State.RetryCount": "stateRetryCount",
    "$$.StateMachine.Id": "stateMachineId",
    "$$.StateMachine.Name": "stateMachineName",
    "$$.Task.Token": "taskToken",
}
_AT = re.compile(
    r"\$|States\.(Array|Base64|Format|Hash|JsonMerge|JsonToString|MathAdd|MathRandom|StringSplit|StringToJson|UUID)"
)
_LARGEST = 2**53
_UNITS = (("days", 86400), ("hours", 3600), ("minutes", 60))


class Texts(Protocol):
    """Knows the props that stand for the placeholders of a definition."""

    def text(self, text: str) -> Expression:
        """`text`, its placeholders replaced by props."""

    def number(self, text: str) -> Expression:
        """The prop for a placeholder that stands where a number belongs."""


@dataclass(frozen=True, slots=True)
class Values:
    """Writes the values of states in one query language."""

    texts: Texts
    is_jsonata: bool

    def text(self, value: Json) -> Expression:
        """A text, with its props."""
        if not isinstance(value, str) or isinstance(value, Unquoted):
            raise Unfit
        return self.texts.text(value)

    def raw(self, value: Json) -> Expression:
        """Any JSON as it stands."""
        match value:
            case Unquoted():
                return self.texts.number(value)
            case str():
                return self.texts.text(value)
            case list():
                return Items(tuple(map(self.raw, value)))
            case dict():
                return Entries(tuple((self.key(key), self.raw(item)) for key, item in value.items()))
        return _number(value)

    def value(self, value: Json) -> Expression:
        """JSON where the CDK looks for paths and leaves out nulls, unless they are an object of its own."""
        match value:
            case None:
                return _NULL
            case list():
                return Items(tuple(Plain(None) if item is None else self.value(item) for item in value))
            case dict():
                return Entries(tuple(self._member(key, item, value) for key, item in value.items()))
        return self.raw(value)

    def key(self, name: str) -> str:
        """The name of a member, in which no placeholder can stand."""
        if PLACEHOLDER.search(name):
            raise Unfit
        return name

    def path(self, value: Json) -> Expression:
        """A path in a field of its own; null is `DISCARD`."""
        if value is None:
            return DISCARD
        if not isinstance(value, str) or isinstance(value, Unquoted) or not value.startswith("$"):
            raise Unfit
        return self.texts.text(value)

    def at(self, value: Json) -> Expression:
        """A path or an intrinsic function as the value of a member."""
        if not is_path(value):
            raise Unfit
        known = _CONTEXT.get(str(value))
        return Name(f"sfn.JsonPath.{known}") if known else Call("sfn.JsonPath.stringAt", (self.text(value),))

    def duration(self, value: Json) -> Expression:
        """A number of seconds in the largest unit that needs no fraction."""
        if isinstance(value, Unquoted):
            return Call("Duration.seconds", (self.texts.number(value),))
        if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
            raise Unfit
        for unit, seconds in _UNITS:
            if value and value % seconds == 0:
                return Call(f"Duration.{unit}", (Plain(value // seconds),))
        return Call("Duration.seconds", (_number(value),))

    def number(self, value: Json) -> Expression:
        """A number."""
        if isinstance(value, Unquoted):
            return self.texts.number(value)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise Unfit
        return _number(value)

    def _member(self, key: str, value: Json, members: dict[str, Json]) -> tuple[str, Expression]:
        bare = key.removesuffix(PATH)
        if self.is_jsonata or bare == key or not bare or bare in members or not is_path(value):
            return self.key(key), self.value(value)
        return self.key(bare), self.at(value)


def is_path(value: Json) -> bool:
    """True for what the CDK takes as a path: one that begins with `$`, or an intrinsic function."""
    return isinstance(value, str) and not isinstance(value, Unquoted) and bool(_AT.match(value))


def options(*given: tuple[str, Expression]) -> Options:
    """Options as one value."""
    return Options("", given)


def _number(value: Json) -> Expression:
    if isinstance(value, int | float) and abs(value) > _LARGEST:
        raise Unfit
    if isinstance(value, bool | int | float) or value is None:
        return Plain(value)
    raise Unfit
