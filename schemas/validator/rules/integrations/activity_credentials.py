"""An activity has Credentials.

Why: Credentials name the role with which a Task calls a service. An activity is not called, its worker asks
for work; the service refuses Credentials there.

Bad example:

    {"StartAt": "Pack order", "States": {
      "Pack order": {"Type": "Task", "TimeoutSeconds": 3600, "End": true,
        "Resource": "arn:aws:states:ap-northeast-1:123456789012:activity:pack",
        "Credentials": {"RoleArn": "arn:aws:iam::123456789012:role/pack"}}}}

Good example:

    {"StartAt": "Pack order", "States": {
      "Pack order": {"Type": "Task", "TimeoutSeconds": 3600, "End": true,
        "Resource": "arn:aws:states:ap-northeast-1:123456789012:activity:pack"}}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from schemas.asl.services.arguments import resource_of
from schemas.asl.walk import State
from schemas.core.diagnostic import Fix
from schemas.core.edits import Remove
from schemas.validator.finding import Finding, rule

_ACTIVITY = re.compile(r"arn:[^:]+:states:[^:]*:[^:]*:activity:")


@rule("error", State, "Task")
def check(state: State) -> Iterator[Finding]:
    """Credentials beside the ARN of an activity."""
    if "Credentials" in state.fields and _ACTIVITY.match(resource_of(state)):
        path = (*state.path, "Credentials")
        yield Finding(path, {"state": state.name}, key=True, fix=Fix((Remove(path),)))
