"""Saved answers of Miro become diagrams: frames, notes, shapes and connectors, page by page."""

from __future__ import annotations

import json

import pytest

from schemas.diagrams.diagram import DiagramRefused
from schemas.diagrams.reading import diagram_format, read_diagram
from schemas.diagrams.sketching import sketch_of


def item(id, type, content="", shape="", x=0, y=0, parent="", width=200, height=100, **data):
    frame = {"parent": {"id": parent}} if parent else {}
    origin = "parent_top_left" if parent else "canvas_center"
    words = {"title": content} if type in ("frame", "card") else {"content": content}
    return {
        "id": id,
        "type": type,
        "data": {**words, **({"shape": shape} if shape else {}), **data},
        "style": {"fillColor": "#ff0000"},
        "position": {"x": x, "y": y, "origin": "center", "relativeTo": origin},
        "geometry": {"width": width, "height": height},
        **frame,
    }


def connector(id, start, end, caption="", **style):
    return {
        "id": id,
        "type": "connector",
        "shape": "curved",
        "startItem": {"id": start, "links": {}},
        "endItem": {"id": end},
        "captions": [{"content": f"<p>{caption}</p>", "position": "50%"}] if caption else [],
        "style": {"endStrokeCap": "stealth", "startStrokeCap": "none", **style},
    }


ITEMS = [
    item("100", "frame", "倉庫", x=0, y=0, width=1000, height=600),
    item("1", "shape", "<p>注文を<strong>受ける</strong></p>", "round_rectangle", 200, 150, "100"),
    item("2", "shape", "<p>在庫あり？</p>", "rhombus", 500, 150, "100"),
    item("3", "shape", "<p>注文テーブル</p>", "can", 800, 150, "100"),
    item("4", "sticky_note", "<p>出荷する &amp; 連絡</p>", "square", 500, 400, "100"),
    item("5", "sticky_note", "<p>あとで相談</p>", "square", 900, 900),
    item("6", "shape", "<p>終わり</p>", "flow_chart_terminator", 1200, 400),
    item("7", "text", "<p>題</p>", x=-900, y=-600),
    item("8", "image", x=2000, y=0),
]
CONNECTORS = [
    connector("c1", "1", "2"),
    connector("c2", "2", "3", "ある"),
    connector("c3", "2", "4", "ない"),
    connector("c4", "6", "4", startStrokeCap="arrow", endStrokeCap="none"),
]


def page(entries, cursor="x"):
    return {
        "size": len(entries),
        "limit": 50,
        "total": 99,
        "data": entries,
        "cursor": cursor,
        "type": "cursor-list",
    }


WAYS = {
    "one object": json.dumps({"items": page(ITEMS), "connectors": page(CONNECTORS)}),
    "a list of pages": json.dumps([page(ITEMS[:4]), page(ITEMS[4:]), page(CONNECTORS)], indent=2),
    "answers after each other": json.dumps(page(ITEMS)) + "\n" + json.dumps(page(CONNECTORS)),
    "bare lists": json.dumps({"items": ITEMS, "connectors": CONNECTORS}, ensure_ascii=False),
    "connectors first": json.dumps([*CONNECTORS, *ITEMS]),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_board_is_read_however_its_answers_are_saved(way):
    sketched = sketch_of(read_diagram(WAYS[way]))
    cards = {card.text: (card.kind, card.owner) for card in sketched.sketch.cards.values()}
    assert cards == {
        "注文を受ける": ("step", "倉庫"),
        "在庫あり？": ("decision", "倉庫"),
        "注文テーブル": ("table", "倉庫"),
        "出荷する & 連絡": ("step", "倉庫"),
        "あとで相談": ("note", ""),
        "終わり": ("succeeded", ""),
        "題": ("note", ""),
    }
    named = {uid: card.text for uid, card in sketched.sketch.cards.items()}
    arrows = {(named[a.source], named[a.target], a.label) for a in sketched.sketch.arrows.values()}
    assert arrows == {
        ("注文を受ける", "在庫あり？", ""),
        ("在庫あり？", "注文テーブル", "ある"),
        ("在庫あり？", "出荷する & 連絡", "ない"),
        ("出荷する & 連絡", "終わり", ""),
    }
    assert [lane.owner for lane in sketched.sketch.lanes.values()] == ["倉庫"]
    assert [message.params for message in sketched.messages] == [{"type": "image", "count": "1"}]


def test_places_in_a_frame_count_from_its_corner():
    diagram = read_diagram(WAYS["bare lists"])
    assert diagram.nodes["1"].place.center == (-300, -150)


def test_cards_of_a_dense_board_do_not_cover_each_other():
    items = [
        item(str(i), "sticky_note", f"n{i}", x=i % 5 * 110, y=i // 5 * 110, width=100) for i in range(25)
    ]
    sketch = sketch_of(read_diagram(json.dumps(items))).sketch
    places = [card.position for card in sketch.cards.values()]
    assert not any(
        abs(a.x - b.x) < 220 and abs(a.y - b.y) < 88 for i, a in enumerate(places) for b in places[i + 1 :]
    )


def test_a_flat_export_of_the_web_sdk_is_read():
    board = [
        {
            "type": "shape",
            "id": "1",
            "shape": "rhombus",
            "content": "<p>A?</p>",
            "x": 0,
            "y": 0,
            "width": 9,
            "height": 9,
        },
        {"type": "sticky_note", "id": "2", "content": "<p>B</p>", "x": 900, "y": 0, "width": 9, "height": 9},
        {
            "type": "connector",
            "id": "3",
            "start": {"item": "1"},
            "end": {"item": "2"},
            "style": {},
            "captions": [],
        },
    ]
    diagram = read_diagram(json.dumps(board))
    assert [(edge.source, edge.target) for edge in diagram.edges] == [("1", "2")]


def test_a_shape_beneath_others_within_a_frame_is_a_lane_of_its_own():
    board = [
        item("f", "frame", "全体", width=1200, height=800),
        item("lane", "shape", "経理", "rectangle", 300, 200, "f", width=560, height=300),
        item("a", "shape", "請求", "rectangle", 200, 200, "f"),
        item("b", "sticky_note", "確認", "square", 420, 200, "f", width=100),
        item("c", "shape", "出荷", "rectangle", 900, 600, "f"),
        connector("x", "a", "c"),
    ]
    sketch = sketch_of(read_diagram(json.dumps(board))).sketch
    owners = {card.text: card.owner for card in sketch.cards.values()}
    assert owners == {"請求": "経理", "確認": "経理", "出荷": ""}
    assert [lane.owner for lane in sketch.lanes.values()] == ["全体", "経理"]


def test_a_loose_connector_is_told_with_its_line():
    text = json.dumps(
        [*ITEMS, {**connector("c9", "1", "2", "迷子"), "endItem": {}}], indent=1, ensure_ascii=False
    )
    messages = [message for message in read_diagram(text).messages if message.code == "diagram-loose-arrow"]
    assert [message.params for message in messages] == [{"text": "迷子"}]
    assert text.splitlines()[messages[0].line - 1].strip() == '"id": "c9",'


UNAUTHORIZED = {
    "status": 401,
    "code": "tokenNotProvided",
    "message": "No authorization token provided",
    "type": "error",
}


def test_an_error_in_place_of_the_connectors_is_told_beside_the_cards():
    diagram = read_diagram(json.dumps(page(ITEMS)) + json.dumps(UNAUTHORIZED))
    assert len(diagram.nodes) == 7
    (told,) = [message for message in diagram.messages if message.code == "diagram-miro-error"]
    assert "401" in told.message("ja")
    assert "No authorization token provided" in told.message("en")


def test_an_error_among_the_data_of_a_definition_is_none_of_miro():
    states = {"A": {"Type": "Pass", "Result": UNAUTHORIZED, "End": True}}
    assert diagram_format(json.dumps({"StartAt": "A", "States": states})) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (json.dumps(UNAUTHORIZED), "diagram-miro-error"),
        (json.dumps([page(CONNECTORS), UNAUTHORIZED]), "diagram-miro-error"),
        (json.dumps({"items": UNAUTHORIZED, "connectors": page(CONNECTORS)}), "diagram-miro-error"),
        (json.dumps(page(CONNECTORS)), "diagram-miro-without-items"),
        ('{"items": [' * 100_000, "diagram-bad-json"),
        ('[{"type": "shape", ', "diagram-bad-json"),
    ],
)
def test_an_answer_without_items_is_refused(text, code):
    with pytest.raises(DiagramRefused) as refused:
        read_diagram(text, "board.json")
    assert refused.value.diagnostic.code == code
