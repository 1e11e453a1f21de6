"""States lead to each other in a loop that nothing leaves."""

from __future__ import annotations

from rule_cases import (
    DONE,
    Express,
    Flag,
    choice,
    flags,
    in_branch,
    in_map,
    jsonata,
    leaves,
    machine,
    passes,
    state,
    task,
)

PAID = {"Variable": "$.paid", "BooleanEquals": True, "Next": "Done"}


CATCH = {"ErrorEquals": ["States.ALL"], "Next": "Check"}
BACK = state("Pass", Next="Wait")


def circle(check=BACK, **more):
    """Wait and the state Check lead to each other, where nothing but `check` may leave."""
    return machine(
        {
            "Paid?": choice(PAID, Default="Wait"),
            "Wait": state("Wait", Seconds=60, Next="Check"),
            "Check": check,
            "Done": DONE,
            **more,
        }
    )


FLAGS = {
    "two states lead to each other": Flag(circle(), "/States/Wait", {"state": "Wait"}),
    "a state leads to itself": Flag(circle(state("Pass", Next="Check")), "/States/Wait"),
    "every transition of a Choice leads back": Flag(
        circle(choice({**PAID, "Next": "Wait"}, Default="Check")), "/States/Wait"
    ),
    "the catcher leads back, too": Flag(circle(task("${Check}", Catch=[CATCH], Next="Wait")), "/States/Wait"),
    "an Express machine": Flag(Express(circle()), "/States/Wait"),
    "in JSONata": Flag(
        jsonata(
            {
                "Paid?": choice({"Condition": "{% $states.input.paid %}", "Next": "Done"}, Default="Wait"),
                "Wait": state("Wait", Seconds=60, Next="Wait"),
                "Done": DONE,
            }
        ),
        "/States/Wait",
    ),
    "a processor without an end": Flag(
        in_map(machine({"B": state("Pass", Next="C"), "C": state("Pass", Next="B")})),
        "/States/Each/ItemProcessor/States/B",
    ),
    "a branch without an end": Flag(
        in_branch(machine({"B": state("Wait", Seconds=5, Next="B")})), "/States/Both/Branches/1/States/B"
    ),
}

PASSES = {
    "the circle leads back to the Choice that leaves it": circle(state("Pass", Next="Paid?")),
    "a catcher leaves the circle": circle(task("${Check}", Catch=[{**CATCH, "Next": "Done"}], Next="Wait")),
    "a Default leaves the circle": circle(choice({**PAID, "Next": "Wait"}, Default="Done")),
    "a Fail leaves the circle": circle(
        choice({**PAID, "Next": "Wait"}, Default="Give up"), **{"Give up": {"Type": "Fail"}}
    ),
    "a substitution may lead out": circle(state("Pass", Next="${Next}")),
    "a Task that tries itself again": machine(
        {"Pay": task(Catch=[{"ErrorEquals": ["Busy"], "Next": "Pay"}], Next="Done"), "Done": DONE}
    ),
}

LEAVES = {
    "a circle in a machine without an end": (
        "missing-end",
        machine({"Wait": state("Wait", Seconds=60, Next="Wait")}),
    ),
    "a state that leads nowhere yet": (
        "no-transition",
        machine({"A": state("Pass", Next="B"), "B": {"Type": "Pass"}, "C": DONE}),
    ),
    "a circle that no run comes to": (
        "unreachable-state",
        machine({"A": state("Pass", Next="Done"), "Done": DONE, "B": state("Pass", Next="B")}),
    ),
}

test_flags = flags("endless-loop", FLAGS)
test_passes = passes("endless-loop", PASSES)
test_leaves = leaves("endless-loop", LEAVES)
