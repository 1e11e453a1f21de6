"""The values that the parameters of a stack have at first, by the places of their placeholders."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from exporters.names import kebab
from schemas.asl.placeholder_kinds import Kind, Placed
from schemas.core.placeholder import Unquoted

_FIRST_NUMBERS = {
    "BackoffRate": "2",
    "HeartbeatSeconds": "30",
    "IntervalSeconds": "1",
    "MaxAttempts": "3",
    "MaxDelaySeconds": "60",
    "Seconds": "60",
    "TimeoutSeconds": "300",
}
_FIRST_BY_KIND: dict[Kind, str] = {"boolean": "true", "object": "{}", "list": "[]"}
_IN_AN_ARN = {1: "AWS::Partition", 3: "AWS::Region", 4: "AWS::AccountId"}
_BY_NAME = {
    "account": "AWS::AccountId",
    "accountid": "AWS::AccountId",
    "awsaccount": "AWS::AccountId",
    "awsaccountid": "AWS::AccountId",
    "awspartition": "AWS::Partition",
    "awsregion": "AWS::Region",
    "partition": "AWS::Partition",
    "region": "AWS::Region",
}
_ARNS = {
    "role": "iam::${{AWS::AccountId}}:role/{}",
    "statemachine": "states:{here}:stateMachine:{}",
    "workflow": "states:{here}:stateMachine:{}",
    "activity": "states:{here}:activity:{}",
    "function": "lambda:{here}:function:{}",
    "lambda": "lambda:{here}:function:{}",
    "topic": "sns:{here}:{}",
    "queue": "sqs:{here}:{}",
    "table": "dynamodb:{here}:table/{}",
    "bucket": "s3:::{}",
    "secret": "secretsmanager:{here}:secret:{}",
    "connection": "events:{here}:connection/{}/*",
    "bus": "events:{here}:event-bus/{}",
    "cluster": "ecs:{here}:cluster/{}",
    "taskdefinition": "ecs:{here}:task-definition/{}",
    "jobqueue": "batch:{here}:job-queue/{}",
    "jobdefinition": "batch:{here}:job-definition/{}:1",
    "key": "kms:{here}:key/{}",
}
_HERE = "${AWS::Region}:${AWS::AccountId}"
_SUFFIX = re.compile(r"(?i)[._-]?(arn|name|url|uri)$")


@dataclass(frozen=True, slots=True)
class Use:
    """A place of a placeholder: the `field` and its `text`, in which it stands from `start` to `end`.

    `placed` is known where the language or a service says what belongs there. `is_resource` is true for the
    Resource of a Task. `state` is the name of the state around it, "" for none.
    """

    field: str
    text: str
    start: int
    end: int
    placed: Placed | None = None
    is_resource: bool = False
    state: str = ""

    @property
    def is_whole(self) -> bool:
        """True if the text is nothing but the placeholder."""
        return (self.start, self.end) == (0, len(self.text))


@dataclass(frozen=True, slots=True)
class FirstValue:
    """The first value of a parameter.

    `kind` is that of the places of its placeholder: "text", or else they take its value without quotes.
    `default` is None where a value must be given, because it has the account's number in it; `example` is
    what it looks like then. `pseudo` is the pseudo parameter that has the value already. `is_chosen` is true
    for one of the texts that are known in its place.
    """

    kind: Kind = "text"
    default: str | None = None
    example: str = ""
    allowed: tuple[str, ...] = ()
    pseudo: str = ""
    is_chosen: bool = False

    @property
    def type(self) -> Literal["String", "Number"]:
        """The type of the parameter in CloudFormation."""
        return "Number" if self.kind == "number" else "String"

    @property
    def is_text(self) -> bool:
        """True unless the value stands without quotes."""
        return self.kind == "text"


def first_value(name: str, uses: Iterable[Use]) -> FirstValue:
    """The first value of the parameter for the placeholder `name`, of the form that all its places take."""
    found = [_of_use(name, use) for use in uses]
    for fits in (_is_unquoted, _is_chosen, _is_given, _is_pseudo):
        chosen = next(filter(fits, found), None)
        if chosen is not None:
            return chosen
    return FirstValue(default=_bare(name))


def _is_unquoted(value: FirstValue) -> bool:
    return not value.is_text


def _is_chosen(value: FirstValue) -> bool:
    return value.is_chosen


def _is_given(value: FirstValue) -> bool:
    return bool(value.example)


def _is_pseudo(value: FirstValue) -> bool:
    return bool(value.pseudo)


def _of_use(name: str, use: Use) -> FirstValue:
    if use.placed is not None and isinstance(use.placed.value, Unquoted):
        return _unquoted(use, use.placed)
    if use.placed is not None and use.placed.choices and use.is_whole:
        return _chosen(use.placed)
    pseudo = _pseudo(name, use)
    if pseudo:
        return FirstValue(pseudo=pseudo)
    last = _last_word(name)
    if last in ("url", "uri") or (use.is_whole and _last_word(use.field) == "url"):
        return FirstValue(example=_url(name))
    is_arn = use.is_whole and (_last_word(use.field) == "arn" or use.is_resource)
    if is_arn or (last == "arn" and not _is_in_an_arn(use)):
        return FirstValue(example=_arn(name, use))
    return FirstValue(default=_bare(name))


def _chosen(placed: Placed) -> FirstValue:
    """The first of the texts that are known there; those of a service may become more, so all are allowed."""
    allowed = () if placed.argument else placed.choices
    return FirstValue(default=placed.choices[0], allowed=allowed, is_chosen=True)


def _unquoted(use: Use, placed: Placed) -> FirstValue:
    if placed.kind in _FIRST_BY_KIND:
        allowed = ("true", "false") if placed.kind == "boolean" else ()
        return FirstValue(placed.kind, _FIRST_BY_KIND[placed.kind], allowed=allowed)
    if not use.is_whole:
        return FirstValue("number", "1")
    return FirstValue("number", _FIRST_NUMBERS.get(use.field, f"{max(placed.least, 1):g}"))


def _is_in_an_arn(use: Use) -> bool:
    return use.text.startswith("arn:") and use.start > 0


def _pseudo(name: str, use: Use) -> str:
    """The pseudo parameter that has the value: by the part of an ARN that it fills, or by its name."""
    before, after = use.text[: use.start], use.text[use.end :]
    if _is_in_an_arn(use) and before.endswith(":") and after.startswith(":"):
        part = _IN_AN_ARN.get(before.count(":"))
        if part:
            return part
    return _BY_NAME.get(re.sub(r"[._-]", "", name.lower()), "")


def _arn(name: str, use: Use) -> str:
    words = [re.sub(r"[._-]", "", _SUFFIX.sub("", each).lower()) for each in (use.field, name)]
    kind = next((kind for word in words for kind in _ARNS if word.endswith(kind)), "function")
    return f"arn:${{AWS::Partition}}:{_ARNS[kind].format(_bare(name), here=_HERE)}"


def _url(name: str) -> str:
    return f"https://sqs.${{AWS::Region}}.${{AWS::URLSuffix}}/${{AWS::AccountId}}/{_bare(name)}"


def _bare(name: str) -> str:
    return kebab(_SUFFIX.sub("", name)) or "example"


def _last_word(name: str) -> str:
    found = _SUFFIX.search(name)
    return found[1].lower() if found else ""
