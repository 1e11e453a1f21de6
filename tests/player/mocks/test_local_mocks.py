"""Cases as the mock file of Step Functions Local: read again, each gives the same run."""

import json

from budget import examples
from hypothesis import given
from hypothesis import strategies as st

from player import Execution
from player.cases.case import Case, run_case
from player.cases.local_mocks import Loss, local_mocks
from schemas.core.paths import Json

CALL = "arn:aws:states:::lambda:invoke"
RETRY = [{"ErrorEquals": ["Busy", "States.Timeout"], "IntervalSeconds": 1, "MaxAttempts": 2}]
CATCH = [{"ErrorEquals": ["States.ALL"], "Next": "After"}]


def task(**fields: Json) -> dict[str, Json]:
    return {"Type": "Task", "Resource": CALL, "Parameters": {"FunctionName": "f"}, **fields}


DEFINITION: dict[str, Json] = {
    "StartAt": "Pay",
    "States": {
        "Pay": task(TimeoutSeconds=5, Retry=RETRY, Catch=CATCH, ResultPath="$.paid", Next="Each"),
        "Each": {
            "Type": "Map",
            "ItemsPath": "$.items",
            "MaxConcurrency": 1,
            "ItemProcessor": {"StartAt": "Ship", "States": {"Ship": task(Retry=RETRY, End=True)}},
            "Catch": CATCH,
            "Next": "After",
        },
        "After": task(End=True),
    },
}
PLAIN = st.sampled_from([None, 1, "はい", {"Payload": {"ok": True}}, [0]])
ANSWERS = st.one_of(
    st.builds(lambda result, delay: {"result": result, "delay": delay}, PLAIN, st.sampled_from([0, 3, 9])),
    st.builds(
        lambda error, cause: {"error": error, **({"cause": cause} if cause else {})},
        st.sampled_from(["Busy", "Declined", "States.Timeout"]),
        st.sampled_from([None, "残高不足"]),
    ),
    st.just({"default": True}),
)
MOCKS = st.dictionaries(st.sampled_from(["Pay", "Ship", "After"]), st.lists(ANSWERS, min_size=1, max_size=4))


def ended(run: Execution) -> tuple[object, ...]:
    return run.status, run.output, run.error, run.cause, run.visited


@examples(30, 300)
@given(cases=st.lists(MOCKS, min_size=1, max_size=3), items=st.lists(st.just(1), max_size=3))
def test_the_file_gives_the_same_runs(cases: list[dict[str, Json]], items: list[Json]) -> None:
    input: Json = {"items": items}
    results = [
        run_case(DEFINITION, Case(f"case {number}", input, mocks)) for number, mocks in enumerate(cases)
    ]
    written, losses = local_mocks("shop", DEFINITION, results)
    written = json.loads(json.dumps(written))
    for result in results:
        name = result.case.name
        again = Execution(DEFINITION, input, mocks=written, case=name).run()
        assert ended(again) == ended(result.execution)
        is_delayed = any(call.answer.delay for call in result.execution.calls)
        assert is_delayed == any((loss.case, loss.kind) == (name, "delay") for loss in losses)


def test_the_form_is_that_of_the_manual() -> None:
    busy: Json = {"error": "Busy", "cause": "x"}
    cases = {"retried": [busy, busy, {"result": 1}], "paid": {"result": 2}, "paid too": [{"result": 2}] * 3}
    results = [
        run_case(DEFINITION, Case(name, {"items": []}, {"Pay": answers, "After": {"result": 3}}))
        for name, answers in cases.items()
    ]
    assert local_mocks("shop", DEFINITION, results) == (
        {
            "StateMachines": {
                "shop": {
                    "TestCases": {
                        "retried": {"Pay": "Pay-1", "After": "After-1"},
                        "paid": {"Pay": "Pay-2", "After": "After-1"},
                        "paid too": {"Pay": "Pay-2", "After": "After-1"},
                    }
                }
            },
            "MockedResponses": {
                "Pay-1": {"0-1": {"Throw": {"Error": "Busy", "Cause": "x"}}, "2": {"Return": 1}},
                "Pay-2": {"0": {"Return": 2}},
                "After-1": {"0": {"Return": 3}},
            },
        },
        [],
    )


WAITS: dict[str, Json] = {
    "StartAt": "Ask",
    "States": {"Ask": {"Type": "Task", "Resource": f"{CALL}.waitForTaskToken", "End": True}},
}
CHILD: Json = {"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": 7, "End": True}}}
STARTS: dict[str, Json] = {
    "StartAt": "Start",
    "States": {
        "Start": {
            "Type": "Task",
            "Resource": "arn:aws:states:::states:startExecution.sync:2",
            "Parameters": {"StateMachineArn": "arn:aws:states:ap-northeast-1:1:stateMachine:a", "Input": {}},
            "End": True,
        }
    },
}


def test_a_run_that_waits_is_left_out() -> None:
    result = run_case(WAITS, Case("asks", {}, {"Ask": {"ask": True}}))
    written, losses = local_mocks("shop", WAITS, [result])
    assert (written["StateMachines"], losses) == ({"shop": {"TestCases": {}}}, [Loss("asks", "unfinished")])


def test_a_workflow_that_is_started_is_its_result() -> None:
    result = run_case(STARTS, Case("starts", {}, {"Start": {"definition": CHILD}}))
    written, losses = local_mocks("shop", STARTS, [result])
    assert [loss.kind for loss in losses] == ["delay", "child"]
    assert ended(Execution(STARTS, {}, mocks=written).run()) == ended(result.execution)
