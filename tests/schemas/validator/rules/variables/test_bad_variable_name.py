"""A variable's name is not valid."""

from __future__ import annotations

from rule_cases import (
    DONE,
    Definition,
    Flag,
    alone,
    choice,
    flags,
    in_map,
    jsonata,
    machine,
    passes,
    state,
    task,
)


def assigns(name: str) -> Definition:
    """A machine of one Pass that assigns a variable of that name."""
    return alone(state("Pass", Assign={name: 1}))


RESCUE = {"ErrorEquals": ["States.ALL"], "Assign": {"last-error": 1}, "Next": "Done"}

FLAGS = {
    "a hyphen": Flag(assigns("order-total"), "/States/A/Assign/order-total", {"name": "order-total"}),
    "a digit first": Flag(assigns("1a"), "/States/A/Assign/1a"),
    "an underscore first": Flag(assigns("_a"), "/States/A/Assign/_a"),
    "a dot": Flag(assigns("a.b"), "/States/A/Assign/a.b"),
    "a space": Flag(assigns("order total"), "/States/A/Assign/order total"),
    "a dollar sign": Flag(assigns("$a"), "/States/A/Assign/$a"),
    "no name at all": Flag(assigns(""), "/States/A/Assign/"),
    "nothing before .$": Flag(
        alone(state("Pass", Assign={".$": "$.a"})), "/States/A/Assign/.$", {"name": ""}
    ),
    "81 characters": Flag(assigns("a" * 81), f"/States/A/Assign/{'a' * 81}"),
    "a computed one": Flag(
        alone(state("Pass", Assign={"a-b.$": "$.a"})), "/States/A/Assign/a-b.$", {"name": "a-b"}
    ),
    "a computed one of JSONPath in JSONata": Flag(
        jsonata({"A": state("Pass", Assign={"a.$": 1})}), "/States/A/Assign/a.$", {"name": "a.$"}
    ),
    "a choice rule": Flag(
        machine(
            {
                "Paid?": choice(
                    {"Variable": "$.a", "IsNull": True, "Assign": {"is-paid": 1}, "Next": "Done"},
                    Default="Done",
                ),
                "Done": DONE,
            }
        ),
        "/States/Paid?/Choices/0/Assign/is-paid",
    ),
    "a catcher": Flag(
        machine({"Pay": task(Catch=[RESCUE]), "Done": DONE}), "/States/Pay/Catch/0/Assign/last-error"
    ),
    "a state of a Map": Flag(
        in_map(machine({"Add": state("Pass", Assign={"a-b": 1})})),
        "/States/Each/ItemProcessor/States/Add/Assign/a-b",
    ),
}

PASSES = {
    "letters and digits": assigns("total2"),
    "an underscore inside": assigns("order_total"),
    "letters of Japanese": assigns("合計"),
    "a capital": assigns("Total"),
    "one letter": assigns("a"),
    "80 characters": assigns("a" * 80),
    "a computed one": alone(state("Pass", Assign={"total.$": "$.total"})),
    "a substitution": assigns("${Name}-total"),
    "a key inside of the value": alone(state("Pass", Assign={"order": {"order-total": 1}})),
    "a key of Parameters": alone(state("Pass", Parameters={"order-total": 1})),
    "a variable in JSONata": jsonata({"A": state("Pass", Assign={"total": "{% 1 %}"})}),
}

test_flags = flags("bad-variable-name", FLAGS)
test_passes = passes("bad-variable-name", PASSES)
