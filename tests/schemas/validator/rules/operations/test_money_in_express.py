"""A step moves money in an Express workflow."""

from __future__ import annotations

from rule_cases import DONE, Flag, alone, flags, machine, map_over, operated, passes, task

KEY = {"money": "takes", "idempotency": {"kind": "key"}}
EXPRESS = {"type": "EXPRESS"}


def each(kind: str) -> dict:
    processor = machine({"A": task()}, ProcessorConfig={"Mode": "DISTRIBUTED", "ExecutionType": kind})
    return machine({"Each": map_over(processor)})


FLAGS = {
    "with a key": Flag(operated(alone(task()), {"A": KEY}, **EXPRESS), "/States/A", {"keyed": ""}),
    "without one": Flag(
        operated(alone(task()), {"A": {"money": "returns"}}, **EXPRESS), "/States/A", {"state": "A"}
    ),
    "the Express executions of a Map": Flag(
        operated(each("EXPRESS"), {"A": KEY}), "/States/Each/ItemProcessor/States/A"
    ),
}

PASSES = {
    "a Standard machine": operated(alone(task()), {"A": KEY}),
    "the Standard executions of a Map": operated(each("STANDARD"), {"A": KEY}),
    "no money": operated(alone(task()), {"A": {"money": "none"}}, **EXPRESS),
    "a name alone": operated(machine({"Charge": task()}), {"Charge": {"customer": "A mail"}}, **EXPRESS),
    "a state that calls nothing": operated(machine({"A": DONE}), {"A": KEY}, **EXPRESS),
}

test_flags = flags("money-in-express", FLAGS)
test_passes = passes("money-in-express", PASSES)
