"""The form of the deployment settings: what is entered stands in the sidecar and in the exported files."""

import pytest
import yaml
from inspecting import control, healthy
from streamlit.testing.v1 import AppTest

from exporters import export
from schemas.core.edits import Set
from schemas.sidecar.workflow import Change

CALL = """{"StartAt": "A", "States": {"A": {"Type": "Task", "End": true,
  "Resource": "arn:aws:states:::dynamodb:putItem",
  "Parameters": {"TableName": "${OrdersTable}", "Item": {}}}}}"""


def script():
    import streamlit as st

    from designer.screen.panels.deployment import form

    form.show(st.session_state["form-session"], st.session_state["form-format"])


class Form:
    """The form of an open workflow, with its fields by the names of their bindings."""

    def __init__(self, session, format):
        self.session = session
        session.widgets.expanded.add("deployment")
        page = AppTest.from_function(script, default_timeout=30)
        page.query_params["lang"] = "en"
        page.session_state["form-session"] = session
        page.session_state["form-format"] = format
        self.page = healthy(page.run())

    def enter(self, name, value):
        page = self.page
        fields = [*page.text_input, *page.text_area, *page.selectbox, *page.checkbox]
        found = control(fields, f"deployment/{name}")
        healthy((found.input(value) if hasattr(found, "input") else found.set_value(value)).run())
        return self

    def field(self, name):
        return control([*self.page.text_input, *self.page.selectbox], f"deployment/{name}")

    @property
    def sidecar(self):
        return {
            name: value
            for name, value in self.session.opened.workflow.design.fields.items()
            if name in ("type", "deployment")
        }

    def exported(self, format="serverless"):
        return export(self.session.opened.workflow, format)[0].data.decode()


@pytest.fixture
def form(opened):
    return lambda text=CALL, format="serverless": Form(opened(text).session_state["session"], format)


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


EVENTS = "deployment/events"


def test_an_event_is_added_changed_and_removed(form):
    shown = form().enter("events/new", "nightly")
    assert shown.sidecar["deployment"]["events"] == {"nightly": {"http": {"path": "/nightly"}}}
    assert "POST /nightly" in shown.exported() and "AuthorizationType: AWS_IAM" in shown.exported()
    shown.enter(f"{EVENTS}/nightly/http/cors", "https://a.example.com, https://b.example.com")
    shown.enter(f"{EVENTS}/nightly/http/method", "PUT").enter(f"{EVENTS}/nightly/http/open", True)
    assert shown.sidecar["deployment"]["events"]["nightly"]["http"] == {
        "path": "/nightly",
        "cors": ["https://a.example.com", "https://b.example.com"],
        "method": "PUT",
        "open": True,
    }
    shown.enter("event/nightly", "schedule").enter(f"{EVENTS}/nightly/schedule/expression", "rate(1 day)")
    shown.enter(f"{EVENTS}/nightly/schedule/input", '{"all": true}')
    assert shown.sidecar["deployment"]["events"]["nightly"] == {
        "schedule": {"expression": "rate(1 day)", "input": {"all": True}}
    }
    shown.enter("event/nightly", "eventBridge").enter(
        f"{EVENTS}/nightly/eventBridge/pattern", '{"source": ["shop"]}'
    )
    assert "AWS::Events::Rule" in shown.exported()
    key = "deployment/deployment/events/nightly/remove"
    (remove,) = (each for each in shown.page.button if each.key == key)
    healthy(remove.click().run())
    assert shown.sidecar == {}


@pytest.mark.parametrize(
    ("name", "typed", "words"),
    [
        ("schedule/expression", "daily", "1 day"),
        ("schedule/timezone", "Tokyo time", "Asia"),
        ("schedule/input", "{", ""),
    ],
)
def test_an_event_that_is_none_is_told_beside_its_field(form, name, typed, words):
    shown = form().enter("events/new", "nightly").enter("event/nightly", "schedule")
    before, told = shown.sidecar, len(shown.page.markdown)
    shown.enter(f"{EVENTS}/nightly/{name}", typed)
    assert shown.sidecar == before and len(shown.page.markdown) > told
    assert any(words in each.value for each in shown.page.markdown)


def test_a_name_of_an_event_that_is_none_is_told(form):
    shown = form().enter("events/new", "毎晩")
    assert shown.sidecar == {} and any("毎晩" in each.value for each in shown.page.markdown)


def test_an_alarm_is_turned_on_and_set(form):
    shown = form().enter("alarm/executionsFailed", True)
    assert shown.sidecar["deployment"]["alarms"] == {"executionsFailed": {"threshold": 1}}
    shown.enter("alarm/executionsFailed/threshold", "3").enter("alarm/executionsFailed/minutes", "x")
    assert shown.sidecar["deployment"]["alarms"] == {"executionsFailed": {"threshold": 3}}
    shown.enter("alarm/executionsFailed/minutes", "15").enter("alarms/topic", "AlertTopic")
    assert shown.sidecar["deployment"]["alarms"] == {
        "executionsFailed": {"threshold": 3, "minutes": 15},
        "topic": {"parameter": "AlertTopic"},
    }
    assert "AWS::CloudWatch::Alarm" in shown.exported("cloudformation")
    shown.enter("alarm/executionsFailed", False)
    assert "AWS::CloudWatch::Alarm" not in shown.exported("cloudformation")


def test_stages_are_added_given_values_renamed_and_removed(form):
    shown = (
        form().enter("deployment/tags/new", "Team=EC").enter("stages/new", "dev").enter("stages/new", "prod")
    )
    assert shown.sidecar["deployment"] == {"tags": {"Team": "EC"}, "stages": ["dev", "prod"]}
    shown.enter("deployment/tags/Team/stages/prod", "EC live")
    assert shown.sidecar["deployment"]["tags"] == {"Team": {"stages": {"dev": "EC", "prod": "EC live"}}}
    assert "TagTeam: EC live" in shown.exported()
    shown.enter("stage/prod", "live").enter("stages/new", "stg")
    assert shown.sidecar["deployment"]["tags"] == {"Team": {"stages": {"dev": "EC", "live": "EC live"}}}
    shown.enter("stage/live", "dev")
    assert any("dev" in refusal for refusal in shown.session.take_refusals())
    (remove,) = (each for each in shown.page.button if each.key == "deployment/stage/dev/remove")
    healthy(remove.click().run())
    deployment = shown.sidecar["deployment"]
    assert deployment == {
        "tags": {"Team": {"stages": {"live": "EC live", "stg": "EC"}}},
        "stages": ["live", "stg"],
    }


def test_the_last_stage_leaves_its_values(form):
    here = form()
    settings = {"tags": {"Team": {"stages": {"dev": "EC"}}}}
    here.session.opened.change(lambda _: Change(design=(Set(("deployment",), settings),)))
    healthy(here.page.run())
    (remove,) = (each for each in here.page.button if each.key == "deployment/stage/dev/remove")
    healthy(remove.click().run())
    assert here.sidecar == {"deployment": {"tags": {"Team": "EC"}}}


def test_a_value_that_no_stage_changes_is_there_once(form):
    shown = form().enter("stages/new", "dev").enter("stages/new", "prod")
    shown.enter("deployment/role/stages/prod", "arn:aws:iam::123456789012:role/r")
    assert shown.sidecar["deployment"]["role"] == "arn:aws:iam::123456789012:role/r"
    shown.enter("deployment/role/stages/prod", "arn:aws:iam::123456789012:role/prod")
    assert shown.sidecar["deployment"]["role"] == {
        "stages": {
            "dev": "arn:aws:iam::123456789012:role/r",
            "prod": "arn:aws:iam::123456789012:role/prod",
        }
    }
    shown.enter("deployment/role/stages/prod", "")
    assert shown.sidecar["deployment"]["role"] == "arn:aws:iam::123456789012:role/r"


def test_a_placeholder_gets_a_value_for_each_stage(form):
    shown = form().enter("stages/new", "dev").enter("stages/new", "prod")
    path = "deployment/substitutions/OrdersTable/default/stages"
    shown.enter(f"{path}/dev", "orders-dev").enter(f"{path}/prod", "orders")
    assert shown.sidecar["deployment"]["substitutions"] == {
        "OrdersTable": {
            "parameter": "OrdersTable",
            "default": {"stages": {"dev": "orders-dev", "prod": "orders"}},
        }
    }
    assert "OrdersTable: orders-dev" in shown.exported() and "OrdersTable: orders\n" in shown.exported()


def test_a_name_of_a_stage_that_is_none_is_told(form):
    shown = form().enter("stages/new", "本番")
    assert shown.sidecar == {} and any("本番" in each.value for each in shown.page.markdown)
