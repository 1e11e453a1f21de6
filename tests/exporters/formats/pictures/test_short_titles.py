"""Names that would be cut to the same words: told apart on the cards, in full on hover."""

from __future__ import annotations

from itertools import permutations
from xml.etree import ElementTree

import pytest
from budget import examples
from chained import flow
from hypothesis import given
from hypothesis import strategies as st

from exporters.formats.pictures.svg import svg
from exporters.settings import Settings
from schemas import Document
from schemas.document.json.writer import write_json
from schemas.sidecar.workflow import Workflow

SVG = "{http://www.w3.org/2000/svg}"
PAID = "Check whether the customer has already paid for the"
SENT = "注文内容の在庫引き当て結果を倉庫管理システムへ連携する"
BEGINNINGS = st.sampled_from([PAID, SENT, "process_the_incoming_order_", "x" * 40, "在庫" * 15, ""])
MIDDLES = st.text(st.sampled_from("ab12甲乙（） 🚚_"), min_size=1, max_size=6)
NAMES = st.builds(
    lambda *parts: " ".join("".join(parts).split())[:80] or "x", BEGINNINGS, MIDDLES, BEGINNINGS
)


def cards(workflow):
    """The words of the name on each card by the full name."""
    root = ElementTree.fromstring(svg(workflow, Settings()))
    found = {}
    for group in root.iter(f"{SVG}g"):
        title = group.find(f"{SVG}title")
        bold = [line.text for line in group.iter(f"{SVG}text") if "stroke" in line.attrib]
        if title is not None and bold:
            found[title.text] = " ".join(bold)
    return found


@pytest.mark.parametrize(
    "names",
    [
        (f"{PAID} goods", f"{PAID} shipping"),
        (f"{SENT}（通常便）", f"{SENT}（冷蔵便）"),
        tuple(f"{SENT} その{number}" for number in range(1, 13)),
        (f"{PAID} goods", f"{PAID} goods and the shipping"),
    ],
)
def test_cards_tell_names_apart(names):
    found = cards(flow(*names))
    assert set(found) == set(names) and len(set(found.values())) == len(names)


def test_the_end_that_differs_is_shown_in_full():
    found = cards(flow(f"{SENT}（通常便）", f"{SENT}（冷蔵便）"))
    assert all(words.replace(" ", "").endswith(f"…{name[-5:]}") for name, words in found.items())


@examples(40, 600)
@given(st.lists(NAMES, min_size=2, max_size=6, unique=True))
def test_no_two_cards_look_the_same(names):
    found = cards(flow(*names))
    assert len(set(found.values())) == len(names), found


def test_names_do_not_depend_on_their_order():
    names = (f"{PAID} goods", f"{PAID} shipping", "受付")
    assert len({tuple(sorted(cards(flow(*order)).items())) for order in permutations(names)}) == 1


def test_rules_of_a_choice_are_told_apart():
    rules = [
        {"Variable": "$.注文.会員.ランク.現在の値.区分", "StringEquals": value, "Next": "Done"}
        for value in ("gold", "silver")
    ]
    states = {"Ask": {"Type": "Choice", "Choices": rules}, "Done": {"Type": "Succeed"}}
    workflow = Workflow("flow", Document.parse(write_json({"StartAt": "Ask", "States": states}), "json"))
    root = ElementTree.fromstring(svg(workflow, Settings()))
    words = [line.text for line in root.iter(f"{SVG}text")]
    assert any("gold" in word for word in words) and any("silver" in word for word in words)
