"""Runs the page by Streamlit without a browser."""

import pytest
from inspecting import PAGE, Inspected, healthy
from streamlit.testing.v1 import AppTest

from designer.library.store import Library, connect
from schemas.document.document import Document
from schemas.sidecar.workflow import Workflow


@pytest.fixture
def opened(tmp_path, monkeypatch):
    """Opens a text in the designer; gives the running page."""
    url = f"sqlite:///{tmp_path / 'library.db'}"
    monkeypatch.setenv("DESIGNER_DATABASE", url)

    def run(text, language="en", format=None):
        id = Library(connect(url)).add(Workflow("flow", Document.parse(text, format)))
        page = AppTest.from_file(PAGE, default_timeout=30)
        page.query_params["workflow"] = id
        page.query_params["lang"] = language
        return healthy(page.run())

    return run


@pytest.fixture
def inspected(opened):
    """Opens a text and selects a state in it; gives that state in the inspector."""
    return lambda text, state="A", language="en": Inspected(opened(text, language), state)
