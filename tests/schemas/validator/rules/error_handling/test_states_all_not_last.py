"""A retrier or catcher follows the one of States.ALL."""

from __future__ import annotations

from rule_cases import (
    DONE,
    Flag,
    alone,
    flags,
    in_branch,
    in_map,
    jsonata,
    machine,
    map_over,
    parallel,
    passes,
    task,
)

ALL = {"ErrorEquals": ["States.ALL"], "MaxAttempts": 1}
BUSY = {"ErrorEquals": ["Busy"], "MaxAttempts": 5}
SLOW = {"ErrorEquals": ["States.Timeout"]}
CATCH_ALL = {"ErrorEquals": ["States.ALL"], "Next": "B"}
BRANCH = machine({"Inner": DONE})


def retrying(*retriers, call=task):
    return alone(call(Retry=list(retriers)))


def catching(*errors):
    catchers = [{"ErrorEquals": [error], "Next": "B"} for error in errors]
    return machine({"A": task(Catch=catchers), "B": DONE})


def both(**fields):
    return parallel(BRANCH, **fields)


def each(**fields):
    return map_over(BRANCH, **fields)


FLAGS = {
    "a retrier follows": Flag(
        retrying(ALL, BUSY), "/States/A/Retry/0", {"field": "Retry"}, safe_fix=retrying(BUSY, ALL)
    ),
    "two retriers follow": Flag(
        retrying(ALL, BUSY, SLOW), "/States/A/Retry/0", safe_fix=retrying(BUSY, SLOW, ALL)
    ),
    "between two": Flag(retrying(BUSY, ALL, SLOW), "/States/A/Retry/1", safe_fix=retrying(BUSY, SLOW, ALL)),
    "a catcher follows": Flag(
        catching("States.ALL", "Busy"),
        "/States/A/Catch/0",
        {"field": "Catch"},
        safe_fix=catching("Busy", "States.ALL"),
    ),
    "of a Parallel": Flag(
        retrying(ALL, BUSY, call=both), "/States/A/Retry/0", safe_fix=retrying(BUSY, ALL, call=both)
    ),
    "of a Map": Flag(
        retrying(ALL, BUSY, call=each), "/States/A/Retry/0", safe_fix=retrying(BUSY, ALL, call=each)
    ),
    "in JSONata": Flag(
        jsonata({"A": task(Retry=[ALL, BUSY])}),
        "/States/A/Retry/0",
        safe_fix=jsonata({"A": task(Retry=[BUSY, ALL])}),
    ),
    "inside a Map": Flag(
        in_map(retrying(ALL, BUSY)),
        "/States/Each/ItemProcessor/States/A/Retry/0",
        safe_fix=in_map(retrying(BUSY, ALL)),
    ),
    "inside a branch": Flag(
        in_branch(retrying(ALL, BUSY)),
        "/States/Both/Branches/1/States/A/Retry/0",
        safe_fix=in_branch(retrying(BUSY, ALL)),
    ),
    "States.ALL in the Catch, too": Flag(
        machine({"A": task(Retry=[ALL, BUSY], Catch=[CATCH_ALL]), "B": DONE}),
        "/States/A/Retry/0",
        safe_fix=machine({"A": task(Retry=[BUSY, ALL], Catch=[CATCH_ALL]), "B": DONE}),
    ),
    "a second retrier of States.ALL has no fix": Flag(retrying(ALL, ALL), "/States/A/Retry/0"),
}

PASSES = {
    "last of two": retrying(BUSY, ALL),
    "alone": retrying(ALL),
    "last of the catchers": catching("Busy", "States.ALL"),
    "last in Retry, before a Catch": machine(
        {"A": task(Retry=[BUSY, ALL], Catch=[{"ErrorEquals": ["Busy"], "Next": "B"}]), "B": DONE}
    ),
    "States.TaskFailed may be followed": retrying({"ErrorEquals": ["States.TaskFailed"]}, SLOW),
}

test_flags = flags("states-all-not-last", FLAGS)
test_passes = passes("states-all-not-last", PASSES)
