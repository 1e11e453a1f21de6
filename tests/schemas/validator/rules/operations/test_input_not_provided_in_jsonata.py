"""A state reads a field that is not there, in JSONata."""

from __future__ import annotations

from rule_cases import STATES, Flag, Operated, choice, flags, jsonata, operated, passes, state, task

FIELDS = {"order_id": {"type": "string"}, "cart.id": {"type": "string"}, "items[].sku": {"type": "string"}}
GET = f"{STATES}dynamodb:getItem"
KEY = {"TableName": "${Table}", "Key": {"id": {"S": "{% $states.input.cart.id %}"}}}
PAY = "/States/Pay/Arguments/value"


def given(definition: dict, **fields: dict) -> Operated:
    return operated(definition, {}, input={"fields": {**FIELDS, **fields}})


def reads(expression: str, **fields) -> dict:
    return task(Arguments={"value": f"{{% {expression} %}}"}, **fields)


FLAGS = {
    "in JSONata": Flag(
        given(jsonata({"Pay": reads("$states.input.cart.total & 'x'")})),
        PAY,
        {"name": "$states.input.cart.total"},
    ),
    "lost to the result of a call in JSONata": Flag(
        given(jsonata({"Get": task(GET, Arguments=KEY, Next="Pay"), "Pay": reads("$states.input.order_id")})),
        PAY,
        {"lost": "Get"},
    ),
    "lost by an Output of its own": Flag(
        given(
            jsonata(
                {
                    "Get": state("Pass", Output={"cart": "{% $states.input.cart %}"}, Next="Pay"),
                    "Pay": reads("$states.input.order_id & $states.input.cart.id"),
                }
            )
        ),
        PAY,
        {"lost": "Get"},
    ),
    "lost by a merge of others": Flag(
        given(
            jsonata(
                {
                    "Get": state(
                        "Pass", Output="{% $merge([$states.input.cart, {'a': $uuid()}]) %}", Next="Pay"
                    ),
                    "Pay": reads("[$states.input.order_id, $states.input.id, $states.input.a]"),
                }
            )
        ),
        PAY,
    ),
    "a field of a variable": Flag(
        given(
            jsonata(
                {
                    "Set": state("Pass", Assign={"cart": "{% $states.input.cart %}"}, Next="Pay"),
                    "Pay": reads("$cart.total"),
                }
            )
        ),
        PAY,
        {"name": "$cart.total"},
    ),
}

PASSES = {
    "a field that one way sets, in a condition": given(
        jsonata(
            {
                "Which": choice(
                    {"Condition": "{% $states.input.order_id = '1' %}", "Next": "Set"}, Default="Pay"
                ),
                "Set": state("Pass", Output="{% $merge([$states.input, {'kind': 1}]) %}", Next="Pay"),
                "Pay": reads("$states.input.order_id = '1' ? $states.input.kind : 0"),
            }
        )
    ),
    "merged in JSONata": given(
        jsonata(
            {
                "Get": task(
                    GET,
                    Arguments=KEY,
                    Output="{% $merge([$states.input, {'found': $states.result.Item, 'at': $now()}]) %}",
                    Next="Pay",
                ),
                "Pay": reads("$states.input.order_id & $states.input.found.x & $states.input.at"),
            }
        )
    ),
    "kept in a variable": given(
        jsonata(
            {
                "Get": task(GET, Arguments=KEY, Assign={"order": "{% $states.input.order_id %}"}, Next="Pay"),
                "Pay": reads(
                    "$order & $states.input.Item.total.N & $states.context.Execution.Input.order_id"
                ),
            }
        )
    ),
    "tested by $exists": given(
        jsonata({"Pay": reads("$exists($states.input.coupon) ? $states.input.coupon : 'none'")})
    ),
    "the fields of each item": given(jsonata({"Pay": reads("$states.input.items.sku[0]")})),
    "an output of another kind": given(
        jsonata(
            {
                "Set": state("Pass", Output="{% $spread($states.input)[0] %}", Next="Pay"),
                "Pay": reads("$states.input.total"),
            }
        )
    ),
}

test_flags = flags("input-not-provided", FLAGS)
test_passes = passes("input-not-provided", PASSES, ["catch-loses-input"])
