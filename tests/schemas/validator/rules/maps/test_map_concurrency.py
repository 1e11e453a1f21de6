"""An inline Map asks for more concurrency than it gets."""

from __future__ import annotations

from typing import Any

from rule_cases import (
    DISTRIBUTED,
    DONE,
    Definition,
    Express,
    Flag,
    alone,
    flags,
    in_branch,
    jsonata,
    machine,
    map_over,
    passes,
    state,
)


def each(config: Any = None, **fields: Any) -> Definition:
    """A Map with those fields whose processor has that config, or none."""
    return map_over(machine({"B": DONE}, **({"ProcessorConfig": config} if config else {})), **fields)


AT = "/States/A/MaxConcurrency"

FLAGS = {
    "100 at once": Flag(alone(each(MaxConcurrency=100)), AT, {"wanted": "100", "most": "40"}),
    "41 at once": Flag(alone(each(MaxConcurrency=41)), AT, {"wanted": "41"}),
    "the mode INLINE": Flag(alone(each({"Mode": "INLINE"}, MaxConcurrency=41)), AT),
    "an older Iterator": Flag(alone(state("Map", Iterator=machine({"B": DONE}), MaxConcurrency=41)), AT),
    "an Express machine": Flag(Express(alone(each(MaxConcurrency=41))), AT),
    "JSONata": Flag(jsonata({"A": each(MaxConcurrency=41)}), AT),
    "a Map in a branch": Flag(
        in_branch(machine({"A": each(MaxConcurrency=41)})), f"/States/Both/Branches/1{AT}"
    ),
    "an inline Map in a distributed one": Flag(
        machine({"Outer": map_over(machine({"A": each(MaxConcurrency=41)}, ProcessorConfig=DISTRIBUTED))}),
        f"/States/Outer/ItemProcessor{AT}",
    ),
}

PASSES = {
    "40 at once": alone(each(MaxConcurrency=40)),
    "one after the other": alone(each(MaxConcurrency=1)),
    "0, which sets no limit": alone(each(MaxConcurrency=0)),
    "a distributed Map": alone(each(DISTRIBUTED, MaxConcurrency=1000)),
    "a substitution for the mode": alone(each({"Mode": "${Mode}"}, MaxConcurrency=1000)),
    "a number that is read": alone(each(MaxConcurrencyPath="$.limit")),
    "a number that is computed": jsonata({"A": each(MaxConcurrency="{% 100 %}")}),
    "no limit": alone(each()),
}

test_flags = flags("map-concurrency", FLAGS)
test_passes = passes("map-concurrency", PASSES)
