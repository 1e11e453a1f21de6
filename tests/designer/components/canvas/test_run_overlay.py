"""The picture of a run: marks of states, edges that were taken, and the moment in words."""

import json

from designer.components.canvas.run_overlay import run_overlay
from designer.components.canvas.run_words import RunWords
from designer.library.samples import load_sample
from designer.playing.beginnings import beginnings
from designer.playing.play import Beginning, MadeToFail, Play
from schemas.document.document import Document
from schemas.failures.failures import Failures
from schemas.sidecar.identity import identify
from schemas.sidecar.workflow import Workflow

CHECKOUT = load_sample("checkout")


def played(workflow, beginning):
    return Play(workflow.document.text, workflow.document.value, beginning, "STANDARD")


def checkout(error=None):
    run = played(CHECKOUT, beginnings(CHECKOUT)["注文が成立する"])
    if error:
        run.make_fail("決済", MadeToFail(error))
    return run


def to_end(run):
    run.play()
    while run.is_busy:
        run.resume()
    return run


def step(run):
    run.step_in()
    while run.is_busy:
        run.resume()


def overlay(workflow, run, view="business", language="ja"):
    identity = identify(workflow.document.value, workflow.design)
    words = RunWords(run, Failures.of(workflow), language, view)
    return run_overlay(run, words, workflow.document.value, identity)


def test_a_refused_payment_is_told_in_the_words_of_its_card():
    shown = overlay(CHECKOUT, to_end(checkout("PaymentDeclined")))
    by_name = {CHECKOUT.design.states[uid].name: mark for uid, mark in shown.states.items()}
    card = next(state for state in CHECKOUT.design.states.values() if state.name == "決済").operations
    said = next(failure.what for failure in card.failures if "PaymentDeclined" in failure.errors)
    assert (by_name["決済"].status, by_name["決済"].words) == ("caught", said)
    assert by_name["一商品を戻す"].words == "×2"
    assert (shown.status, shown.title) == ("succeeded", "終わりました: 決済不可")
    assert not shown.can_go_on


def test_a_state_that_is_to_fail_is_marked_before_the_run_comes_to_it():
    marks = overlay(CHECKOUT, checkout("PaymentDeclined")).states.values()
    assert [mark.status for mark in marks] == ["planned"]


def test_a_wait_tells_its_time_in_words_and_no_time_passes_for_it():
    wait = {"Type": "Wait", "Seconds": 172_800, "End": True}
    text = json.dumps({"StartAt": "お客様に電話", "States": {"お客様に電話": wait}})
    workflow = Workflow("flow", Document.parse(text, "json"))
    run = played(workflow, Beginning({}, {}))
    step(run)
    shown = overlay(workflow, run)
    assert (shown.status, shown.title) == ("waiting", "お客様に電話（2日）を待っています")
    step(run)
    assert overlay(workflow, run).time == "2日"


def test_a_person_is_named_with_the_deadline():
    run = to_end(checkout("Boom"))
    shown = overlay(CHECKOUT, run)
    assert shown.status == "asked"
    assert shown.title == "受注担当の答えを待っています: 人の判断を待つ（期限 1日）"
    assert overlay(CHECKOUT, run, "engineering", "en").title.startswith("受注担当 is to answer:")


def test_the_way_since_the_last_moment_is_told_in_its_order():
    run = checkout()
    step(run)
    assert overlay(CHECKOUT, run).fresh == [":start:", "read-cart"]
    step(run)
    assert overlay(CHECKOUT, run).fresh == ["check-cart", "read-cart:next:"]
