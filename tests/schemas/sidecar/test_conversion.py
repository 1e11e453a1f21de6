"""Definitions in the other format, with placeholders in quotes and without."""

import pytest

from schemas import Document, validate
from schemas.core.edits import Set
from schemas.core.placeholder import Unquoted
from schemas.document.differences import same
from schemas.sidecar.conversion import converted, value_of

JSON = """{
  "StartAt": "A",
  "TimeoutSeconds": ${Limit},
  "States": {
    "A": {
      "Type": "Task",
      "Resource": "${Fn}",
      "TimeoutSeconds": "${Wrong}",
      "Retry": [
        {
          "ErrorEquals": [
            "${Error}"
          ],
          "MaxAttempts": ${Tries}
        }
      ],
      "Next": "B"
    },
    "B": {
      "Type": "Wait",
      "Seconds": ${Base}0,
      "Next": "C"
    },
    "C": {
      "Type": "Choice",
      "Choices": [
        {
          "Variable": "$.x",
          "NumericEquals": ${N},
          "Next": "D"
        }
      ],
      "Default": "D"
    },
    "D": {
      "Type": "Task",
      "Resource": "arn:aws:states:::aws-sdk:sqs:receiveMessage",
      "Parameters": {
        "QueueUrl": "${Queue}",
        "MaxNumberOfMessages": ${Most}
      },
      "End": ${End}
    }
  }
}
"""
YAML = """StartAt: A
TimeoutSeconds: ${Limit}
States:
  A:
    Type: Task
    Resource: ${Fn}
    TimeoutSeconds: "${Wrong}"
    Retry:
      - ErrorEquals:
          - ${Error}
        MaxAttempts: ${Tries}
    Next: B
  B:
    Type: Wait
    Seconds: ${Base}0
    Next: C
  C:
    Type: Choice
    Choices:
      - Variable: $.x
        NumericEquals: ${N}
        Next: D
    Default: D
  D:
    Type: Task
    Resource: arn:aws:states:::aws-sdk:sqs:receiveMessage
    Parameters:
      QueueUrl: ${Queue}
      MaxNumberOfMessages: ${Most}
    End: ${End}
"""


def test_to_yaml_and_back_nothing_is_lost():
    document = Document.parse(JSON)
    written = converted(document, "yaml")
    assert written.text == YAML
    assert converted(written, "json").text == JSON
    assert same(value_of(written), document.value)


def test_both_mean_the_same():
    json, yaml = Document.parse(JSON), Document.parse(YAML)
    told = [(found.code, found.pointer) for found in validate(json)]
    assert ("quoted-placeholder", "/States/A/TimeoutSeconds") in told
    assert [(found.code, found.pointer) for found in validate(yaml)] == told


@pytest.mark.parametrize("value", ["${X}", "-${X}", '${lookup(m, "k")}', "${a ? 1 : 2}"])
def test_a_text_between_brackets_stays_readable(value):
    document = Document.parse("StartAt: A\nStates: {A: {Type: Wait, Seconds: 1, End: true}}\n", "yaml")
    after = document.apply(Set(("States", "A", "Seconds"), Unquoted(value))).document
    assert after.value["States"]["A"]["Seconds"] == value
