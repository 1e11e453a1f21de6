"""A state's name is empty or too long."""

from __future__ import annotations

from rule_cases import DONE, Express, Flag, flags, in_branch, in_map, jsonata, machine, passes, state


def named(name, build=machine):
    return build({name: DONE})


LONG = "n" * 81
FLAGS = {
    "81 characters": Flag(named(LONG), f"/States/{LONG}", {"length": "81"}),
    "no character": Flag(named(""), "/States/", {"length": "0"}),
    "81 Japanese characters": Flag(named("在" * 81), f"/States/{'在' * 81}", {"length": "81"}),
    "81 characters that end in a space": Flag(named(f"{LONG[1:]} "), f"/States/{LONG[1:]} "),
    "the second state": Flag(machine({"A": state("Pass", Next=LONG), LONG: DONE}), f"/States/{LONG}"),
    "an Express machine": Flag(Express(named(LONG)), f"/States/{LONG}"),
    "in JSONata": Flag(named(LONG, jsonata), f"/States/{LONG}"),
    "inside a Map": Flag(in_map(named(LONG)), f"/States/Each/ItemProcessor/States/{LONG}"),
    "inside a branch": Flag(in_branch(named(LONG)), f"/States/Both/Branches/1/States/{LONG}"),
}

PASSES = {
    "80 characters": named("n" * 80),
    "80 Japanese characters, which are 240 bytes": named("在" * 80),
    "one character": named("A"),
    "a space": named(" "),
    "signs that other names cannot have": named('Pay/Ship~? #1: 100% "done"'),
    "a substitution": named("${Name}"),
}

test_flags = flags("state-name-length", FLAGS)
test_passes = passes("state-name-length", PASSES, beside={"hidden-character"})
