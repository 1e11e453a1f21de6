"""Diagrams become sketches: kinds by shape and words, lanes from groups, places that leave room for cards."""

from __future__ import annotations

import json

import pytest

from exporters.scene.diagram_layout import placed
from schemas.diagrams.reading import read_diagram
from schemas.diagrams.sketching import sketch_of
from schemas.document.document import Document
from schemas.sidecar.design import Design
from schemas.sidecar.limits import MAX_ENTRIES
from schemas.sidecar.sketch import read_sketch
from schemas.sidecar.sketch_writer import design_with_sketch
from schemas.validator.check_design import check_design


def sketched(text):
    return sketch_of(placed(read_diagram(text)))


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("A --> X[在庫を確認] --> B", "step"),
        ("A --> X{在庫あり} --> B", "decision"),
        ("A --> X[在庫はありますか？] --> B", "decision"),
        ("A --> X[Enough stock?] --> B", "decision"),
        ("A --> X[(orders)]", "table"),
        ("A --> X[注文テーブル]", "table"),
        ("A --> X[在庫テーブルを更新] --> B", "step"),
        ("A --> X[[決済システム]] --> B", "external"),
        ("X([注文する]) --> B", "screen"),
        ("A --> X([処理]) --> B", "step"),
        ("A --> X((終わり))", "succeeded"),
        ("A --> X(((エラー)))", "failed"),
        ("A --> X([注文をキャンセル])", "failed"),
        ("A --> X[注文完了]", "succeeded"),
        ("A --> X[決済失敗]", "failed"),
        ("A --> X[エラーを通知]", "step"),
        ("A --> X[/注文画面/] --> B", "screen"),
        ("A --> X[商品ページ] --> B", "screen"),
        ("A --> X[/上長が承認する/] --> B", "person"),
        ("A --> X[担当者が確認] --> B", "person"),
        ("A --> X[経理担当] --> B", "person"),
        ("A --> X[Manager approves] --> B", "person"),
        ("A --> X[担当者へ通知] --> B", "step"),
        ("A --> X@{ shape: person, label: 佐藤 } --> B", "person"),
        ("A --> B\nX@{ shape: comment, label: あとで }", "note"),
    ],
)
def test_the_kind_of_a_card_follows_from_shape_edges_and_words(statement, kind):
    diagram = read_diagram(f"flowchart TD\n{statement}\n")
    number = list(diagram.nodes).index("X") + 1
    assert sketch_of(placed(diagram)).sketch.cards[f"c{number}"].kind == kind


def test_an_arrow_to_a_subgraph_leads_to_its_first_cards_and_one_from_it_leaves_its_last():
    sketch = sketched("graph TD\nsubgraph s\na --> b --> c\na2 --> c\nend\nX --> s --> Y\n").sketch
    names = {uid: card.text for uid, card in sketch.cards.items()}
    arrows = {(names[arrow.source], names[arrow.target]) for arrow in sketch.arrows.values()}
    assert arrows == {("a", "b"), ("b", "c"), ("a2", "c"), ("X", "a"), ("X", "a2"), ("c", "Y")}


def test_two_heads_become_two_arrows_and_a_hidden_link_none():
    sketch = sketched("graph TD\nA <-->|x| B\nB ~~~ C\n").sketch
    assert [(a.source, a.target, a.label) for a in sketch.arrows.values()] == [
        ("c1", "c2", "x"),
        ("c2", "c1", "x"),
    ]


def test_a_text_of_lines_becomes_one_line():
    sketch = sketched('graph TD\nA["注文を<br/>受ける"] --> B["Take the<br>order"]\n').sketch
    assert [card.text for card in sketch.cards.values()] == ["注文を受ける", "Take the order"]


def test_a_group_around_everything_owns_nothing():
    sketch = sketched("graph TD\nsubgraph 全体\nA --> B\nsubgraph 倉庫\nB\nend\nend\n").sketch
    assert {card.text: card.owner for card in sketch.cards.values()} == {"A": "", "B": "倉庫"}
    assert [lane.owner for lane in sketch.lanes.values()] == ["全体", "倉庫"]


def test_lanes_hold_their_cards_and_no_others():
    lanes = "subgraph 顧客\nA\nend\nsubgraph 倉庫\nB --> C\nend\nsubgraph 経理\nD\nend\n"
    text = f"graph LR\n{lanes}A --> B\nC --> D --> E\nA --> E\n"
    sketch = sketched(text).sketch
    for lane in sketch.lanes.values():
        for card in sketch.cards.values():
            x, y = card.position.x + 110, card.position.y + 44
            inside = (
                lane.position.x < x < lane.position.x + lane.width
                and lane.position.y < y < lane.position.y + lane.height
            )
            assert inside == (card.owner == lane.owner)


def test_more_than_a_sketch_holds_is_told():
    result = sketched("graph TD\n" + "".join(f"n{i} --> n{i + 1}\n" for i in range(MAX_ENTRIES + 20)))
    assert len(result.sketch.cards) == MAX_ENTRIES
    assert [message.code for message in result.messages] == ["diagram-too-many"]


def test_the_sketch_is_written_as_the_sidecar_reads_it():
    sketch = sketched("graph LR\nsubgraph 倉庫\nA -->|ある| B{?}\nend\nB --> C[(t)]\n").sketch
    design = design_with_sketch(sketch, "注文")
    assert read_sketch(design) == sketch
    assert design.title == "注文"
    assert check_design(design) == []
    assert json.loads(design.document.text)["sketch"]["arrows"]["a1"] == {
        "from": "c1",
        "to": "c2",
        "label": "ある",
    }
    assert read_sketch(Design(Document.parse(design.document.text, "json"))) == sketch
