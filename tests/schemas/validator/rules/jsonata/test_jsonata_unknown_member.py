"""A JSONata expression reads a member that $states does not have."""

from __future__ import annotations

from rule_cases import (
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


def output(expression: str) -> Definition:
    """A JSONata machine of one Pass with that expression as its Output."""
    return alone(state("Pass", Output=f"{{% {expression} %}}"), QueryLanguage="JSONata")


FLAGS = {
    "a misspelt member": Flag(
        output("$states.inputs.total"),
        "/States/A/Output",
        {"name": "inputs", "nearest": "input", "members": "input, result, errorOutput, context"},
    ),
    "another case": Flag(output("$states.erroroutput.Cause"), "/States/A/Output", {"nearest": "errorOutput"}),
    "the output": Flag(output("$states.output"), "/States/A/Output", {"name": "output"}),
    "a quoted member": Flag(output("$states.'inputs'"), "/States/A/Output"),
    "spaces around the dot": Flag(output("$states . inputs"), "/States/A/Output"),
    "a member inside of a function": Flag(
        output("$map([1], function($a) { $states.inputs[$a] })"), "/States/A/Output"
    ),
    "a Condition": Flag(
        jsonata(
            {
                "Paid?": choice({"Condition": "{% $states.Input.paid %}", "Next": "Ship"}, Default="Ship"),
                "Ship": state("Pass"),
            }
        ),
        "/States/Paid?/Choices/0/Condition",
        {"nearest": "input"},
    ),
    "a Cause": Flag(
        alone({"Type": "Fail", "Cause": "{% $states.error %}"}, QueryLanguage="JSONata"), "/States/A/Cause"
    ),
    "a state of a branch": Flag(
        in_branch(machine({"Add": state("Pass", QueryLanguage="JSONata", Output="{% $states.vars %}")})),
        "/States/Both/Branches/1/States/Add/Output",
    ),
}

PASSES = {
    "a member": output("$states.input.total"),
    "any member of the input": output("$states.input.inputs"),
    "the context": output("$states.context.State.Name"),
    "the result of a Task": alone(task(Output="{% $states.result.x %}"), QueryLanguage="JSONata"),
    "a quoted member that there is": output("$states.`input`.total"),
    "the whole": output("$states"),
    "a member that is computed": output("$lookup($states, 'input')"),
    "a predicate": output("$states[0].input"),
    "another variable's member": output("($order := {'inputs': 1}; $order.inputs)"),
    "a variable of a like name": output("($state := {'inputs': 1}; $state.inputs)"),
    "plain text": alone(state("Pass", Output="$states.inputs"), QueryLanguage="JSONata"),
    "a substitution": output("$states.${Member}"),
    "a member of a variable of the machine": jsonata(
        {
            "A": state("Pass", Assign={"order": {"inputs": 1}}, Next="B"),
            "B": state("Pass", Output="{% $order.inputs %}"),
        }
    ),
}

test_flags = flags("jsonata-unknown-member", FLAGS)
test_passes = passes("jsonata-unknown-member", PASSES)
