"""A path that must point to one place may match several."""

from __future__ import annotations

from typing import Any

from rule_cases import (
    Definition,
    Flag,
    alone,
    flags,
    in_branch,
    machine,
    map_over,
    parallel,
    passes,
    state,
    task,
)


def writes(path: Any) -> Definition:
    """A machine of one Pass with that ResultPath."""
    return alone(state("Pass", ResultPath=path))


def maps(path: Any) -> Definition:
    """A machine of one Map with that ItemsPath."""
    return alone(map_over(machine({"B": state("Pass")}), ItemsPath=path))


def catches(path: Any) -> Definition:
    """A machine whose Task Pay has a catcher with that ResultPath."""
    rescue = {"ErrorEquals": ["States.ALL"], "ResultPath": path, "Next": "B"}
    return machine({"Pay": task(Catch=[rescue]), "B": state("Pass")})


FLAGS = {
    "a result for all items": Flag(
        writes("$.items[*].price"),
        "/States/A/ResultPath",
        {"field": "ResultPath", "value": "$.items[*].price"},
    ),
    "a result at any depth": Flag(writes("$..price"), "/States/A/ResultPath"),
    "a result for a slice": Flag(writes("$.items[0:2]"), "/States/A/ResultPath"),
    "a result for several names": Flag(writes("$['a','b']"), "/States/A/ResultPath"),
    "a result for the last item": Flag(writes("$.items[-1]"), "/States/A/ResultPath"),
    "a result in the context": Flag(writes("$$.Execution.Input"), "/States/A/ResultPath"),
    "a result in a variable": Flag(writes("$order.result"), "/States/A/ResultPath"),
    "a result without $": Flag(writes("result"), "/States/A/ResultPath"),
    "a call": Flag(writes("States.UUID()"), "/States/A/ResultPath"),
    "a catcher's result": Flag(catches("$.errors[*]"), "/States/Pay/Catch/0/ResultPath"),
    "a Parallel's result": Flag(
        alone(parallel(machine({"B": state("Pass")}), ResultPath="$.*")), "/States/A/ResultPath"
    ),
    "a result in a branch": Flag(
        in_branch(machine({"Pay": task(ResultPath="$.items[*]")})),
        "/States/Both/Branches/1/States/Pay/ResultPath",
    ),
    "a Map's items by a wildcard": Flag(
        maps("$.orders[*].lines"), "/States/A/ItemsPath", {"field": "ItemsPath"}
    ),
    "a Map's items at any depth": Flag(maps("$..lines"), "/States/A/ItemsPath"),
    "a Map's items by a filter": Flag(maps("$.lines[?(@.price > 1)]"), "/States/A/ItemsPath"),
    "a Map's items without $": Flag(maps("lines"), "/States/A/ItemsPath"),
}

PASSES = {
    "a result for one item": writes("$.items[0].price"),
    "the whole input": writes("$"),
    "null, which drops the result": writes(None),
    "an index on an index": writes("$.ledgers[0][22].foo"),
    "quoted names": writes("$['a']['b c']"),
    "an escaped backslash": writes(r"$.store\.book"),
    "an escaped @": writes(r"$.foo\@bar.baz"),
    "a name in Japanese": writes("$.結果"),
    "a substitution": writes("$.${Field}[*]"),
    "a catcher's result": catches("$.error"),
    "a catcher that drops the error": catches(None),
    "a Map's items": maps("$.order.lines"),
    "a Map's items in an item": maps("$.orders[0]['lines']"),
    "a Map's items in the context": maps("$$.Execution.Input.lines"),
    "a Map's items in a variable": maps("$lines"),
    "an InputPath, which may match several": alone(state("Pass", InputPath="$.items[*].price")),
}

test_flags = flags("bad-reference-path", FLAGS)
test_passes = passes("bad-reference-path", PASSES, beside={"variable-not-set"})
