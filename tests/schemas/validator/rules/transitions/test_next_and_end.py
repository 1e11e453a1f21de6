"""A state has both Next and End: true."""

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
    state,
    task,
)


def first(state, build=machine):
    return build({"A": state, "B": DONE})


BOTH = {"Next": "B", "End": True}
BRANCH = machine({"C": DONE})
FLAGS = {
    "a Pass": Flag(first(state("Pass", **BOTH)), "/States/A/End", {"state": "A"}),
    "a Task": Flag(first(task(**BOTH)), "/States/A/End"),
    "a Wait": Flag(first(state("Wait", Seconds=5, **BOTH)), "/States/A/End"),
    "a Parallel": Flag(first(parallel(BRANCH, **BOTH)), "/States/A/End"),
    "a Map": Flag(first(map_over(BRANCH, **BOTH)), "/States/A/End"),
    "a Next that is a substitution": Flag(first(state("Pass", Next="${Next}", End=True)), "/States/A/End"),
    "a Next that names no state": Flag(first(state("Pass", Next="C", End=True)), "/States/A/End"),
    "in JSONata": Flag(first(state("Pass", **BOTH), jsonata), "/States/A/End"),
    "inside a Map": Flag(in_map(first(state("Pass", **BOTH))), "/States/Each/ItemProcessor/States/A/End"),
    "inside a branch": Flag(in_branch(first(task(**BOTH))), "/States/Both/Branches/1/States/A/End"),
}

PASSES = {
    "a Next alone": first(state("Pass", Next="B")),
    "End: true alone": machine({"A": state("Pass", End=True)}),
    "End: false beside a Next": first(state("Pass", Next="B", End=False)),
    "a catcher's Next beside End: true": first(
        task(Catch=[{"ErrorEquals": ["States.ALL"], "Next": "B"}], End=True)
    ),
}

LEAVES = {
    "a Succeed, which takes neither": ("unknown-field", machine({"A": {**DONE, **BOTH}, "B": DONE})),
    "an End that is no boolean": ("not-true-or-false", first(state("Pass", Next="B", End="true"))),
}

test_flags = flags("next-and-end", FLAGS)
test_passes = passes("next-and-end", PASSES)
test_leaves = leaves("next-and-end", LEAVES)
