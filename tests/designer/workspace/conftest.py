"""Tabs on one workflow of a new library, which know of each other."""

import pytest
from two_tabs import ASL, Tab

from designer.library.store import Library, connect
from designer.workspace.presence import Presence
from schemas.document.document import Document
from schemas.sidecar.workflow import Workflow


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def open_tab(tmp_path, clock):
    engine = connect(f"sqlite:///{tmp_path / 'library.db'}")
    id = Library(engine).add(Workflow("注文", Document.parse(ASL, "json")))
    presence = Presence(clock)
    return lambda tab, person="": Tab(engine, id, presence, tab, person)


@pytest.fixture
def mine(open_tab):
    return open_tab("mine")


@pytest.fixture
def other(open_tab):
    return open_tab("other")
