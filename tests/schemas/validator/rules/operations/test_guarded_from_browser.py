"""The input contract says that the browser sends what must not come from it."""

from __future__ import annotations

from rule_cases import DONE, Flag, flags, machine, map_over, operated, passes, state, task

SENT = {"type": "number", "sentBy": "browser", "guarded": True}


def given(definition: dict, **fields: dict):
    return operated(definition, {}, input={"fields": fields})


FLAGS = {
    "where it is read": Flag(
        given(machine({"A": task(Parameters={"a.$": "$.total"})}), total=SENT),
        "/States/A/Parameters/a.$",
        {"name": "total"},
    ),
    "where nobody reads it by itself": Flag(given(machine({"A": task()}), total=SENT), "", {"name": "total"}),
    "of each item": Flag(
        given(
            machine(
                {"Each": map_over(machine({"A": task(Parameters={"a.$": "$.price"})}), ItemsPath="$.items")}
            ),
            **{"items[].price": SENT},
        ),
        "/States/Each/ItemProcessor/States/A/Parameters/a.$",
        {"name": "items[].price"},
    ),
    "after it was renamed": Flag(
        given(
            machine(
                {
                    "Set": state("Pass", Result=1, ResultPath="$.one", Next="A"),
                    "A": task(Parameters={"a.$": "$.total"}),
                }
            ),
            total=SENT,
        ),
        "/States/A/Parameters/a.$",
    ),
}

PASSES = {
    "the server sends it": given(machine({"A": task()}), total={**SENT, "sentBy": "server"}),
    "nobody has said who sends it": given(machine({"A": task()}), total={"type": "number", "guarded": True}),
    "it may come from the browser": given(machine({"A": DONE}), note={"type": "string", "sentBy": "browser"}),
    "no contract": machine({"A": DONE}),
}

test_flags = flags("guarded-from-browser", FLAGS)
test_passes = passes("guarded-from-browser", PASSES)
