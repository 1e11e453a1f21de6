"""Flowcharts are read as Mermaid's own parser reads them: the same nodes, edges, labels and subgraphs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from budget import examples
from hypothesis import given
from hypothesis import strategies as st
from tooling import needs_chromium, needs_node
from tools.mermaid_parser import MermaidParser

from schemas.diagrams.mermaid.flowchart import FlowEdge
from schemas.diagrams.mermaid.source import find_source
from schemas.diagrams.mermaid.statements import read_flowchart

FOLDER = Path(__file__).parent / "flowcharts"
FLOWCHARTS = sorted(FOLDER.glob("*.mmd"))
SHAPES = {"": "squareRect", "square": "squareRect", "round": "roundedRect"}
ICON = re.compile(r"\bfa[bklrs]?:fa-[\w-]+\s*")

pytestmark = [needs_node, needs_chromium, pytest.mark.browser]


@pytest.fixture(scope="module")
def mermaid(browser):
    page = browser.new_page()
    yield MermaidParser(page)
    page.close()


def words(text: str) -> str:
    """A label without icons, marks of Markdown and spaces that only the renderer tells apart."""
    return " ".join(ICON.sub("", text).replace("*", "").replace("_", "").split())


def heads(edge: FlowEdge) -> tuple[str, str]:
    if edge.head == "arrow_open":
        return "none", "none"
    end = edge.head.removeprefix("double_")
    return (end if edge.head != end else "none"), end


def our_reading(text: str) -> dict:
    source = find_source(text)
    assert source is not None
    chart = read_flowchart(source)
    assert chart.messages == []
    parents = {member: id for id, graph in chart.subgraphs.items() for member in graph.members}
    return {
        "nodes": sorted(
            [id, words(node.label.text), SHAPES.get(node.shape, node.shape), parents.get(id, "")]
            for id, node in chart.nodes.items()
            if id not in chart.subgraphs
        ),
        "groups": sorted(
            [id, words(graph.label.text), parents.get(id, "")] for id, graph in chart.subgraphs.items()
        ),
        "edges": [
            [edge.start, edge.end, words(edge.label.text), *heads(edge), edge.stroke] for edge in chart.edges
        ],
    }


def their_reading(read: dict) -> dict:
    assert "error" not in read, read
    return {
        "nodes": sorted([id, words(label), shape, group] for id, label, shape, group in read["nodes"]),
        "groups": sorted([id, words(label), group] for id, label, group in read["groups"]),
        "edges": [
            [start, end, words(label), first, last, "dotted" if pattern == "dotted" else thickness]
            for start, end, label, first, last, thickness, pattern in read["edges"]
        ],
    }


def test_there_are_enough_flowcharts():
    assert len(FLOWCHARTS) >= 40


@pytest.mark.parametrize("path", FLOWCHARTS, ids=lambda path: path.stem)
def test_a_flowchart_is_read_as_mermaid_reads_it(mermaid, path):
    text = path.read_bytes().decode()
    ours, theirs = our_reading(text), their_reading(mermaid.read(text)[0])
    if path.stem == "icon-and-image-nodes":  # drawn as pictures: a card has no such shape
        for reading in (ours, theirs):
            reading["nodes"] = [[id, label, group] for id, label, _, group in reading["nodes"]]
    assert ours == theirs


IDS = st.sampled_from(["A", "b2", "check-1", "注文", "x_y", "在庫.有無", "1st", "node/7"])
PLAIN = st.text(alphabet="abcdeo x在庫確認1!?%&*'.,:=+-", min_size=1, max_size=12).filter(
    lambda text: text.strip() and not re.search(r"[-=.~]{2}|-\.|\.-", text) and not text.endswith(("-", "="))
)
QUOTED = st.text(alphabet="abc [](){}|;<>/#&在庫\\\n-", min_size=1, max_size=14).filter(
    lambda text: text.strip() and not re.search(r"<[a-z/]", text)
)
BRACKETS = [
    "[{}]",
    "({})",
    "([{}])",
    "[[{}]]",
    "[({})]",
    "(({}))",
    "{{{}}}",
    "{{{{{}}}}}",
    "((({})))",
    ">{}]",
    "[/{}/]",
    "[\\{}\\]",
    "[/{}\\]",
]
LINKS = ["-->", "---", "-.->", "==>", "--o", "--x", "<-->", "---->", "~~~", "===", "-.-"]
MIDDLES = [("--", "-->"), ("==", "==>"), ("-.", ".->"), ("--", "---"), ("<--", "-->")]


@st.composite
def nodes(draw) -> str:
    id = draw(IDS)
    if draw(st.booleans()):
        return id
    label = f'"{draw(QUOTED)}"' if draw(st.booleans()) else draw(PLAIN.map(str.strip))
    return id + draw(st.sampled_from(BRACKETS)).format(label)


@st.composite
def links(draw) -> str:
    kind = draw(st.integers(0, 3))
    if kind == 0:
        start, end = draw(st.sampled_from(MIDDLES))
        return f" {start} {draw(st.sampled_from(['yes', 'はい', 'not ok', 'a b c']))} {end} "
    link = draw(st.sampled_from(LINKS))
    space = draw(st.sampled_from([" ", "  ", "\n  "]))
    if kind == 1 and link != "~~~":
        return f"{space}{link}|{draw(st.sampled_from(['ok', 'だめ', '1 2']))}| "
    return f"{space}{link} "


@st.composite
def flowcharts(draw) -> str:
    lines = [draw(st.sampled_from(["flowchart TD", "graph LR", "flowchart RL;", "graph BT"]))]
    depth = 0
    for number in range(draw(st.integers(1, 6))):
        choice = draw(st.integers(0, 5))
        if choice == 0:
            title = draw(st.sampled_from(["", " [経理 部]", ' ["Title (1)"]']))
            lines.append(f"subgraph s{number}{title}")
            depth += 1
        elif choice == 1 and depth:
            lines.append("end")
            depth -= 1
        statement = draw(nodes())
        for _ in range(draw(st.integers(0, 3))):
            statement += draw(links()) + draw(nodes())
            if draw(st.integers(0, 3)) == 0:
                statement += f" & {draw(nodes())}"
        lines.append(statement + draw(st.sampled_from(["", ";", "  "])))
    return "\n".join([*lines, *["end"] * depth]) + "\n"


@examples(60, 500)
@given(flowcharts())
def test_a_generated_flowchart_is_read_as_mermaid_reads_it(mermaid, text):
    theirs = mermaid.read(text)[0]
    if "error" in theirs:
        return
    assert our_reading(text) == their_reading(theirs)
