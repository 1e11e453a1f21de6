"""An inline Map has an ExecutionType."""

from __future__ import annotations

from typing import Any

from rule_cases import (
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


def each(**config: Any) -> Definition:
    """A Map whose processor has that ProcessorConfig."""
    return map_over(machine({"B": DONE}, ProcessorConfig=config))


AT = "/States/A/ItemProcessor/ProcessorConfig/ExecutionType"

FLAGS = {
    "the mode INLINE": Flag(
        alone(each(Mode="INLINE", ExecutionType="STANDARD")), AT, safe_fix=alone(each(Mode="INLINE"))
    ),
    "the type EXPRESS": Flag(
        alone(each(Mode="INLINE", ExecutionType="EXPRESS")), AT, safe_fix=alone(each(Mode="INLINE"))
    ),
    "no mode, which means INLINE": Flag(alone(each(ExecutionType="STANDARD")), AT, safe_fix=alone(each())),
    "null": Flag(alone(each(Mode="INLINE", ExecutionType=None)), AT, safe_fix=alone(each(Mode="INLINE"))),
    "an older Iterator": Flag(
        alone(
            state(
                "Map",
                Iterator=machine({"B": DONE}, ProcessorConfig={"Mode": "INLINE", "ExecutionType": "EXPRESS"}),
            )
        ),
        "/States/A/Iterator/ProcessorConfig/ExecutionType",
        safe_fix=alone(state("Map", Iterator=machine({"B": DONE}, ProcessorConfig={"Mode": "INLINE"}))),
    ),
    "an Express machine in JSONata": Flag(
        Express(jsonata({"A": each(Mode="INLINE", ExecutionType="EXPRESS")})),
        AT,
        safe_fix=jsonata({"A": each(Mode="INLINE")}),
    ),
    "a Map in a branch": Flag(
        in_branch(machine({"A": each(Mode="INLINE", ExecutionType="STANDARD")})),
        f"/States/Both/Branches/1{AT}",
        safe_fix=in_branch(machine({"A": each(Mode="INLINE")})),
    ),
}

PASSES = {
    "the mode INLINE without a type": alone(each(Mode="INLINE")),
    "the mode DISTRIBUTED with a type": alone(each(Mode="DISTRIBUTED", ExecutionType="STANDARD")),
    "no ProcessorConfig": alone(map_over(machine({"B": DONE}))),
    "an empty ProcessorConfig": alone(each()),
    "a substitution for the mode": alone(each(Mode="${Mode}", ExecutionType="STANDARD")),
    "the same word in a payload": alone(
        map_over(machine({"B": DONE}), ItemSelector={"ProcessorConfig": {"ExecutionType": "STANDARD"}})
    ),
}

test_flags = flags("execution-type-inline", FLAGS)
test_passes = passes("execution-type-inline", PASSES)
