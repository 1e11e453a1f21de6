"""A name in a JSONata expression that refers to nothing."""

from __future__ import annotations

from rule_cases import DONE, Flag, flags, in_branch, jsonata, leaves, machine, passes, state, task

AT = "/States/A/Output"


def output(text):
    return jsonata({"A": state("Pass", Output=text)})


FLAGS = {
    "a bare name in a function": Flag(
        output("{% $map([1, 2], function($v) { $v + total }) %}"), AT, {"field": "Output", "name": "total"}
    ),
    "the data at hand in a function": Flag(output("{% $filter([1], function($v) { $v > $.least }) %}"), AT),
    "a text at the head of a path": Flag(output("{% 'order'.id %}"), AT, {"name": "'order'"}),
    "one % too many": Flag(output("{% $states.input.rows.(%.%.%.id) %}"), AT, {"name": "%"}),
    "the parent of a variable": Flag(output("{% $states.% %}"), AT, {"name": "%"}),
    "only the first of several": Flag(output("{% $map([1], function($v) { a + b }) %}"), AT, {"name": "a"}),
    "within a text of arguments": Flag(
        jsonata({"A": task("${Pay}", Arguments={"a": [{"b": "{% 'x'.y %}"}]})}),
        "/States/A/Arguments/a/0/b",
        {"field": "b"},
    ),
    "a condition": Flag(
        jsonata(
            {
                "A": {
                    "Type": "Choice",
                    "Choices": [{"Condition": "{% 'x'.y = 1 %}", "Next": "B"}],
                    "Default": "B",
                },
                "B": DONE,
            }
        ),
        "/States/A/Choices/0/Condition",
    ),
    "inside a branch": Flag(
        in_branch(machine({"A": state("Pass", QueryLanguage="JSONata", Output="{% 'x'.y %}")})),
        f"/States/Both/Branches/1{AT}",
    ),
}

PASSES = {
    "the input in a function": output("{% $map([1], function($v) { $v + $states.input.total }) %}"),
    "the parameter of a function": output("{% $map($states.input.rows, function($row) { $row.total }) %}"),
    "a variable in a function": output("{% ($rate := 2; $map([1], function($v) { $v * $rate })) %}"),
    "a name in a step": output("{% $states.input.rows.(price * count) %}"),
    "a name in a predicate in a function": output(
        "{% $map($states.input.rows, function($row) { $row.lines[price > 1] }) %}"
    ),
    "a function in a step": output("{% $states.input.rows.$map(lines, function($l) { $l * rate }) %}"),
    "as many % as there are steps": output("{% $states.input.rows.(%.id) %}"),
    "a remainder": output("{% $states.input.total % 2 %}"),
    "a text": output("{% 'order' & $states.input.id %}"),
    "a quoted step": output("{% $states.input.'order'.id %}"),
    "a text outside of an expression": output("'order'.id"),
}

LEAVES = {
    "a bare name outside of a function": ("jsonata-without-input", output("{% order.id %}")),
    "a syntax error": ("bad-jsonata", output("{% 'order'. %}")),
}

test_flags = flags("jsonata-reads-nothing", FLAGS)
test_passes = passes("jsonata-reads-nothing", PASSES)
test_leaves = leaves("jsonata-reads-nothing", LEAVES)
