"""A task with a timeout handles States.TaskFailed only."""

from __future__ import annotations

from rule_cases import DONE, Express, Flag, alone, flags, in_branch, in_map, jsonata, machine, passes, task

FAILED, TIMEOUT = "States.TaskFailed", "States.Timeout"


def paying(*caught, build=machine, **fields):
    """A Task whose only catcher names `caught`."""
    catch = [{"ErrorEquals": list(caught), "Next": "Refund"}]
    return build({"A": task(Catch=catch, **{"TimeoutSeconds": 30, **fields}), "Refund": DONE})


def retrying(*retried, **fields):
    return alone(task(TimeoutSeconds=30, Retry=[{"ErrorEquals": list(names)} for names in retried], **fields))


FLAGS = {
    "a catcher": Flag(
        paying(FAILED),
        "/States/A/Catch/0/ErrorEquals",
        {"field": "Catch"},
        unsafe_fix=paying(FAILED, TIMEOUT),
    ),
    "a catcher of more errors": Flag(
        paying(FAILED, "Busy"),
        "/States/A/Catch/0/ErrorEquals",
        unsafe_fix=paying(FAILED, "Busy", TIMEOUT),
    ),
    "a retrier, where there is no catcher": Flag(
        retrying([FAILED]),
        "/States/A/Retry/0/ErrorEquals",
        {"field": "Retry"},
        unsafe_fix=retrying([FAILED, TIMEOUT]),
    ),
    "the second of two retriers": Flag(
        retrying(["Busy"], [FAILED]),
        "/States/A/Retry/1/ErrorEquals",
        unsafe_fix=retrying(["Busy"], [FAILED, TIMEOUT]),
    ),
    "the catcher, where both miss it": Flag(
        paying(FAILED, Retry=[{"ErrorEquals": [FAILED]}]),
        "/States/A/Catch/0/ErrorEquals",
        unsafe_fix=paying(FAILED, TIMEOUT, Retry=[{"ErrorEquals": [FAILED]}]),
    ),
    "a timeout that is read from the input": Flag(
        machine(
            {
                "A": task(TimeoutSecondsPath="$.limit", Catch=[{"ErrorEquals": [FAILED], "Next": "Refund"}]),
                "Refund": DONE,
            }
        ),
        "/States/A/Catch/0/ErrorEquals",
        unsafe_fix=machine(
            {
                "A": task(
                    TimeoutSecondsPath="$.limit", Catch=[{"ErrorEquals": [FAILED, TIMEOUT], "Next": "Refund"}]
                ),
                "Refund": DONE,
            }
        ),
    ),
    "a timeout in JSONata": Flag(
        paying(FAILED, build=jsonata, TimeoutSeconds="{% $states.input.limit %}"),
        "/States/A/Catch/0/ErrorEquals",
        unsafe_fix=paying(FAILED, TIMEOUT, build=jsonata, TimeoutSeconds="{% $states.input.limit %}"),
    ),
    "an Express machine": Flag(
        Express(paying(FAILED)), "/States/A/Catch/0/ErrorEquals", unsafe_fix=paying(FAILED, TIMEOUT)
    ),
    "inside a Map": Flag(
        in_map(paying(FAILED)),
        "/States/Each/ItemProcessor/States/A/Catch/0/ErrorEquals",
        unsafe_fix=in_map(paying(FAILED, TIMEOUT)),
    ),
    "inside a branch": Flag(
        in_branch(retrying([FAILED])),
        "/States/Both/Branches/1/States/A/Retry/0/ErrorEquals",
        unsafe_fix=in_branch(retrying([FAILED, TIMEOUT])),
    ),
}

PASSES = {
    "the catcher names the timeout, too": paying(FAILED, TIMEOUT),
    "the catcher names the missed heartbeat": paying(FAILED, "States.HeartbeatTimeout", HeartbeatSeconds=5),
    "a catcher of every error": paying("States.ALL"),
    "another retrier names the timeout": retrying([FAILED], [TIMEOUT]),
    "a retrier of every error follows": retrying([FAILED], ["States.ALL"]),
    "the retrier names the timeout, the catcher does not": paying(FAILED, Retry=[{"ErrorEquals": [TIMEOUT]}]),
    "a catcher of one error, which makes no claim to all": paying("Busy"),
    "no timeout": alone(task(Retry=[{"ErrorEquals": [FAILED]}])),
    "a timeout and no handler": alone(task(TimeoutSeconds=30)),
    "a timeout of the machine only": alone(task(Retry=[{"ErrorEquals": [FAILED]}]), TimeoutSeconds=30),
}

test_flags = flags("task-failed-misses-timeout", FLAGS)
test_passes = passes("task-failed-misses-timeout", PASSES)
