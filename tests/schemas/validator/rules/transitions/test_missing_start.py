"""StartAt names a state that does not exist."""

from __future__ import annotations

from rule_cases import DONE, Flag, flags, in_branch, in_map, jsonata, leaves, machine, passes, state

ONE = {"CheckStock": DONE}
FLAGS = {
    "a state that is not there": Flag(machine(ONE, StartAt="Pay"), "/StartAt", {"target": "Pay"}),
    "the name with a space": Flag(
        machine(ONE, StartAt="Check Stock"),
        "/StartAt",
        {"target": "Check Stock", "nearest": "CheckStock"},
        safe_fix=machine(ONE),
    ),
    "the name in another case": Flag(
        machine(ONE, StartAt="checkstock"), "/StartAt", {"nearest": "CheckStock"}, safe_fix=machine(ONE)
    ),
    "a letter is missing": Flag(jsonata(ONE, StartAt="ChekStock"), "/StartAt", safe_fix=jsonata(ONE)),
    "another sign in Japanese is another name": Flag(
        machine({"在庫確認": DONE}, StartAt="在庫確保"), "/StartAt", {"target": "在庫確保"}
    ),
    "two names are equally near": Flag(
        machine({"Step1": state("Pass", Next="step-1"), "step-1": DONE}, StartAt="STEP1"), "/StartAt"
    ),
    "an empty name": Flag(machine(ONE, StartAt=""), "/StartAt", {"target": ""}),
    "a processor that starts at a state of the machine": Flag(
        in_map(machine(ONE, StartAt="Each")), "/States/Each/ItemProcessor/StartAt"
    ),
    "a branch that starts at a state of another": Flag(
        in_branch(machine(ONE, StartAt="Other")), "/States/Both/Branches/1/StartAt"
    ),
    "a machine that starts inside its Map": Flag(in_map(machine(ONE), StartAt="CheckStock"), "/StartAt"),
}

PASSES = {
    "the first state": machine(ONE),
    "a later state": machine({"Done": DONE, "CheckStock": state("Pass", Next="Done")}, StartAt="CheckStock"),
    "a name in Japanese": machine({"在庫確認": DONE}),
    "a substitution": machine(ONE, StartAt="${Start}"),
    "a substitution within the name": machine(ONE, StartAt="Check${Stage}"),
    "a processor that starts at its own state": in_map(machine(ONE)),
    "a branch that starts at its own state": in_branch(machine(ONE)),
}

LEAVES = {
    "no StartAt": ("missing-field", {"States": ONE}),
    "a scope without states": ("empty", {"StartAt": "CheckStock", "States": {}}),
    "a StartAt that is no text": ("not-a-string", machine(ONE, StartAt=1)),
}

test_flags = flags("missing-start", FLAGS)
test_passes = passes("missing-start", PASSES)
test_leaves = leaves("missing-start", LEAVES)
