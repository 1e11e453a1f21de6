"""The course of a run after an error: containers, effects, ways on, and how it is run again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schemas.document.document import Document
from schemas.failures.failures import Failures
from schemas.sidecar.design import Design


def _failures(states, start=None, type="STANDARD", design=None, **fields):
    definition = {"StartAt": start or next(iter(states)), "States": states, **fields}
    sidecar = {"version": 1, **(design or {})}
    import json

    return Failures(definition, Design(Document.parse(json.dumps(sidecar), "json")), type)


def _call(next=None, **fields):
    way = {"Next": next} if next else {"End": True}
    return {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", **way, **fields}


def _write(next=None, **fields):
    return _call(
        next,
        **{
            "Resource": "arn:aws:states:::dynamodb:putItem",
            "Parameters": {"TableName": "${StockTable}"},
            **fields,
        },
    )


def _tell(next=None):
    return _call(next, Resource="arn:aws:states:::sns:publish", Parameters={"TopicArn": "${StaffTopic}"})


CATCH_ALL = {"ErrorEquals": ["States.ALL"]}
FAIL = {"Type": "Fail", "Error": "Stopped"}


def test_an_uncaught_error_ends_the_run_and_a_redrive_goes_on_there():
    course = _failures({"A": _call()}).course(("States", "A"), "Boom")
    assert (course.run_fails, course.caught) == (True, None)
    assert (course.rerun.kind, course.rerun.state) == ("resumes", ("States", "A"))


@pytest.mark.parametrize(
    ("error", "type", "kind"),
    [
        ("States.QueryEvaluationError", "STANDARD", "repeats"),
        ("States.Runtime", "STANDARD", "repeats"),
        ("Boom", "EXPRESS", "express"),
    ],
)
def test_a_redrive_needs_the_same_definition_and_a_standard_run(error, type, kind):
    assert _failures({"A": _call()}, type=type).course(("States", "A"), error).rerun.kind == kind


def test_a_catch_that_ends_in_a_fail_defeats_a_redrive():
    states = {"A": _call(Catch=[{**CATCH_ALL, "Next": "Tell"}]), "Tell": _tell("Stop"), "Stop": FAIL}
    course = _failures(states).course(("States", "A"), "Boom")
    assert (course.rerun.kind, course.rerun.state) == ("defeated", ("States", "Stop"))
    assert course.run_fails
    assert course.aftermath.notices == (("States", "Tell"),)


def test_a_function_that_notifies_by_its_card_is_a_notice():
    states = {"A": _call(Catch=[{**CATCH_ALL, "Next": "Mail"}]), "Mail": _call("Stop"), "Stop": FAIL}
    design = {"states": {"mail": {"name": "Mail", "operations": {"function": "startsOrNotifies"}}}}
    course = _failures(states, design=design).course(("States", "A"), "Boom")
    assert course.aftermath.notices == (("States", "Mail"),)


def test_a_catch_that_goes_on_needs_no_redrive():
    states = {
        "A": _call("B", Catch=[{**CATCH_ALL, "Next": "Tell"}]),
        "B": {"Type": "Succeed"},
        "Tell": _tell("B"),
    }
    course = _failures(states).course(("States", "A"), "Boom")
    assert (course.rerun.kind, course.run_fails) == ("goesOn", False)
    assert course.aftermath.rejoins == ("States", "B")
    assert course.aftermath.certain == (("States", "B"), ("States", "Tell"))


def _parallel(**fields):
    branches = [{"StartAt": name, "States": {name: _write()}} for name in ("Left", "Right")]
    return {"Type": "Parallel", "Branches": branches, "End": True, **fields}


LEFT = ("States", "Both", "Branches", 0, "States", "Left")


def test_a_branch_fails_its_parallel_which_starts_again_as_a_whole():
    failures = _failures({"Both": _parallel(Retry=[{**CATCH_ALL, "MaxAttempts": 2}])})
    inner, outer = failures.course(LEFT, "Boom").levels
    assert (inner.retrying, outer.retrying.attempts, outer.siblings) == (None, 2, True)


@pytest.mark.parametrize("name", ["Boom", "States.BranchFailed", "States.TaskFailed", "States.ALL"])
def test_a_parallel_catches_the_error_of_a_branch_by_any_of_its_names(name):
    catch = [{"ErrorEquals": [name], "Next": "After"}]
    states = {"Both": _parallel(Catch=catch), "After": {"Type": "Succeed"}}
    assert _failures(states).course(LEFT, "Boom").caught.target == "After"


def test_no_container_catches_a_runtime_error():
    states = {"Both": _parallel(Catch=[{**CATCH_ALL, "Next": "After"}]), "After": {"Type": "Succeed"}}
    assert _failures(states).course(LEFT, "States.Runtime").caught is None


def test_a_fail_in_a_branch_is_an_error_that_the_parallel_catches():
    both = {
        "Type": "Parallel",
        "Branches": [{"StartAt": "Stop", "States": {"Stop": FAIL}}],
        "Catch": [{"ErrorEquals": ["Stopped"], "Next": "After"}],
        "End": True,
    }
    failures = _failures({"Both": both, "After": {"Type": "Succeed"}})
    course = failures.course(("States", "Both", "Branches", 0, "States", "Stop"), "Stopped")
    assert course.caught.target == "After"
    assert course.rerun.kind == "goesOn"


def test_a_distributed_map_goes_on_without_an_item_until_too_many_fail():
    processor = {
        "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
        "StartAt": "One",
        "States": {"One": _write()},
    }
    each = {"Type": "Map", "ItemProcessor": processor, "ToleratedFailureCount": 3, "End": True}
    failures = _failures({"Each": each})
    course = failures.course(("States", "Each", "ItemProcessor", "States", "One"), "Boom")
    assert course.levels[1].tolerates
    assert course.levels[1].error == "States.ExceedToleratedFailureThreshold"
    assert "States.ExceedToleratedFailureThreshold" in failures.errors(("States", "Each"))


def _committed(failures, name):
    found = failures.course(("States", name), "Boom").committed
    return [e.state[-1] for e in found.certain], [e.state[-1] for e in found.possible]


def test_effects_on_all_ways_are_certain_and_those_on_some_are_possible():
    rule = {"Variable": "$.x", "IsPresent": True, "Next": "Some"}
    states = {
        "First": _write("Which"),
        "Which": {"Type": "Choice", "Choices": [rule], "Default": "Last"},
        "Some": _write("Last"),
        "Last": _call(),
    }
    assert _committed(_failures(states), "Last") == (["First"], ["Some"])
    assert _committed(_failures(states), "First") == ([], [])


def test_a_caught_failure_leaves_its_own_effect_possible():
    states = {"Write": _write("End", Catch=[{**CATCH_ALL, "Next": "After"}]), "After": _call("End")}
    states["End"] = {"Type": "Succeed"}
    assert _committed(_failures(states), "After") == ([], ["Write"])


def test_all_branches_have_taken_effect_after_a_parallel_and_may_have_beside_a_branch():
    both = {key: value for key, value in _parallel().items() if key != "End"}
    failures = _failures({"Both": {**both, "Next": "After"}, "After": _call()})
    assert _committed(failures, "After") == (["Left", "Right"], [])
    beside = failures.course(LEFT, "Boom").committed
    assert [effect.state[-1] for effect in beside.possible] == ["Right"]


def test_money_stands_on_the_card_and_a_function_without_one_is_named_as_unknown():
    design = {"states": {"pay": {"name": "Pay", "operations": {"money": "takes"}}}}
    failures = _failures(
        {"Pay": _call("Ship"), "Ship": _call("End"), "End": {"Type": "Succeed"}}, design=design
    )
    found = failures.course(("States", "End"), "x").committed.certain
    assert [(effect.state[-1], effect.kind) for effect in found] == [("Pay", "takes"), ("Ship", "calls")]


def test_a_refused_call_has_had_no_effect_and_one_that_timed_out_may_have():
    failures = _failures({"Write": _write(TimeoutSeconds=5)})
    path = ("States", "Write")
    assert failures.course(path, "States.Timeout").unsure
    assert not failures.course(path, "DynamoDB.ConditionalCheckFailedException").unsure
    assert failures.course(path, "States.DataLimitExceeded").unsure


def test_a_choice_without_default_and_a_fail_raise_errors_of_their_own():
    rule = {"Variable": "$.x", "IsPresent": True, "Next": "Stop"}
    failures = _failures({"Which": {"Type": "Choice", "Choices": [rule]}, "Stop": FAIL})
    assert failures.errors(("States", "Which")) == ("States.NoChoiceMatched", "States.Runtime")
    assert failures.errors(("States", "Stop")) == ("Stopped",)


def test_a_task_can_run_out_of_time_only_if_it_has_a_limit():
    failures = _failures({"A": _call("B", TimeoutSeconds=5, HeartbeatSeconds=2), "B": _call()})
    assert {"States.Timeout", "States.HeartbeatTimeout"} <= set(failures.errors(("States", "A")))
    assert not {"States.Timeout", "States.HeartbeatTimeout"} & set(failures.errors(("States", "B")))


def test_equal_courses_share_a_row():
    failures = _failures({"A": _call(Retry=[{"ErrorEquals": ["Lambda.Unknown"]}])})
    rows = failures.rows(("States", "A"))
    assert ["Lambda.Unknown"] in [list(row.errors) for row in rows]
    for row in rows:
        for error in row.errors:
            assert replace(failures.course(row.state, error), error="", levels=()) == replace(
                row.course, error="", levels=()
            )


@pytest.mark.parametrize(
    "definition",
    [
        None,
        [],
        "x",
        {"StartAt": 3, "States": {"A": None, "B": {"Type": "Choice", "Choices": 4}}},
        {
            "StartAt": "A",
            "States": {"A": {"Type": "Task", "Retry": [1, {}], "Catch": [{"ErrorEquals": [{}]}]}},
        },
        {"StartAt": "A", "States": {"A": {"Type": "Map", "Catch": [{"ErrorEquals": ["X"], "Next": ["A"]}]}}},
        {"StartAt": "A", "States": {"A": {"Type": "Parallel", "Branches": [None, {}, {"States": []}]}}},
        {
            "StartAt": "A",
            "States": {
                "A": {
                    "Type": "Task",
                    "Next": "A",
                    "Retry": [
                        {
                            "ErrorEquals": ["States.ALL"],
                            "IntervalSeconds": 1e300,
                            "BackoffRate": 1e300,
                            "MaxAttempts": 1e300,
                            "MaxDelaySeconds": -1,
                        }
                    ],
                }
            },
        },
    ],
)
def test_any_definition_has_a_table(definition):
    Failures(definition, Design.empty(), "STANDARD").table()
