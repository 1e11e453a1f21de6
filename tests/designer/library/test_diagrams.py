"""Files of other tools open as workflows with a sketch, and say what was left out."""

from __future__ import annotations

import json

import pytest

from designer.base.refusal import Refusal
from designer.library.opening import open_files
from schemas.sidecar.sketch import read_sketch

MERMAID = "---\ntitle: 返金\n---\nflowchart TD\n  A[依頼] --> B{承認?}\n  B ->> C\n"
DRAWIO = """<mxfile><diagram><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
<mxCell id="a" value="A" vertex="1" parent="1"><mxGeometry width="9" height="9" as="geometry"/></mxCell>
</root></mxGraphModel></diagram></mxfile>"""
ITEM = {"id": "1", "type": "shape", "data": {"content": "<p>A</p>"}, "position": {"x": 0, "y": 0}}
CONNECTOR = {"id": "2", "type": "connector", "startItem": {"id": "1"}, "endItem": {"id": "1"}}


def opened(**files):
    return open_files({name.replace("__", "."): text.encode() for name, text in files.items()})


def test_a_flowchart_opens_as_a_sketch_and_says_what_was_left_out():
    found = opened(refund__mmd=MERMAID)
    assert (found.workflow.name, found.workflow.is_empty) == ("返金", True)
    sketch = read_sketch(found.workflow.design)
    assert [card.text for card in sketch.cards.values()] == ["依頼", "承認?"]
    assert [message.line for message in found.messages] == [6]


@pytest.mark.parametrize(
    ("name", "text"), [("order__drawio", DRAWIO), ("order__xml", DRAWIO), ("order__txt", DRAWIO)]
)
def test_a_file_of_drawio_opens_as_a_sketch(name, text):
    workflow = opened(**{name: text}).workflow
    assert [card.text for card in read_sketch(workflow.design).cards.values()] == ["A"]


def test_items_and_connectors_of_miro_in_two_files_open_together():
    items, connectors = json.dumps({"data": [ITEM]}), json.dumps({"data": [CONNECTOR]})
    sketch = read_sketch(opened(connectors__json=connectors, items__json=items).workflow.design)
    assert (len(sketch.cards), len(sketch.arrows)) == (1, 1)


def test_a_definition_opens_as_before():
    found = opened(order__json='{"StartAt": "A", "States": {}}')
    assert found.workflow.document.value == {"StartAt": "A", "States": {}}
    assert found.messages == ()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_refusal_says_the_place_and_what_was_expected(language):
    with pytest.raises(Refusal) as refused:
        opened(order__mmd="\nsequenceDiagram\n  A->>B: x\n")
    assert (refused.value.file, refused.value.line) == ("order.mmd", 2)
    assert "sequenceDiagram" in refused.value.message(language)
