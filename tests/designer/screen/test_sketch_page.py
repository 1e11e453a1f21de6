"""The sketch page run by Streamlit without a browser."""

import json

import pytest
from inspecting import PAGE, control, healthy
from sketching import card
from streamlit.testing.v1 import AppTest

from designer.library.store import Library, connect
from designer.protocol.canvas import NewCard
from designer.workspace.sketch_actions.add_cards import AddCards
from schemas.document.document import Document
from schemas.sidecar.design import Design
from schemas.sidecar.sketch import read_sketch
from schemas.sidecar.workflow import Workflow

CARD = card("screen", "カート")


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


def session_of(page):
    return page.session_state["session"]


def select(page, id):
    session_of(page).sketch_canvas.reveal(id)
    return healthy(page.run())


def read(page):
    return read_sketch(session_of(page).opened.workflow.design)


def add(page):
    new = AddCards(cards=[NewCard(uid="new", card_kind="note", text="?", x=0, y=0)])
    session_of(page).sketch_canvas.receiver.apply(new)
    return healthy(page.run())


def test_what_is_typed_beside_the_sketch_goes_to_the_card_that_it_was_typed_for(sketched):
    page = select(sketched({"cards": {"a": CARD, "b": {**CARD, "text": ""}}}), "b")
    field = control(page.text_area, "sketch/b/text")
    session_of(page).sketch_canvas.reveal("a")
    field.input("決済").run()
    assert [each.text for each in read(healthy(page)).cards.values()] == ["カート", "決済"]


def test_a_card_is_given_a_kind_and_an_owner_beside_the_sketch(sketched):
    page = select(sketched({"cards": {"a": CARD, "b": {**CARD, "owner": "受注チーム"}}}), "a")
    control(page.selectbox, "sketch/a/kind").set_value("person").run()
    control(page.selectbox, "sketch/a/owner").set_value("受注チーム").run()
    changed = read(healthy(page)).cards["a"]
    assert (changed.kind, changed.owner) == ("person", "受注チーム")


def test_the_words_of_an_arrow_are_written_beside_the_sketch(sketched):
    cards = {"a": CARD, "b": CARD}
    page = select(sketched({"cards": cards, "arrows": {"n": {"from": "a", "to": "b"}}}), "arrow:n")
    control(page.text_area, "sketch/arrow:n/label").input("もう一度").run()
    assert read(healthy(page)).arrows["n"].label == "もう一度"
    assert not select(page, "arrow:gone").text_area


def test_what_was_selected_on_a_page_is_selected_there_again(sketched):
    asl = '{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}'
    page = select(sketched({"cards": {"a": CARD}}, asl), "a")
    control(page.segmented_control, "page").set_value("workflow").run()
    assert session_of(healthy(page)).opened.selected == ()
    control(page.segmented_control, "page").set_value("sketch").run()
    assert session_of(healthy(page)).opened.selected == ("a",)


@pytest.mark.parametrize("sketch", [None, 5, [], {"cards": []}, {"cards": {"a": None}, "arrows": {"b": "c"}}])
@pytest.mark.parametrize("asl", ["", "{", "[]"])
def test_a_malformed_sketch_of_an_unreadable_definition_is_opened(sketched, sketch, asl):
    assert read(add(sketched(sketch, asl))).cards["new"].kind == "note"


@pytest.mark.parametrize("sidecar", ["{", "[]", "", '{"sketch": '])
def test_an_unreadable_sidecar_is_kept_and_reported(sketched, sidecar):
    page = add(sketched(sidecar))
    assert page.toast[0].value
    assert session_of(page).opened.workflow.design.document.text == sidecar


def test_every_control_is_created_with_the_value_that_it_shows(sketched):
    page = select(sketched({"cards": {"a": {**CARD, "owner": "受注"}}}), "a")
    controls = [*page.text_area, *page.selectbox]
    assert len(controls) > 2
    assert not [each.key for each in controls if each.proto.set_value]
