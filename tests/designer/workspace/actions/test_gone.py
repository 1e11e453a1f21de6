"""A gesture on something that another tab has deleted meanwhile is refused in words, whatever it is."""

import pytest

from designer.library.store import Acknowledgement, Library, connect
from designer.workspace import actions
from designer.workspace.actions import ActionRefused
from designer.workspace.open_workflow import OpenWorkflow
from schemas.document.document import Document
from schemas.sidecar.workflow import Workflow

ASL = '{"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Succeed"}}}'
GONE = {
    "uid": "gone",
    "states": ["gone"],
    "state": "gone",
    "gesture": "to",
    "edges": ["gone:next:"],
    "places": [{"uid": "gone", "x": 1, "y": 2}],
    "source": "gone",
    "target": "gone",
    "scope": "gone",
    "after": "gone",
    "name": "X",
    "opening": "Begin",
    "closing": "End",
    "text": '{"States": {"X": {"Type": "Pass"}}}',
    "owner": "CS",
    "type": "Map",
    "template": "Pass",
    "x": 1,
    "y": 2,
    "width": 100,
    "height": 100,
}
ELSEWHERE = {"add-lane", "add-note", "redo", "undo", "find", "select", "look-as", "what-if"}
"""Kinds of intents that name nothing which may be gone."""


def intents():
    for message in actions.messages():
        kind = message.model_fields["kind"].default
        if kind in ELSEWHERE:
            continue
        id = "lane:gone" if "lane" in kind else "note:gone"
        given = {**GONE, "id": id, "edge": "next" if kind == "connect" else "gone:next:"}
        yield message(**{name: given[name] for name in message.model_fields if name in given})


@pytest.mark.parametrize("intent", list(intents()), ids=lambda intent: intent.kind)
def test_it_is_refused(tmp_path, intent):
    library = Library(connect(f"sqlite:///{tmp_path / 'library.db'}"))
    opened = OpenWorkflow(library.engine, library.add(Workflow("注文", Document.parse(ASL))))
    with pytest.raises(ActionRefused, match="action-gone"):
        actions.apply(opened, intent, Acknowledgement("tab", 1))
    assert opened.workflow.document.text == ASL
