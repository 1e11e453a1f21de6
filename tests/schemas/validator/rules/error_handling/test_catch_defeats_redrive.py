"""A Catch leads straight to a Fail."""

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
    map_over,
    parallel,
    passes,
    state,
    task,
)

CATCH = {"ErrorEquals": ["States.ALL"], "Next": "Failed"}
FAILED = {"Type": "Fail", "Error": "PaymentFailed"}
BRANCH = machine({"Inner": DONE})


def catching(first, target=FAILED, build=machine, **more):
    return build({"Pay": first, "Failed": target, **more})


FLAGS = {
    "a Task": Flag(catching(task(Catch=[CATCH])), "/States/Pay/Catch/0", {"state": "Failed"}),
    "a Parallel": Flag(catching(parallel(BRANCH, Catch=[CATCH])), "/States/Pay/Catch/0"),
    "a Map": Flag(catching(map_over(BRANCH, Catch=[CATCH])), "/States/Pay/Catch/0"),
    "in JSONata": Flag(catching(task(Catch=[CATCH]), build=jsonata), "/States/Pay/Catch/0"),
    "a named error": Flag(
        catching(task(Catch=[{**CATCH, "ErrorEquals": ["Declined"]}])), "/States/Pay/Catch/0"
    ),
    "the second of two catchers": Flag(
        catching(task(Catch=[{"ErrorEquals": ["Busy"], "Next": "Wait"}, CATCH]), Wait=DONE),
        "/States/Pay/Catch/1",
    ),
    "two Tasks share a Fail": Flag(
        machine(
            {
                "Pay": task(Catch=[CATCH], Next="Ship"),
                "Ship": task(Catch=[CATCH]),
                "Failed": FAILED,
            }
        ),
        ("/States/Pay/Catch/0", "/States/Ship/Catch/0"),
    ),
}

PASSES = {
    "no catcher": machine({"Pay": task()}),
    "something happens between the catcher and the Fail": catching(
        task(Catch=[CATCH]), task("${Refund}", Next="Stop"), Stop=FAILED
    ),
    "the catcher leads to a Succeed": catching(task(Catch=[CATCH]), DONE),
    "a Next leads to the Fail": catching(task(Next="Failed")),
    "a Choice leads to the Fail": machine(
        {
            "Paid?": choice({"Variable": "$.paid", "BooleanEquals": True, "Next": "Done"}, Default="Failed"),
            "Done": DONE,
            "Failed": FAILED,
        }
    ),
    "an Express machine cannot be redriven": Express(catching(task(Catch=[CATCH]))),
    "inside a Map": in_map(catching(task(Catch=[CATCH]))),
    "inside a branch": in_branch(catching(task(Catch=[CATCH]))),
    "a substitution as its Next": machine({"Pay": task(Catch=[{**CATCH, "Next": "${Failed}"}])}),
}

LEAVES = {
    "a catcher of a Pass": ("unknown-field", catching(state("Pass", Catch=[CATCH]))),
}

test_flags = flags("catch-defeats-redrive", FLAGS)
test_passes = passes("catch-defeats-redrive", PASSES)
test_leaves = leaves("catch-defeats-redrive", LEAVES)
