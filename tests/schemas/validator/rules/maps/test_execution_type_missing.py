"""A distributed Map has no ExecutionType."""

from __future__ import annotations

from typing import Any

from rule_cases import (
    DONE,
    Definition,
    Flag,
    alone,
    flags,
    in_branch,
    jsonata,
    leaves,
    machine,
    map_over,
    passes,
    state,
)


def each(**config: Any) -> Definition:
    """A Map whose processor has that ProcessorConfig."""
    return map_over(machine({"B": DONE}, ProcessorConfig=config))


AT = "/States/A/ItemProcessor/ProcessorConfig"

FLAGS = {
    "the mode alone": Flag(alone(each(Mode="DISTRIBUTED")), AT),
    "a misspelt ExecutionType": Flag(alone(each(Mode="DISTRIBUTED", ExecutionTyp="STANDARD")), AT),
    "JSONata": Flag(jsonata({"A": each(Mode="DISTRIBUTED")}), AT),
    "an older Iterator": Flag(
        alone(state("Map", Iterator=machine({"B": DONE}, ProcessorConfig={"Mode": "DISTRIBUTED"}))),
        "/States/A/Iterator/ProcessorConfig",
    ),
    "a Map in a branch": Flag(
        in_branch(machine({"A": each(Mode="DISTRIBUTED")})), f"/States/Both/Branches/1{AT}"
    ),
    "a distributed Map in an inline one": Flag(
        machine({"Outer": map_over(machine({"A": each(Mode="DISTRIBUTED")}))}),
        f"/States/Outer/ItemProcessor{AT}",
    ),
}

PASSES = {
    "STANDARD": alone(each(Mode="DISTRIBUTED", ExecutionType="STANDARD")),
    "EXPRESS": alone(each(Mode="DISTRIBUTED", ExecutionType="EXPRESS")),
    "a substitution": alone(each(Mode="DISTRIBUTED", ExecutionType="${ExecutionType}")),
    "the mode INLINE": alone(each(Mode="INLINE")),
    "a substitution for the mode": alone(each(Mode="${Mode}")),
    "no mode, which means INLINE": alone(each()),
    "no ProcessorConfig": alone(map_over(machine({"B": DONE}))),
}

LEAVES = {
    "a type that does not exist": ("not-one-of", alone(each(Mode="DISTRIBUTED", ExecutionType="FAST"))),
    "a mode in another case": ("not-one-of", alone(each(Mode="distributed"))),
}

test_flags = flags("execution-type-missing", FLAGS)
test_passes = passes("execution-type-missing", PASSES)
test_leaves = leaves("execution-type-missing", LEAVES)
