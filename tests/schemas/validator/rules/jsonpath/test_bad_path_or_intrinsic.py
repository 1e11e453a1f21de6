"""A computed value is neither a JSONPath nor a call of an intrinsic function."""

from __future__ import annotations

from typing import Any

from rule_cases import (
    Definition,
    Flag,
    alone,
    flags,
    in_branch,
    jsonata,
    machine,
    map_over,
    passes,
    state,
    task,
)


def computes(value: Any) -> Definition:
    """A machine of one Pass with that value under the key name.$."""
    return alone(state("Pass", Parameters={"name.$": value}))


AT = "/States/A/Parameters/name.$"

FLAGS = {
    "a function that does not exist": Flag(
        computes("States.Fromat('{}', $.name)"),
        AT,
        {"field": "name.$", "value": "States.Fromat('{}', $.name)"},
    ),
    "a function in another case": Flag(computes("States.format('{}', $.name)"), AT),
    "too few arguments": Flag(computes("States.MathAdd(1)"), AT),
    "too many arguments": Flag(computes("States.UUID($.name)"), AT),
    "a comma after the last argument": Flag(computes("States.Array(1,)"), AT),
    "a text in double quotes": Flag(computes('States.Format("{}", $.name)'), AT),
    "a text that is not closed": Flag(computes("States.Format('{}, $.name)"), AT),
    "a backslash before a letter": Flag(computes(r"States.Format('a\n{}', $.name)"), AT),
    "a bare name as an argument": Flag(computes("States.Format('{}', name)"), AT),
    "something behind the call": Flag(computes("States.UUID() "), AT),
    "a call inside of another that does not exist": Flag(computes("States.Array(States.Now())"), AT),
    "plain text": Flag(computes("name"), AT),
    "a number": Flag(computes(1), AT, {"value": "1"}),
    "true": Flag(computes(True), AT, {"value": "true"}),
    "an object": Flag(computes({"first": "a"}), AT),
    "deep inside of a payload": Flag(
        alone(state("Pass", Parameters={"order": [{"id.$": "id"}]})), "/States/A/Parameters/order/0/id.$"
    ),
    "a ResultSelector": Flag(alone(task(ResultSelector={"id.$": "id"})), "/States/A/ResultSelector/id.$"),
    "an Assign": Flag(alone(state("Pass", Assign={"id.$": "id"})), "/States/A/Assign/id.$"),
    "an ItemSelector": Flag(
        alone(map_over(machine({"B": state("Pass")}), ItemSelector={"id.$": "id"})),
        "/States/A/ItemSelector/id.$",
    ),
    "a catcher's Assign": Flag(
        machine(
            {
                "Pay": task(Catch=[{"ErrorEquals": ["States.ALL"], "Assign": {"e.$": "Error"}, "Next": "B"}]),
                "B": state("Pass"),
            }
        ),
        "/States/Pay/Catch/0/Assign/e.$",
    ),
    "an ErrorPath": Flag(alone({"Type": "Fail", "ErrorPath": "Refused"}), "/States/A/ErrorPath"),
    "a CausePath in a branch": Flag(
        in_branch(machine({"Refuse": {"Type": "Fail", "CausePath": "States.Format('{}')("}})),
        "/States/Both/Branches/1/States/Refuse/CausePath",
    ),
    "the role of Credentials": Flag(
        alone(task(Credentials={"RoleArn.$": "role"})), "/States/A/Credentials/RoleArn.$"
    ),
}

PASSES = {
    "a function that there is": computes("States.Format('{}', $.name)"),
    "the right number of arguments": computes("States.MathAdd(1, -1)"),
    "no arguments": computes("States.UUID()"),
    "spaces between the arguments": computes("States.Format( '{}' , $.name )"),
    "a backslash before a quote": computes(r"States.Format('it\'s {}', $.name)"),
    "a backslash before braces and itself": computes(r"States.Format('\{\} \\ {}', $.name)"),
    "a call inside of another": computes("States.Array(States.UUID(), $$.Execution.Id, null, true, 1.5e3)"),
    "a path": computes("$.name"),
    "the whole input": computes("$"),
    "the context": computes("$$.Execution.Id"),
    "a variable": computes("$name"),
    "a substitution": computes("${Expression}"),
    "a substitution inside of a call": computes("States.Format('${Prefix}{}', $.name"),
    "plain text under a plain key": alone(state("Pass", Parameters={"name": "States.Fromat()"})),
    "such a key in a Result, in which nothing is computed": alone(state("Pass", Result={"name.$": "x"})),
    "an ErrorPath with a call": alone({"Type": "Fail", "ErrorPath": "States.Format('{}', $.name)"}),
    "such a key in JSONata, where it is an ordinary key": jsonata(
        {"A": state("Pass", Output={"name.$": "x"})}
    ),
}

test_flags = flags("bad-path-or-intrinsic", FLAGS)
test_passes = passes("bad-path-or-intrinsic", PASSES, beside={"variable-not-set"})
