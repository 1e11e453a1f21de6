"""No state ends the machine."""

from __future__ import annotations

from rule_cases import (
    DONE,
    Express,
    Flag,
    choice,
    flags,
    in_map,
    jsonata,
    leaves,
    machine,
    parallel,
    passes,
    state,
    task,
)

WAIT = state("Wait", Seconds=60, Next="Check")
BRANCH = machine({"Inner": DONE})
FLAGS = {
    "two states lead to each other": Flag(
        machine({"Wait": WAIT, "Check": state("Pass", Next="Wait")}), "/States"
    ),
    "a state leads to itself": Flag(machine({"Check": state("Pass", Next="Check")}), "/States"),
    "an Express machine": Flag(Express(machine({"Check": state("Pass", Next="Check")})), "/States"),
    "in JSONata": Flag(jsonata({"Check": state("Pass", Next="Check")}), "/States"),
    "an inner scope ends, the machine does not": Flag(
        machine({"Both": parallel(BRANCH, Next="Both")}), "/States"
    ),
    "a Choice does not end by itself": Flag(
        machine({"Paid?": choice({"Variable": "$.a", "IsPresent": True, "Next": "Paid?"})}), "/States"
    ),
    "End: false does not end": Flag(machine({"Check": {"Type": "Pass", "End": False}}), "/States"),
}

PASSES = {
    "End: true": machine({"Wait": WAIT, "Check": state("Pass", End=True)}),
    "a Succeed": machine({"Wait": WAIT, "Check": DONE}),
    "a Fail": machine({"Wait": WAIT, "Check": {"Type": "Fail"}}),
    "a Fail that only a catcher leads to": machine(
        {
            "Pay": task(Catch=[{"ErrorEquals": ["States.ALL"], "Next": "Failed"}], Next="Pay"),
            "Failed": {"Type": "Fail"},
        }
    ),
    "a processor without an end": in_map(machine({"Inner": state("Pass", Next="Inner")})),
}

test_flags = flags("missing-end", FLAGS)
test_passes = passes("missing-end", PASSES, beside={"endless-loop"})
test_leaves = leaves("missing-end", {"no state at all": ("empty", {"StartAt": "A", "States": {}})})
