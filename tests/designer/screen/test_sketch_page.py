"""The sketch page run by Streamlit without a browser."""

import json

import pytest
from board_model import BoardModel
from inspecting import PAGE, control, healthy
from streamlit.testing.v1 import AppTest

from designer.library.store import Library, connect
from designer.sketch.sketchpad import Sketchpad
from designer.workspace.open_workflow import OpenWorkflow
from schemas.document.document import Document
from schemas.sidecar.design import Design, Point
from schemas.sidecar.sketch import read_sketch
from schemas.sidecar.workflow import Workflow, new_workflow

CARD = {"kind": "screen", "text": "カート", "position": {"x": 0, "y": 0}}


@pytest.fixture
def sketched(tmp_path, monkeypatch):
    """Opens the sketch page on a sidecar's text; gives the running page."""
    url = f"sqlite:///{tmp_path / 'library.db'}"
    monkeypatch.setenv("DESIGNER_DATABASE", url)

    def run(sketch, asl="{}"):
        text = sketch if isinstance(sketch, str) else json.dumps({"version": 1, "sketch": sketch})
        design = Design(Document.parse(text, "json"))
        page = AppTest.from_file(PAGE, default_timeout=30)
        page.query_params["workflow"] = Library(connect(url)).add(Workflow("w", Document.parse(asl), design))
        page.query_params["page"] = "sketch"
        return healthy(page.run())

    return run


def select(page, uid):
    page.session_state["session"].sketchpad.select(uid)
    return healthy(page.run())


def read(page):
    return page.session_state["session"].sketchpad.sketch


def test_a_card_is_added_by_a_button_of_its_kind(sketched):
    page = sketched({})
    page.button(key="sketch-add-decision").click().run()
    healthy(page)
    assert [card.kind for card in read(page).cards.values()] == ["decision"]


def test_typed_text_goes_to_the_card_that_it_was_typed_for(sketched):
    page = select(sketched({"cards": {"a": CARD, "b": {**CARD, "text": ""}}}), "b")
    field = control(page.text_input, "sketch/b/text")
    page.session_state["session"].sketchpad.select("a")
    field.input("決済").run()
    assert [card.text for card in read(healthy(page)).cards.values()] == ["カート", "決済"]


def test_a_card_is_renamed_while_it_is_selected_and_stays_so(sketched):
    page = select(sketched({"cards": {"a": CARD, "b": CARD}}), "a")
    control(page.text_input, "sketch/a/text").input("カート画面").run()
    assert healthy(page).session_state["session"].sketchpad.selected == "a"


def test_an_end_leads_nowhere(sketched):
    page = select(sketched({"cards": {"a": CARD, "b": {**CARD, "kind": "failed"}}}), "a")
    offered = next(box for box in page.selectbox if "connect" in box.key)
    assert len(offered.options) == 3
    select(page, "b")
    assert not [box for box in page.selectbox if "connect" in box.key]


def test_an_arrow_and_a_deleted_card_are_shown(sketched):
    page = select(sketched({"cards": {"a": CARD}, "arrows": {"n": {"from": "a", "to": "a"}}}), "n")
    control(page.text_input, "sketch/n/label").input("もう一度").run()
    assert read(healthy(page)).arrows["n"].label == "もう一度"
    select(page, "gone")


@pytest.mark.parametrize("leave", ["page", "workflow"])
def test_a_drag_just_before_the_board_goes_away_is_kept(sketched, leave):
    page = sketched({"cards": {"a": CARD}})
    session = page.session_state["session"]
    board = BoardModel()
    board.mount(session.sketchpad.deliver("en", False))
    board.drag("a", 70, 80)
    page.session_state[session.sketchpad.key] = board.said[-1].model_dump(by_alias=True)
    if leave == "page":
        control(page.segmented_control, "page").set_value("workflow")
    else:
        page.query_params["workflow"] = session.opened.library.add(new_workflow("other"))
    healthy(page.run())
    assert read_sketch(session.opened.workflow.design).cards["a"].position == Point(70, 80)


@pytest.mark.parametrize("sketch", [None, 5, [], {"cards": []}, {"cards": {"a": None}, "arrows": {"b": "c"}}])
@pytest.mark.parametrize("asl", ["", "{", "[]"])
def test_a_malformed_sketch_of_an_unreadable_definition_is_opened(sketched, sketch, asl):
    page = sketched(sketch, asl)
    page.button(key="sketch-add-note").click().run()
    assert [card.kind for card in read(healthy(page)).cards.values()][-1] == "note"


@pytest.mark.parametrize("sidecar", ["{", "[]", "", '{"sketch": '])
def test_an_unreadable_sidecar_is_kept_and_reported(sketched, sidecar):
    page = sketched(sidecar)
    page.button(key="sketch-add-note").click().run()
    assert healthy(page).toast[0].value
    assert page.session_state["session"].opened.workflow.design.document.text == sidecar


def test_a_card_that_another_tab_deleted_is_deselected(sketched):
    page = select(sketched({"cards": {"a": CARD, "b": CARD}}), "b")
    session = page.session_state["session"]
    other = Sketchpad(OpenWorkflow(session.opened.library.engine, session.opened.record.id))
    other.delete("b")
    page.button(key="sketch-forward").click().run()
    assert list(read(healthy(page)).cards) == ["a"]
    page.button(key="sketch-add-step").click().run()
    assert len(read(healthy(page)).cards) == 2


def test_every_control_is_created_with_the_value_that_it_shows(sketched):
    page = select(sketched({"cards": {"a": {**CARD, "owner": "受注"}}}), "a")
    controls = [*page.text_input, *page.selectbox]
    assert len(controls) > 4
    assert not [each.key for each in controls if each.proto.set_value]
