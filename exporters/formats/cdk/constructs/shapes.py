"""States without a call as constructs: their classes and options."""

from __future__ import annotations

from exporters.formats.cdk.code import Call, Expression
from exporters.formats.cdk.constructs.fields import Fields, Options
from exporters.formats.cdk.constructs.unfit import Unfit
from schemas.core.placeholder import Unquoted

_RESULTS = (
    (bool, "Boolean"),
    (int, "Number"),
    (float, "Number"),
    (str, "String"),
    (list, "Array"),
    (dict, "Object"),
)
_INTRINSICS_OF_FAIL = (
    "States.Format",
    "States.JsonToString",
    "States.ArrayGetItem",
    "States.Base64Encode",
    "States.Base64Decode",
    "States.Hash",
    "States.UUID",
)


def passing(fields: Fields) -> tuple[str, Options]:
    """A Pass state."""
    found = _result(fields)
    if fields.values.is_jsonata:
        return "sfn.Pass", (*found, *outcome(fields))
    return "sfn.Pass", (*found, *paths(fields), *fields.members("Parameters", "parameters"), *outcome(fields))


def waiting(fields: Fields) -> tuple[str, Options]:
    """A Wait state."""
    time = ("time", _time(fields))
    has_paths = not fields.values.is_jsonata and ("InputPath" in fields or "OutputPath" in fields)
    construct = "sfn.Wait.jsonPath" if has_paths else "sfn.Wait"
    return construct, (time, *paths(fields), *outcome(fields, has_result=False))


def choosing(fields: Fields) -> tuple[str, Options]:
    """A Choice state without its rules."""
    fields.drop("Choices", "Default")
    return "sfn.Choice", (*paths(fields), *outcome(fields, has_result=False))


def succeeding(fields: Fields) -> tuple[str, Options]:
    """A Succeed state."""
    if fields.values.is_jsonata:
        return "sfn.Succeed", fields.any("Output", "outputs")
    return "sfn.Succeed", (*paths(fields), *fields.path("OutputPath", "outputPath"))


def failing(fields: Fields) -> tuple[str, Options]:
    """A Fail state."""
    found = (*fields.text("Error", "error"), *fields.text("Cause", "cause"))
    if fields.values.is_jsonata:
        return "sfn.Fail", found
    return "sfn.Fail", (*found, *_fail_path(fields, "Error"), *_fail_path(fields, "Cause"))


def parallel(fields: Fields) -> tuple[str, Options]:
    """A Parallel state without its branches."""
    fields.drop("Branches")
    given = ("Arguments", "arguments") if fields.values.is_jsonata else ("Parameters", "parameters")
    return "sfn.Parallel", (*paths(fields), *fields.members(*given), *selected(fields), *outcome(fields))


def paths(fields: Fields) -> Options:
    """The part of its input that a state reads, by JSONPath."""
    return () if fields.values.is_jsonata else fields.path("InputPath", "inputPath")


def selected(fields: Fields) -> Options:
    """The part of its result that a state keeps, by JSONPath."""
    return () if fields.values.is_jsonata else fields.members("ResultSelector", "resultSelector")


def outcome(fields: Fields, has_result: bool = True) -> Options:
    """The place of the result, the variables, and the output."""
    assigned = fields.members("Assign", "assign")
    if fields.values.is_jsonata:
        return (*assigned, *fields.any("Output", "outputs"))
    placed = fields.path("ResultPath", "resultPath") if has_result else ()
    return (*placed, *assigned, *fields.path("OutputPath", "outputPath"))


def _result(fields: Fields) -> Options:
    if "Result" not in fields or fields.values.is_jsonata:
        return ()
    value = fields.take("Result")
    for type, name in _RESULTS:
        if isinstance(value, type) and not isinstance(value, Unquoted):
            return (("result", Call(f"sfn.Result.from{name}", (fields.values.raw(value),))),)
    raise Unfit


def _time(fields: Fields) -> Expression:
    values = fields.values
    for name in ("Timestamp", "SecondsPath", "TimestampPath"):
        if name in fields:
            value = values.text(fields.take(name))
            return Call(f"sfn.WaitTime.{name[0].lower()}{name[1:]}", (value,))
    seconds = fields.take("Seconds")
    if isinstance(seconds, str) and not isinstance(seconds, Unquoted):
        return Call("sfn.WaitTime.seconds", (values.text(seconds),))
    return Call("sfn.WaitTime.duration", (values.duration(seconds),))


def _fail_path(fields: Fields, name: str) -> Options:
    path = fields.take(f"{name}Path")
    if path is None:
        return ()
    if not isinstance(path, str) or not path.startswith(("$", *_INTRINSICS_OF_FAIL)):
        raise Unfit
    return ((f"{name.lower()}Path", fields.values.text(path)),)


SHAPES = {
    "Pass": passing,
    "Wait": waiting,
    "Choice": choosing,
    "Succeed": succeeding,
    "Fail": failing,
    "Parallel": parallel,
}
"""The writer of each type of state but Task and Map."""
