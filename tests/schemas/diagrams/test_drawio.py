"""draw.io files, plain and packed, become diagrams; hostile ones are refused."""

from __future__ import annotations

import zlib
from base64 import b64encode
from urllib.parse import quote

import pytest

from schemas.diagrams.diagram import DiagramRefused
from schemas.diagrams.reading import read_diagram
from schemas.diagrams.sketching import sketch_of

BOX = "rounded=0;whiteSpace=wrap;html=1;"


def vertex(id, value, style=BOX, parent="1", x=0, y=0, width=120, height=60):
    return (
        f'<mxCell id="{id}" value="{value}" style="{style}" vertex="1" parent="{parent}">'
        f'<mxGeometry x="{x}" y="{y}" width="{width}" height="{height}" as="geometry"/></mxCell>'
    )


def edge(id, source, target, value="", style="edgeStyle=orthogonalEdgeStyle;", inner=""):
    ends = "".join(f' {name}="{end}"' for name, end in (("source", source), ("target", target)) if end)
    return (
        f'<mxCell id="{id}" value="{value}" style="{style}" edge="1" parent="1"{ends}>'
        f'<mxGeometry relative="1" as="geometry">{inner}</mxGeometry></mxCell>'
    )


def model(*cells):
    root = '<mxCell id="0"/><mxCell id="1" parent="0"/>' + "".join(cells)
    return f"<mxGraphModel><root>{root}</root></mxGraphModel>"


def mxfile(*pages):
    diagrams = "".join(
        f'<diagram id="p{i}" name="Page-{i}">{page}</diagram>' for i, page in enumerate(pages, 1)
    )
    return f'<mxfile host="app.diagrams.net">\n{diagrams}</mxfile>'


def packed(xml):
    deflate = zlib.compressobj(wbits=-15)
    return b64encode(deflate.compress(quote(xml, safe="").encode()) + deflate.flush()).decode()


def test_shapes_and_arrows_are_read():
    text = mxfile(
        model(
            vertex("a", "注文&lt;br&gt;受付", x=100, y=50),
            vertex("b", "&lt;b&gt;在庫?&lt;/b&gt;", "rhombus;html=1;", x=100, y=200),
            vertex("c", "orders", "shape=cylinder3;whiteSpace=wrap;", x=300, y=200),
            vertex("d", "担当者", "shape=umlActor;", x=300, y=300),
            vertex("e", "完了", "ellipse;whiteSpace=wrap;", x=100, y=400),
            vertex("n", "memo", "shape=note;", x=500, y=0),
            edge("1a", "a", "b"),
            edge("2a", "b", "c", "ある"),
            edge("3a", "b", "d"),
            vertex("3l", "ない", "edgeLabel;html=1;", parent="3a"),
            edge("4a", "d", "e"),
        )
    )
    sketch = sketch_of(read_diagram(text)).sketch
    kinds = {card.text: card.kind for card in sketch.cards.values()}
    assert kinds == {
        "注文受付": "step",
        "在庫?": "decision",
        "orders": "table",
        "担当者": "person",
        "完了": "succeeded",
        "memo": "note",
    }
    assert [arrow.label for arrow in sketch.arrows.values()] == ["", "ある", "ない", ""]


def test_a_packed_page_is_read_as_a_plain_one():
    page = model(vertex("a", "A"), vertex("b", "B", y=200), edge("e", "a", "b", "x &amp;amp; y"))
    assert read_diagram(mxfile(packed(page))) == read_diagram(mxfile(page))


def test_swimlanes_become_lanes_and_places_add_up():
    text = model(
        vertex("pool", "Pool", "swimlane;html=1;childLayout=stackLayout;", x=40, y=40, width=800, height=400),
        vertex("l1", "倉庫", "swimlane;html=1;horizontal=0;", "pool", 0, 20, 800, 180),
        vertex("l2", "経理", "swimlane;html=1;horizontal=0;", "pool", 0, 200, 800, 180),
        vertex("a", "出荷", parent="l1", x=60, y=60),
        vertex("b", "請求", parent="l2", x=60, y=60),
        edge("e", "a", "b"),
    )
    diagram = read_diagram(text)
    assert diagram.nodes["b"].place.x == 100 and diagram.nodes["b"].place.y == 300
    sketch = sketch_of(diagram).sketch
    assert {card.text: card.owner for card in sketch.cards.values()} == {"出荷": "倉庫", "請求": "経理"}
    pool, stock, accounts = sketch.lanes.values()
    assert [lane.owner for lane in (pool, stock, accounts)] == ["Pool", "倉庫", "経理"]
    assert stock.position.y + stock.height <= accounts.position.y


def test_a_shape_drawn_beneath_others_is_their_lane():
    text = model(
        vertex("l1", "倉庫", "swimlane;startSize=30;", x=0, y=0, width=600, height=200),
        vertex("l2", "経理", x=0, y=200, width=600, height=200),
        vertex("a", "出荷", x=60, y=60),
        vertex("b", "請求", x=60, y=260),
        vertex("c", "入金", x=360, y=260),
        edge("e", "a", "b"),
        edge("f", "b", "c"),
    )
    sketch = sketch_of(read_diagram(text)).sketch
    owners = {card.text: card.owner for card in sketch.cards.values()}
    assert owners == {"出荷": "倉庫", "請求": "経理", "入金": "経理"}
    assert [lane.owner for lane in sketch.lanes.values()] == ["倉庫", "経理"]


def test_a_label_of_an_object_is_read():
    cell = vertex("", "").replace(' id=""', "").replace(' value=""', "")
    text = model(
        f'<object label="品番 %x%" id="o">{cell}</object>', vertex("b", "B", y=300), edge("e", "o", "b")
    )
    assert read_diagram(text).nodes["o"].text == "品番 %x%"
    assert len(read_diagram(text).edges) == 1


def test_an_entity_with_rows_is_one_table():
    row = "text;strokeColor=none;fillColor=none;"
    text = model(
        vertex("t", "Orders", "swimlane;fontStyle=0;childLayout=stackLayout;", width=140, height=90),
        vertex("r1", "id", row, "t", 0, 30),
        vertex("r2", "total", row, "t", 0, 60),
        vertex("s", "Save", y=300),
        edge("e", "s", "t"),
    )
    diagram = read_diagram(text)
    assert {node.text: node.role for node in diagram.nodes.values()} == {"Orders": "table", "Save": "plain"}


@pytest.mark.parametrize(
    ("name", "title"),
    [("Page-1", ""), ("ページ1", ""), ("返金", "返金"), ("Refund v2 (new)", "Refund v2 (new)")],
)
def test_a_page_gives_its_name_unless_nobody_named_it(name, title):
    page = f'<mxfile><diagram name="{name}">{model(vertex("a", "A"))}</diagram></mxfile>'
    assert read_diagram(page).title == title


def test_pages_stand_below_each_other():
    page = model(vertex("a", "A"), vertex("b", "B", y=200), edge("e", "a", "b"))
    diagram = read_diagram(mxfile(page, packed(page)))
    assert [node.place.y for node in diagram.nodes.values()] == [0, 200, 420, 620]
    assert [(edge.source, edge.target) for edge in diagram.edges] == [("1/a", "1/b"), ("2/a", "2/b")]


def test_heads_tell_the_direction():
    text = model(
        vertex("a", "A"),
        vertex("b", "B", y=200),
        edge("e", "a", "b", style="startArrow=classic;endArrow=none;"),
        edge("f", "a", "b", style="startArrow=classic;endArrow=classic;"),
    )
    first, second = read_diagram(text).edges
    assert (first.source, first.target, second.both) == ("b", "a", True)


def test_a_loose_end_is_led_to_the_shape_beneath_it_else_told():
    point = '<mxPoint x="60" y="195" as="targetPoint"/>'
    nowhere = '<mxPoint x="900" y="900" as="targetPoint"/>'
    text = "\n".join(
        [
            "<mxfile><diagram>",
            model(vertex("a", "A"), vertex("b", "B", y=200), edge("e", "a", "", inner=point)),
            "",
        ]
    )
    text = text.replace("</root>", "\n" + edge("f", "a", "", "lost", inner=nowhere) + "</root>")
    diagram = read_diagram(text + "</diagram></mxfile>")
    assert [(edge.source, edge.target) for edge in diagram.edges] == [("a", "b")]
    (message,) = diagram.messages
    assert (message.code, message.line, message.params) == ("diagram-loose-arrow", 3, {"text": "lost"})


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaa"><!ENTITY b "&a;&a;&a;">]>\n<mxfile><diagram>&b;</diagram></mxfile>'
FILE = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><mxfile>&f;</mxfile>'


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (BOMB, "diagram-doctype"),
        (FILE, "diagram-doctype"),
        ("<mxfile><diagram>", "diagram-bad-xml"),
        ("<svg/>", "diagram-no-drawio"),
        (mxfile("%%%"), "diagram-bad-page"),
        (mxfile(b64encode(b"hello").decode()), "diagram-bad-page"),
        (mxfile(packed("<mxGraphModel>")), "diagram-bad-page"),
        (mxfile(packed("x" * 20_000_000)), "diagram-xml-too-large"),
        ("<mxfile>" + "<a>" * 200 + "</a>" * 200 + "</mxfile>", "diagram-xml-too-large"),
        ("<mxfile>" + "<a/>" * 60_000 + "</mxfile>", "diagram-xml-too-large"),
        (mxfile(model()), "diagram-empty"),
        ("", "diagram-bad-xml"),
    ],
)
def test_what_cannot_be_read_or_may_harm_is_refused(text, code):
    with pytest.raises(DiagramRefused) as refused:
        read_diagram(text, "x.drawio")
    assert refused.value.diagnostic.code == code


def test_cells_within_each_other_end():
    text = model(vertex("a", "A", parent="b"), vertex("b", "B", parent="a"), edge("e", "a", "b"))
    with pytest.raises(DiagramRefused) as refused:
        read_diagram(text)
    assert refused.value.diagnostic.code == "diagram-loose-arrow"
