"""The Resource of a Task is chosen by service, action and integration pattern."""

import pytest
from inspecting import machine

LAMBDA = "arn:aws:states:::lambda:invoke"


def task(resource, language="JSONPath", **fields):
    return machine({"Type": "Task", "Resource": resource, **fields, "End": True}, language)


def test_an_integration_is_shown_by_service_and_pattern(inspected):
    here = inspected(task(LAMBDA + ".waitForTaskToken"))
    assert here.value("Resource/service") == "lambda"
    assert here.value("Resource/pattern") == ".waitForTaskToken"
    assert here.value("Resource") == LAMBDA + ".waitForTaskToken"


def test_another_pattern_changes_the_resource_and_no_other_line(inspected):
    start = "arn:aws:states:::states:startExecution"
    text = task(start, Parameters={"StateMachineArn": "pay"})
    here = inspected(text).enter("Resource/pattern", ".sync:2")
    assert here.text == text.replace(start, start + ".sync:2")


def test_a_task_that_waits_for_its_token_passes_it_on_until_it_waits_no_more(inspected):
    text = task(LAMBDA, Parameters={"FunctionName": "pay", "Payload.$": "$"})
    here = inspected(text).enter("Resource/pattern", ".waitForTaskToken")
    assert here.fields["Resource"] == LAMBDA + ".waitForTaskToken"
    assert here.fields["Parameters"]["Payload"] == {"Input.$": "$", "TaskToken.$": "$$.Task.Token"}
    assert here.enter("Resource/pattern", "").text == text


def test_a_task_without_arguments_gets_them_with_the_token_in_their_usual_place(inspected):
    resource = "arn:aws:states:::sqs:sendMessage"
    here = inspected(task(resource, "JSONata", Output="{% $states.result %}"))
    here.enter("Resource/pattern", ".waitForTaskToken")
    message = {"TaskToken": "{% $states.context.Task.Token %}"}
    assert here.fields["Arguments"] == {"MessageBody": message}
    assert list(here.fields).index("Arguments") < list(here.fields).index("Output")


def test_only_patterns_that_the_action_supports_are_offered(inspected):
    here = inspected(task("arn:aws:states:::states:startExecution"))
    assert len(here.offered("Resource/pattern")) == 4
    here.enter("Resource/service", "dynamodb")
    assert here.fields["Resource"] == "arn:aws:states:::dynamodb:getItem"
    with pytest.raises(StopIteration):
        here.value("Resource/pattern")


def test_another_action_keeps_the_pattern_only_where_it_has_it(inspected):
    here = inspected(task("arn:aws:states:::athena:startQueryExecution.sync"))
    here.enter("Resource/action", "getQueryResults")
    assert here.fields["Resource"] == "arn:aws:states:::athena:getQueryResults"


def test_the_partition_stays(inspected):
    here = inspected(task("arn:aws-cn:states:::sqs:sendMessage")).enter("Resource/service", "sns")
    assert here.fields["Resource"] == "arn:aws-cn:states:::sns:publish"


def test_any_action_of_the_sdk_is_chosen_by_service(inspected):
    here = inspected(task(LAMBDA)).enter("Resource/service", "aws-sdk:")
    here.enter("Resource/sdk", "aws-sdk:ec2").enter("Resource/action", "startInstances")
    assert here.fields["Resource"] == "arn:aws:states:::aws-sdk:ec2:startInstances"


def test_another_service_of_the_sdk_keeps_an_action_of_the_same_name(inspected):
    here = inspected(task("arn:aws:states:::aws-sdk:athena:listTagsForResource"))
    here.enter("Resource/sdk", "aws-sdk:rds")
    assert here.fields["Resource"] == "arn:aws:states:::aws-sdk:rds:listTagsForResource"


@pytest.mark.parametrize("arn", ["arn:aws:lambda:us-east-1:123456789012:function:pay", "${Activity}", "x"])
def test_any_arn_is_typed_and_read(inspected, arn):
    here = inspected(task(LAMBDA)).enter("Resource", arn)
    assert here.fields["Resource"] == arn
    assert here.value("Resource/service") == "other"


@pytest.mark.parametrize(("language", "data"), [("JSONPath", "Parameters"), ("JSONata", "Arguments")])
def test_the_function_is_named_beside_it(inspected, language, data):
    text = task(LAMBDA, language, **{data: {"FunctionName": "pay", "Payload": {}}})
    here = inspected(text).enter("Resource/function/fixed", "charge")
    assert here.text == text.replace('"pay"', '"charge"')


def test_the_function_may_be_at_a_path(inspected):
    here = inspected(task(LAMBDA, Parameters={"FunctionName": "pay"}))
    here.enter("Resource/function/mode", "path").enter("Resource/function/path", "$.function")
    assert here.fields["Parameters"] == {"FunctionName.$": "$.function"}


@pytest.mark.parametrize(
    ("resource", "shown"),
    [
        ({"Fn::GetAtt": ["Stock", "Arn"]}, "!GetAtt Stock.Arn"),
        ({"Ref": "Stock"}, "!Ref Stock"),
        ({"Fn::Sub": "${Stock.Arn}:live"}, "!Sub ${Stock.Arn}:live"),
        ({"Fn::ImportValue": {"Fn::Sub": "${X}"}}, '!ImportValue {"Fn::Sub": "${X}"}'),
    ],
)
def test_a_function_of_the_template_is_shown_in_its_place(inspected, resource, shown):
    here = inspected(task(resource))
    (field,) = [each for each in here.page.text_input if each.label == "Resource"]
    assert (field.value, field.disabled) == (shown, True)
    assert here.fields["Resource"] == resource
