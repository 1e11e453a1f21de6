"""Merging into a service of Serverless: what is added, what stays, and on what a person decides."""

from __future__ import annotations

import pytest
from merging import FLOW, merged, plan, reasons, workflow, written

from exporters.merging.refusal import CannotMerge

HOST = """# The shop.
service: shop   # ours
frameworkVersion: ">=3"

plugins: [serverless-offline]

provider:
    name: aws

functions:
    hello: { handler: index.hello }

resources:
    Resources:
        Other:
            Type: AWS::SNS::Topic
"""
MACHINE = "stepFunctions.stateMachines.orders"
ROLE = "resources.Resources.OrdersRole"


def lines_gone(before: str, after: str) -> list[str]:
    rest = iter(after.split("\n"))
    return [line for line in before.split("\n") if line not in rest]


def test_a_machine_and_what_it_needs_is_added_and_every_line_stays():
    files = merged({"serverless.yml": HOST}, workflow())
    after = files["serverless.yml"]
    assert "plugins: [serverless-offline, serverless-step-functions]" in after
    assert (
        lines_gone(
            HOST.replace("[serverless-offline]", "[serverless-offline, serverless-step-functions]"), after
        )
        == []
    )
    for text in (
        "        OrdersRole:\n",
        "        OrdersLogGroup:\n",
        "\n    stateMachines:\n        orders:\n",
        "OrderTable: ",
    ):
        assert text in after
    assert "service: orders" not in after and "region:" not in after


def test_the_comments_of_the_export_come_along():
    after = merged({"serverless.yml": HOST}, workflow())["serverless.yml"]
    lines = after.split("\n")
    assert lines[lines.index("                              # Read") + 1].strip() == "- Effect: Allow"


def test_a_second_run_changes_nothing():
    files = merged({"serverless.yml": HOST}, workflow())
    again = plan(files, workflow())
    assert again.agrees and again.record is None


def test_one_changed_retry_changes_only_its_line():
    files = merged({"serverless.yml": HOST}, workflow())
    changed = merged(files, workflow(FLOW.replace('"MaxAttempts": 2', '"MaxAttempts": 5')))
    before, after = files["serverless.yml"].split("\n"), changed["serverless.yml"].split("\n")
    pairs = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
    assert [(a.strip(), b.strip()) for a, b in pairs] == [("MaxAttempts: 2", "MaxAttempts: 5")]


def test_what_a_person_adds_beside_survives():
    files = merged({"serverless.yml": HOST}, workflow())
    text = files["serverless.yml"].replace(
        "            type: STANDARD\n",
        "            type: STANDARD\n            events: # by hand\n                - schedule: rate(1 day)\n"
        "            alarms: { topics: { alarm: x }, metrics: [executionsFailed] }\n",
    )
    text = text.replace("    OrdersRole:\n", "    OrdersRole:\n            DeletionPolicy: Retain\n")
    text = text.replace("name: aws\n", "name: aws\n    environment: { A: b }\n")
    edited = {**files, "serverless.yml": text}
    assert plan(edited, workflow()).agrees
    changed = merged(edited, workflow(FLOW.replace('"MaxAttempts": 2', '"MaxAttempts": 5')))
    assert changed["serverless.yml"] == text.replace("MaxAttempts: 2", "MaxAttempts: 5")


ATTACHED = """{"version": 1, "deployment": {
  "alarms": {"executionsFailed": {"threshold": 1}},
  "events": {
    "nightly": {"schedule": {"expression": "rate(1 day)"}},
    "order": {"http": {"path": "/orders"}}}}}"""


def test_events_and_alarms_are_merged_and_those_of_a_person_survive():
    files = merged({"serverless.yml": HOST}, workflow(sidecar=ATTACHED))
    after = files["serverless.yml"]
    for id in ("StartOnNightly", "StartOnOrder", "StartApi", "ExecutionAlarmExecutionsFailed"):
        assert f"        Orders{id}:\n" in after
    assert plan(files, workflow(sidecar=ATTACHED)).agrees
    mine = "        MyAlarm: # by hand\n            Type: AWS::CloudWatch::Alarm\n        MyRule: {}\n"
    text = after.replace("        OrdersStartOnNightly:\n", f"{mine}        OrdersStartOnNightly:\n")
    edited = {**files, "serverless.yml": text}
    assert plan(edited, workflow(sidecar=ATTACHED)).agrees
    hourly = merged(edited, workflow(sidecar=ATTACHED.replace("1 day", "1 hour")))["serverless.yml"]
    assert hourly == text.replace("rate(1 day)", "rate(1 hour)")
    without = merged(edited, workflow())["serverless.yml"]
    assert mine in without and "OrdersStart" not in without and "OrdersExecutionAlarm" not in without


def test_a_value_that_is_there_to_be_replaced_is_the_persons():
    files = merged({"serverless.yml": HOST}, workflow())
    text = files["serverless.yml"].replace("OrderTable: order", "OrderTable: orders-live")
    assert text != files["serverless.yml"]
    assert plan({**files, "serverless.yml": text}, workflow()).agrees


def test_a_part_that_a_person_changed_is_asked_about_kept_or_replaced_and_asked_once():
    files = merged({"serverless.yml": HOST}, workflow())
    text = files["serverless.yml"].replace("RetentionInDays: 30", "RetentionInDays: 90")
    edited = {**files, "serverless.yml": text}
    asked = plan(edited, workflow())
    assert reasons(asked) == [("edited", "resources.Resources.OrdersLogGroup.Properties.RetentionInDays")]
    line = text.split("\n").index("                RetentionInDays: 90") + 1
    assert [(found.file, found.line) for found in asked.conflicts] == [("serverless.yml", line)]
    assert "-                RetentionInDays: 90\n+                RetentionInDays: 30" in asked.diff()
    kept = written(edited, plan(edited, workflow(), "theirs"))
    assert kept["serverless.yml"] == text and plan(kept, workflow()).agrees
    assert written(edited, plan(edited, workflow(), "ours"))["serverless.yml"] == files["serverless.yml"]


def test_a_state_added_or_changed_or_removed_by_hand_is_asked_about():
    files = merged({"serverless.yml": HOST}, workflow())
    text = files["serverless.yml"]
    indent = " " * 20
    for edit, expected in (
        (
            (f"{indent}Done:\n", f"{indent}Mine:\n{indent}    Type: Succeed\n{indent}Done:\n"),
            ("added", "Mine"),
        ),
        ((f"{indent}    Type: Succeed\n", f"{indent}    Type: Fail\n"), ("edited", "Done")),
        ((f"{indent}Done:\n{indent}    Type: Succeed\n", ""), ("removed", "Done")),
    ):
        edited = {**files, "serverless.yml": text.replace(*edit)}
        assert edited != files
        asked = plan(edited, workflow())
        assert reasons(asked) == [(expected[0], f"{MACHINE}.definition.States.{expected[1]}")]
        assert written(edited, plan(edited, workflow(), "ours"))["serverless.yml"] == text
        kept = written(edited, plan(edited, workflow(), "theirs"))
        assert kept["serverless.yml"] == edited["serverless.yml"] and plan(kept, workflow()).agrees


def test_what_the_diagram_has_no_more_is_removed_unless_a_person_changed_it():
    files = merged({"serverless.yml": HOST}, workflow())
    silent = workflow(sidecar='{"version": 1, "deployment": {"logging": {"level": "OFF"}}}')
    gone = plan(files, silent)
    assert ("gone", "resources.Resources.OrdersLogGroup") in reasons(gone) and not gone.conflicts
    after = written(files, gone)["serverless.yml"]
    assert "LogGroup" not in after and "loggingConfig" not in after
    edited = {**files, "serverless.yml": files["serverless.yml"].replace("InDays: 30", "InDays: 9")}
    asked = plan(edited, silent)
    assert [found.reason for found in asked.conflicts] == ["edited"]
    assert "InDays: 9" in written(edited, plan(edited, silent, "theirs"))["serverless.yml"]


def test_a_machine_of_the_same_name_that_no_export_wrote_is_asked_about_as_one():
    host = HOST + "stepFunctions:\n  stateMachines:\n    orders:\n      definition: ${file(x.json)}\n"
    files = {"serverless.yml": host, "x.json": '{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}'}
    assert ("foreign", MACHINE) in reasons(plan(files, workflow()))


def test_a_machine_that_was_pasted_by_hand_is_taken_over():
    files = merged({"serverless.yml": HOST}, workflow())
    pasted = {"serverless.yml": files["serverless.yml"]}
    found = plan(pasted, workflow())
    assert found.agrees and written(pasted, found) == files


def test_several_machines_are_merged_and_each_is_left_alone_by_the_others():
    others = [workflow(name="refunds"), workflow(name="orders")]
    files = merged({"serverless.yml": HOST}, others)
    assert plan(files, others).agrees
    silent = workflow(FLOW.replace("${OrderTable}", "orders"), name="refunds")
    after = merged(files, silent)["serverless.yml"]
    assert "OrderTable: order" in after, "the other machine needs it"
    assert plan(merged(files, silent), [silent, others[1]]).agrees


def test_another_workflow_of_the_same_service_does_not_replace_the_first():
    files = merged({"serverless.yml": HOST}, workflow())
    other = workflow(name="returns", sidecar='{"version": 1, "deployment": {"service": "orders"}}')
    with pytest.raises(CannotMerge) as refused:
        plan(files, other)
    assert (refused.value.key, refused.value.params["name"]) == ("merge.other-workflow", "orders")


def test_another_machine_with_the_same_name_is_refused_at_its_line():
    host = (
        "stepFunctions:\n  stateMachines:\n    mine:\n      name: orders-${sls:stage}\n      definition: {}\n"
    )
    with pytest.raises(CannotMerge) as refused:
        plan({"serverless.yml": host}, workflow())
    assert (refused.value.key, refused.value.line) == ("merge.same-name", 3)


def test_a_broken_record_is_refused():
    with pytest.raises(CannotMerge) as refused:
        plan({"serverless.yml": HOST, ".designer-export.json": "<<<<<<< HEAD"}, workflow())
    assert refused.value.key == "merge.broken-record"


def test_a_json_host_stays_json():
    host = '{\n\t"service": "a",\n\t"provider": {"name": "aws"}\n}\n'
    files = merged({"serverless.json": host}, workflow())
    assert files["serverless.json"].startswith('{\n\t"service": "a",\n\t"provider": {"name": "aws"},\n\t"')
    assert plan(files, workflow()).agrees


def test_several_kinds_in_one_folder_are_named():
    files = {"serverless.yml": HOST, "template.yaml": "Resources: {}\n"}
    with pytest.raises(CannotMerge) as refused:
        plan(files, workflow())
    assert refused.value.params == {
        "formats": "serverless, cloudformation",
        "files": "serverless.yml, template.yaml",
    }
    assert plan(files, workflow(), format="cloudformation").changes[0].file == "template.yaml"
