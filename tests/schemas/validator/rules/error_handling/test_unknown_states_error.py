"""A retrier or catcher names an error that does not exist."""

from __future__ import annotations

from rule_cases import (
    DONE,
    Flag,
    flags,
    in_branch,
    in_map,
    jsonata,
    leaves,
    machine,
    map_over,
    parallel,
    passes,
    task,
)

from schemas.asl.errors import PREDEFINED


def retrying(*names, build=machine, call=task):
    return build({"A": call(Retry=[{"ErrorEquals": list(names)}])})


def catching(name, target=DONE):
    return machine({"A": task(Catch=[{"ErrorEquals": [name], "Next": "B"}]), "B": target})


def both(**fields):
    return parallel(machine({"Inner": DONE}), **fields)


def each(**fields):
    return map_over(machine({"Inner": DONE}), **fields)


FIRST = "/States/A/Retry/0/ErrorEquals/0"
FLAGS = {
    "another case": Flag(
        retrying("States.TimeOut"),
        FIRST,
        {"name": "States.TimeOut", "nearest": "States.Timeout"},
        unsafe_fix=retrying("States.Timeout"),
    ),
    "a missing letter": Flag(retrying("States.TaskFaild"), FIRST, unsafe_fix=retrying("States.TaskFailed")),
    "no error is near": Flag(retrying("States.Odd"), FIRST, {"name": "States.Odd"}),
    "an error of its own without a Fail that raises it": Flag(
        machine({**retrying("States.Odd")["States"], "B": {"Type": "Fail", "Error": "Odd"}}), FIRST
    ),
    "the second of two names": Flag(retrying("Busy", "States.Odd"), "/States/A/Retry/0/ErrorEquals/1"),
    "a catcher": Flag(
        catching("States.all"), "/States/A/Catch/0/ErrorEquals/0", unsafe_fix=catching("States.ALL")
    ),
    "a Parallel": Flag(
        retrying("States.Branchfailed", call=both),
        FIRST,
        unsafe_fix=retrying("States.BranchFailed", call=both),
    ),
    "a Map": Flag(retrying("States.MapFailed", call=each), FIRST),
    "in JSONata": Flag(
        retrying("States.timeout", build=jsonata), FIRST, unsafe_fix=retrying("States.Timeout", build=jsonata)
    ),
    "inside a Map": Flag(in_map(retrying("States.Odd")), f"/States/Each/ItemProcessor{FIRST}"),
    "inside a branch": Flag(in_branch(retrying("States.Odd")), f"/States/Both/Branches/1{FIRST}"),
}

PASSES = {
    **{name: retrying(name) for name in sorted(PREDEFINED)},
    "a status of HTTP": retrying("States.Http.StatusCode.503"),
    "a timeout of HTTP": retrying("States.Http.Socket"),
    "an error of the function": retrying("TimeOut"),
    "an error of another service": retrying("Lambda.TooManyRequestsException"),
    "a name that begins in lower case": retrying("states.TimeOut"),
    "a substitution": retrying("${Error}"),
    "a substitution after the beginning": retrying("States.${Error}"),
    "an error that a Fail raises": catching("States.Odd", {"Type": "Fail", "Error": "States.Odd"}),
    "an error that a Fail inside raises": machine(
        {
            "A": parallel(
                machine({"C": {"Type": "Fail", "Error": "States.Odd"}}),
                Retry=[{"ErrorEquals": ["States.Odd"]}],
            )
        }
    ),
}

LEAVES = {"a name that is no text": ("not-a-string", retrying(5))}

test_flags = flags("unknown-states-error", FLAGS)
test_passes = passes("unknown-states-error", PASSES)
test_leaves = leaves("unknown-states-error", LEAVES)
