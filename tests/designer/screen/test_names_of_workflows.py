"""The names that people give to workflows in the dialog: nothing hidden gets into one."""

import pytest
import streamlit
from inspecting import healthy, machine
from streamlit.testing.v1 import AppTest

from designer.screen.panels.workflows import shelf
from designer.screen.process import library

TYPED = "注\u202e文\u200b"
FLOW = machine({"Type": "Pass", "End": True})


def script():
    import streamlit as st

    from designer.screen.panels.workflows import paste, shelf

    {"shelf": shelf, "paste": paste}[st.session_state["tab-name"]].show(st.session_state["tab-session"])


@pytest.fixture
def tab(opened):
    """Opens a tab of the workflows dialog, and nothing else of the page."""

    def run(name):
        page = AppTest.from_function(script, default_timeout=30)
        page.query_params["lang"] = "en"
        page.session_state["tab-session"] = opened(FLOW).session_state["session"]
        page.session_state["tab-name"] = name
        return healthy(page.run())

    return run


def names():
    return sorted(entry.name for entry in library().entries())


def test_a_pasted_definition_gets_the_visible_name(tab):
    page = tab("paste")
    page.text_input(key="paste-name").input(TYPED)
    page.text_area(key="paste-text").input(FLOW)
    healthy(page.button(key="open-paste").click().run())
    assert names() == ["flow", "注 文"]


def test_a_workflow_of_the_list_gets_the_visible_name(tab, monkeypatch):
    monkeypatch.setattr(shelf, "done", streamlit.rerun)
    page = tab("shelf")
    (field,) = (each for each in page.text_input if (each.key or "").startswith("name-"))
    healthy(field.input(TYPED).run())
    assert names() == ["注 文"]
