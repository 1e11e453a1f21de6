"""Two Maps have the same Label."""

from __future__ import annotations

from typing import Any

from rule_cases import (
    DISTRIBUTED,
    DONE,
    Definition,
    Flag,
    alone,
    flags,
    jsonata,
    leaves,
    machine,
    map_over,
    parallel,
    passes,
    state,
)


def each(label: Any, scope: Definition | None = None, **fields: Any) -> Definition:
    """A distributed Map with that Label over the scope."""
    return map_over(
        {**(scope or machine({"B": DONE})), "ProcessorConfig": DISTRIBUTED}, Label=label, **fields
    )


def inner(name: str) -> Definition:
    """A scope of one state of that name."""
    return machine({name: DONE})


def two(first: Any, second: Any) -> Definition:
    """The states of a machine with two Maps in a row that have those labels."""
    return {"Ship": each(first, inner("Line"), Next="Return"), "Return": each(second, inner("Item"))}


FLAGS = {
    "two Maps in a row": Flag(machine(two("lines", "lines")), "/States/Return/Label", {"label": "lines"}),
    "two Maps in a row in JSONata": Flag(jsonata(two("lines", "lines")), "/States/Return/Label"),
    "three Maps": Flag(
        machine(
            {
                "Order": each("lines", inner("Order line"), Next="Ship"),
                **two("lines", "lines"),
            }
        ),
        ("/States/Ship/Label", "/States/Return/Label"),
    ),
    "a Map in a Map": Flag(
        alone(each("lines", machine({"Inner": each("lines", inner("Line"))}))),
        "/States/A/ItemProcessor/States/Inner/Label",
    ),
    "Maps in two branches": Flag(
        alone(
            parallel(
                machine({"Ship": each("lines", inner("Line"))}),
                machine({"Return": each("lines", inner("Item"))}),
            )
        ),
        "/States/A/Branches/1/States/Return/Label",
    ),
    "a Map outside and one in a branch": Flag(
        machine(
            {
                "Both": parallel(machine({"Ship": each("lines", inner("Line"))}), Next="Return"),
                "Return": each("lines", inner("Item")),
            }
        ),
        "/States/Both/Branches/0/States/Ship/Label",
    ),
}

PASSES = {
    "two labels": machine(two("lines", "returns")),
    "labels that differ in case": machine(two("lines", "Lines")),
    "the same substitution, which may be given two values": machine(two("${Label}", "${Label}")),
    "a Map without a label": machine(
        {"Ship": each("lines", inner("Line"), Next="Return"), "Return": map_over(inner("Item"))}
    ),
    "the name of a state": machine({"lines": each("lines", inner("Line"))}),
    "the same word in a payload": machine(
        {
            "Ship": each("lines", inner("Line"), Next="Return"),
            "Return": state("Pass", Result={"Label": "lines"}),
        }
    ),
}

LEAVES = {
    "two labels that are no text": ("not-a-string", machine(two(5, 5))),
}

test_flags = flags("duplicate-label", FLAGS)
test_passes = passes("duplicate-label", PASSES)
test_leaves = leaves("duplicate-label", LEAVES)
