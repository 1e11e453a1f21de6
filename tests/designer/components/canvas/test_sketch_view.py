"""The canvas' view of a sketch, also of one that an older version has saved."""

import json
from typing import get_args

from sketching import card

from designer.components.canvas.sketch_view import sketch_view
from designer.protocol.canvas import CardType
from schemas.document.document import Document
from schemas.sidecar.design import Design
from schemas.sidecar.sketch import CARD_KINDS
from schemas.sidecar.workflow import Workflow

OLD = {
    "version": 1,
    "sketch": {
        "cards": {
            "9f01c2d3e4a5": card("screen", "カート画面"),
            "b": {**card("decision", "在庫はある？", 0, 170), "owner": "カートチーム"},
            "c": card("failed", "在庫切れを知らせる", 0, 350),
            "t": card("table", "注文", 290, 350),
            "n": card("note", "支払いの結果が分からないときは？ 人が決済会社に確かめる。", 580, 350),
        },
        "arrows": {
            "1": {"from": "9f01c2d3e4a5", "to": "b"},
            "2": {"from": "b", "to": "c", "label": "ない"},
            "3": {"from": "b", "to": "t", "label": "ある"},
            "4": {"from": "t", "to": "9f01c2d3e4a5"},
            "5": {"from": "c", "to": "n"},
            "6": {"from": "b", "to": "b"},
        },
    },
}


def opened(design):
    text = json.dumps(design, ensure_ascii=False, indent=3)
    return Workflow("w", Document.parse("{}"), Design(Document.parse(text, "json"))), text


def test_the_kinds_of_cards_are_those_of_the_sidecar():
    assert get_args(CardType) == CARD_KINDS


def test_a_sketch_of_before_is_shown_as_it_was_and_stays_as_it_is():
    workflow, text = opened(OLD)
    shown = sketch_view(workflow)
    places = {id: (node.type, node.name, node.x, node.y) for id, node in shown.nodes.items()}
    assert places == {
        id: (each["kind"], each["text"], each["position"]["x"], each["position"]["y"])
        for id, each in OLD["sketch"]["cards"].items()
    }
    assert shown.nodes["b"].business.line == "カートチーム"
    kinds = {id: (edge.kind, edge.business) for id, edge in shown.edges.items()}
    assert kinds == {
        "arrow:1": ("next", ""),
        "arrow:2": ("choice", "ない"),
        "arrow:3": ("writes", "ある"),
        "arrow:4": ("reads", ""),
        "arrow:5": ("next", ""),
        "arrow:6": ("choice", ""),
    }
    assert workflow.design.document.text == text


def test_lanes_are_shown_behind_the_cards():
    lane = {"owner": "受注", "position": {"x": 1, "y": 2}, "width": 300, "height": 200}
    workflow, _ = opened({"version": 1, "sketch": {"cards": {}, "lanes": {"l": lane}}})
    assert sketch_view(workflow).lanes["lane:l"].owner == "受注"
