"""A task's heartbeat is not shorter than its timeout."""

from __future__ import annotations

from rule_cases import Express, Flag, alone, flags, in_branch, in_map, jsonata, leaves, passes, task

AT = "/States/A/HeartbeatSeconds"


def beating(heartbeat, timeout, build=alone):
    return build(task(TimeoutSeconds=timeout, HeartbeatSeconds=heartbeat))


def in_jsonata(call):
    return jsonata({"A": call})


FLAGS = {
    "equal": Flag(beating(60, 60), AT, {"heartbeat": "60", "timeout": "60"}),
    "longer by a second": Flag(beating(61, 60), AT),
    "both one second": Flag(beating(1, 1), AT),
    "in JSONata": Flag(beating(60, 60, in_jsonata), AT),
    "an Express machine": Flag(Express(beating(60, 60)), AT),
    "inside a Map": Flag(in_map(beating(60, 60)), f"/States/Each/ItemProcessor{AT}"),
    "inside a branch": Flag(in_branch(beating(60, 60)), f"/States/Both/Branches/1{AT}"),
}

PASSES = {
    "shorter by a second": beating(59, 60),
    "a heartbeat without a timeout": alone(task(HeartbeatSeconds=60)),
    "a timeout without a heartbeat": alone(task(TimeoutSeconds=60)),
    "a timeout that is read from the input": alone(task(TimeoutSecondsPath="$.limit", HeartbeatSeconds=60)),
    "a heartbeat that is read from the input": alone(task(TimeoutSeconds=60, HeartbeatSecondsPath="$.beat")),
    "a heartbeat that is computed in JSONata": beating("{% $states.input.beat %}", 60, in_jsonata),
    "a timeout that is computed in JSONata": beating(60, "{% $states.input.limit %}", in_jsonata),
    "a shorter timeout of the machine": alone(task(HeartbeatSeconds=60), TimeoutSeconds=30),
}

LEAVES = {
    "a heartbeat that is no number": ("not-a-whole-number", beating("60", 60)),
    "a heartbeat of nothing": ("too-small", beating(0, 60)),
}

test_flags = flags("heartbeat-not-shorter", FLAGS)
test_passes = passes("heartbeat-not-shorter", PASSES)
test_leaves = leaves("heartbeat-not-shorter", LEAVES)
