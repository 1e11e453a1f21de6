"""Events, alarms and stages in the form of the deployment settings."""

import pytest
from inspecting import healthy

from schemas.core.edits import Set
from schemas.sidecar.workflow import Change

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
