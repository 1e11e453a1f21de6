"""A transition leads to a state that does not exist."""

from __future__ import annotations

from rule_cases import (
    DONE,
    Flag,
    choice,
    flags,
    in_branch,
    in_map,
    jsonata,
    machine,
    parallel,
    passes,
    state,
    task,
)

CATCH = {"ErrorEquals": ["States.ALL"], "Next": "Refund"}
PAID = {"Variable": "$.paid", "BooleanEquals": True, "Next": "Ship"}

FLAGS = {
    "a Next that names no state": Flag(
        machine({"Pay": state("Pass", Next="Refund"), "Done": DONE}),
        "/States/Pay/Next",
        {"field": "Next", "target": "Refund"},
    ),
    "a misspelt Next": Flag(
        machine({"Pay": state("Pass", Next="Dome"), "Done": DONE}),
        "/States/Pay/Next",
        {"target": "Dome", "nearest": "Done"},
        safe_fix=machine({"Pay": state("Pass", Next="Done"), "Done": DONE}),
    ),
    "a Next that differs in case only": Flag(
        machine({"Pay": state("Pass", Next="done"), "Done": DONE}),
        "/States/Pay/Next",
        {"nearest": "Done"},
        safe_fix=machine({"Pay": state("Pass", Next="Done"), "Done": DONE}),
    ),
    "a choice rule": Flag(
        machine({"Paid?": choice(PAID, Default="Done"), "Done": DONE}), "/States/Paid?/Choices/0/Next"
    ),
    "a choice rule in JSONata": Flag(
        jsonata({"Paid?": choice({"Condition": "{% true %}", "Next": "Ship"}, Default="Done"), "Done": DONE}),
        "/States/Paid?/Choices/0/Next",
    ),
    "a Default": Flag(
        machine({"Paid?": choice({**PAID, "Next": "Done"}, Default="Refund"), "Done": DONE}),
        "/States/Paid?/Default",
        {"field": "Default"},
    ),
    "a catcher": Flag(machine({"Pay": task(Catch=[CATCH])}), "/States/Pay/Catch/0/Next"),
    "two transitions of one state": Flag(
        machine({"Pay": task(Catch=[CATCH], Next="Ship")}),
        ("/States/Pay/Catch/0/Next", "/States/Pay/Next"),
    ),
    "a state outside of the Map": Flag(
        machine(
            {
                "Each": {
                    **in_map(machine({"Pay": state("Pass", Next="Done")}))["States"]["Each"],
                    "Next": "Done",
                },
                "Done": DONE,
            }
        ),
        "/States/Each/ItemProcessor/States/Pay/Next",
    ),
    "a state of another branch": Flag(
        in_branch(machine({"Pay": state("Pass", Next="Other"), "Done": DONE})),
        "/States/Both/Branches/1/States/Pay/Next",
    ),
    "a state inside the Parallel": Flag(
        machine({"Both": parallel(machine({"Other": DONE}), Next="Other")}), "/States/Both/Next"
    ),
}

PASSES = {
    "a Next that names a state": machine({"Pay": state("Pass", Next="Done"), "Done": DONE}),
    "a Next that names the state itself": machine({"Paid?": choice(PAID, Default="Paid?"), "Ship": DONE}),
    "a name in Japanese": machine({"決済": state("Pass", Next="完了"), "完了": DONE}),
    "a state of the same branch": in_branch(machine({"Pay": state("Pass", Next="Done"), "Done": DONE})),
    "a substitution in a Next": machine({"Pay": state("Pass", Next="${Next}"), "Done": DONE}),
    "a substitution within a name": machine({"Pay": state("Pass", Next="Ship${Stage}"), "Done": DONE}),
    "a catcher that leads to a state": machine({"Pay": task(Catch=[CATCH]), "Refund": DONE}),
    "a choice rule in JSONata that leads to a state": jsonata(
        {"Paid?": choice({"Condition": "{% true %}", "Next": "Done"}, Default="Done"), "Done": DONE}
    ),
}

test_flags = flags("missing-target", FLAGS)
test_passes = passes("missing-target", PASSES, beside={"endless-loop"})
