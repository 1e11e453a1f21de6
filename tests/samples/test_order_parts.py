"""The order in parts can go on from the part at which it stopped."""

import pytest
from ways import Ways

FLOW = Ways("order-parts")
PARTS = ["在庫を確保", "決済", "出荷を手配"]
PERSON = "直すのを待つ"


def continued(part):
    """Where the order goes on, if this part has stopped."""
    stopped = FLOW.fields(FLOW.caught(part)["States.ALL"])["Result"]["key"]
    where = FLOW.fields("どこから続けるか")
    rules = (rule["Next"] for rule in where["Choices"] if rule["StringEquals"] == stopped)
    return next(rules, where["Default"])


@pytest.mark.parametrize("part", PARTS)
def test_each_part_is_a_workflow_of_its_own_without_a_fixed_name(part):
    assert FLOW.fields(part)["Resource"] == "arn:aws:states:::states:startExecution.sync:2"
    parameters = FLOW.fields(part)["Parameters"]
    assert "Name" not in parameters and "Name.$" not in parameters
    assert parameters["Input"]["AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID.$"] == "$$.Execution.Id"


def test_the_parts_follow_each_other():
    assert [FLOW.fields(part)["Next"] for part in PARTS] == [*PARTS[1:], "注文処理完了"]


@pytest.mark.parametrize("part", PARTS)
def test_no_part_is_started_a_second_time_by_a_machine(part):
    assert "Retry" not in FLOW.fields(part)
    failed = FLOW.caught(part)["States.ALL"]
    assert not set(PARTS) & FLOW.reachable(failed, without={PERSON})


@pytest.mark.parametrize("part", PARTS)
def test_after_a_repair_the_order_goes_on_where_it_stopped(part):
    assert PERSON in FLOW.reachable(part)
    assert continued(part) == part


def test_only_a_clear_answer_is_taken():
    assert FLOW.targets("人の答え") == ["どこから続けるか", "担当が引き取り", "失敗を知らせる"]
    assert all(rule["And"][0]["IsPresent"] for rule in FLOW.fields("人の答え")["Choices"])


def test_no_failure_ends_in_a_fail_that_a_redrive_would_only_repeat():
    assert FLOW.named("Fail") == []


def test_the_notification_links_to_the_run_that_failed():
    notify = FLOW.fields("失敗を知らせる")
    assert notify["Resource"] == "arn:aws:states:::sns:publish"
    message = notify["Parameters"]["Message.$"]
    assert "#/v2/executions/details/{}'" in message and message.endswith(", $.failed.run.ExecutionArn)")
    assert FLOW.targets("子の実行が分かるか") == ["子の実行を指す", "この実行を指す"]
    assert FLOW.fields("子の実行を指す")["Parameters"] == {"run.$": "States.StringToJson($.failure.Cause)"}
    assert FLOW.fields("この実行を指す")["Parameters"] == {"run": {"ExecutionArn.$": "$$.Execution.Id"}}


def test_the_person_has_a_deadline_an_owner_and_two_answers():
    ask = FLOW.fields(PERSON)
    body = ask["Parameters"]["MessageBody"]
    assert body["task_token.$"] == "$$.Task.Token" and body["owner"]
    assert body["answers"] == ["RETRY", "STOP"]
    assert body["answer_within_hours"] * 3600 == ask["TimeoutSeconds"]
    assert FLOW.caught(PERSON) == {"States.Timeout": "失敗を知らせる"}
