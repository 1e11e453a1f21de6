"""A step moves an amount of money that the browser has sent."""

from __future__ import annotations

from rule_cases import STATES, Flag, flags, jsonata, machine, operated, passes, state, task

TAKES = {"A": {"money": "takes", "idempotency": {"kind": "key"}}}
FIELDS = {
    "id": {"type": "string", "sentBy": "browser"},
    "total": {"type": "number", "sentBy": "browser"},
    "limit": {"type": "number", "sentBy": "browser", "guarded": True},
}


def given(definition: dict, cards: dict = TAKES, fields: dict = FIELDS):
    return operated(definition, cards, input={"fields": fields})


def charges(**arguments: str) -> dict:
    return task(Parameters=arguments)


AT = "/States/A/Parameters/a.$"
FLAGS = {
    "an argument": Flag(
        given(machine({"A": charges(**{"a.$": "$.total"})})), AT, {"state": "A", "name": "total"}
    ),
    "a guarded value of any name": Flag(
        given(machine({"A": charges(**{"a.$": "$.limit"})})), AT, {"name": "limit"}
    ),
    "the whole input as an argument": Flag(given(machine({"A": charges(**{"a.$": "$"})})), (AT, AT)),
    "the whole input without arguments": Flag(given(machine({"A": task()})), ("/States/A", "/States/A")),
    "under another name, in a text": Flag(
        given(
            machine(
                {
                    "Set": state("Pass", Parameters={"sum.$": "$.total"}, ResultPath="$.pay", Next="A"),
                    "A": charges(**{"a.$": "States.Format('{}', $.pay.sum)"}),
                }
            )
        ),
        AT,
    ),
    "in a variable": Flag(
        given(
            jsonata(
                {
                    "Set": state("Pass", Assign={"sum": "{% $states.input.total * 1.1 %}"}, Next="A"),
                    "A": task(Arguments={"a": "{% $sum %}"}),
                }
            )
        ),
        "/States/A/Arguments/a",
    ),
}

PASSES = {
    "another argument": given(machine({"A": charges(**{"a.$": "$.id"})})),
    "a price from a table": given(
        machine(
            {
                "Get": task(
                    f"{STATES}dynamodb:getItem",
                    Parameters={"TableName": "${Table}", "Key": {"id": {"S.$": "$.id"}}},
                    ResultPath="$.found",
                    Next="A",
                ),
                "A": charges(**{"a.$": "$.found.Item.total.N"}),
            }
        )
    ),
    "no money": given(machine({"A": charges(**{"a.$": "$.total"})}), {"A": {"money": "none"}}),
    "the server sends it": given(
        machine({"A": charges(**{"a.$": "$.total"})}),
        fields={"total": {"type": "number", "sentBy": "server"}},
    ),
    "in what it keeps of the result alone": given(
        machine({"A": task(Parameters={"a.$": "$.id"}, ResultSelector={"b.$": "$$.Execution.Input.total"})})
    ),
}

test_flags = flags("browser-price-charged", FLAGS)
test_passes = passes("browser-price-charged", PASSES, ["guarded-from-browser"])
