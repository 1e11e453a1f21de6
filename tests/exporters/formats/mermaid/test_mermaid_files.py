"""Exported flowcharts are what Mermaid draws, and a sketch comes back from one as it was."""

from __future__ import annotations

import json

import pytest
from budget import examples, some
from corpus import definitions
from hypothesis import given
from hypothesis import strategies as st
from tooling import needs_chromium, needs_node
from tools.mermaid_parser import MermaidParser

from designer.library.samples import load_sample, samples
from exporters import export
from exporters.comparison.flowchart import comparison_flow
from exporters.comparison.union import union
from exporters.formats.mermaid.sketch_flow import sketch_flow
from exporters.settings import Settings
from schemas.asl.graph import graph
from schemas.asl.walk import Scope
from schemas.comparison.comparison import compare
from schemas.core.hidden_characters import without_hidden
from schemas.diagrams.html_text import one_line
from schemas.diagrams.reading import read_diagram
from schemas.diagrams.sketching import sketch_of
from schemas.document.document import Document
from schemas.sidecar.design import Point
from schemas.sidecar.sketch import CARD_KINDS, Arrow, Card, Sketch, read_sketch
from schemas.sidecar.workflow import Workflow


@pytest.fixture(scope="module")
def mermaid(browser):
    page = browser.new_page()
    yield MermaidParser(page)
    page.close()


def flowcharts(workflow, **settings):
    return {
        file.path: file.data.decode() for file in export(workflow, "mermaid", settings=Settings(**settings))
    }


def test_a_workflow_of_each_kind_of_state():
    text = """
QueryLanguage: JSONata
StartAt: Check "it"
States:
  Check "it":
    Type: Choice
    Choices: [{Condition: "{% $states.input.total > 10000 %}", Next: Both}]
    Default: Wait
  Both:
    Type: Parallel
    Branches:
      - {StartAt: A, States: {A: {Type: Pass, End: true}}}
      - {StartAt: B, States: {B: {Type: Pass, End: true}}}
    Catch: [{ErrorEquals: [States.ALL], Next: Sorry}]
    Next: Wait
  Wait: {Type: Wait, Seconds: 60, Next: Done}
  Done: {Type: Succeed}
  Sorry: {Type: Fail}
"""
    workflow = Workflow("order", Document.parse(text, "yaml"))
    assert flowcharts(workflow, language="en") == {
        "order.mmd": """flowchart TD
    s1{"Check #34;it#34;"}
    subgraph s2 ["Both"]
        s6("A<br/>Pass")
        s7("B<br/>Pass")
    end
    s3{{"Wait<br/>Wait"}}
    s4(["Done"]):::succeeded
    s5(["Sorry"]):::failed
    start((" "))
    start --> s1
    s1 -->|"total #62; 10,000"| s2
    s1 -->|"otherwise"| s3
    s2 --> s3
    s2 -.->|"any error"| s5
    s3 --> s4
    classDef succeeded stroke:#2e7d32,stroke-width:2px
    classDef failed stroke:#c62828,stroke-width:2px
"""
    }


WORKFLOWS = [load_sample(name) for name in samples()]


@needs_node
@needs_chromium
@pytest.mark.browser
@pytest.mark.parametrize("view_mode", ["business", "engineering"])
def test_mermaid_draws_the_samples_and_thirty_definitions(mermaid, view_mode):
    found = [
        Workflow(f"flow{number}", document)
        for number, path in enumerate(some(definitions(), 40))
        if isinstance((document := Document.parse(path.read_text("utf-8"), "json")).value, dict)
    ]
    texts = [flowcharts(each, view_mode=view_mode)[f"{each.name}.mmd"] for each in (*WORKFLOWS, *found)]
    for workflow, text, drawn in zip((*WORKFLOWS, *found), texts, mermaid.read(*texts), strict=True):
        assert "error" not in drawn, (workflow.name, drawn, text)
        machine = graph(workflow.document.value)
        edges = [edge for edge in machine.edges if edge.target and not is_inner_start(edge)]
        assert len(drawn["edges"]) == len(edges)
        assert len(drawn["nodes"]) + len(drawn["groups"]) == len(machine.states) + bool(machine.states)


@needs_node
@needs_chromium
@pytest.mark.browser
def test_mermaid_draws_the_differences_of_samples(mermaid):
    """Also of samples that have nothing in common, so that each state and edge is added or removed."""
    pairs = [(old, new) for old in WORKFLOWS for new in WORKFLOWS]
    shown = [union(compare(*pair)) for pair in pairs]
    texts = [comparison_flow(compare(*pair), Settings())[0] for pair in pairs]
    for pair, text, drawn in zip(shown, texts, mermaid.read(*texts), strict=True):
        assert "error" not in drawn, (drawn, text)
        assert len(drawn["edges"]) == len(pair.links)
        assert len(drawn["nodes"]) + len(drawn["groups"]) == len(pair.nodes) + 1


@needs_node
@needs_chromium
@pytest.mark.browser
def test_of_a_flow_too_large_for_a_comment_the_changed_part_is_drawn(mermaid):
    states = {f"S{n}": {"Type": "Pass", "Next": f"S{n + 1}"} for n in range(600)}
    old = {"StartAt": "S0", "States": {**states, "S600": {"Type": "Succeed"}}}
    new = {**old, "States": {**old["States"], "S300": {"Type": "Wait", "Seconds": 1, "Next": "S301"}}}
    before, after = (Workflow("flow", Document.parse(json.dumps(each))) for each in (old, new))
    text, is_part = comparison_flow(compare(before, after), Settings())
    (drawn,) = mermaid.read(text)
    assert is_part and sorted(node[0] for node in drawn["nodes"]) == ["s300", "s301", "s302"]


def is_inner_start(edge):
    return isinstance(edge.source, Scope) and edge.source.owner is not None


@pytest.mark.parametrize("name", [each.name for each in WORKFLOWS if read_sketch(each.design).cards])
def test_the_sketch_of_a_sample_comes_back(name):
    sketch = read_sketch(load_sample(name).design)
    assert told(sketch_of(read_diagram(sketch_flow(sketch))).sketch) == told(sketch)


TEXTS = st.text(
    alphabet="abc 在庫？\"#;<>&`\\%*_|[]{}()'/-.1:%\n", min_size=1, max_size=14
) | st.sampled_from(
    [
        "end",
        "1. first",
        "- x",
        "fa:fa-car go",
        "a%%{b}%%",
        "#quot;",
        "<b>x</b>",
        "\\n",
        "graph",
        "`md`",
        "%% x",
    ]
)


@st.composite
def sketches(draw) -> Sketch:
    count = draw(st.integers(1, 7))
    kinds, owners = st.sampled_from(CARD_KINDS), st.sampled_from(["", '倉庫 "A"', "end"])
    cards = {
        f"c{number}": Card(draw(kinds), draw(TEXTS), Point(0, 200 * number), draw(owners))
        for number in range(count)
    }
    ends = st.sampled_from(list(cards))
    arrows = draw(st.lists(st.builds(Arrow, ends, ends, TEXTS | st.just("")), max_size=8))
    return Sketch(cards, {f"a{number}": arrow for number, arrow in enumerate(arrows)})


def told(sketch):
    """Cards and arrows by their words: those are kept, uids and places are not."""
    cards = {uid: (card.kind, words(card.text)) for uid, card in sketch.cards.items()}
    arrows = [
        (cards[arrow.source], cards[arrow.target], words(arrow.label)) for arrow in sketch.arrows.values()
    ]
    return sorted(cards.values()), sorted(arrows)


def words(text):
    return without_hidden(one_line(text))


@examples(80, 1_500)
@given(sketches())
def test_any_sketch_comes_back_from_its_flowchart(sketch):
    diagram = read_diagram(sketch_flow(sketch))
    assert diagram.messages == ()
    assert told(sketch_of(diagram).sketch) == told(sketch)


@needs_node
@needs_chromium
@pytest.mark.browser
@examples(40, 400)
@given(sketches())
def test_mermaid_reads_the_words_of_any_sketch(mermaid, sketch):
    (drawn,) = mermaid.read(sketch_flow(sketch))
    assert "error" not in drawn, drawn
    labels = sorted(" ".join(label.split()) for _, label, _, _ in drawn["nodes"])
    assert labels == sorted(" ".join(without_hidden(card.text).split()) for card in sketch.cards.values())
