"""Two retriers, or two catchers, of a state name the same error."""

from __future__ import annotations

from rule_cases import (
    DONE,
    Flag,
    alone,
    flags,
    in_map,
    jsonata,
    leaves,
    machine,
    map_over,
    parallel,
    passes,
    task,
)


def retriers(*errors):
    return [{"ErrorEquals": list(names)} for names in errors]


def catchers(*errors):
    return [{"ErrorEquals": list(names), "Next": "Refund"} for names in errors]


def refunding(first):
    return machine({"A": first, "Refund": DONE})


TWICE = retriers(["States.Timeout"], ["Busy", "States.Timeout"])
BRANCH = machine({"Inner": DONE})
FLAGS = {
    "two retriers": Flag(
        alone(task(Retry=TWICE)),
        "/States/A/Retry/1/ErrorEquals/1",
        {"name": "States.Timeout", "field": "Retry"},
    ),
    "two catchers": Flag(
        refunding(task(Catch=catchers(["Busy"], ["Busy"]))),
        "/States/A/Catch/1/ErrorEquals/0",
        {"name": "Busy", "field": "Catch"},
    ),
    "one retrier names it twice": Flag(
        alone(task(Retry=retriers(["Busy", "Busy"]))), "/States/A/Retry/0/ErrorEquals/1"
    ),
    "three retriers": Flag(
        alone(task(Retry=retriers(["Busy"], ["Busy"], ["Busy"]))),
        ("/States/A/Retry/1/ErrorEquals/0", "/States/A/Retry/2/ErrorEquals/0"),
    ),
    "a substitution": Flag(
        alone(task(Retry=retriers(["${Error}"], ["${Error}"]))), "/States/A/Retry/1/ErrorEquals/0"
    ),
    "a Parallel": Flag(alone(parallel(BRANCH, Retry=TWICE)), "/States/A/Retry/1/ErrorEquals/1"),
    "a Map": Flag(alone(map_over(BRANCH, Retry=TWICE)), "/States/A/Retry/1/ErrorEquals/1"),
    "in JSONata": Flag(jsonata({"A": task(Retry=TWICE)}), "/States/A/Retry/1/ErrorEquals/1"),
    "inside a Map": Flag(
        in_map(alone(task(Retry=TWICE))), "/States/Each/ItemProcessor/States/A/Retry/1/ErrorEquals/1"
    ),
}

PASSES = {
    "each error once": alone(task(Retry=retriers(["States.Timeout"], ["Busy"]))),
    "a retrier and a catcher": refunding(
        task(Retry=retriers(["States.Timeout"]), Catch=catchers(["States.Timeout"]))
    ),
    "retriers of two states": machine(
        {"A": task(Retry=retriers(["Busy"]), Next="B"), "B": task(Retry=retriers(["Busy"]))}
    ),
    "the same name in another case": alone(task(Retry=retriers(["Busy"], ["busy"]))),
    "an error and States.ALL, which stands for it too": alone(task(Retry=retriers(["Busy"], ["States.ALL"]))),
}

LEAVES = {
    "an error that is no text": ("not-a-string", alone(task(Retry=retriers([5], [5])))),
}

test_flags = flags("error-named-twice", FLAGS)
test_passes = passes("error-named-twice", PASSES)
test_leaves = leaves("error-named-twice", LEAVES)
