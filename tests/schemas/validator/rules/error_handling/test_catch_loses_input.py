"""A Catch replaces the input that the next state reads."""

from __future__ import annotations

from rule_cases import (
    DONE,
    Express,
    Flag,
    choice,
    flags,
    in_branch,
    in_map,
    jsonata,
    machine,
    map_over,
    passes,
    state,
    task,
)

CATCH = {"ErrorEquals": ["States.ALL"], "Next": "Refund"}
BESIDE = {**CATCH, "ResultPath": "$.error"}
MERGED = {**CATCH, "Output": "{% $merge([$states.input, {'error': $states.errorOutput}]) %}"}
READS_ORDER = state("Pass", InputPath="$.order")


def catching(refund, catch=CATCH, build=machine):
    return build({"Pay": task(Catch=[catch]), "Refund": refund})


def lost(refund, name="order"):
    """A case in which `refund` reads the field `name` of what the catcher replaced."""
    params = {"state": "Refund", "name": name}
    return Flag(catching(refund), "/States/Pay/Catch/0", params, unsafe_fix=catching(refund, BESIDE))


def lost_in_jsonata(refund, name="order"):
    params = {"state": "Refund", "name": name}
    return Flag(
        catching(refund, build=jsonata),
        "/States/Pay/Catch/0",
        params,
        unsafe_fix=catching(refund, MERGED, jsonata),
    )


FLAGS = {
    "an InputPath": lost(READS_ORDER),
    "a path into what it reads": lost(state("Pass", InputPath="$.order.lines[0].id")),
    "a path in brackets": lost(state("Pass", InputPath="$['order']['id']")),
    "a parameter": lost(task("${Refund}", Parameters={"error.$": "$.Error", "id.$": "$.order"})),
    "a parameter within another": lost(task("${Refund}", Parameters={"a": [{"id.$": "$.order.id"}]})),
    "an argument of an intrinsic function": lost(
        task("${Refund}", Parameters={"text.$": "States.Format('{}', $.order.id)"})
    ),
    "a variable that is assigned": lost(state("Pass", Assign={"id.$": "$.order.id"})),
    "a Choice": lost(choice({"Variable": "$.order", "IsPresent": True, "Next": "Refund"}, Default="Refund")),
    "the list of a Map": lost(map_over(machine({"One": DONE}), ItemsPath="$.order.lines")),
    "a Wait": lost(state("Wait", SecondsPath="$.delay"), "delay"),
    "a timeout": lost(task("${Refund}", TimeoutSecondsPath="$.limit"), "limit"),
    "the whole error is asked for by ResultPath": Flag(
        catching(READS_ORDER, {**CATCH, "ResultPath": "$"}),
        "/States/Pay/Catch/0",
        unsafe_fix=catching(READS_ORDER, BESIDE),
    ),
    "JSONata in the next state": lost_in_jsonata(state("Pass", Output="{% $states.input.order.id %}")),
    "a condition in JSONata": lost_in_jsonata(
        choice({"Condition": "{% $states.input.order.paid %}", "Next": "Refund"}, Default="Refund")
    ),
    "an argument in JSONata": lost_in_jsonata(
        task("${Refund}", Arguments={"cause": "{% $states.input.Cause %}", "id": "{% $states.input.order %}"})
    ),
    "an Express machine": Flag(
        Express(catching(READS_ORDER)), "/States/Pay/Catch/0", unsafe_fix=catching(READS_ORDER, BESIDE)
    ),
    "inside a Map": Flag(
        in_map(catching(READS_ORDER)),
        "/States/Each/ItemProcessor/States/Pay/Catch/0",
        unsafe_fix=in_map(catching(READS_ORDER, BESIDE)),
    ),
    "inside a branch": Flag(
        in_branch(catching(READS_ORDER)),
        "/States/Both/Branches/1/States/Pay/Catch/0",
        unsafe_fix=in_branch(catching(READS_ORDER, BESIDE)),
    ),
}

PASSES = {
    "the error beside the input": catching(READS_ORDER, BESIDE),
    "the error thrown away": catching(READS_ORDER, {**CATCH, "ResultPath": None}),
    "the error beside the input in JSONata": catching(
        state("Pass", Output="{% $states.input.order %}"), MERGED, jsonata
    ),
    "the name of the error is read": catching(state("Pass", InputPath="$.Error")),
    "the cause is read": catching(task("${Refund}", Parameters={"why.$": "States.StringToJson($.Cause)"})),
    "the error is read in JSONata": catching(
        state("Pass", Output="{% $states.input.Error & $states.input.Cause %}"), build=jsonata
    ),
    "the whole input is read": catching(state("Pass", InputPath="$")),
    "the whole input is read in JSONata": catching(
        state("Pass", Output="{% $states.input %}"), build=jsonata
    ),
    "the context is read": catching(task("${Refund}", Parameters={"id.$": "$$.Execution.Id"})),
    "the input of the execution is read": catching(state("Pass", InputPath="$$.Execution.Input.order")),
    "the context is read in JSONata": catching(
        state("Pass", Output="{% $states.context.Execution.Name %}"), build=jsonata
    ),
    "the field input of a variable is read in JSONata": jsonata(
        {
            "Order": state("Pass", Assign={"order": {"input": {"id": 1}}}, Next="Pay"),
            **catching(state("Pass", Output="{% $order.input.id %}"))["States"],
        }
    ),
    "a variable is read": machine(
        {
            "Order": state("Pass", Assign={"order.$": "$.order"}, Next="Pay"),
            **catching(task("${Refund}", Parameters={"id.$": "$order.id"}))["States"],
        }
    ),
    "its own result is read": catching(task("${Refund}", ResultSelector={"id.$": "$.order.id"})),
    "its own result is put somewhere": catching(task("${Refund}", ResultPath="$.order")),
    "its own output is chosen": catching(task("${Refund}", ResultPath="$.order", OutputPath="$.order")),
    "a text that only looks like a path": catching(state("Pass", Comment="$.order", Result="$.order")),
    "a Next leads to the state, and no catcher": machine({"Pay": task(Next="Refund"), "Refund": READS_ORDER}),
}

test_flags = flags("catch-loses-input", FLAGS)
test_passes = passes("catch-loses-input", PASSES, beside={"pass-result-is-static"})
