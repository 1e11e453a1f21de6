"""The picture of a failure: states and edges on its way, and states that have taken effect before."""

from designer.components.canvas.failure_path import failure_path, row_of
from designer.library.samples import load_sample
from schemas.failures.failures import Failures
from schemas.sidecar.identity import identify


def _picture(error, state="決済"):
    workflow = load_sample("checkout")
    definition = workflow.document.value
    failures, identity = Failures.of(workflow), identify(definition, workflow.design)
    named = {state.name: uid for uid, state in identity.states.items()}
    row = row_of(failures, identity, named[state], error)
    shown = failure_path(definition, failures, identity, row, "ja", "engineering")
    names = {uid: state.name for uid, state in identity.states.items()}
    return shown, names, named


def test_the_way_leads_from_the_catcher_to_where_the_flow_is_joined_again():
    shown, names, named = _picture("States.Timeout")
    states = {names[id] for id in shown.passed if id in names}
    assert {"担当へ知らせる", "人の判断を待つ", "伝票作成"} <= states
    assert "カートを空にする" not in states
    assert f"{named['決済']}:catch:1" in shown.passed
    assert f"{named['決済']}:catch:0" not in shown.passed


def test_an_error_that_nothing_catches_passes_nothing():
    shown, names, _ = _picture("States.DataLimitExceeded")
    assert shown.passed == []
    assert shown.title == "決済: States.DataLimitExceeded"
    assert "一商品を確保" in {names[id] for id in shown.perhaps}


def test_another_error_shows_the_first_row():
    shown, _, _ = _picture("NoSuchError")
    assert shown.title.startswith("決済: States.Timeout")
