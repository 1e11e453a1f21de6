"""No transition leads to a state."""

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
    parallel,
    passes,
    state,
    task,
)

PAID = {"Variable": "$.paid", "BooleanEquals": True, "Next": "Refund"}
PAY = state("Pass", End=True)
FLAGS = {
    "a state that nothing leads to": Flag(
        machine({"Pay": PAY, "Refund": DONE}), "/States/Refund", {"state": "Refund"}
    ),
    "a state before the start": Flag(
        machine({"Check": state("Pass", Next="Pay"), "Pay": PAY}, StartAt="Pay"), "/States/Check"
    ),
    "states that lead only to each other": Flag(
        machine({"Pay": PAY, "A": state("Pass", Next="B"), "B": state("Pass", Next="A")}),
        ("/States/A", "/States/B"),
    ),
    "a state that leads only to itself": Flag(
        machine({"Pay": PAY, "Again": state("Wait", Seconds=5, Next="Again")}), "/States/Again"
    ),
    "in JSONata": Flag(jsonata({"Pay": PAY, "Refund": DONE}), "/States/Refund"),
    "a Next that ends as well leads on all the same": Flag(
        machine({"Pay": state("Pass", Next="Refund", End=True), "Refund": DONE, "Ship": DONE}), "/States/Ship"
    ),
    "inside a Map": Flag(
        in_map(machine({"Pay": PAY, "Refund": DONE})), "/States/Each/ItemProcessor/States/Refund"
    ),
    "inside a branch": Flag(
        in_branch(machine({"Pay": PAY, "Refund": DONE})), "/States/Both/Branches/1/States/Refund"
    ),
    "a state that only an inner scope names": Flag(
        machine({"Both": parallel(machine({"Pay": state("Pass", Next="Refund")})), "Refund": DONE}),
        "/States/Refund",
    ),
}

PASSES = {
    "a Next leads to it": machine({"Pay": state("Pass", Next="Refund"), "Refund": DONE}),
    "a rule of a Choice leads to it": machine(
        {"Paid?": choice(PAID, Default="Done"), "Refund": DONE, "Done": DONE}
    ),
    "a Default leads to it": machine(
        {"Paid?": choice({**PAID, "Next": "Done"}, Default="Refund"), "Refund": DONE, "Done": DONE}
    ),
    "a catcher leads to it": machine(
        {"Pay": task(Catch=[{"ErrorEquals": ["States.ALL"], "Next": "Refund"}]), "Refund": DONE}
    ),
    "the start comes last in the text": machine(
        {"Done": DONE, "Pay": state("Pass", Next="Done")}, StartAt="Pay"
    ),
    "a substitution may lead to it": machine(
        {"Pay": state("Pass", Next="${Next}"), "Refund": DONE, "Ship": DONE}
    ),
    "the machine may start at it": machine({"Pay": PAY, "Refund": DONE}, StartAt="${Start}"),
    "its name is a substitution": machine({"Pay": PAY, "${Refund}": DONE}),
}

LEAVES = {
    "every state behind a misspelt start": (
        "missing-start",
        machine({"CheckStock": state("Pass", Next="Done"), "Done": DONE}, StartAt="check stock"),
    ),
    "every state of a scope that starts nowhere": (
        "missing-start",
        machine({"Pay": PAY, "Refund": DONE}, StartAt="Ship"),
    ),
    "the state that a misspelt Next means": (
        "missing-target",
        machine({"Pay": state("Pass", Next="Chekout"), "Checkout": DONE}),
    ),
}

test_flags = flags("unreachable-state", FLAGS)
test_passes = passes("unreachable-state", PASSES)
test_leaves = leaves("unreachable-state", LEAVES)
