"""Playing a workflow: each gesture moves the moment that is shown, and another answer plays it again."""

import json

from checkout import finish, path, play, statuses

from designer.playing.beginnings import beginnings
from designer.playing.play import Beginning, MadeToFail, Play
from player.mocks import Answer
from schemas.document.document import Document
from schemas.sidecar.workflow import Workflow

ASKED = "人の判断を待つ"


def test_a_step_goes_to_the_next_state_and_back_again():
    run = play()
    run.step_in()
    assert path(finish(run)) == ["カートを読む"]
    run.step_in()
    assert path(finish(run)) == ["カートを読む", "注文できるカートか"]
    assert statuses(run) == {"カートを読む": "succeeded", "注文できるカートか": "running"}
    run.step_back()
    assert path(run) == ["カートを読む"]
    assert run.take_followed() == "カートを読む"
    assert run.take_followed() is None


def test_a_step_over_passes_what_is_inside():
    run = play()
    run.play_to("在庫確保")
    finish(run).step_over()
    assert finish(run).current.name == "すべて確保できたか"
    assert "一商品を確保" in path(run)
    run.step_back()
    assert run.current.name == "一商品を確保"


def test_a_breakpoint_stops_and_the_end_is_the_end():
    run = play()
    run.breakpoints = {"決済"}
    run.play()
    assert finish(run).current.name == "決済"
    assert run.status == "RUNNING"
    run.play()
    assert finish(run).status == "SUCCEEDED"
    assert run.take_followed() == "決済"
    assert run.final_output == {"result": "ORDERED", "order_id": "cart-1001-3"}
    assert not run.can_go_on


def test_a_state_made_to_fail_takes_the_run_back_to_it_and_on_by_another_way():
    run = play()
    run.play()
    finish(run).make_fail("決済", MadeToFail("PaymentDeclined"))
    assert run.current.name == "決済"
    run.play()
    assert finish(run).final_output == {"result": "NOT_PAID", "order_id": "cart-1001-3"}
    assert statuses(run)["決済"] == "caught"
    run.make_fail("決済", None)
    run.play()
    assert finish(run).final_output["result"] == "ORDERED"


def test_a_failure_of_the_first_time_only_is_retried():
    run = play()
    run.make_fail("決済", MadeToFail("Lambda.ServiceException", times=1))
    run.play()
    assert finish(run).final_output["result"] == "ORDERED"
    (visit,) = (visit for visit in run.visits if visit.name == "決済")
    assert [attempt.error for attempt in visit.attempts] == ["Lambda.ServiceException", None]
    assert statuses(run)["決済"] == "succeeded"


def asked():
    run = play()
    run.make_fail("決済", MadeToFail("Unknown"))
    run.play()
    return finish(run)


def test_a_person_is_awaited_and_answers():
    run = asked()
    assert (run.current.name, run.status_of(run.current)) == (ASKED, "asked")
    assert run.take_followed() == ASKED
    assert run.is_asking
    assert not run.can_go_on
    run.answer(ASKED, Answer({"decision": "RESUME"}))
    assert finish(run).current.name == "人の答え"
    run.play()
    assert finish(run).final_output["result"] == "ORDERED"


def test_another_answer_is_given_in_the_past():
    run = asked()
    position = run.position
    run.answer(ASKED, Answer({"decision": "RESUME"}))
    run.play()
    finish(run).go_to(position)
    run.answer(ASKED, Answer({"decision": "CLOSE"}))
    run.play()
    assert finish(run).final_output["result"] == "CLOSED_BY_STAFF"


def test_nobody_answers_by_the_deadline():
    run = asked()
    run.pass_deadline()
    assert finish(run).status_of(run.current) == "retrying"
    assert run.seconds == 86_400
    run.play()
    assert finish(run).current.name == ASKED
    assert "責任者へ知らせる" in path(run)


def test_a_definition_that_never_ends_stops_after_each_part_and_can_be_halted():
    states = {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "Next": "A"}}
    run = Play("", {"StartAt": "A", "States": states}, Beginning({}, {}), "STANDARD")
    run.play()
    assert run.is_busy
    assert 0 < run.position <= 2_000
    run.halt()
    assert not run.is_busy
    run.play()
    finish(run)
    assert (run.status, run.position) == ("FAILED", 25_000)


def test_a_new_flow_begins_with_an_example():
    text = json.dumps({"StartAt": "A", "States": {"A": {"Type": "Pass", "End": True}}})
    assert beginnings(Workflow("a", Document.parse(text, "json"))) == {"": Beginning({}, {})}
