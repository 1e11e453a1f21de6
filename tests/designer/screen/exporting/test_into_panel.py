"""Merging into a folder from the export dialog: the diff, the question, and the writing."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from inspecting import healthy
from merging import FLOW, workflow
from streamlit import config
from streamlit.testing.v1 import AppTest

from designer.screen.widgets import Widgets
from designer.workspace.analysis import Analysis

HOST = "service: shop # ours\nprovider: {name: aws}\n"


def script():
    import streamlit as st

    from designer.screen.panels import export

    export.show(st.session_state["dialog-session"])


@pytest.fixture
def dialog():
    """The export dialog on a workflow; the server listens to this machine alone."""
    before = config.get_option("server.address")
    config.set_option("server.address", "127.0.0.1")
    page = AppTest.from_function(script, default_timeout=60)
    page.query_params["lang"] = "en"
    page.session_state["dialog-session"] = session_of(FLOW)
    yield healthy(page.run())
    config.set_option("server.address", before)


def session_of(text):
    opened = SimpleNamespace(
        workflow=workflow(text),
        view_mode="engineering",
        library=SimpleNamespace(entries=list),
        record=SimpleNamespace(id="this"),
    )
    analysis = Analysis(opened.workflow, opened.workflow)
    return SimpleNamespace(opened=opened, analysis=analysis, canvas_key="canvas", widgets=Widgets())


def choose_folder(page, folder):
    return healthy(page.text_input(key="into-folder").input(str(folder)).run())


def click(page):
    return healthy(page.button(key="into-write").click().run())


def diff(page):
    return next((block.value for block in page.code if block.language == "diff"), None)


def test_the_diff_is_shown_then_written_then_nothing_is_left_to_do(dialog, tmp_path):
    (tmp_path / "serverless.yml").write_text(HOST)
    (tmp_path / "package.json").write_text("{}")
    page = choose_folder(dialog, tmp_path)
    assert "npm install --save-dev serverless-step-functions" in page.info[0].value
    assert diff(page).startswith("--- a/serverless.yml") and (tmp_path / "serverless.yml").read_text() == HOST
    page = click(page)
    assert [box.value.replace("\\", "") for box in page.success] == [
        "Written: serverless.yml, .designer-export.json",
        "The folder has it all already: nothing to change.",
    ]
    assert (tmp_path / "serverless.yml").read_text().startswith(HOST)


def test_a_part_that_was_changed_by_hand_is_asked_about(dialog, tmp_path):
    file = tmp_path / "serverless.yml"
    file.write_text(HOST)
    page = click(choose_folder(dialog, tmp_path))
    edited = file.read_text().replace("RetentionInDays: 30", "RetentionInDays: 90")
    file.write_text(edited)
    page = healthy(page.run())
    assert "was changed by hand" in page.warning[0].value and "RetentionInDays: 90" in diff(page)
    assert page.button(key="into-write").disabled
    page.radio(key="into-choice").set_value("theirs")
    page = click(healthy(page.run()))
    assert file.read_text() == edited and page.success[-1].value.startswith("The folder has it all")


def test_a_file_that_changed_after_the_diff_is_not_overwritten(dialog, tmp_path):
    file = tmp_path / "serverless.yml"
    file.write_text(HOST)
    page = choose_folder(dialog, tmp_path)
    file.write_text(HOST + "custom: {a: 1}\n")
    page = click(page)
    assert "changed meanwhile" in page.error[0].value
    assert file.read_text() == HOST + "custom: {a: 1}\n"


def test_a_folder_that_is_none_or_cannot_be_merged_into_is_refused(dialog, tmp_path):
    page = choose_folder(dialog, tmp_path / "none")
    assert page.error[0].value == "There is no such folder."
    (tmp_path / "serverless.yml").write_text("resources: ${self:custom.x}\n")
    page = choose_folder(page, tmp_path)
    assert page.error[0].value.replace("\\", "").startswith("serverless.yml:1: Nothing was written")
    assert any("${file(FOLDER/serverless.yml):resources}" in block.value for block in page.code)


def test_no_folder_is_asked_for_where_others_reach_the_server(dialog):
    config.set_option("server.address", "0.0.0.0")  # noqa: S104 - nothing listens
    assert "into-folder" not in {field.key for field in healthy(dialog.run()).text_input}
    config.set_option("server.address", "127.0.0.1")
    page = healthy(dialog.selectbox(key="export-format").select("svg").run())
    assert "into-folder" not in {field.key for field in page.text_input}
