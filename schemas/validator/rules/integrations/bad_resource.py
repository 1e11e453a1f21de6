"""A Resource is not the ARN of something that a Task can call.

Why: a Task calls a service integration, a Lambda function or an activity by its whole ARN. Any other ARN
fails when the state machine is created, or when it runs.

Bad example:

    {"StartAt": "Charge card", "States": {
      "Charge card": {"Type": "Task", "Resource": "arn:aws:s3:::receipts", "End": true}}}

Good example:

    {"StartAt": "Charge card", "States": {
      "Charge card": {"Type": "Task", "End": true,
        "Resource": "arn:aws:lambda:ap-northeast-1:123456789012:function:charge-card:live"}}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from schemas.asl.services import integration
from schemas.asl.services.arguments import is_computed, resource_of
from schemas.asl.walk import State
from schemas.validator.finding import Finding, rule

_ARN_START = r"arn:(aws|aws-cn|aws-us-gov|aws-eusc|aws-iso|aws-iso-[a-z]):"
_PARTITION = re.compile(_ARN_START)
_CALLABLE = re.compile(
    _ARN_START
    + r"(lambda:[a-z0-9-]+:\d{12}:function:[\w-]+(:(\$LATEST|[\w-]+))?|states:[a-z0-9-]+:\d{12}:activity:.+)",
    re.ASCII,
)
_FORMS = {
    "lambda": "arn:aws:lambda:REGION:123456789012:function:NAME",
    "states": "arn:aws:states:REGION:123456789012:activity:NAME",
}
_CALL = "arn:aws:states:::lambda:invoke"


@rule("warning", State, "Task")
def check(state: State) -> Iterator[Finding]:
    """A Resource without placeholders that is none of the three."""
    resource = resource_of(state)
    if ":" not in resource or is_computed(resource) or "#{" in resource:
        return
    called = integration(resource)
    if _CALLABLE.fullmatch(resource) or (called is not None and _PARTITION.match(called.start)):
        return
    service = (resource.split(":") + [""] * 3)[2] if called is None else ""
    params = {"resource": resource, "form": _FORMS.get(service, _CALL)}
    yield Finding((*state.path, "Resource"), params)
