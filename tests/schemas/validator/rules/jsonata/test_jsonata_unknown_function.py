"""A JSONata expression calls a function that does not exist."""

from __future__ import annotations

from rule_cases import Definition, Flag, alone, choice, flags, in_map, jsonata, machine, passes, state


def output(expression: str) -> Definition:
    """A JSONata machine of one Pass with that expression as its Output."""
    return alone(state("Pass", Output=f"{{% {expression} %}}"), QueryLanguage="JSONata")


FLAGS = {
    "$eval, which the service leaves out": Flag(
        output("$eval($states.input.text)"), "/States/A/Output", {"name": "eval", "nearest": "parse"}
    ),
    "a misspelt function": Flag(
        output("$uppercas($states.input.name)"), "/States/A/Output", {"nearest": "uppercase"}
    ),
    "another case": Flag(output("$upperCase('a')"), "/States/A/Output", {"nearest": "uppercase"}),
    "a function of another language": Flag(
        output("$parseJson('{}')"), "/States/A/Output", {"name": "parseJson"}
    ),
    "one call inside another": Flag(output("$sum($maap([1], $abs))"), "/States/A/Output", {"name": "maap"}),
    "two of them": Flag(output("$one() + $two()"), ("/States/A/Output", "/States/A/Output")),
    "a Condition": Flag(
        jsonata(
            {
                "Paid?": choice({"Condition": "{% $isPaid() %}", "Next": "Ship"}, Default="Ship"),
                "Ship": state("Pass"),
            }
        ),
        "/States/Paid?/Choices/0/Condition",
    ),
    "a Timestamp": Flag(
        alone(state("Wait", Timestamp="{% $today() %}"), QueryLanguage="JSONata"), "/States/A/Timestamp"
    ),
    "a state of a Map": Flag(
        in_map(machine({"Add": state("Pass", QueryLanguage="JSONata", Assign={"a": "{% $eval('1') %}"})})),
        "/States/Each/ItemProcessor/States/Add/Assign/a",
    ),
}

PASSES = {
    "a function of JSONata": output("$uppercase($states.input.name)"),
    "a function of the service": output("$hash($uuid(), 'SHA-256')"),
    "$random with a seed, as the service has it": output("$random(42)"),
    "a function that the expression defines": output("($twice := function($a) { $a * 2 }; $twice(4))"),
    "a function that is a parameter": output("$map([1], function($f) { $f(1) })"),
    "a function that is passed on": output("$map($states.input.names, $uppercase)"),
    "a chain": output("$states.input.name ~> $trim() ~> $length()"),
    "a name like a function in a string": output("'$eval(1)'"),
    "a substitution": output("$${Function}(1)"),
    "the same text in a JSONPath state": alone(state("Pass", Parameters={"a": "{% $eval('1') %}"})),
}

test_flags = flags("jsonata-unknown-function", FLAGS)
test_passes = passes("jsonata-unknown-function", PASSES, beside={"jsonata-in-jsonpath"})
