"""Places that nobody has decided yet."""

from __future__ import annotations

from rule_cases import DONE, Flag, flags, machine, operated, passes, state, task

CALL = {"Check": {"undecided": ["CheckStock"]}}
CHECK = {**task(), "Resource": "${CheckStock}"}
RULE = {"Condition": "{% ${InStock} %}", "Next": "B"}
CHOICE = {"Type": "Choice", "QueryLanguage": "JSONata", "Choices": [RULE], "Default": "B"}
INSIDE = {"Type": "Parallel", "End": True, "Branches": [machine({"Check": CHECK})]}

FLAGS = {
    "what a step calls": Flag(
        operated(machine({"Check": CHECK}), CALL), "/States/Check/Resource", {"name": "CheckStock"}
    ),
    "the condition of a rule": Flag(
        operated(machine({"A": CHOICE, "B": DONE}), {"A": {"undecided": ["InStock"]}}),
        "/States/A/Choices/0/Condition",
        {"name": "InStock", "state": "A"},
    ),
    "a step in a branch, once": Flag(
        operated(machine({"P": INSIDE}), {**CALL, "P": {"undecided": ["CheckStock"]}}),
        "/States/P/Branches/0/States/Check/Resource",
    ),
}

PASSES = {
    "a step that calls something": operated(machine({"Check": task()}), CALL),
    "a parameter that is not listed": operated(
        machine({"Check": CHECK}), {"Check": {"undecided": ["Other"]}}
    ),
    "nothing undecided": operated(machine({"A": state("Pass", End=True)}), {"A": {"undecided": []}}),
}

test_flags = flags("undecided", FLAGS)
test_passes = passes("undecided", PASSES)
