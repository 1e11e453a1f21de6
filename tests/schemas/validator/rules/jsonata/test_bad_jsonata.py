"""A JSONata expression cannot be parsed."""

from __future__ import annotations

from typing import Any

from rule_cases import (
    Definition,
    Flag,
    alone,
    choice,
    flags,
    in_branch,
    jsonata,
    machine,
    map_over,
    passes,
    state,
    task,
)


def output(value: Any) -> Definition:
    """A JSONata machine of one Pass with that Output."""
    return alone(state("Pass", Output=value), QueryLanguage="JSONata")


def items(value: Any) -> Definition:
    """A JSONata machine of one Map over those Items."""
    return alone(map_over(machine({"B": state("Pass")}), Items=value), QueryLanguage="JSONata")


FLAGS = {
    "plain text in a Map's Items": Flag(items("items"), "/States/A/Items"),
    "an operator without its right side": Flag(
        output("{% $states.input.price * %}"), "/States/A/Output", {"value": "{% $states.input.price * %}"}
    ),
    "a bracket that is not closed": Flag(output("{% $sum([1, 2) %}"), "/States/A/Output", {"near": ")"}),
    "an operator of a later version": Flag(output("{% $states.input.a ?? 1 %}"), "/States/A/Output"),
    "an assignment to a literal": Flag(output("{% 1 := 2 %}"), "/States/A/Output", {"near": ":= 2"}),
    "a comma after the last item": Flag(output({"a": ["{% [1, 2,] %}"]}), "/States/A/Output/a/0"),
    "only the beginning of an expression": Flag(output("{% $states.input"), "/States/A/Output"),
    "only the end of an expression": Flag(output("$.a %}"), "/States/A/Output"),
    "a space before the expression": Flag(output(" {% $states.input %}"), "/States/A/Output"),
    "a space behind the expression": Flag(output("{% $states.input %} "), "/States/A/Output"),
    "an expression inside another text": Flag(output("Total: {% $states.input.total %}"), "/States/A/Output"),
    "plain text in a Condition": Flag(
        jsonata(
            {"Paid?": choice({"Condition": "yes", "Next": "Ship"}, Default="Ship"), "Ship": state("Pass")}
        ),
        "/States/Paid?/Choices/0/Condition",
        {"field": "Condition", "value": "yes"},
    ),
    "plain text in Seconds": Flag(
        alone(state("Wait", Seconds="60"), QueryLanguage="JSONata"), "/States/A/Seconds"
    ),
    "a catcher's Output": Flag(
        jsonata(
            {
                "Pay": task(Catch=[{"ErrorEquals": ["States.ALL"], "Output": "{% ( %}", "Next": "Ship"}]),
                "Ship": state("Pass"),
            }
        ),
        "/States/Pay/Catch/0/Output",
    ),
    "a state of a branch that says JSONata itself": Flag(
        in_branch(machine({"Add": state("Pass", QueryLanguage="JSONata", Output="{% 1 + %}")})),
        "/States/Both/Branches/1/States/Add/Output",
    ),
    "only the beginning, in a field that takes plain text too": Flag(
        alone({"Type": "Fail", "Error": "{% $states.input.error"}, QueryLanguage="JSONata"), "/States/A/Error"
    ),
    "only the end, in a field that takes plain text too": Flag(
        alone({"Type": "Fail", "Error": "$states.input.error %}"}, QueryLanguage="JSONata"), "/States/A/Error"
    ),
}

PASSES = {
    "an operator with both sides": output("{% $states.input.price * 2 %}"),
    "closed brackets": output("{% $sum([1, 2]) %}"),
    "an assignment to a variable": output("{% ($a := 2; $a) %}"),
    "no spaces inside the signs": output("{%$states.input%}"),
    "a comment and line breaks": output("{%\n  /* all of it */\n  $states.input\n%}"),
    "the signs inside of a text": output("100 {% of it"),
    "plain text in a payload": output({"note": "100 % of { it }"}),
    "a closing sign inside of a string": output("{% 'a %} b' %}"),
    "a substitution inside the expression": output("{% $states.input.${Field} * %}"),
    "a number in Seconds": alone(state("Wait", Seconds=60), QueryLanguage="JSONata"),
    "true in a Condition": jsonata(
        {"Paid?": choice({"Condition": True, "Next": "Ship"}, Default="Ship"), "Ship": state("Pass")}
    ),
    "an Error in plain text": alone({"Type": "Fail", "Error": "Refused"}, QueryLanguage="JSONata"),
    "an array in a Map's Items": items([1, "{% 2 %}"]),
    "an object in a Map's Items": items({"a": 1}),
    "an expression in a Map's Items": items("{% $states.input.items %}"),
    "an unreadable expression in a JSONPath state": alone(state("Pass", Result="{% 1 + %}")),
}

test_flags = flags("bad-jsonata", FLAGS)
test_passes = passes("bad-jsonata", PASSES)
