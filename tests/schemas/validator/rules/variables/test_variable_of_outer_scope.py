"""A state inside a Parallel or Map assigns a variable of the states outside."""

from __future__ import annotations

from typing import Any

from rule_cases import (
    DISTRIBUTED,
    DONE,
    Definition,
    Flag,
    flags,
    jsonata,
    machine,
    map_over,
    parallel,
    passes,
    state,
    task,
)


def inner(**fields: Any) -> Definition:
    """A scope of one Pass, Add."""
    return machine({"Add": state("Pass", **fields)})


def after(container: Definition) -> Definition:
    """A machine with a Map or Parallel, Inside, behind a state that assigns total."""
    return machine({"Set": state("Pass", Assign={"total": 0}, Next="Inside"), "Inside": container})


ASSIGNS = inner(Assign={"total": 1})
AT_BRANCH = "/States/Inside/Branches/0/States/Add/Assign/total"
AT_MAP = "/States/Inside/ItemProcessor/States/Add/Assign/total"

FLAGS = {
    "a branch": Flag(after(parallel(ASSIGNS)), AT_BRANCH, {"name": "total"}),
    "a Map": Flag(after(map_over(ASSIGNS)), AT_MAP, {"name": "total"}),
    "a Map with an older Iterator": Flag(
        after(state("Map", Iterator=ASSIGNS)), "/States/Inside/Iterator/States/Add/Assign/total"
    ),
    "a JSONata machine": Flag(jsonata(after(parallel(ASSIGNS))["States"]), AT_BRANCH, {"name": "total"}),
    "a computed assignment": Flag(after(parallel(inner(Assign={"total.$": "$.a"}))), f"{AT_BRANCH}.$"),
    "a state outside that assigns it afterwards": Flag(
        machine(
            {
                "Inside": parallel(ASSIGNS, Next="Set"),
                "Set": state("Pass", Assign={"total": 0}),
            }
        ),
        AT_BRANCH,
    ),
    "the Parallel's own Assign": Flag(machine({"Inside": parallel(ASSIGNS, Assign={"total": 0})}), AT_BRANCH),
    "a catcher inside": Flag(
        after(
            map_over(
                machine(
                    {
                        "Pay": task(
                            Catch=[{"ErrorEquals": ["States.ALL"], "Assign": {"total": 1}, "Next": "Done"}]
                        ),
                        "Done": DONE,
                    }
                )
            )
        ),
        "/States/Inside/ItemProcessor/States/Pay/Catch/0/Assign/total",
    ),
    "a Map inside of a branch": Flag(
        after(parallel(machine({"Each": map_over(ASSIGNS)}))),
        "/States/Inside/Branches/0/States/Each/ItemProcessor/States/Add/Assign/total",
    ),
    "a branch inside of a distributed Map that assigns it": Flag(
        machine(
            {
                "Inside": map_over(
                    machine(
                        {
                            "Set": state("Pass", Assign={"total": 0}, Next="Both"),
                            "Both": parallel(ASSIGNS),
                        },
                        ProcessorConfig=DISTRIBUTED,
                    )
                )
            }
        ),
        "/States/Inside/ItemProcessor/States/Both/Branches/0/States/Add/Assign/total",
    ),
}

PASSES = {
    "a variable of another name": after(parallel(inner(Assign={"sum": 1}))),
    "a variable in another case": after(parallel(inner(Assign={"Total": 1}))),
    "reading the variable": after(parallel(inner(Parameters={"total.$": "$total"}))),
    "a distributed Map, which does not see it": after(map_over({**ASSIGNS, "ProcessorConfig": DISTRIBUTED})),
    "a variable that only another branch assigns": machine(
        {"Inside": parallel(ASSIGNS, machine({"Add too": state("Pass", Assign={"total": 2})}))}
    ),
    "the Parallel's own Assign": after(parallel(inner(), Assign={"total.$": "$[0]"})),
    "two states of one scope": machine(
        {
            "Set": state("Pass", Assign={"total": 0}, Next="Set again"),
            "Set again": state("Pass", Assign={"total": 1}),
        }
    ),
    "a key inside of the value": after(parallel(inner(Assign={"order": {"total": 1}}))),
}

test_flags = flags("variable-of-outer-scope", FLAGS)
test_passes = passes("variable-of-outer-scope", PASSES)
