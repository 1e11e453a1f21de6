"""The flowchart is found in files and Markdown; what cannot be read is told with its place."""

from __future__ import annotations

from contextlib import suppress

import pytest

from schemas.diagrams.diagram import DiagramRefused
from schemas.diagrams.reading import diagram_format, read_diagram

MARKDOWN = """# 返金の流れ

```js
graph TD
```

```mermaid
---
title: 返金
---
flowchart TD
  A[依頼] --> B{承認?}
  B -->|はい| C
```

```mermaid
sequenceDiagram
  A->>B: hi
```

```mermaid
graph LR
  X --> Y
```
"""


def test_the_first_flowchart_of_markdown_is_read_and_the_others_are_told():
    diagram = read_diagram(MARKDOWN)
    assert diagram.title == "返金"
    assert list(diagram.nodes) == ["A", "B", "C"]
    assert [message.code for message in diagram.messages] == ["diagram-other-flowcharts"]


def test_a_block_in_a_quotation_is_read():
    text = "> ```mermaid\n> graph TD\n>   A --> B\n> ```\n"
    assert list(read_diagram(text).nodes) == ["A", "B"]


def test_a_line_that_cannot_be_read_is_told_with_its_place_and_the_rest_is_read():
    diagram = read_diagram("graph TD\n  A --> B\n  B --> X ->-> C\n  C --> D\n")
    (message,) = diagram.messages
    assert (message.code, message.line) == ("diagram-unreadable-statement", 3)
    assert "B --> X ->-> C" in message.message("en")
    assert list(diagram.nodes) == ["A", "B", "C", "D"]
    assert [(edge.source, edge.target) for edge in diagram.edges] == [("A", "B"), ("C", "D")]


def test_a_place_in_markdown_counts_from_its_beginning():
    diagram = read_diagram("text\n\n```mermaid\ngraph TD\n  A --> ]\n  B\n```\n")
    assert (diagram.messages[0].line, diagram.messages[0].column) == (5, 9)


def test_a_text_of_which_nothing_can_be_read_is_refused_by_its_first_mistake():
    with pytest.raises(DiagramRefused) as refused:
        read_diagram("graph TD\n  A --> ]\n")
    assert (refused.value.diagnostic.code, refused.value.diagnostic.line) == (
        "diagram-unreadable-statement",
        2,
    )


def test_a_subgraph_without_end_is_told():
    diagram = read_diagram("graph TD\n  subgraph 倉庫\n  A --> B\n")
    assert [message.code for message in diagram.messages] == ["diagram-subgraph-open"]
    assert diagram.groups["倉庫"].members == ("A", "B")


def test_brackets_that_mermaid_wants_in_quotes_are_read_without_them():
    diagram = read_diagram("graph TD\n  A[Charge (card) again] --> B{Paid (all)?}\n")
    assert [node.text for node in diagram.nodes.values()] == ["Charge (card) again", "Paid (all)?"]
    assert not diagram.messages


def test_an_unknown_shape_is_told_and_taken_as_a_plain_one():
    diagram = read_diagram("graph TD\n  A@{ shape: rocket, label: Go }\n")
    assert [(node.text, node.role) for node in diagram.nodes.values()] == [("Go", "plain")]
    assert diagram.messages[0].params == {"shape": "rocket"}


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("sequenceDiagram\n  A->>B: hi\n", "diagram-no-flowchart", (1, 1)),
        ("\n```mermaid\ngantt\n  title x\n```\n", "diagram-no-flowchart", (3, 1)),
        ("flowchart TD\n", "diagram-empty", (1, 1)),
        ("hello", "diagram-unknown", (1, 1)),
    ],
)
def test_a_text_that_is_no_flowchart_is_refused(text, code, place):
    with pytest.raises(DiagramRefused) as refused:
        read_diagram(text, "order.mmd")
    diagnostic = refused.value.diagnostic
    assert (diagnostic.code, (diagnostic.line, diagnostic.column)) == (code, place)


@pytest.mark.parametrize(
    "text",
    [
        '{"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}',
        "StartAt: graph\nStates: {}\n",
        "",
        "graphs are nice",
    ],
)
def test_a_definition_is_no_diagram(text):
    assert diagram_format(text) is None


HOSTILE = [
    "graph TD\n" + "A" * 300_000,
    "graph TD\nA -- " + "." * 200_000,
    "graph TD\nA -. " + "." * 200_000,
    "graph TD\nA == " + "= " * 100_000,
    "graph TD\nA[" + "[" * 100_000,
    "graph TD\n" + "subgraph x\n" * 3_000 + "A --> B\n" + "end\n" * 3_000,
    "graph TD\n"
    + " & ".join(f"n{number}" for number in range(2_000))
    + " --> "
    + " & ".join(f"m{number}" for number in range(2_000)),
    "graph TD\n" + "".join(f"n{number} --> n{number + 1}\n" for number in range(5_000)),
    "graph TD\nA@{ " + "a: &a [x,x] \n" * 1_000 + " }",
    "```mermaid\n" * 20_000,
    "graph TD\n" + " " * 200_000 + "A" + " " * 200_000 + "--> B",
    "graph TD\nA --" + " " * 100_000,
    "graph TD\nA[" + "<" * 100_000 + "]",
    'graph TD\nA["' + "#" * 100_000 + '"]',
    "graph TD\n" + "%%{" * 50_000,
    "---\n" * 50_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_read_or_refused(text):
    with suppress(DiagramRefused):
        read_diagram(text, "x.mmd")
