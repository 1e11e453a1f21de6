"""States that call something go round in a loop without waiting."""

from __future__ import annotations

from rule_cases import (
    DONE,
    STATES,
    Flag,
    choice,
    flags,
    in_branch,
    in_map,
    jsonata,
    machine,
    map_over,
    passes,
    state,
    task,
)

PAID = {"Variable": "$.paid", "BooleanEquals": True, "Next": "Done"}
CHECK = task("${Check}", Next="Paid?")


def loop(check=CHECK, back="Check", **between):
    return machine({"Check": check, "Paid?": choice(PAID, Default=back), **between, "Done": DONE})


FLAGS = {
    "a Task is called until a Choice lets it go": Flag(loop(), "/States/Check", {"state": "Check"}),
    "a Pass between them does not wait": Flag(
        loop(back="Count", Count=state("Pass", Next="Check")), "/States/Check"
    ),
    "the first state of the circle is flagged, not the first of the text": Flag(
        machine({"Start": state("Pass", Next="Check"), **loop()["States"]}), "/States/Check"
    ),
    "a Task is its own catcher": Flag(
        machine({"Check": task(Catch=[{"ErrorEquals": ["States.ALL"], "Next": "Check"}])}), "/States/Check"
    ),
    "one of two ways round waits": Flag(
        machine(
            {
                "Check": CHECK,
                "Paid?": choice(PAID, {**PAID, "Variable": "$.late", "Next": "Wait"}, Default="Check"),
                "Wait": state("Wait", Seconds=60, Next="Check"),
                "Done": DONE,
            }
        ),
        "/States/Check",
    ),
    "in JSONata": Flag(
        jsonata(
            {
                "Check": CHECK,
                "Paid?": choice({"Condition": "{% $states.input.paid %}", "Next": "Done"}, Default="Check"),
                "Done": DONE,
            }
        ),
        "/States/Check",
    ),
    "inside a Map": Flag(in_map(loop()), "/States/Each/ItemProcessor/States/Check"),
    "inside a branch": Flag(in_branch(loop()), "/States/Both/Branches/1/States/Check"),
}

PASSES = {
    "a Wait between them": loop(back="Wait", Wait=state("Wait", Seconds=60, Next="Check")),
    "a job that is waited for": loop(task(f"{STATES}glue:startJobRun.sync", Next="Paid?")),
    "a machine that is waited for": loop(
        task(
            f"{STATES}states:startExecution.sync:2",
            Parameters={"StateMachineArn": "${Child}"},
            Next="Paid?",
        )
    ),
    "an answer that is waited for": loop(
        task(
            f"{STATES}sqs:sendMessage.waitForTaskToken",
            Parameters={"QueueUrl": "${Queue}", "MessageBody.$": "$$.Task.Token"},
            TimeoutSeconds=60,
            Next="Paid?",
        )
    ),
    "an activity": loop(
        task("arn:aws:states:ap-northeast-1:123456789012:activity:check", TimeoutSeconds=60, Next="Paid?")
    ),
    "a Map": loop(map_over(machine({"One": DONE}), Next="Paid?")),
    "nothing is called": loop(state("Pass", Next="Paid?")),
    "the Task is called once before the circle": machine(
        {
            "Check": task(Next="Count"),
            "Count": state("Pass", Next="Paid?"),
            "Paid?": choice(PAID, Default="Count"),
            "Done": DONE,
        }
    ),
    "a Task goes back in the text, and not in a circle": machine(
        {"Done": DONE, "Check": task(Next="Done")}, StartAt="Check"
    ),
    "a retry is no circle": machine({"Check": task(Retry=[{"ErrorEquals": ["States.ALL"]}])}),
}

test_flags = flags("busy-loop", FLAGS)
test_passes = passes("busy-loop", PASSES)
