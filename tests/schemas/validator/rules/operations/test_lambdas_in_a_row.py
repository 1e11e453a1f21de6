"""Two Lambda functions follow each other, with nothing between them."""

from __future__ import annotations

from rule_cases import STATES, Flag, choice, flags, in_map, machine, operated, passes, task

MORE = {"function": "more", "failures": [{"what": "Refused", "answer": "human", "tell": "Desk"}]}
CARDS = {"Price": MORE, "Label": MORE}


def function(**fields) -> dict:
    return task(f"{STATES}lambda:invoke", Parameters={"FunctionName": "f", "Payload.$": "$"}, **fields)


def row(**second) -> dict:
    return machine({"Price": function(Next="Label"), "Label": function(**second)})


FLAGS = {
    "one after the other": Flag(
        operated(row(), CARDS), "/States/Label", {"state": "Label", "before": "Price"}
    ),
    "three of them": Flag(
        operated(
            machine({"Price": function(Next="Label"), "Label": function(Next="Print"), "Print": function()}),
            {**CARDS, "Print": MORE},
        ),
        ("/States/Label", "/States/Print"),
    ),
    "in a Map": Flag(operated(in_map(row()), CARDS), "/States/Each/ItemProcessor/States/Label"),
}

PASSES = {
    "nobody has asked": operated(row(), {"Price": MORE, "Label": {"customer": "A mail"}}),
    "another way leads to the second": operated(
        machine(
            {
                "Which": choice({"Variable": "$.a", "IsPresent": True, "Next": "Label"}, Default="Price"),
                "Price": function(Next="Label"),
                "Label": function(),
            }
        ),
        CARDS,
    ),
    "one has a retry of its own": operated(row(Retry=[{"ErrorEquals": ["Busy"]}]), CARDS),
    "one moves money": operated(
        row(), {**CARDS, "Label": {**MORE, "money": "takes", "idempotency": {"kind": "key"}}}
    ),
    "two owners": operated(
        row(), {"Price": {**MORE, "owner": "Shop"}, "Label": {**MORE, "owner": "Dispatch"}}
    ),
    "something between": operated(
        machine(
            {
                "Price": function(Next="Wait"),
                "Wait": {"Type": "Wait", "Seconds": 1, "Next": "Label"},
                "Label": function(),
            }
        ),
        CARDS,
    ),
}

test_flags = flags("lambdas-in-a-row", FLAGS)
test_passes = passes("lambdas-in-a-row", PASSES)
