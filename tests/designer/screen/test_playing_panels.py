"""The panels of a run: what it begins with, its time line, and a recorded execution."""

import json

import pytest
from inspecting import control, healthy, machine, select

from designer.playing.play import Beginning
from player import Execution
from schemas.core.edits import Set
from schemas.document.document import Document
from schemas.sidecar.workflow import Change, Workflow

CALL = {"Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "pay"}}
FLOW = machine({"Type": "Task", **CALL, "Next": "B"})
CARD = "card-4242"


@pytest.fixture
def page(opened):
    page = opened(FLOW)
    page.session_state["drawer-tab"] = "play"
    return healthy(page.run())


def session(page):
    return page.session_state["session"]


def uid(page, name="A"):
    return next(uid for uid, state in session(page).analysis.identity.states.items() if state.name == name)


def labels(page):
    return [button.label for button in page.button if button.key.startswith("timeline-")]


def test_a_run_is_begun_and_a_moment_of_it_chosen(page):
    healthy(page.button(key="play-begin").click().run())
    assert [label.split("**")[1] for label in labels(page)] == ["A", "B"]
    healthy(page.button(key="timeline-0").click().run())
    assert session(page).opened.selected == (uid(page),)
    assert any("FunctionName" in code.value or "{" in code.value for code in page.code)


def test_an_input_is_typed_and_one_that_is_no_json_is_told(page):
    control(page.text_area, "play-input").set_value('{"cart": 1').run()
    assert session(page).opened.beginning is None
    control(page.text_area, "play-input").set_value('{"cart": 1}').run()
    assert session(page).opened.beginning.input == {"cart": 1}
    healthy(page.button(key="play-begin").click().run())
    assert session(page).opened.run.visits[0].input == '{"cart":1}'


def test_a_state_is_made_to_fail(page):
    healthy(page.button(key="play-begin").click().run())
    select(page, uid(page))
    control(page.selectbox, f"{uid(page)}/make-fail").select("Lambda.ServiceException").run()
    assert session(page).opened.run.failing["A"].error == "Lambda.ServiceException"
    healthy(page.button(key="play-begin").click().run())
    assert session(page).opened.run.status == "FAILED"


def test_the_errors_that_the_flow_names_itself_are_offered_first(opened):
    catch = [{"ErrorEquals": ["States.Timeout", "CardDeclined"], "Next": "B"}]
    page = opened(machine({"Type": "Task", **CALL, "TimeoutSeconds": 60, "Catch": catch, "Next": "B"}))
    page.session_state["drawer-tab"] = "play"
    healthy(healthy(page.run()).button(key="play-begin").click().run())
    select(page, uid(page))
    offered = control(page.selectbox, f"{uid(page)}/make-fail").options
    assert offered[1:3] == ["CardDeclined", "States.Timeout"]


def test_a_workflow_with_errors_is_played_as_far_as_it_goes(opened):
    page = opened(machine({"Type": "Pass", "Next": "Nowhere"}))
    page.session_state["drawer-tab"] = "play"
    healthy(page.run())
    healthy(page.button(key="play-begin").click().run())
    assert (session(page).opened.run.status, labels(page)[0].split("**")[1]) == ("FAILED", "A")
    assert any("This flow has errors" in caption.value for caption in page.caption)


def test_a_workflow_that_cannot_be_read_is_not_played(opened):
    page = opened("{")
    page.session_state["drawer-tab"] = "play"
    healthy(page.run())
    healthy(page.button(key="play-begin").click().run())
    assert session(page).opened.run is None
    assert any("cannot run" in toast.value for toast in page.toast)


def test_a_recorded_execution_is_opened_and_stays_in_the_tab(page):
    mocks = {"A": {"error": "Lambda.Unknown", "cause": "gone"}}
    execution = Execution(json.loads(FLOW), {"card": CARD}, mocks=mocks).run()
    page.text_area(key="recording-text-0").set_value(json.dumps({"events": execution.events}))
    healthy(page.button(key="recording-show").click().run())
    run = session(page).opened.run
    assert (run.is_recorded, run.status) == (True, "FAILED")
    assert any("redrive-execution" in code.value for code in page.code)
    assert page.text_area(key="recording-text-1").value == ""
    record = session(page).opened.record
    assert CARD not in record.asl + record.design
    healthy(page.button(key="recording-play-on").click().run())
    run = session(page).opened.run
    assert not run.is_recorded
    assert run.current.name == "A"
    run.play()
    assert run.status == "SUCCEEDED"


def test_a_run_is_kept_as_a_case_and_all_cases_are_run(page):
    healthy(page.button(key="play-begin").click().run())
    run = session(page).opened.run
    page.text_input(key=f"case-name-{run.number}").set_value("paid").run()
    healthy(page.button(key="case-keep").click().run())
    assert session(page).opened.workflow.design.cases["paid"]["expect"]["path"] == ["A", "B"]
    healthy(page.button(key="cases-run").click().run())
    assert session(page).opened.case_runs.passed == 1
    assert any("paid" in markdown.value for markdown in page.markdown)
    assert any("states: 2/3" in caption.value for caption in page.caption)


def test_fields_show_what_they_give_at_the_moment_and_an_expression_is_tried(opened):
    fields = {"Type": "Pass", "Output": {"twice": "{% $states.input.n * 2 %}"}, "Next": "B"}
    page = opened(machine(fields, "JSONata"))
    page.session_state["drawer-tab"] = "play"
    healthy(page.run())
    session(page).opened.beginning = Beginning({"n": 21}, {})
    healthy(page.button(key="play-begin").click().run())
    session(page).widgets.expanded.add(f"{uid(page)}/data-group")
    select(page, uid(page))
    assert any("42" in markdown.value for markdown in page.markdown)
    tester = page.text_input(key=f"{uid(page)}/tester")
    healthy(tester.set_value("$states.input.n").run())
    assert any("arrow_right_alt: 21" in markdown.value for markdown in page.markdown)


def test_a_field_that_is_gone_is_marked_where_it_is_read_and_in_the_tester(opened):
    fields = {"Type": "Pass", "Output": {"total": 9}, "Next": "B"}
    second = {"Type": "Pass", "Output": "{% $states.input.cart %}", "End": True}
    page = opened(machine(fields, "JSONata", B=second))
    page.session_state["drawer-tab"] = "play"
    healthy(page.run())
    session(page).opened.beginning = Beginning({"cart": [1]}, {})
    healthy(page.button(key="play-begin").click().run())
    session(page).widgets.expanded.add(f"{uid(page, 'B')}/data-group")
    select(page, uid(page, "B"))

    def marked():
        return [each.value for each in page.markdown if "no longer there after the state “A”" in each.value]

    assert len(marked()) == 1
    healthy(page.text_input(key=f"{uid(page, 'B')}/tester").set_value("$states.input.cart.id").run())
    assert len(marked()) == 2


def test_a_failure_that_is_explained_is_played(page):
    session(page).opened.what_if = "Lambda.Unknown"
    select(page, uid(page))
    healthy(page.button(key=f"{uid(page)}/what-if-play").click().run())
    opened = session(page).opened
    assert (opened.what_if, opened.run.failing["A"].error) == (None, "Lambda.Unknown")
    assert opened.run.status == "FAILED"


def test_a_text_that_is_no_history_is_refused_in_words(page):
    page.text_area(key="recording-text-0").set_value("Traceback")
    healthy(page.button(key="recording-show").click().run())
    assert any("no JSON" in warning.value for warning in page.warning)
    assert session(page).opened.run is None


def test_the_workflow_that_a_state_starts_is_played_with_its_input(opened):
    start = "arn:aws:states:::states:startExecution.sync:2"
    sent = {"StateMachineArn": "arn:aws:states:x:1:stateMachine:c", "Input": {"cart": 7}}
    page = opened(machine({"Type": "Task", "Resource": start, "Parameters": sent, "Next": "B"}))
    child = session(page).opened.library.add(Workflow("child", Document.parse(FLOW)))
    session(page).opened.write(
        lambda workflow: Change(design=(Set(("states",), {uid(page): {"name": "A", "child": child}}),))
    )
    page.session_state["drawer-tab"] = "play"
    healthy(healthy(page.run()).button(key="play-begin").click().run())
    select(page, uid(page))
    assert any("SUCCEEDED" in each.value for each in page.markdown)
    healthy(page.button(key=f"{uid(page)}/started").click().run())
    assert session(page).opened.record.id == child
    run = session(page).opened.run
    assert (run.status, run.visits[0].input) == ("SUCCEEDED", '{"cart":7}')
