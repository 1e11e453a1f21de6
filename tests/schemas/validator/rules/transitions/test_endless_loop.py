"""States lead to each other in a loop that nothing leaves, or a Choice leads straight back to itself."""

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


def deciding(*rules, **fields):
    return machine({"Paid?": choice(*rules, **fields), "Done": DONE})


AGAIN = {"Variable": "$.busy", "BooleanEquals": True, "Next": "Paid?"}
SINCE = {"Condition": "{% $now() > $states.input.due %}", "Next": "Done"}


FLAGS = {
    "a Default leads back to its Choice": Flag(
        deciding(PAID, Default="Paid?"), "/States/Paid?/Default", {"again": "Paid?"}
    ),
    "a rule leads back to its Choice": Flag(
        deciding(PAID, AGAIN, Default="Done"), "/States/Paid?/Choices/1/Next", {"again": "Paid?"}
    ),
    "two rules lead back to their Choice": Flag(
        deciding(AGAIN, PAID, AGAIN, Default="Done"),
        ("/States/Paid?/Choices/0/Next", "/States/Paid?/Choices/2/Next"),
    ),
    "a rule beside one that assigns": Flag(
        deciding(PAID, {**AGAIN, "Assign": {"n.$": "$.n"}}, AGAIN, Default="Done"),
        "/States/Paid?/Choices/2/Next",
    ),
    "a Choice that leads back to itself in JSONata": Flag(
        jsonata(
            {
                "Paid?": choice({"Condition": "{% $states.input.paid %}", "Next": "Done"}, Default="Paid?"),
                "Done": DONE,
            }
        ),
        "/States/Paid?/Default",
    ),
    "a Choice inside a Map that leads back to itself": Flag(
        in_map(deciding(PAID, Default="Paid?")), "/States/Each/ItemProcessor/States/Paid?/Default"
    ),
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
    "a rule that leads back assigns a variable": deciding(
        PAID, {**AGAIN, "Assign": {"tries.$": "$.tries"}}, Default="Done"
    ),
    "a Default that leads back assigns a variable": jsonata(
        {
            "Set": state("Pass", Assign={"n": 0}, Next="Paid?"),
            "Paid?": choice(
                {"Condition": "{% $n > 3 %}", "Next": "Done"}, Assign={"n": "{% $n + 1 %}"}, Default="Paid?"
            ),
            "Done": DONE,
        }
    ),
    "a Default that leads back changes the input": jsonata(
        {
            "Paid?": choice(
                {"Condition": "{% $states.input.n > 3 %}", "Next": "Done"},
                Output={"n": "{% $states.input.n + 1 %}"},
                Default="Paid?",
            ),
            "Done": DONE,
        }
    ),
    "each round looks deeper into the input": deciding(PAID, Default="Paid?", OutputPath="$.next"),
    "the time passes": jsonata({"Paid?": choice(SINCE, Default="Paid?"), "Done": DONE}),
    "the time of the state passes": deciding(
        {"Variable": "$$.State.EnteredTime", "TimestampGreaterThanPath": "$.due", "Next": "Done"},
        Default="Paid?",
    ),
    "a Choice leads back by way of a Pass": machine(
        {
            "Paid?": choice(PAID, Default="Again"),
            "Again": state("Pass", Next="Paid?"),
            "Done": DONE,
        }
    ),
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
