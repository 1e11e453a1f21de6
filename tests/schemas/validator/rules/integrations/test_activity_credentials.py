"""An activity has Credentials."""

from __future__ import annotations

from typing import Any

from rule_cases import (
    STATES,
    Definition,
    Flag,
    alone,
    flags,
    in_branch,
    in_map,
    jsonata,
    machine,
    passes,
    task,
)

ACTIVITY = "arn:aws:states:ap-northeast-1:123456789012:activity:pack"
ROLE = {"RoleArn": "arn:aws:iam::123456789012:role/pack"}


def pack(resource: Any = ACTIVITY, **fields: Any) -> Definition:
    """A Task that calls `resource`, with a timeout."""
    return task(resource, TimeoutSeconds=3600, **fields)


AT = "/States/A/Credentials"

FLAGS = {
    "a role": Flag(alone(pack(Credentials=ROLE)), AT, {"state": "A"}, safe_fix=alone(pack())),
    "a role that is read": Flag(alone(pack(Credentials={"RoleArn.$": "$.role"})), AT, safe_fix=alone(pack())),
    "an activity of another partition": Flag(
        alone(pack(ACTIVITY.replace(":aws:", ":aws-cn:"), Credentials=ROLE)),
        AT,
        safe_fix=alone(pack(ACTIVITY.replace(":aws:", ":aws-cn:"))),
    ),
    "an activity whose name is substituted": Flag(
        alone(pack(ACTIVITY.replace("pack", "${Pack}"), Credentials=ROLE)),
        AT,
        safe_fix=alone(pack(ACTIVITY.replace("pack", "${Pack}"))),
    ),
    "JSONata": Flag(
        jsonata({"A": pack(Credentials={"RoleArn": "{% $states.input.role %}"})}),
        AT,
        safe_fix=jsonata({"A": pack()}),
    ),
    "a state of a branch": Flag(
        in_branch(machine({"A": pack(Credentials=ROLE)})),
        f"/States/Both/Branches/1{AT}",
        safe_fix=in_branch(machine({"A": pack()})),
    ),
    "a state of a Map": Flag(
        in_map(machine({"A": pack(Credentials=ROLE)})),
        f"/States/Each/ItemProcessor{AT}",
        safe_fix=in_map(machine({"A": pack()})),
    ),
}

PASSES = {
    "an activity without Credentials": alone(pack()),
    "a function": alone(task("arn:aws:lambda:us-east-1:123456789012:function:activity", Credentials=ROLE)),
    "an integration": alone(
        task(f"{STATES}sqs:sendMessage", Parameters={"QueueUrl": "q", "MessageBody": "m"}, Credentials=ROLE)
    ),
    "a Resource that is substituted": alone(task("${Pack}", Credentials=ROLE)),
    "the word in a payload": alone(pack(Parameters={"Credentials": ROLE})),
}

test_flags = flags("activity-credentials", FLAGS)
test_passes = passes("activity-credentials", PASSES)
