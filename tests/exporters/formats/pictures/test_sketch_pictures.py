"""Pictures of a sketch: every kind of card, arrows at tables, lanes, and the legend of the lines."""

import json
from xml.etree.ElementTree import fromstring

import pytest

from exporters import ExportRefused, export
from exporters.scene.sketch import draw_sketch
from exporters.settings import Settings
from schemas.document.document import Document
from schemas.sidecar.design import Design
from schemas.sidecar.sketch import CARD_KINDS, read_sketch
from schemas.sidecar.workflow import Workflow

SVG = "{http://www.w3.org/2000/svg}"
FLOW = '{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}'


def workflow(cards, arrows=(), asl=FLOW, **more):
    drawn = {f"n{number}": arrow for number, arrow in enumerate(arrows)}
    design = json.dumps({"version": 1, "sketch": {"cards": cards, "arrows": drawn, **more}})
    return Workflow("w", Document.parse(asl), Design(Document.parse(design, "json")))


def card(kind, number=0, text="", **more):
    return {"kind": kind, "text": text or kind, "position": {"x": 0, "y": 160 * number}, **more}


def picture(found, **settings):
    (artifact,) = export(found, "svg", settings=Settings(subject="sketch", **settings))
    return artifact, fromstring(artifact.data)


def texts(drawn):
    return {each.text for each in drawn.iter(f"{SVG}text")}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_each_kind_of_card_is_drawn_with_its_words_and_its_owner(theme):
    cards = {kind: card(kind, number, owner=f"of {kind}") for number, kind in enumerate(CARD_KINDS)}
    artifact, drawn = picture(workflow(cards), theme=theme)
    assert artifact.path == "w.sketch.svg"
    assert set(CARD_KINDS) <= texts(drawn)
    assert {f"of {kind}" for kind in CARD_KINDS if kind != "note"} <= texts(drawn)
    shapes = {str(sorted(each.tag for each in group.iter())) for group in drawn.iter(f"{SVG}g")}
    assert len(shapes) > 4


def test_arrows_at_tables_have_lines_and_heads_of_their_own_and_a_legend():
    cards = {"a": card("step"), "t": card("table", 1), "b": card("step", 2, "ship")}
    arrows = [
        {"from": "a", "to": "t", "label": "saves"},
        {"from": "t", "to": "b"},
        {"from": "a", "to": "b"},
    ]
    _, drawn = picture(workflow(cards, arrows), language="en")
    heads = [each.get("marker-end") for each in drawn.iter(f"{SVG}path") if each.get("marker-end")]
    assert sorted(heads) == sorted(2 * ["url(#head-next)", "url(#head-reads)", "url(#head-writes)"])
    assert {"saves", "then", "writes to a table", "reads a table"} <= texts(drawn)
    _, plain = picture(workflow({"a": card("step"), "b": card("step", 1, "ship")}, arrows[2:]), language="en")
    assert "then" not in texts(plain)


def test_a_lane_and_long_or_hostile_words_stay_within_the_picture():
    lane = {"owner": "<b>", "position": {"x": -90, "y": -60}, "width": 500, "height": 400}
    cards = {"a": card("person", 0, "<script>alert(1)</script>" * 9), "n": card("note", 2, "メモ\n" * 40)}
    _, drawn = picture(workflow(cards, lanes={"l": lane}))
    left, top, width, height = map(float, drawn.get("viewBox").split())
    assert left < -90 and top < -60
    scene = draw_sketch(read_sketch(workflow(cards).design))
    assert all(
        box.rect.bottom < top + height and box.rect.right < left + width for box in scene.boxes.values()
    )
    assert "<b>" in texts(drawn)


def test_a_sketch_without_states_is_drawn_by_itself_and_a_png_opens_again():
    found = workflow({"a": card("screen", 0, "カート")}, asl='{"States": {}}')
    (artifact,) = export(found, "svg")
    assert "カート" in texts(fromstring(artifact.data))
    (png,) = export(found, "png")
    assert png.path == "w.sketch.png" and png.data.startswith(b"\x89PNG")


def test_a_sketch_of_too_many_arrows_is_refused():
    cards = {f"c{number}": card("step", number) for number in range(40)}
    arrows = [
        {"from": f"c{one}", "to": f"c{other}"} for one in range(40) for other in range(20) if one != other
    ]
    with pytest.raises(ExportRefused):
        picture(workflow(cards, arrows))
