"""The Context object does not have the field that is read."""

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
    map_over,
    passes,
    state,
)


def reads(path: str) -> Definition:
    """A machine of one Pass that reads the path."""
    return alone(state("Pass", Parameters={"a.$": path}))


def output(expression: str) -> Definition:
    """A JSONata machine of one Pass with that expression as its Output."""
    return jsonata({"A": state("Pass", Output=f"{{% {expression} %}}")})


AT = "/States/A/Parameters/a.$"

FLAGS = {
    "a field in another case": Flag(reads("$$.Execution.ID"), AT, {"name": "ID", "nearest": "Id"}),
    "a misspelt field": Flag(reads("$$.StateMachine.Naem"), AT, {"name": "Naem"}),
    "a field that does not exist": Flag(reads("$$.Execution.Region"), AT, {"name": "Region"}),
    "a group that does not exist": Flag(reads("$$.Machine.Id"), AT, {"name": "Machine"}),
    "a field below a value": Flag(reads("$$.Execution.Id.Name"), AT, {"name": "Name"}),
    "a quoted field": Flag(reads("$$['Execution']['ID']"), AT, {"nearest": "Id"}),
    "a call": Flag(reads("States.Format('{}', $$.Execution.ID)"), AT, {"nearest": "Id"}),
    "two in one call": Flag(reads("States.Array($$.Execution.ID, $$.State.Nmae)"), (AT, AT)),
    "JSONata": Flag(output("$states.context.Execution.ID"), "/States/A/Output", {"nearest": "Id"}),
    "a quoted name in JSONata": Flag(output("$states.context.'Execution'.ID"), "/States/A/Output"),
    "an InputPath": Flag(alone(state("Pass", InputPath="$$.Executions")), "/States/A/InputPath"),
    "an ItemsPath": Flag(
        alone(map_over(machine({"B": DONE}), ItemsPath="$$.Execution.Inputs")), "/States/A/ItemsPath"
    ),
    "a Variable": Flag(
        machine(
            {
                "Again?": choice(
                    {"Variable": "$$.State.RetryCounts", "IsPresent": True, "Next": "Done"}, Default="Done"
                ),
                "Done": DONE,
            }
        ),
        "/States/Again?/Choices/0/Variable",
        {"nearest": "RetryCount"},
    ),
    "a state of a Map": Flag(
        in_map(machine({"B": state("Pass", Parameters={"a.$": "$$.Map.Item.Id"})})),
        "/States/Each/ItemProcessor/States/B/Parameters/a.$",
        {"name": "Id"},
    ),
}

PASSES = {
    "a field": reads("$$.Execution.Id"),
    "a redrive's fields": reads("States.Array($$.Execution.RedriveCount, $$.Execution.RedriveTime)"),
    "a group": reads("$$.Execution"),
    "the whole context": reads("$$"),
    "anything in the input of the execution": reads("$$.Execution.Input.order.ID"),
    "anything in the value of an item": in_map(
        machine({"B": state("Pass", Parameters={"a.$": "$$.Map.Item.Value.ID"})})
    ),
    "the source and key of an item": in_map(
        machine({"B": state("Pass", Parameters={"a.$": "States.Array($$.Map.Item.Source, $$.Map.Item.Key)"})})
    ),
    "a wildcard": reads("$$.Execution.*"),
    "any depth": reads("$$..ID"),
    "the input": reads("$.Execution.ID"),
    "JSONata": output("$states.context.Execution.Id"),
    "a member of the input in JSONata": output("$states.input.Execution.ID"),
    "plain text": alone(state("Pass", Result="$$.Execution.ID is wrong")),
    "a substitution": reads("$$.${Field}"),
}

test_flags = flags("unknown-context-field", FLAGS)
test_passes = passes("unknown-context-field", PASSES)
