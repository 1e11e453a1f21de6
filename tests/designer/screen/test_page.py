"""The page, run by Streamlit without a browser, shows no error whatever is opened and selected."""

import pytest
from corpus import definitions, needs_corpus
from inspecting import PAGE, control, healthy, machine, select
from streamlit.testing.v1 import AppTest

from designer.workspace.actions import perform
from designer.workspace.actions.delete import Delete
from designer.workspace.open_workflow import OpenWorkflow
from schemas.asl.states import kinds
from schemas.core.edits import EditRefused


@pytest.mark.parametrize("language", ["JSONPath", "JSONata"])
@pytest.mark.parametrize("kind", kinds())
def test_a_new_state_of_every_type_is_inspected(opened, kind, language):
    text = machine(kinds()[kind].template(language), language)
    page = opened(text, "ja")
    uid = page.session_state["session"].analysis.identity.uids[("States", "A")]
    page.session_state["session"].widgets.expanded.add(f"{uid}/raw-group")
    select(page, uid)
    assert control(page.text_input, f"{uid}/name").value == "A"
    assert control(page.text_area, f"{uid}/raw").value


def test_every_control_is_created_with_the_value_that_it_shows(opened):
    """A value sent later may be overtaken: the browser would send the older one as a change."""
    page = opened(machine({"Type": "Pass", "Comment": "渡す", "Output": {"a": 1}, "Next": "B"}, "JSONata"))
    page.session_state["drawer-tab"] = "code"
    uid = page.session_state["session"].analysis.identity.uids[("States", "A")]
    page.session_state["session"].widgets.expanded.update((f"{uid}/data-group", f"{uid}/raw-group"))
    select(page, uid)
    controls = [*page.text_input, *page.text_area, *page.selectbox]
    assert len(controls) > 5
    assert not [control.key for control in controls if control.proto.set_value]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", "12", '"text"', "{}", '{"States": []}', "a: [", "\x00", "a: *b"]
)
def test_text_that_is_no_definition_is_opened(opened, text):
    page = opened(text)
    for tab in ("problems", "code"):
        page.session_state["drawer-tab"] = tab
        healthy(page.run())
    session = page.session_state["session"]
    shown = session.text_syncs[session.opened.workflow.document.format]
    assert shown.answer(session.analysis, None, "ja").text == text


def test_a_state_that_is_no_object_is_inspected(opened):
    page = opened('{"StartAt": "A", "States": {"A": 12, "B": null, "C": {"Type": 5, "Next": ["A"]}}}')
    for uid in page.session_state["session"].analysis.identity.states:
        select(page, uid)


@needs_corpus
@pytest.mark.parametrize("file", definitions()[::35], ids=lambda file: file.stem)
def test_real_definitions_are_opened_and_inspected(opened, file):
    page = opened(file.read_text(encoding="utf-8"))
    session = page.session_state["session"]
    for id in list(session.analysis.identity.states)[:3] + list(session.canvas.exchange.view.edges)[:3]:
        select(page, id)


def test_what_is_typed_that_cannot_be_read_waits_in_its_field(opened):
    page = opened(machine({"Type": "Pass", "Next": "B"}, "JSONata"))
    uid = page.session_state["session"].analysis.identity.uids[("States", "A")]
    page.session_state["session"].widgets.expanded.update((f"{uid}/data-group", f"{uid}/Output/written"))
    select(page, uid)
    control(page.text_area, f"{uid}/Output").input('{"a": ').run()
    select(page, "")
    select(page, uid)
    assert control(page.text_area, f"{uid}/Output").value == '{"a": '
    control(page.text_area, f"{uid}/Output").input('{"a": 1}').run()
    assert healthy(page).session_state["session"].opened.workflow.document.value["States"]["A"]["Output"] == {
        "a": 1
    }


def test_an_empty_field_is_taken_away(opened):
    page = opened(machine({"Type": "Pass", "Comment": "渡す", "Next": "B"}, "JSONata"))
    uid = page.session_state["session"].analysis.identity.uids[("States", "A")]
    select(page, uid)
    control(page.text_area, f"{uid}/Comment").input("").run()
    assert "Comment" not in page.session_state["session"].opened.workflow.document.value["States"]["A"]


def test_ending_here_takes_the_next_state_away(opened):
    page = opened(machine({"Type": "Pass", "Next": "B"}, "JSONata"))
    uid = page.session_state["session"].analysis.identity.uids[("States", "A")]
    select(page, uid)
    control(page.selectbox, f"{uid}/Next").select("end").run()
    state = page.session_state["session"].opened.workflow.document.value["States"]["A"]
    assert state == {"Type": "Pass", "End": True}


def test_without_a_workflow_in_the_address_the_one_changed_last_is_opened(opened):
    first = opened("{}")
    id = first.query_params["workflow"]
    again = healthy(AppTest.from_file(PAGE, default_timeout=30).run())
    assert again.query_params["workflow"] == id


def test_a_workflow_deleted_meanwhile_gives_way_to_another(opened):
    page = opened("{}")
    session = page.session_state["session"]
    session.opened.library.delete(session.opened.record.id)
    healthy(page.run())
    assert page.session_state["session"].opened.record.id != session.opened.record.id


def test_a_refusal_that_names_a_state_shows_no_markup(opened):
    page = opened("{}")
    page.session_state["session"].opened.refusals.append(EditRefused("edit-name-taken", name="![x](//y)"))
    assert "\\!\\[x\\]" in healthy(page.run()).toast[0].value


@pytest.mark.parametrize("url", ["sqlite:////dev/null/library.db", "no-such-database://host/x", "nonsense"])
def test_a_library_that_cannot_be_opened_is_reported_in_words(monkeypatch, url):
    monkeypatch.setenv("DESIGNER_DATABASE", url)
    page = healthy(AppTest.from_file(PAGE, default_timeout=30).run())
    assert "cannot be opened" in page.error[0].value


def test_a_workflow_deleted_elsewhere_is_reported(opened):
    page = opened(machine({"Type": "Pass", "Next": "B"}, "JSONata"))
    library = page.session_state["session"].opened.library
    (entry,) = library.entries()
    library.delete(entry.id)
    healthy(page.run())
    assert page.query_params["workflow"] != [entry.id]
    assert "no longer exists" in page.toast[0].value


def test_a_field_of_a_state_that_was_deleted_elsewhere_says_so(opened):
    page = opened(machine({"Type": "Pass", "Comment": "前", "Next": "B"}, "JSONata"))
    session = page.session_state["session"]
    uid = session.analysis.identity.uids[("States", "A")]
    select(page, uid)
    field = control(page.text_area, f"{uid}/Comment").input("後")
    OpenWorkflow(session.opened.library.engine, session.opened.record.id).write(
        lambda workflow: perform(workflow, Delete(states=[uid]))
    )
    assert "no longer exists" in healthy(field.run()).toast[0].value
