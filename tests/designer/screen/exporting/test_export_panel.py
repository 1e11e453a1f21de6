"""The export dialog without a browser: it validates nothing again, and makes only what is asked for."""

import json
from types import SimpleNamespace
from typing import get_args

import pytest
from inspecting import healthy, machine
from miro_board import BOARD, TOKEN, miro_board
from streamlit.testing.v1 import AppTest

from designer.screen.panels import export as panel
from designer.screen.widgets import Widgets
from designer.workspace.analysis import Analysis
from exporters import export
from exporters.registry import formats
from exporters.settings import SettingName
from schemas import Document
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Workflow

FLOW = machine({"Type": "Pass", "Next": "B"}, B={"Type": "Pass", "Next": "C"})
WRONG = machine({"Type": "Pass", "Next": "Nowhere"})


def script():
    import streamlit as st

    from designer.screen.panels import export

    export.show(st.session_state["dialog-session"])


@pytest.fixture
def dialog(monkeypatch):
    """Opens the dialog on a text; only the content of the dialog is on the page."""

    def run(text, design="{}"):
        sidecar = Design(Document.parse(design, "json"))
        workflow = Workflow("flow", Document.parse(text, "json"), sidecar)
        library = SimpleNamespace(entries=list)
        opened = SimpleNamespace(
            workflow=workflow, view_mode="engineering", library=library, record=SimpleNamespace(id="this")
        )
        session = SimpleNamespace(
            opened=opened, analysis=Analysis(workflow, workflow), canvas_key="canvas", widgets=Widgets()
        )
        page = AppTest.from_function(script, default_timeout=30)
        page.query_params["lang"] = "en"
        page.session_state["dialog-session"] = session
        return healthy(page.run())

    return run


@pytest.fixture
def made(monkeypatch):
    """The formats that were exported, in order."""
    made = []

    def counted(workflow, format, *rest):
        made.append(format)
        return export(workflow, format, *rest)

    monkeypatch.setattr(panel, "export", counted)
    return made


def choose(page, name, value):
    return healthy(page.selectbox(key=f"export-{name}").select(value).run())


UNASKED = ("scale", "subject")
"""The settings that are not asked for where there is no sketch."""


@pytest.mark.parametrize("format", formats())
def test_every_format_asks_for_what_it_takes(dialog, format):
    page = choose(dialog(FLOW), "format", format)
    asked = {box.key for box in page.selectbox} & {f"export-{name}" for name in get_args(SettingName)}
    assert asked == {f"export-{name}" for name in formats()[format].settings if name not in UNASKED}
    assert ("export-force" in {box.key for box in page.checkbox}) == formats()[format].refuses_errors
    assert not page.error


def test_a_picture_of_a_sketch_is_not_asked_for_its_view_or_columns(dialog):
    cards = {"a": {"kind": "screen", "text": "Cart", "position": {"x": 0, "y": 0}}}
    page = choose(dialog(FLOW, json.dumps({"version": 1, "sketch": {"cards": cards}})), "format", "svg")
    asked = {box.key for box in choose(page, "subject", "sketch").selectbox}
    assert {"export-subject", "export-theme"} <= asked
    assert not asked & {"export-view_mode", "export-layout"}


def test_only_the_chosen_format_is_exported(dialog, made):
    page = dialog(FLOW)
    choose(page, "file-serverless", "package.json")
    assert made == ["serverless"]
    choose(page, "format", "asl-json")
    assert made == ["serverless", "asl-json"]


def test_another_workflow_that_would_become_the_same_service_is_named(dialog):
    page = dialog(FLOW)
    assert not page.warning
    session = page.session_state["dialog-session"]
    session.opened.library.entries = lambda: [SimpleNamespace(id="other", name="_Flow_")]
    assert r"“\_Flow\_”" in healthy(page.run()).warning[0].value


def test_another_theme_draws_the_picture_again(dialog, made):
    page = choose(dialog(FLOW), "format", "png")
    choose(page, "theme", "dark")
    assert made == ["serverless", "png", "png"]


def test_a_changed_workflow_is_exported_again(dialog, made):
    page = dialog(FLOW)
    session = page.session_state["dialog-session"]
    changed = Workflow("flow", Document.parse(WRONG, "json"))
    session.opened.workflow, session.analysis = changed, Analysis(changed, changed)
    assert len(healthy(page.run()).error) == 1
    assert made == ["serverless", "serverless"]


def test_the_errors_are_those_that_the_session_has_found(dialog, monkeypatch):
    monkeypatch.setattr("exporters.exporting.validate", None)
    page = dialog(WRONG)
    assert len(page.error) == 1
    page = choose(page, "format", "asl-json")
    page = healthy(page.checkbox(key="export-force").check().run())
    assert not page.error and page.code[0].value == WRONG


def test_an_empty_workflow_has_nothing_to_export_and_no_errors(dialog):
    page = dialog('{"States": {}}')
    assert (len(page.info), len(page.error), len(page.selectbox)) == (1, 0, 0)


@pytest.fixture
def miro(monkeypatch):
    with miro_board() as served:
        monkeypatch.setenv("MIRO_URL", served.url)
        yield served


def buttons(page):
    return {button.key: button for button in page.button}


def test_nothing_about_miro_is_shown_without_a_token(dialog, monkeypatch):
    monkeypatch.delenv("MIRO_TOKEN", raising=False)
    assert "export-miro" not in buttons(choose(dialog(FLOW), "format", "png"))


def test_a_picture_is_sent_to_miro_by_a_click_alone(dialog, monkeypatch, miro):
    monkeypatch.setenv("MIRO_TOKEN", TOKEN)
    page = choose(dialog(FLOW), "format", "png")
    opened = page.session_state["dialog-session"].opened
    opened.change = lambda make: setattr(
        opened, "workflow", opened.workflow.apply(make(opened.workflow)).workflow
    )
    healthy(page.text_input(key="export-miro-board").input(BOARD).run())
    assert miro.calls == []
    healthy(buttons(page)["export-miro"].click().run())
    (item,) = miro.images
    assert item in page.success[0].value and "is on the board" in page.success[0].value
    assert opened.workflow.design.fields["miro"] == {"board": BOARD, "items": {"workflow": item}}
    healthy(buttons(page)["export-miro"].click().run())
    assert [method for method, _ in miro.calls] == ["POST", "PATCH"] and "up to date" in page.success[0].value


def test_a_refusal_of_miro_is_shown_in_the_dialog(dialog, monkeypatch, miro):
    monkeypatch.setenv("MIRO_TOKEN", "another")
    page = choose(dialog(FLOW), "format", "svg")
    healthy(buttons(page)["export-miro"].click().run())
    assert "no board of Miro" in page.error[0].value
    page.text_input(key="export-miro-board").input(BOARD)
    healthy(buttons(page)["export-miro"].click().run())
    assert "MIRO\\_TOKEN" in page.error[0].value and "may have expired" in page.error[0].value
