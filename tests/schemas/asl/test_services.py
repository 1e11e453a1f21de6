"""The services that a Task calls: their actions, patterns, parameters and errors."""

import pytest

from schemas.asl.services import Integration, actions, error_names, integration, patterns, services


@pytest.mark.parametrize(
    ("arn", "wanted"),
    [
        ("arn:aws:states:::lambda:invoke", Integration("lambda", "invoke")),
        ("arn:aws:states:::states:startExecution.sync:2", Integration("states", "startExecution", ".sync:2")),
        (
            "arn:aws-cn:states:::aws-sdk:s3:getObject.waitForTaskToken",
            Integration("aws-sdk:s3", "getObject", ".waitForTaskToken", "arn:aws-cn:states:::"),
        ),
        ("arn:aws:lambda:us-east-1:123456789012:function:pay", None),
        ("arn:aws:states:us-east-1:123456789012:activity:pack", None),
        ("${Function}", None),
        ("", None),
    ],
)
def test_a_resource_is_read_as_what_it_calls(arn, wanted):
    found = integration(arn)
    assert found == wanted
    assert found is None or found.arn == arn


def test_patterns_belong_to_actions():
    assert patterns("athena", "startQueryExecution") == ("", ".sync")
    assert patterns("athena", "getQueryResults") == ("",)
    assert patterns("dynamodb", "putItem") == ("",)
    assert patterns("aws-sdk:s3", "getObject") == ("", ".waitForTaskToken")
    calls = [(service, action) for service in services() for action in actions(service)]
    assert {service for service, action in calls if ".sync:2" in patterns(service, action)} == {"states"}


def test_an_action_that_is_not_known_has_the_patterns_of_its_service():
    assert patterns("eks", "brandNew") == ("", ".sync", ".waitForTaskToken")
    assert patterns("nobody", "nothing") == ("",)


def test_the_prefix_of_an_error_is_that_of_the_way_of_calling():
    assert "DynamoDB.ThrottlingException" in error_names("Task", "arn:aws:states:::dynamodb:putItem")
    sdk = error_names("Task", "arn:aws:states:::aws-sdk:dynamodb:putItem")
    assert "DynamoDb.ThrottlingException" in sdk
    assert not any(name.startswith("DynamoDB.") for name in sdk)


def test_a_function_named_by_its_arn_raises_what_lambda_raises():
    assert "Lambda.ServiceException" in error_names("Task", "arn:aws:lambda:us-east-1:1:function:pay")


def test_containers_raise_what_happens_in_them():
    assert "States.BranchFailed" in error_names("Parallel", "")
    assert "States.ExceedToleratedFailureThreshold" in error_names("Map", "")
