"""End: false has no effect."""

from __future__ import annotations

from rule_cases import (
    DONE,
    Flag,
    choice,
    flags,
    in_branch,
    in_map,
    jsonata,
    leaves,
    machine,
    map_over,
    parallel,
    passes,
    state,
    task,
)


def ending(first):
    return machine({"A": first, "B": DONE})


NEXT = state("Pass", Next="B")
FLAGS = {
    "a Pass": Flag(ending({**NEXT, "End": False}), "/States/A/End", safe_fix=ending(NEXT)),
    "a Task": Flag(ending(task(Next="B", End=False)), "/States/A/End", safe_fix=ending(task(Next="B"))),
    "a Wait": Flag(
        ending(state("Wait", Seconds=1, Next="B", End=False)),
        "/States/A/End",
        safe_fix=ending(state("Wait", Seconds=1, Next="B")),
    ),
    "a Parallel": Flag(
        ending(parallel(machine({"C": DONE}), Next="B", End=False)),
        "/States/A/End",
        safe_fix=ending(parallel(machine({"C": DONE}), Next="B")),
    ),
    "a Map": Flag(
        ending(map_over(machine({"C": DONE}), Next="B", End=False)),
        "/States/A/End",
        safe_fix=ending(map_over(machine({"C": DONE}), Next="B")),
    ),
    "in JSONata": Flag(
        jsonata({"A": {**NEXT, "End": False}, "B": DONE}),
        "/States/A/End",
        safe_fix=jsonata({"A": NEXT, "B": DONE}),
    ),
    "inside a Map": Flag(
        in_map(ending({**NEXT, "End": False})),
        "/States/Each/ItemProcessor/States/A/End",
        safe_fix=in_map(ending(NEXT)),
    ),
    "inside a branch, two states": Flag(
        in_branch(machine({"A": {**NEXT, "End": False}, "B": state("Pass", Next="C", End=False), "C": DONE})),
        ("/States/Both/Branches/1/States/A/End", "/States/Both/Branches/1/States/B/End"),
        safe_fix=in_branch(machine({"A": NEXT, "B": state("Pass", Next="C"), "C": DONE})),
    ),
}

PASSES = {
    "a Next alone": ending(NEXT),
    "End: true": machine({"A": state("Pass", End=True)}),
    "End: true in JSONata": jsonata({"A": state("Pass", End=True)}),
    "a Choice, which takes no End": ending(
        choice({"Variable": "$.a", "IsNull": True, "Next": "B"}, Default="B")
    ),
    "a field of that name in a payload": ending(state("Pass", Parameters={"End": False}, Next="B")),
}

LEAVES = {
    "End: true beside a Next": ("next-and-end", ending({**NEXT, "End": True})),
    "End: false without a Next": ("no-transition", ending({"Type": "Pass", "End": False})),
    "an End that is no boolean": ("not-true-or-false", ending({**NEXT, "End": "false"})),
}

test_flags = flags("end-false", FLAGS)
test_passes = passes("end-false", PASSES)
test_leaves = leaves("end-false", LEAVES)
