"""Two states have the same name."""

from __future__ import annotations

from rule_cases import (
    DONE,
    Express,
    Flag,
    alone,
    flags,
    jsonata,
    machine,
    map_over,
    parallel,
    passes,
    state,
)

LINE = machine({"Line": DONE})

FLAGS = {
    "a Map and a state inside it": Flag(
        machine({"Line": map_over(LINE)}), "/States/Line/ItemProcessor/States/Line", {"state": "Line"}
    ),
    "states of two branches": Flag(
        machine({"Both": parallel(LINE, LINE)}), "/States/Both/Branches/1/States/Line"
    ),
    "states of three branches": Flag(
        machine({"All": parallel(LINE, LINE, LINE)}),
        ("/States/All/Branches/1/States/Line", "/States/All/Branches/2/States/Line"),
    ),
    "a later state and one inside": Flag(
        machine({"Each": map_over(LINE, Next="Line"), "Line": DONE}),
        "/States/Each/ItemProcessor/States/Line",
    ),
    "states inside two Maps": Flag(
        machine({"First": map_over(LINE, Next="Second"), "Second": map_over(LINE)}),
        "/States/Second/ItemProcessor/States/Line",
    ),
    "two levels deep": Flag(
        machine({"Line": parallel(machine({"Each": map_over(LINE)}))}),
        "/States/Line/Branches/0/States/Each/ItemProcessor/States/Line",
    ),
    "in the older Iterator": Flag(
        machine({"Line": state("Map", Iterator=LINE)}), "/States/Line/Iterator/States/Line"
    ),
    "an Express machine": Flag(
        Express(machine({"Both": parallel(LINE, LINE)})), "/States/Both/Branches/1/States/Line"
    ),
    "in JSONata": Flag(jsonata({"Line": map_over(LINE)}), "/States/Line/ItemProcessor/States/Line"),
    "the same substitution": Flag(
        machine({"Both": parallel(machine({"${Name}": DONE}), machine({"${Name}": DONE}))}),
        "/States/Both/Branches/1/States/${Name}",
    ),
}

PASSES = {
    "names that differ in case": machine({"line": map_over(LINE)}),
    "names that differ in a space": machine({"Line ": map_over(LINE)}),
    "names of two branches": machine({"Both": parallel(LINE, machine({"Line 2": DONE}))}),
    "a name that a field has": machine({"States": map_over(machine({"StartAt": DONE}))}),
    "a name in the text of a Pass": alone(state("Pass", Result={"States": {"A": {}}})),
    "a Japanese name of other width": machine({"明細1": map_over(machine({"明細１": DONE}))}),
}

test_flags = flags("duplicate-state-name", FLAGS)
test_passes = passes("duplicate-state-name", PASSES)
