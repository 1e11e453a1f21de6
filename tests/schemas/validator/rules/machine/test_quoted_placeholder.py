"""A placeholder in the place of a number, a flag, a list or an object is in quotes."""

import pytest
from rule_cases import (
    DONE,
    Flag,
    alone,
    choice,
    flags,
    in_branch,
    in_map,
    jsonata,
    machine,
    passes,
    state,
    task,
)

from schemas import Document, validate
from schemas.core.placeholder import Unquoted

X = Unquoted("${X}")
RETRIER = {"ErrorEquals": ["States.ALL"], "BackoffRate": 2}
SDK_TASK = {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sqs:receiveMessage", "End": True}


def wait(seconds, **fields):
    return alone(state("Wait", Seconds=seconds), **fields)


def chosen(**rule):
    return machine({"A": choice({"Variable": "$.x", "Next": "B", **rule}, Default="B"), "B": DONE})


FLAGS = {
    "seconds": Flag(
        wait("${X}"),
        "/States/A/Seconds",
        {"field": "Seconds", "value": "${X}"},
        safe_fix=wait(X),
    ),
    "a timeout of the machine": Flag(
        wait(1, TimeoutSeconds="${X}"), "/TimeoutSeconds", safe_fix=wait(1, TimeoutSeconds=X)
    ),
    "attempts": Flag(
        alone(task(Retry=[{**RETRIER, "MaxAttempts": "${X}"}])),
        "/States/A/Retry/0/MaxAttempts",
        safe_fix=alone(task(Retry=[{**RETRIER, "MaxAttempts": X}])),
    ),
    "a flag": Flag(
        alone({"Type": "Pass", "End": "${X}"}),
        "/States/A/End",
        safe_fix=alone({"Type": "Pass", "End": X}),
    ),
    "a list": Flag(
        alone(task(Retry="${X}")), "/States/A/Retry", {"field": "Retry"}, safe_fix=alone(task(Retry=X))
    ),
    "digits around it": Flag(wait("${X}0"), "/States/A/Seconds", safe_fix=wait(Unquoted("${X}0"))),
    "words around it": Flag(wait("in ${X}"), "/States/A/Seconds"),
    "a comparison": Flag(
        chosen(NumericGreaterThan="${X}"),
        "/States/A/Choices/0/NumericGreaterThan",
        safe_fix=chosen(NumericGreaterThan=X),
    ),
    "in JSONata": Flag(
        jsonata({"A": state("Wait", Seconds="${X}")}),
        "/States/A/Seconds",
        safe_fix=jsonata({"A": state("Wait", Seconds=X)}),
    ),
    "inside a Map": Flag(
        in_map(wait("${X}")),
        "/States/Each/ItemProcessor/States/A/Seconds",
        safe_fix=in_map(wait(X)),
    ),
    "inside a branch": Flag(
        in_branch(wait("${X}")), "/States/Both/Branches/1/States/A/Seconds", safe_fix=in_branch(wait(X))
    ),
}

PASSES = {
    "no quotes": wait(X),
    "no quotes around an expression of a template": wait(Unquoted('${lookup(limits, "wait")}')),
    "no quotes around attempts and a rate": alone(
        task(TimeoutSeconds=X, Retry=[{"ErrorEquals": ["States.ALL"], "MaxAttempts": X, "BackoffRate": X}])
    ),
    "no quotes around a flag": alone({"Type": "Pass", "End": X}),
    "no quotes in a payload": alone(state("Pass", Parameters={"n": X, "on": [X]})),
    "no quotes around a whole field": alone(state("Pass", Parameters=X, Result=X)),
    "no quotes around the arguments of a call": alone({**SDK_TASK, "Parameters": X}),
    "no quotes in a comparison": chosen(BooleanEquals=X),
    "no quotes in JSONata": jsonata({"A": state("Wait", Seconds=X)}),
    "a text": alone(task(Comment="${X}")),
    "a number that a service reads from a text": alone(
        {**SDK_TASK, "Parameters": {"QueueUrl": "${Q}", "MaxNumberOfMessages": "${X}"}}
    ),
    "a payload of any values": alone(state("Pass", Parameters={"n": "${X}"})),
    "an expression with a placeholder in it": jsonata({"A": state("Wait", Seconds="{% ${X} * 2 %}")}),
}

test_flags = flags("quoted-placeholder", FLAGS)
test_passes = passes("quoted-placeholder", PASSES, {"no-timeout"})


@pytest.mark.parametrize(
    ("written", "codes"),
    [("${X}", []), ("'${X}'", ["quoted-placeholder"]), ('"${X}"', ["quoted-placeholder"])],
)
def test_in_yaml_only_quotes_count(written, codes):
    text = (
        f"StartAt: A\nStates:\n  A: # wait\n    Type: Wait\n    Seconds: {written} # so long\n    End: true\n"
    )
    document = Document.parse(text, "yaml")
    found = validate(document)
    assert [each.code for each in found] == codes
    for each in found:
        fixed = document.apply(*each.fix.edits).document
        assert fixed.text == text.replace(written, "${X}")
        assert validate(fixed) == []
