"""Retriers and catchers as the options of `addRetry` and `addCatch`."""

from __future__ import annotations

from exporters.formats.cdk.code import Expression, Items, Name
from exporters.formats.cdk.constructs.fields import Fields, Options
from exporters.formats.cdk.constructs.unfit import Unfit
from exporters.formats.cdk.constructs.values import Values
from schemas.core.paths import Json

_KNOWN = {
    "States.ALL": "sfn.Errors.ALL",
    "States.BranchFailed": "sfn.Errors.BRANCH_FAILED",
    "States.HeartbeatTimeout": "sfn.Errors.HEARTBEAT_TIMEOUT",
    "States.NoChoiceMatched": "sfn.Errors.NO_CHOICE_MATCHED",
    "States.ParameterPathFailure": "sfn.Errors.PARAMETER_PATH_FAILURE",
    "States.Permissions": "sfn.Errors.PERMISSIONS",
    "States.ResultPathMatchFailure": "sfn.Errors.RESULT_PATH_MATCH_FAILURE",
    "States.TaskFailed": "sfn.Errors.TASKS_FAILED",
    "States.Timeout": "sfn.Errors.TIMEOUT",
}
_JITTER = {"FULL": "sfn.JitterType.FULL", "NONE": "sfn.JitterType.NONE"}
_ALL = "States.ALL"


def handlers(listed: Json) -> list[dict[str, Json]]:
    """The retriers or catchers of a state, in an order that the CDK keeps: it puts `States.ALL` last."""
    if listed is None:
        return []
    if not isinstance(listed, list) or not listed:
        raise Unfit
    found = [item for item in listed if isinstance(item, dict) and isinstance(item.get("ErrorEquals"), list)]
    if len(found) != len(listed) or any(_ALL in _errors(item) for item in found[:-1]):
        raise Unfit
    return found


def retry(retrier: dict[str, Json], values: Values) -> Options:
    """The options of one retrier."""
    fields = Fields(retrier, values)
    interval, longest = fields.take("IntervalSeconds"), fields.take("MaxDelaySeconds")
    fields.drop("Comment")
    found: Options = (
        ("errors", errors(fields.take("ErrorEquals"), values)),
        *((("interval", values.duration(interval)),) if interval is not None else ()),
        *fields.number("MaxAttempts", "maxAttempts"),
        *fields.number("BackoffRate", "backoffRate"),
        *((("maxDelay", values.duration(longest)),) if longest is not None else ()),
        *fields.one_of("JitterStrategy", "jitterStrategy", _JITTER),
    )
    fields.end()
    return found


def catch(catcher: dict[str, Json], values: Values) -> Options:
    """The options of one catcher; its target is the handler."""
    fields = Fields(catcher, values)
    fields.drop("Comment", "Next")
    found: Options = (
        ("errors", errors(fields.take("ErrorEquals"), values)),
        *(fields.any("Output", "outputs") if values.is_jsonata else fields.path("ResultPath", "resultPath")),
        *fields.members("Assign", "assign"),
    )
    fields.end()
    return found


def errors(names: Json, values: Values) -> Expression:
    """The names of errors; those of the States Language are members of `sfn.Errors`."""
    if not isinstance(names, list) or (_ALL in names and len(names) > 1):
        raise Unfit
    known = (_KNOWN.get(name) if isinstance(name, str) else None for name in names)
    found = (Name(path) if path else values.text(name) for path, name in zip(known, names, strict=True))
    return Items(tuple(found))


def _errors(handler: dict[str, Json]) -> list[Json]:
    found = handler["ErrorEquals"]
    return found if isinstance(found, list) else []
