"""The parameters that a service call takes are offered in its payload."""

import pytest
from inspecting import healthy, machine

SQS = "arn:aws:states:::sqs:sendMessage"


def task(resource, language="JSONPath", **fields):
    return machine({"Type": "Task", "Resource": resource, **fields, "End": True}, language)


def menus(here):
    return {
        menu.key.removeprefix(f"{here.uid}/"): menu for menu in here.page.main if menu.type == "menu_button"
    }


def offered(here, name):
    return [label.split(" ")[0] for label in menus(here)[f"{name}/offer"].options]


def choose(here, name, parameter):
    menus(here)[f"{name}/offer"].click(parameter).run()
    healthy(here.page)


def test_what_the_call_needs_stands_first_and_what_is_given_is_left_out(inspected):
    here = inspected(task(SQS, Parameters={"MessageBody.$": "$", "DelaySeconds": 5}))
    assert offered(here, "Parameters")[0] == "QueueUrl"
    assert not {"MessageBody", "DelaySeconds"} & set(offered(here, "Parameters"))


def test_common_parameters_stand_before_others_and_old_ones_last_each_with_its_meaning(inspected):
    call = "arn:aws:states:::aws-sdk:dynamodb:putItem"
    here = inspected(task(call, Parameters={"TableName": "orders"}))
    labels = menus(here)["Parameters/offer"].options
    names = [label.split(" ")[0] for label in labels]
    assert names[0] == "Item"
    assert names.index("ConditionExpression") < names.index("ReturnConsumedCapacity")
    assert sorted(names[-2:]) == ["ConditionalOperator", "Expected"]
    assert "old" in labels[-1]
    assert "Write only if this holds" in labels[names.index("ConditionExpression")]
    assert all(":gray[" in label for label in labels)


@pytest.mark.parametrize(("language", "data"), [("JSONPath", "Parameters"), ("JSONata", "Arguments")])
def test_a_parameter_is_added_as_a_value_of_its_kind(inspected, language, data):
    here = inspected(task(SQS, language, **{data: {"QueueUrl": "u"}}))
    choose(here, data, "DelaySeconds")
    assert here.fields[data] == {"QueueUrl": "u", "DelaySeconds": 0}
    choose(here, data, "MessageAttributes")
    assert here.fields[data]["MessageAttributes"] == {}


def test_the_first_parameter_makes_the_object_that_holds_it(inspected):
    here = inspected(task(SQS))
    choose(here, "Parameters", "QueueUrl")
    assert here.fields["Parameters"] == {"QueueUrl": ""}


def test_what_is_nested_is_known_too(inspected):
    entries = [{"Source": "shop"}]
    here = inspected(task("arn:aws:states:::events:putEvents", Parameters={"Entries": entries}))
    assert "Detail" in offered(here, "Parameters/Entries/0")


@pytest.mark.parametrize("resource", ["arn:aws:lambda:us-east-1:123456789012:function:pay", "${Call}"])
def test_nothing_is_offered_where_nothing_is_known(inspected, resource):
    assert not menus(inspected(task(resource, Parameters={"a": 1})))
