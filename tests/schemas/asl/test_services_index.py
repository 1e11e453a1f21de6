"""The index of the SDK services is complete, and the data of a service is read on demand."""

import subprocess
import sys
from importlib.resources import files

import pytest

from schemas.asl.services import actions, parameters, sdk, services


def test_the_index_says_what_it_was_made_from():
    assert "botocore 1." in sdk.source()


def test_the_index_is_small():
    assert len((files("schemas.asl.services") / "sdk.zip").read_bytes()) < 1_500_000


def test_every_service_can_be_read_and_every_shape_resolved():
    for service in services():
        for action in actions(service):
            assert parameters(service, action).kind == "object", (service, action)


@pytest.mark.parametrize(
    ("service", "action", "required"),
    [
        ("aws-sdk:s3", "putObject", {"Bucket", "Key"}),
        ("aws-sdk:rds", "createDBInstance", {"DbInstanceIdentifier", "DbInstanceClass", "Engine"}),
        ("aws-sdk:sfn", "startExecution", {"StateMachineArn"}),
        ("events", "putEvents", {"Entries"}),
        ("batch", "submitJob", {"JobName", "JobQueue", "JobDefinition"}),
        ("aws-sdk:s3", "listBuckets", set()),
    ],
)
def test_required_parameters_are_spelt_as_step_functions_does(service, action, required):
    assert set(parameters(service, action).required) == required


def test_a_nested_parameter_is_known():
    metric = parameters("aws-sdk:cloudwatch", "putMetricData").member("MetricData").inner
    assert metric.member("Unit").values[:2] == ("Seconds", "Microseconds")
    assert metric.member("Dimensions").inner.required == ("Name", "Value")
    assert metric.member("Value").kind == "number"


@pytest.mark.parametrize(
    ("service", "action"),
    [("aws-sdk:s3", "selectObjectContent"), ("aws-sdk:kinesis", "subscribeToShard"), ("aws-sdk:none", "x")],
)
def test_what_step_functions_cannot_call_is_not_there(service, action):
    assert parameters(service, action) is None


READS_NOTHING = """
from schemas import Document, validate
from schemas.asl.services import sdk
text = '{"StartAt": "A", "States": {"A": {"Type": "Task", "End": true, "Resource": "%s"}}}'
validate(Document.parse(text % "arn:aws:states:::lambda:invoke"))
assert sdk._archive.cache_info().currsize == 0
validate(Document.parse(text % "arn:aws:states:::aws-sdk:sfn:listExecutions"))
assert sdk._archive.cache_info().currsize == 1
assert sdk.service.cache_info().currsize == 1
"""


def test_a_service_is_read_only_when_it_is_called():
    subprocess.run([sys.executable, "-c", READS_NOTHING], check=True)
