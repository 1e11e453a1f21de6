"""A variable is named states."""

from __future__ import annotations

from typing import Any

from rule_cases import (
    DONE,
    Definition,
    Flag,
    alone,
    choice,
    flags,
    in_branch,
    jsonata,
    machine,
    passes,
    state,
    task,
)


def assigns(**variables: Any) -> Definition:
    """A machine of one Pass that assigns those variables."""
    return alone(state("Pass", Assign=variables))


FLAGS = {
    "a fixed value": Flag(assigns(states=1), "/States/A/Assign/states"),
    "among others": Flag(assigns(total=1, states=None), "/States/A/Assign/states"),
    "a computed value": Flag(assigns(**{"states.$": "$.states"}), "/States/A/Assign/states.$"),
    "a state in JSONata": Flag(
        jsonata({"A": state("Pass", Assign={"states": "{% 1 %}"})}), "/States/A/Assign/states"
    ),
    "a choice rule in JSONata": Flag(
        jsonata(
            {
                "Paid?": choice({"Condition": True, "Assign": {"states": 1}, "Next": "Done"}, Default="Done"),
                "Done": DONE,
            }
        ),
        "/States/Paid?/Choices/0/Assign/states",
    ),
    "a catcher": Flag(
        machine(
            {
                "Pay": task(Catch=[{"ErrorEquals": ["States.ALL"], "Assign": {"states": 1}, "Next": "Done"}]),
                "Done": DONE,
            }
        ),
        "/States/Pay/Catch/0/Assign/states",
    ),
    "a state of a branch": Flag(
        in_branch(machine({"Add": state("Pass", Assign={"states": 1})})),
        "/States/Both/Branches/1/States/Add/Assign/states",
    ),
}

PASSES = {
    "a name that contains the word": assigns(orderStates=1),
    "the singular": assigns(state=1),
    "another case": assigns(States=1),
    "the names inside of $states": assigns(input=1, result=1, context=1),
    "a key inside of the value": assigns(order={"states": 1}),
    "a key of Parameters": alone(state("Pass", Parameters={"states": 1})),
    "a variable of the expression itself": jsonata({"A": state("Pass", Output="{% ($states := 1; 2) %}")}),
}

test_flags = flags("reserved-variable", FLAGS)
test_passes = passes("reserved-variable", PASSES)
