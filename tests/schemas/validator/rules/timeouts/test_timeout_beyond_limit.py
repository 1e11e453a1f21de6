"""A task's timeout is longer than the call can last."""

from __future__ import annotations

from rule_cases import Flag, alone, flags, in_map, jsonata, passes, task

AT = "/States/A/TimeoutSeconds"
HARNESS = "arn:aws:states:::bedrockagentcore:invokeHarness"
CALL = {
    "HarnessArn": "arn:aws:bedrock-agentcore:us-east-1:123456789012:harness/desk",
    "RuntimeSessionId": "a-session-of-at-least-thirty-three",
    "Messages": [{"Role": "user", "Content": [{"Text": "hello"}]}],
}


def asking(timeout, build=alone):
    return build(task(HARNESS, Parameters=CALL, TimeoutSeconds=timeout))


def in_jsonata(call):
    call["Arguments"] = call.pop("Parameters")
    return jsonata({"A": call})


FLAGS = {
    "a second beyond": Flag(asking(901), AT, {"timeout": "901", "longest": "900"}),
    "an hour": Flag(asking(3600), AT),
    "in JSONata": Flag(asking(3600, in_jsonata), AT),
    "inside a Map": Flag(in_map(asking(3600)), f"/States/Each/ItemProcessor{AT}"),
}

PASSES = {
    "fifteen minutes": asking(900),
    "a timeout that is computed": asking("{% 3600 %}", in_jsonata),
    "a call that may last": alone(task(TimeoutSeconds=3600)),
}

test_flags = flags("timeout-beyond-limit", FLAGS)
test_passes = passes("timeout-beyond-limit", PASSES)
