"""States.ALL stands beside other error names."""

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


def retrying(*errors):
    return {"Retry": [{"ErrorEquals": list(names)} for names in errors]}


BRANCH = machine({"Inner": DONE})
BESIDE = retrying(["States.ALL", "States.Timeout"])
CATCH = {"ErrorEquals": ["Busy", "States.ALL"], "Next": "B"}
FLAGS = {
    "before another name": Flag(alone(task(**BESIDE)), "/States/A/Retry/0/ErrorEquals/0", {"field": "Retry"}),
    "after another name": Flag(
        alone(task(**retrying(["Busy", "States.ALL"]))), "/States/A/Retry/0/ErrorEquals/1"
    ),
    "beside itself": Flag(
        alone(task(**retrying(["States.ALL", "States.ALL"]))), "/States/A/Retry/0/ErrorEquals/0"
    ),
    "in the second retrier": Flag(
        alone(task(**retrying(["Busy"], ["Slow", "States.ALL"]))), "/States/A/Retry/1/ErrorEquals/1"
    ),
    "in a catcher": Flag(
        machine({"A": task(Catch=[CATCH]), "B": DONE}), "/States/A/Catch/0/ErrorEquals/1", {"field": "Catch"}
    ),
    "of a Parallel": Flag(alone(parallel(BRANCH, **BESIDE)), "/States/A/Retry/0/ErrorEquals/0"),
    "of a Map": Flag(alone(map_over(BRANCH, **BESIDE)), "/States/A/Retry/0/ErrorEquals/0"),
    "in JSONata": Flag(jsonata({"A": task(**BESIDE)}), "/States/A/Retry/0/ErrorEquals/0"),
    "inside a Map": Flag(
        in_map(alone(task(**BESIDE))), "/States/Each/ItemProcessor/States/A/Retry/0/ErrorEquals/0"
    ),
    "inside a branch": Flag(
        in_branch(alone(task(**BESIDE))), "/States/Both/Branches/1/States/A/Retry/0/ErrorEquals/0"
    ),
}

PASSES = {
    "alone": alone(task(**retrying(["States.ALL"]))),
    "alone after a retrier of other names": alone(
        task(**retrying(["Busy", "States.Timeout"], ["States.ALL"]))
    ),
    "alone in Retry and in Catch": machine(
        {"A": task(**retrying(["States.ALL"]), Catch=[{**CATCH, "ErrorEquals": ["States.ALL"]}]), "B": DONE}
    ),
    "several other names": alone(task(**retrying(["States.TaskFailed", "States.Timeout"]))),
    "a substitution beside another": alone(task(**retrying(["${Error}", "Busy"]))),
}

test_flags = flags("states-all-not-alone", FLAGS)
test_passes = passes("states-all-not-alone", PASSES)
