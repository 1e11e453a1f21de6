"""An intrinsic function is called with arguments that make it fail."""

from __future__ import annotations

from rule_cases import Definition, Flag, alone, flags, in_map, jsonata, machine, passes, state


def computes(call: str) -> Definition:
    """A machine of one Pass with that call under the key a.$."""
    return alone(state("Pass", Parameters={"a.$": call}))


def nested(depth: int) -> str:
    """So many calls in each other."""
    return "States.Array(" * depth + ")" * depth


AT = "/States/A/Parameters/a.$"

FLAGS = {
    "fewer values than {}": Flag(
        computes("States.Format('{} {}', $.a)"), AT, {"function": "Format", "holes": "2", "given": "1"}
    ),
    "more values than {}": Flag(computes("States.Format('{}', $.a, $.b)"), AT, {"holes": "1", "given": "2"}),
    "an escaped {} that takes no value": Flag(
        computes(r"States.Format('\{\} {}', $.a, $.b)"), AT, {"holes": "1", "given": "2"}
    ),
    "an algorithm that does not exist": Flag(
        computes("States.Hash($.a, 'SHA-3')"),
        AT,
        {"function": "Hash", "algorithms": "MD5, SHA-1, SHA-256, SHA-384, SHA-512"},
    ),
    "an algorithm in another case": Flag(computes("States.Hash($.a, 'sha-256')"), AT),
    "a deep merge": Flag(
        computes("States.JsonMerge($.a, $.b, true)"), AT, {"function": "JsonMerge", "shallow": "false"}
    ),
    "a range in steps of 0": Flag(
        computes("States.ArrayRange(1, 5, 0)"), AT, {"function": "ArrayRange", "zero": "0"}
    ),
    "parts of 0 items, inside of another call": Flag(
        computes("States.Array(States.ArrayPartition($.a, 0))"),
        AT,
        {"function": "ArrayPartition", "zero": "0"},
    ),
    "a text to add": Flag(computes("States.MathAdd(1, '-1')"), AT, {"function": "MathAdd", "number": "'-1'"}),
    "a text as an index": Flag(computes("States.ArrayGetItem($.a, '0')"), AT, {"function": "ArrayGetItem"}),
    "eleven calls in each other": Flag(computes(nested(11)), AT, {"function": "Array", "deepest": "10"}),
    "two calls that fail": Flag(
        computes("States.Array(States.Format('{}'), States.MathAdd('1', 1))"), (AT, AT)
    ),
    "an Assign in a Map": Flag(
        in_map(machine({"Add": state("Pass", Assign={"a.$": "States.MathRandom('1', 9)"})})),
        "/States/Each/ItemProcessor/States/Add/Assign/a.$",
    ),
    "a CausePath": Flag(
        alone({"Type": "Fail", "CausePath": "States.Format('{} of {}', $.a)"}), "/States/A/CausePath"
    ),
    **{
        f"a text for a number: {call}": Flag(computes(call), AT, {"number": "'2'"})
        for call in (
            "States.ArrayPartition($.a, '2')",
            "States.ArrayRange('2', 9, 1)",
            "States.ArrayRange(1, '2', 1)",
            "States.ArrayRange(1, 9, '2')",
            "States.MathAdd('2', 1)",
            "States.MathRandom('2', 9)",
            "States.MathRandom(1, '2')",
            "States.MathRandom(1, 9, '2')",
        )
    },
}

PASSES = {
    "a value for each {}": computes("States.Format('{} {}', $.a, $.b)"),
    "a value for the {} that is not escaped": computes(r"States.Format('\{\} {}', $.a)"),
    "no {} and no value": computes("States.Format('plain')"),
    "a template that is computed": computes("States.Format($.template, 1, 2)"),
    "an algorithm": computes("States.Hash($.a, 'SHA-256')"),
    "an algorithm that is computed": computes("States.Hash($.a, $.algorithm)"),
    "a shallow merge": computes("States.JsonMerge($.a, $.b, false)"),
    "a merge that is computed": computes("States.JsonMerge($.a, $.b, $.deep)"),
    "a range backwards": computes("States.ArrayRange(5, 1, -1)"),
    "a range from 0": computes("States.ArrayRange(0, 5, 1)"),
    "parts of 1 item": computes("States.ArrayPartition($.a, 1)"),
    "numbers to add": computes("States.MathAdd(1, -1)"),
    "a number that is computed": computes("States.MathAdd($.a, States.ArrayLength($.b))"),
    "a text where any value fits": computes("States.ArrayContains($.a, '0')"),
    "ten calls in each other": computes(nested(10)),
    "eleven calls beside each other": computes(f"States.Array({', '.join(['States.UUID()'] * 11)})"),
    "the same text under a plain key": alone(state("Pass", Parameters={"a": "States.Format('{}')"})),
    "the same text in JSONata": jsonata({"A": state("Pass", Output={"a.$": "States.Format('{}')"})}),
    "a template that another call gives": computes("States.Format(States.Format('{}', $.a), 1, 2)"),
    "an algorithm that another call gives": computes("States.Hash($.a, States.Format('SHA-{}', 256))"),
    "a path": computes("$.a"),
}

test_flags = flags("intrinsic-arguments", FLAGS)
test_passes = passes("intrinsic-arguments", PASSES, beside={"jsonpath-in-jsonata", "no-dollar"})
