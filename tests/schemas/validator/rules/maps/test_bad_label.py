"""A Map's Label contains characters that a label cannot have."""

from __future__ import annotations

from typing import Any

from rule_cases import (
    DISTRIBUTED,
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
)


def each(label: Any) -> Definition:
    """A distributed Map with that Label."""
    return map_over(machine({"B": DONE}, ProcessorConfig=DISTRIBUTED), Label=label)


FLAGS = {
    "a space": Flag(alone(each("cart lines")), "/States/A/Label", {"field": "Label", "value": "cart lines"}),
    "a full-width space": Flag(alone(each("明細　一覧")), "/States/A/Label"),
    "a tab": Flag(alone(each("cart\tlines")), "/States/A/Label"),
    "no character at all": Flag(alone(each("")), "/States/A/Label"),
    **{
        f"the character {sign}": Flag(alone(each(f"cart{sign}lines")), "/States/A/Label")
        for sign in '<>{}[]?*"#%\\^|~`$&,;:/'
    },
    "a JSONata machine, for a label is no expression": Flag(
        jsonata({"A": each("{% $states.input.label %}")}), "/States/A/Label"
    ),
    "a Map in a branch": Flag(
        in_branch(machine({"A": each("cart lines")})), "/States/Both/Branches/1/States/A/Label"
    ),
}

PASSES = {
    "a hyphen": alone(each("cart-lines")),
    "an underscore and digits": alone(each("cart_lines_2")),
    "a dot": alone(each("cart.lines")),
    "Japanese": alone(each("明細")),
    "40 characters": alone(each("a" * 40)),
    "a substitution": alone(each("${Label}")),
    "no label": alone(map_over(machine({"B": DONE}, ProcessorConfig=DISTRIBUTED))),
}

LEAVES = {
    "a label that is too long": ("too-long", alone(each("a" * 41))),
    "a label that is no text": ("not-a-string", alone(each(7))),
}

test_flags = flags("bad-label", FLAGS)
test_passes = passes("bad-label", PASSES)
test_leaves = leaves("bad-label", LEAVES)
