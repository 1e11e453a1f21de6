"""A JSONata expression reads a result or an error where there is none."""

from __future__ import annotations

from rule_cases import (
    Definition,
    Flag,
    alone,
    choice,
    flags,
    in_branch,
    jsonata,
    leaves,
    machine,
    map_over,
    parallel,
    passes,
    state,
    task,
)

RESULT = "{% $states.result %}"
ERROR = "{% $states.errorOutput.Cause %}"


def one(fields: Definition) -> Definition:
    """A JSONata machine of the one state."""
    return alone(fields, QueryLanguage="JSONata")


def caught(**catcher: object) -> Definition:
    """A JSONata machine whose Task Pay has such a catcher."""
    rescue = {"ErrorEquals": ["States.ALL"], "Next": "Refund", **catcher}
    return jsonata({"Pay": task(Catch=[rescue]), "Refund": state("Pass")})


FLAGS = {
    "the result in Arguments": Flag(
        one(task(Arguments={"again": RESULT})), "/States/A/Arguments/again", {"name": "$states.result"}
    ),
    "the result in a timeout": Flag(one(task(TimeoutSeconds=RESULT)), "/States/A/TimeoutSeconds"),
    "the result of a Pass": Flag(one(state("Pass", Output=RESULT)), "/States/A/Output"),
    "the result of a Wait": Flag(one(state("Wait", Seconds=1, Assign={"a": RESULT})), "/States/A/Assign/a"),
    "the result of a Choice": Flag(
        jsonata(
            {
                "Paid?": choice({"Condition": "{% $states.result.paid %}", "Next": "Ship"}, Default="Ship"),
                "Ship": state("Pass"),
            }
        ),
        "/States/Paid?/Choices/0/Condition",
    ),
    "the result in a Map's Items": Flag(
        one(map_over(machine({"B": state("Pass")}), Items=RESULT)), "/States/A/Items"
    ),
    "the result in a catcher": Flag(
        caught(Output=RESULT), "/States/Pay/Catch/0/Output", {"name": "$states.result"}
    ),
    "the error in the state's own Output": Flag(
        one(task(Output=ERROR)), "/States/A/Output", {"name": "$states.errorOutput"}
    ),
    "the error in the state after the catcher": Flag(
        jsonata(
            {
                "Pay": task(Catch=[{"ErrorEquals": ["States.ALL"], "Next": "Refund"}]),
                "Refund": state("Pass", Output=ERROR),
            }
        ),
        "/States/Refund/Output",
    ),
    "both in one expression": Flag(
        one(state("Pass", Output="{% [$states.result, $states.errorOutput] %}")),
        ("/States/A/Output", "/States/A/Output"),
    ),
    "the result inside of a function": Flag(
        one(state("Pass", Output="{% $map([1], function($a) { $states.result }) %}")), "/States/A/Output"
    ),
    "a state of a branch": Flag(
        in_branch(machine({"Add": state("Pass", QueryLanguage="JSONata", Output=RESULT)})),
        "/States/Both/Branches/1/States/Add/Output",
    ),
    "the error in a catcher's ErrorEquals": Flag(
        caught(ErrorEquals=["{% $states.errorOutput.Error %}"]), "/States/Pay/Catch/0/ErrorEquals/0"
    ),
    "the error under a key named Output": Flag(
        one(task(Output={"error": {"Output": ERROR}})), "/States/A/Output/error/Output"
    ),
    "the error where a list of catchers should be": Flag(one(task(Catch=ERROR)), "/States/A/Catch"),
}

PASSES = {
    "the result in a Task's Output": one(task(Output={"paid": RESULT})),
    "the result in a Task's Assign": one(task(Assign={"paid": RESULT})),
    "the result in a Parallel's Output": one(parallel(machine({"B": state("Pass")}), Output=RESULT)),
    "the result in a Map's Assign": one(map_over(machine({"B": state("Pass")}), Assign={"all": RESULT})),
    "the error in a catcher's Output": caught(Output=ERROR),
    "the error in a catcher's Assign": caught(Assign={"cause": ERROR}),
    "the input anywhere": one(task(Arguments={"again": "{% $states.input.result %}"})),
    "a variable named result": one(task(Output="{% ($result := 1; $result) %}")),
    "the words in a string": one(task(Arguments="{% '$states.result' %}")),
    "the same text in a JSONPath state": alone(state("Pass", Parameters={"a": RESULT})),
    "plain text": one(task(Arguments={"a": "$states.result"})),
}

LEAVES = {
    "a computed value of a JSONPath state": (
        "bad-path-or-intrinsic",
        alone(state("Pass", Parameters={"a.$": RESULT})),
    ),
}

test_flags = flags("jsonata-result-out-of-place", FLAGS)
test_passes = passes("jsonata-result-out-of-place", PASSES, beside={"jsonata-in-jsonpath"})
test_leaves = leaves("jsonata-result-out-of-place", LEAVES)
