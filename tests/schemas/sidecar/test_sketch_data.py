"""Reading the sketch of a sidecar."""

import json

import pytest
from budget import examples
from hypothesis import given
from hypothesis import strategies as st

from schemas.document.document import Document
from schemas.sidecar.design import Design, Point
from schemas.sidecar.sketch import Arrow, Card, Sketch, read_sketch
from schemas.validator.check_design import check_design

CARD = {"kind": "screen", "text": "カート", "position": {"x": 1, "y": 2.5}}


def sidecar(sketch):
    return Design(Document.parse(json.dumps({"version": 1, "sketch": sketch}), "json"))


def test_a_sidecar_without_a_sketch_has_an_empty_one():
    assert read_sketch(Design.empty()) == Sketch({}, {})


def test_cards_and_arrows_are_read():
    person = {"kind": "person", "text": "", "position": {"x": 0, "y": 0}, "owner": "受注"}
    arrows = {"n": {"from": "a", "to": "b", "label": "在庫あり"}, "m": {"from": "b", "to": "b"}}
    read = read_sketch(sidecar({"cards": {"a": CARD, "b": person}, "arrows": arrows}))
    assert read == Sketch(
        {"a": Card("screen", "カート", Point(1, 2.5)), "b": Card("person", "", Point(0, 0), "受注")},
        {"n": Arrow("a", "b", "在庫あり"), "m": Arrow("b", "b")},
    )


def test_an_arrow_without_both_ends_is_left_out():
    arrows = {"n": {"from": "a", "to": "gone"}, "m": {"from": "a"}, "k": None}
    assert read_sketch(sidecar({"cards": {"a": CARD}, "arrows": arrows})).arrows == {}


def test_what_is_malformed_takes_its_default_and_names_that_are_no_uids_are_left_out():
    odd = {"kind": ["screen"], "text": 5, "position": {"x": 1e9, "y": 0}, "owner": {}}
    read = read_sketch(sidecar({"cards": {"a": odd, "b": 7, "</script>": CARD, "": CARD}, "arrows": [1]}))
    assert read == Sketch({uid: Card("note", "", Point(0, 0)) for uid in "ab"}, {})


@pytest.mark.parametrize(
    ("sketch", "expected"),
    [
        ({}, []),
        ({"cards": {"a": CARD}, "arrows": {"n": {"from": "a", "to": "a"}}}, []),
        ({"cards": {"a": {**CARD, "kind": "box"}}}, ["/sketch/cards/a/kind"]),
        ({"cards": {"a": {**CARD, "position": {"x": 1}}}}, ["/sketch/cards/a/position"]),
        ({"cards": {"a b": CARD}}, ["/sketch/cards/a b"]),
        ({"arrows": {"n": {"from": "a"}}}, ["/sketch/arrows/n"]),
        ({"arrows": {"n": {"from": "a", "to": "b", "label": 1}}}, ["/sketch/arrows/n/label"]),
    ],
)
def test_what_is_wrong_with_a_sketch_is_told_at_its_place(sketch, expected):
    assert [found.pointer for found in check_design(sidecar(sketch))] == expected


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from("ab"), inner, max_size=2),
    max_leaves=5,
)
ENTRY = st.dictionaries(st.sampled_from(["kind", "text", "position", "owner", "from", "to"]), ANY) | ANY
SECTION = st.dictionaries(st.sampled_from(["a", "b", "../c"]), ENTRY, max_size=3) | ANY


@examples(50, 750)
@given(st.fixed_dictionaries({"cards": SECTION, "arrows": SECTION}) | ANY)
def test_reading_never_fails_and_gives_whole_arrows(sketch):
    read = read_sketch(sidecar(sketch))
    ends = {end for arrow in read.arrows.values() for end in (arrow.source, arrow.target)}
    assert ends <= read.cards.keys()
