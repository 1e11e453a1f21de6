"""The form of the deployment settings: what is entered stands in the sidecar and in the exported files."""

import pytest
import yaml
from deployment_fields import CALL
from inspecting import healthy

from schemas.core.edits import Set
from schemas.sidecar.workflow import Change


def test_an_express_machine_is_exported_as_one(form):
    here = form().enter("type", "EXPRESS")
    assert here.sidecar == {"type": "EXPRESS"}
    assert "type: EXPRESS" in here.exported()
    assert "StateMachineType: EXPRESS" in here.exported("cloudformation")


def test_an_alias_is_exported_with_the_version_that_it_points_to(form):
    here = form().enter("deployment/alias", "live")
    assert here.sidecar == {"deployment": {"alias": "live"}}
    resources = yaml.safe_load(here.exported("cloudformation"))["Resources"]
    assert resources["StateMachineAlias"]["Properties"]["Name"] == "live"
    here.enter("deployment/alias", "")
    assert "StateMachineAlias" not in here.exported("cloudformation")


def test_texts_are_set_and_removed(form):
    here = form().enter("deployment/service", "checkout").enter("deployment/region", "us-east-1")
    here.enter("deployment/role", "arn:aws:iam::123456789012:role/r")
    settings = {"service": "checkout", "region": "us-east-1", "role": "arn:aws:iam::123456789012:role/r"}
    assert here.sidecar == {"deployment": settings}
    for name in settings:
        here.enter(f"deployment/{name}", "")
    assert here.sidecar == {}


def test_a_region_that_is_none_is_told_and_kept_in_the_field(form):
    here = form().enter("deployment/region", "Tokyo")
    assert here.sidecar == {}
    assert here.field("deployment/region").value == "Tokyo"
    assert any("Tokyo" in each.value for each in here.page.markdown)


def test_log_tracing_and_key_reach_the_exported_files(form):
    here = form().enter("logging", "ALL").enter("data", True).enter("tracing", False)
    here.enter("deployment/kmsKey", "arn:aws:kms:ap-northeast-1:123456789012:key/k")
    service = yaml.safe_load(here.exported())
    (found,) = service["stepFunctions"]["stateMachines"].values()
    assert found["loggingConfig"]["level"] == "ALL"
    assert found["loggingConfig"]["includeExecutionData"] is True
    assert "tracingConfig" not in found or found["tracingConfig"] == {"enabled": False}
    assert found["encryptionConfig"]["KmsKeyId"] == "arn:aws:kms:ap-northeast-1:123456789012:key/k"


def test_the_definition_as_constructs_is_asked_of_the_cdk_in_typescript_alone(form):
    assert not any("CDK" in box.label for box in form().page.checkbox)
    here = form(format="cdk-typescript").enter("cdkConstructs", True)
    assert here.sidecar["deployment"] == {"cdkConstructs": True}
    assert "definitionBody: definition.body," in here.exported("cdk-typescript")
    assert here.enter("cdkConstructs", False).exported("cdk-typescript").count("fromFile") == 1


def test_a_placeholder_gets_each_kind_of_target(form):
    here = form().enter("deployment/substitutions/OrdersTable/default", "orders")
    assert here.sidecar["deployment"]["substitutions"] == {
        "OrdersTable": {"parameter": "OrdersTable", "default": "orders"}
    }
    here.enter("substitution/OrdersTable", "resource").enter(
        "deployment/substitutions/OrdersTable/resource", "Orders"
    )
    assert here.sidecar["deployment"]["substitutions"] == {"OrdersTable": {"resource": "Orders"}}
    assert "Ref: Orders" in here.exported()
    here.enter("substitution/OrdersTable", "value")
    here.enter("deployment/substitutions/OrdersTable/value", "orders-prod")
    assert here.sidecar["deployment"]["substitutions"] == {"OrdersTable": {"value": "orders-prod"}}
    assert "TableName: orders-prod" in here.exported()


def test_a_parameter_without_a_name_is_told_and_not_written(form):
    here = form().enter("deployment/substitutions/OrdersTable/default", "orders")
    before = here.sidecar
    here.enter("deployment/substitutions/OrdersTable/parameter", "")
    assert here.sidecar == before
    assert here.field("deployment/substitutions/OrdersTable/parameter").value == ""
    here.enter("deployment/substitutions/OrdersTable/default", "")
    assert here.sidecar == {"deployment": {"substitutions": {"OrdersTable": {"parameter": "OrdersTable"}}}}


@pytest.mark.parametrize("name", ["Orders-Table", "注文Table", "Orders.Arn"])
def test_a_placeholder_that_the_sidecar_cannot_name_is_refused_in_words(form, name):
    here = form(CALL.replace("OrdersTable", name)).enter(f"substitution/{name}", "resource")
    assert here.sidecar == {}
    assert any(name in refusal for refusal in here.session.take_refusals())


def test_names_in_the_sidecar_are_no_markup(form):
    here, link = form(), "![](https://example.com/a.png)"
    tags = {link: {"stages": {link: "a"}}}
    here.session.opened.change(lambda _: Change(design=(Set(("deployment",), {"tags": tags}),)))
    healthy(here.page.run())
    assert not any(link in each.label for each in here.page.text_input)


def test_tags_are_added_changed_and_removed(form):
    here = form().enter("deployment/tags/new", "Team=EC").enter("deployment/tags/new", "Cost = 4711 ")
    assert here.sidecar["deployment"]["tags"] == {"Team": "EC", "Cost": "4711"}
    here.enter("deployment/tags/Team", "Shop")
    (remove,) = (each for each in here.page.button if each.key == "deployment/deployment/tags/Cost/remove")
    healthy(remove.click().run())
    assert here.sidecar["deployment"]["tags"] == {"Team": "Shop"}
    assert "Team: Shop" in here.exported()


def test_a_value_for_each_stage_is_shown_by_stage(form):
    here = form()
    stages = {"stages": {"dev": "a", "prod": "b"}}
    here.session.opened.change(lambda _: Change(design=(Set(("deployment",), {"tags": {"Team": stages}}),)))
    healthy(here.page.run())
    here.enter("deployment/tags/Team/stages/prod", "c")
    assert here.sidecar["deployment"]["tags"] == {"Team": {"stages": {"dev": "a", "prod": "c"}}}


def test_an_environment_is_asked_for_where_functions_can_stand(form):
    assert form().enter("deployment/environment/new", "TABLE=orders").sidecar == {
        "deployment": {"environment": {"TABLE": "orders"}}
    }
    elsewhere = form(format="cloudformation")
    assert any("no environment variables" in each.value for each in elsewhere.page.caption)


def test_a_definition_that_cannot_be_read_does_no_harm(form):
    assert form('{"StartAt": ').enter("type", "EXPRESS").sidecar == {"type": "EXPRESS"}


def test_a_notification_is_turned_on_and_set(form):
    shown = form()
    shown.enter("notification", True)
    assert shown.sidecar["deployment"]["notification"] == {"enabled": True}
    shown.enter("notification.form", "chat").enter("notification/ABORTED", False)
    shown.enter("notification.findState", True).enter("deployment/notification/email", "shop@example.com")
    assert shown.sidecar["deployment"]["notification"] == {
        "enabled": True,
        "form": "chat",
        "statuses": ["FAILED", "TIMED_OUT"],
        "findState": True,
        "email": "shop@example.com",
    }
    assert "AWS::Events::Rule" in shown.exported()
    shown.enter("notification/topic", "AlertTopic")
    assert shown.sidecar["deployment"]["notification"]["topic"] == {"parameter": "AlertTopic"}
    assert "AlertTopic:" in shown.exported()
    shown.enter("notification", False)
    assert "AWS::Events::Rule" not in shown.exported()


def test_a_topic_that_is_no_arn_is_refused_beside_its_field(form):
    shown = form()
    shown.enter("notification", True).enter("notification/topic", "arn:nonsense")
    assert "topic" not in shown.sidecar["deployment"]["notification"]
    assert shown.field("notification/topic").value == "arn:nonsense"
