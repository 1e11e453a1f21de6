"""A state reads a field that is not there, by a path."""

from __future__ import annotations

from rule_cases import (
    DISTRIBUTED,
    DONE,
    STATES,
    Flag,
    Operated,
    choice,
    flags,
    machine,
    map_over,
    operated,
    parallel,
    passes,
    state,
    task,
)

FIELDS = {"order_id": {"type": "string"}, "cart.id": {"type": "string"}, "items[].sku": {"type": "string"}}
GET = f"{STATES}dynamodb:getItem"
KEY = {"TableName": "${Table}", "Key": {"id": {"S.$": "$.cart.id"}}}
FAIL = {"Type": "Fail", "Error": "Refused", "Cause": "It was refused."}


def given(definition: dict, **fields: dict) -> Operated:
    return operated(definition, {}, input={"fields": {**FIELDS, **fields}})


def pays(*names: str, **fields) -> dict:
    return task(Parameters={f"p{number}.$": name for number, name in enumerate(names)}, **fields)


AT = "/States/A/Parameters/p0.$"
PAY = "/States/Pay/Parameters/p0.$"
FLAGS = {
    "no field of that name": Flag(
        given(machine({"A": pays("$.order_ids")})), AT, {"name": "$.order_ids", "nearest": "order_id"}
    ),
    "no field inside of another": Flag(
        given(machine({"A": pays("$.cart.total.sum")})), AT, {"name": "$.cart.total", "unprovided": ""}
    ),
    "the input of the execution": Flag(
        given(machine({"A": pays("$$.Execution.Input.total")})), AT, {"name": "$$.Execution.Input.total"}
    ),
    "an argument of an intrinsic function": Flag(
        given(machine({"A": pays("States.Format('{}', $.total)")})), AT, {"name": "$.total"}
    ),
    "lost to the result of a call": Flag(
        given(machine({"Get": task(GET, Parameters=KEY, Next="Pay"), "Pay": pays("$.order_id")})),
        PAY,
        {"name": "$.order_id", "lost": "Get"},
    ),
    "lost some states before": Flag(
        given(
            machine(
                {
                    "Get": task(GET, Parameters=KEY, Next="Wait"),
                    "Wait": {"Type": "Wait", "Seconds": 1, "Next": "Pay"},
                    "Pay": pays("$.order_id"),
                }
            )
        ),
        PAY,
        {"lost": "Get"},
    ),
    "lost by OutputPath": Flag(
        given(machine({"Cut": state("Pass", OutputPath="$.cart", Next="Pay"), "Pay": pays("$.order_id")})),
        PAY,
        {"lost": "Cut"},
    ),
    "lost by InputPath of a Pass": Flag(
        given(
            machine({"Cut": state("Pass", InputPath="$.cart", Next="Pay"), "Pay": pays("$.order_id", "$.id")})
        ),
        PAY,
        {"lost": "Cut"},
    ),
    "lost by Parameters of a Pass": Flag(
        given(
            machine(
                {"Cut": state("Pass", Parameters={"a.$": "$.cart"}, Next="Pay"), "Pay": pays("$.order_id")}
            )
        ),
        PAY,
        {"lost": "Cut"},
    ),
    "lost on one of two ways": Flag(
        given(
            machine(
                {
                    "Which": choice(
                        {"Variable": "$.order_id", "StringEquals": "1", "Next": "Get"}, Default="Pay"
                    ),
                    "Get": task(GET, Parameters=KEY, Next="Pay"),
                    "Pay": pays("$.order_id"),
                }
            )
        ),
        PAY,
        {"lost": "Get", "sometimes": ""},
    ),
    "lost to the error, some states before": Flag(
        given(
            machine(
                {
                    "Get": task(
                        GET,
                        Parameters=KEY,
                        ResultPath=None,
                        Next="Done",
                        Catch=[{"ErrorEquals": ["States.ALL"], "Next": "Wait"}],
                    ),
                    "Wait": {"Type": "Wait", "Seconds": 1, "Next": "Pay"},
                    "Pay": pays("$.order_id", "$.Error", Next="Done"),
                    "Done": DONE,
                }
            )
        ),
        PAY,
        {"lost": "Get"},
    ),
    "not handed to the items of a Map": Flag(
        given(
            machine({"Each": map_over(machine({"Pay": pays("$.order_id", "$.sku")}), ItemsPath="$.items")})
        ),
        "/States/Each/ItemProcessor/States/Pay/Parameters/p0.$",
        {"lost": "Each"},
    ),
    "not chosen for the items of a Map": Flag(
        given(
            machine(
                {
                    "Each": map_over(
                        machine({"Pay": pays("$.order_id", "$.sku", "$.one")}),
                        ItemsPath="$.items",
                        ItemSelector={"sku.$": "$$.Map.Item.Value.sku", "one.$": "$$.Map.Item.Value.price"},
                    )
                }
            )
        ),
        (
            "/States/Each/ItemProcessor/States/Pay/Parameters/p0.$",
            "/States/Each/ItemSelector/one.$",
        ),
    ),
    "nothing but the results of the branches": Flag(
        given(machine({"Both": parallel(machine({"B": DONE}), Next="Pay"), "Pay": pays("$[0].total")})),
        PAY,
        {"name": "$[0].total"},
    ),
    "a member that the call does not return": Flag(
        given(
            machine(
                {
                    "A": task(
                        GET, Parameters=KEY, ResultSelector={"p0.$": "$.Itm.order_id", "p1.$": "$.Item.id"}
                    )
                }
            )
        ),
        "/States/A/ResultSelector/p0.$",
        {"name": "$.Itm"},
    ),
    "a path for a cause": Flag(
        given(machine({"A": {"Type": "Fail", "ErrorPath": "$.order_id", "CausePath": "$.cause"}})),
        "/States/A/CausePath",
    ),
}

PASSES = {
    "what the contract has": given(
        machine({"A": pays("$.order_id", "$.cart", "$.items[0].sku", "$.items[*].sku", "$")})
    ),
    "a field that may be missing": given(machine({"A": pays("$.coupon")}), coupon={"optional": True}),
    "the whole of an object whose fields are not listed": given(
        machine({"A": pays("$.customer.name.first")}), customer={"type": "object"}
    ),
    "a result beside the input": given(
        machine(
            {
                "Get": task(GET, Parameters=KEY, ResultPath="$.found", Next="Pay"),
                "Pay": pays("$.order_id", "$.found.Item.total.N"),
            }
        )
    ),
    "a result that is dropped": given(
        machine({"Get": task(GET, Parameters=KEY, ResultPath=None, Next="Pay"), "Pay": pays("$.order_id")})
    ),
    "what a function returns": given(
        machine(
            {
                "Get": task(
                    f"{STATES}lambda:invoke",
                    Parameters={"FunctionName": "f"},
                    OutputPath="$.Payload",
                    Next="Pay",
                    Retry=[{"ErrorEquals": ["Lambda.ServiceException"]}],
                ),
                "Pay": pays("$.anything.at.all"),
            }
        )
    ),
    "an error beside the input": given(
        machine(
            {
                "Get": task(
                    Next="Done",
                    Catch=[{"ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Pay"}],
                ),
                "Pay": pays("$.order_id", "$.error.Cause", Next="Done"),
                "Done": DONE,
            }
        )
    ),
    "a field that is tested first": given(
        machine(
            {
                "Which": choice(
                    {
                        "And": [
                            {"Variable": "$.coupon", "IsPresent": True},
                            {"Variable": "$.coupon.code", "StringEquals": "A"},
                        ],
                        "Next": "Pay",
                    },
                    Default="Done",
                ),
                "Pay": pays("$.coupon.code", Next="Done"),
                "Done": DONE,
            }
        )
    ),
    "a field that one way sets, behind a choice that knows it": given(
        machine(
            {
                "Which": choice(
                    {"Variable": "$.order_id", "StringEquals": "1", "Next": "Set"}, Default="Again"
                ),
                "Set": state("Pass", Result=1, ResultPath="$.kind", Next="Again"),
                "Again": choice(
                    {"Variable": "$.order_id", "StringEquals": "1", "Next": "Pay"}, Default="Done"
                ),
                "Pay": pays("$.kind", Next="Done"),
                "Done": DONE,
            }
        )
    ),
    "merged by an intrinsic function": given(
        machine(
            {
                "Set": state(
                    "Pass",
                    Parameters={"all.$": "States.JsonMerge($.cart, $$.Execution.Input, false)"},
                    OutputPath="$.all",
                    Next="Pay",
                ),
                "Pay": pays("$.order_id", "$.id"),
            }
        )
    ),
    "the items of a Map": given(
        machine(
            {
                "Each": map_over(
                    machine({"Pay": pays("$.order_id", "$.line.sku", "$.number")}),
                    ItemsPath="$.items",
                    ItemSelector={
                        "order_id.$": "$.order_id",
                        "line.$": "$$.Map.Item.Value",
                        "number.$": "$$.Map.Item.Index",
                    },
                )
            }
        )
    ),
    "the executions of a distributed Map": given(
        machine(
            {
                "Each": map_over(
                    machine({"Pay": pays("$$.Execution.Input.sku", "$.sku")}, ProcessorConfig=DISTRIBUTED),
                    ItemsPath="$.items",
                )
            }
        )
    ),
    "a message without a place in the run": given(machine({"A": FAIL})),
    "no contract": machine({"A": pays("$.total")}),
}

test_flags = flags("input-not-provided", FLAGS)
test_passes = passes("input-not-provided", PASSES, ["catch-loses-input"])
