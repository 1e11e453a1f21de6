"""A state has neither Next nor End: true."""

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
    passes,
    state,
)


def first(type_, build=machine, **fields):
    return build({"A": {"Type": type_, **fields}, "B": DONE})


BRANCH = machine({"C": DONE})
FLAGS = {
    "a Pass": Flag(first("Pass"), "/States/A", {"state": "A"}),
    "a Task": Flag(first("Task", Resource="${Pay}"), "/States/A"),
    "a Wait": Flag(first("Wait", Seconds=5), "/States/A"),
    "a Parallel": Flag(first("Parallel", Branches=[BRANCH]), "/States/A"),
    "a Map": Flag(first("Map", ItemProcessor=BRANCH), "/States/A"),
    "End: false": Flag(first("Pass", End=False), "/States/A"),
    "a Task with nothing but a catcher": Flag(
        first("Task", Resource="${Pay}", Catch=[{"ErrorEquals": ["States.ALL"], "Next": "B"}]), "/States/A"
    ),
    "in JSONata": Flag(first("Pass", jsonata), "/States/A"),
    "the last state inside a Map": Flag(
        in_map(machine({"C": state("Pass", Next="D"), "D": {"Type": "Pass"}})),
        "/States/Each/ItemProcessor/States/D",
    ),
    "the only state of a branch": Flag(
        in_branch(machine({"C": {"Type": "Pass"}})), "/States/Both/Branches/1/States/C"
    ),
}

PASSES = {
    "a Next": first("Pass", Next="B"),
    "End: true": machine({"A": state("Pass", End=True)}),
    "a substitution as the Next": first("Pass", Next="${Next}"),
    "End: false beside a Next": first("Pass", Next="B", End=False),
    "a Succeed": machine({"A": DONE}),
    "a Fail": machine({"A": {"Type": "Fail"}}),
    "a Choice": machine({"A": choice({"Variable": "$.a", "IsNull": True, "Next": "B"}), "B": DONE}),
}

LEAVES = {
    "an End that is no boolean": ("not-true-or-false", first("Pass", End="true")),
    "a Next that is no text": ("not-a-string", first("Pass", Next=None)),
}

test_flags = flags("no-transition", FLAGS)
test_passes = passes("no-transition", PASSES)
test_leaves = leaves("no-transition", LEAVES)
