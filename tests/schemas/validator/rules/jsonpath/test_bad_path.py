"""A field that takes a JSONPath contains something else."""

from __future__ import annotations

from typing import Any

from rule_cases import (
    DISTRIBUTED,
    DONE,
    Definition,
    Flag,
    alone,
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


def reads(path: Any) -> Definition:
    """A machine of one Pass with that InputPath."""
    return alone(state("Pass", InputPath=path))


def compares(**rule: Any) -> Definition:
    """A machine of one Choice with that rule."""
    return machine({"Paid?": choice({**rule, "Next": "Done"}, Default="Done"), "Done": DONE})


FLAGS = {
    "a name without $": Flag(
        reads("order.items"), "/States/A/InputPath", {"field": "InputPath", "value": "order.items"}
    ),
    "an empty text": Flag(reads(""), "/States/A/InputPath"),
    "a dot at the end": Flag(reads("$.order."), "/States/A/InputPath"),
    "a bracket that is not closed": Flag(reads("$.items[0"), "/States/A/InputPath"),
    "brackets around nothing": Flag(reads("$.items[]"), "/States/A/InputPath"),
    "an unquoted name in brackets": Flag(reads("$.items[first]"), "/States/A/InputPath"),
    "a space in a name": Flag(reads("$.order items"), "/States/A/InputPath"),
    "a space before the path": Flag(reads(" $.order"), "/States/A/InputPath"),
    "a variable that begins with a digit": Flag(reads("$1st.a"), "/States/A/InputPath"),
    "an intrinsic function": Flag(reads("States.UUID()"), "/States/A/InputPath"),
    "an OutputPath": Flag(alone(state("Pass", OutputPath="all")), "/States/A/OutputPath"),
    "a Variable": Flag(compares(Variable="paid", IsPresent=True), "/States/Paid?/Choices/0/Variable"),
    "a Variable in a nested rule": Flag(
        compares(And=[{"Variable": "$.a", "IsPresent": True}, {"Not": {"Variable": "paid", "IsNull": True}}]),
        "/States/Paid?/Choices/0/And/1/Not/Variable",
    ),
    "a path to compare with": Flag(
        compares(Variable="$.total", NumericEqualsPath="limit"), "/States/Paid?/Choices/0/NumericEqualsPath"
    ),
    "a SecondsPath": Flag(alone(state("Wait", SecondsPath="delay")), "/States/A/SecondsPath"),
    "a TimeoutSecondsPath in a branch": Flag(
        in_branch(machine({"Pay": task(TimeoutSecondsPath="limit")})),
        "/States/Both/Branches/1/States/Pay/TimeoutSecondsPath",
    ),
    "a MaxItemsPath": Flag(
        alone(
            map_over(
                machine({"B": DONE}, ProcessorConfig=DISTRIBUTED),
                ItemReader={
                    "Resource": "arn:aws:states:::s3:getObject",
                    "ReaderConfig": {"InputType": "JSON", "MaxItemsPath": "limit"},
                },
            )
        ),
        "/States/A/ItemReader/ReaderConfig/MaxItemsPath",
    ),
    "a state of a Map": Flag(
        in_map(machine({"Add": state("Pass", InputPath="item")})),
        "/States/Each/ItemProcessor/States/Add/InputPath",
    ),
}

PASSES = {
    "a name behind $": reads("$.order.items"),
    "the whole input": reads("$"),
    "the context": reads("$$.Execution.Input"),
    "a variable": reads("$order.items"),
    "a variable in Japanese": reads("$注文.明細"),
    "null, which gives an empty input": reads(None),
    "an index": reads("$.items[0]"),
    "an index from the end": reads("$.items[-1]"),
    "a slice": reads("$.items[1:3]"),
    "a wildcard": reads("$.items[*].price"),
    "any depth": reads("$..price"),
    "a filter": reads("$.items[?(@.price > 10)]"),
    "quoted names": reads("$['order']['items no']"),
    "several names": reads("$['order','items']"),
    "a name with a hyphen": reads("$.order-items"),
    "a function of JSONPath": reads("$.items.length()"),
    "a substitution": reads("${Path}"),
    "a Variable": compares(Variable="$.paid", IsPresent=True),
    "a path to compare with": compares(Variable="$.total", NumericEqualsPath="$limit"),
    "a text to compare with": compares(Variable="$.total", StringEquals="limit"),
    "a state in JSONata, which has no such fields": jsonata({"A": state("Pass", Output="order.items")}),
}

test_flags = flags("bad-path", FLAGS)
test_passes = passes("bad-path", PASSES, beside={"variable-not-set"})
