"""Tall flows: in columns where they could not be read otherwise, or told with what to do."""

from __future__ import annotations

from io import BytesIO
from itertools import combinations, pairwise

from chained import flow
from PIL import Image

from exporters import export
from exporters.formats.pictures.drawing import drawing
from exporters.formats.pictures.legibility import LEGIBLE
from exporters.settings import Settings
from schemas import Document
from schemas.document.json.writer import write_json
from schemas.sidecar.workflow import Workflow

CHAIN = [f"S{index}" for index in range(400)]
LANE = {"owner": "在庫チーム", "position": {"x": -40, "y": 0}, "width": 300, "height": 46_000}
NOTE = {"text": "確認", "position": {"x": -240, "y": 20_000}}


def told(picture):
    return [notice.code for notice in picture.notices]


def test_four_hundred_states_below_each_other_are_drawn_in_columns():
    (picture,) = export(flow(*CHAIN), "svg")
    assert told(picture) == ["picture-in-columns"]
    found = drawing(flow(*CHAIN), Settings())
    left, top, right, bottom = found.bounds
    assert found.columns > 10 and 1 < (right - left) / (bottom - top) < 3


def test_names_can_be_read_in_columns():
    (picture,) = export(flow(*CHAIN), "png", settings=Settings(scale=1.0))
    assert told(picture) == ["picture-in-columns"]
    left, _, right, _ = drawing(flow(*CHAIN), Settings()).bounds
    assert Image.open(BytesIO(picture.data)).width / (right - left) > LEGIBLE


def test_who_wants_it_as_on_the_canvas_is_told_that_nobody_can_read_it():
    (picture,) = export(flow(*CHAIN), "png", settings=Settings(layout="canvas"))
    assert told(picture) == ["picture-too-small"]
    assert "2.7" in picture.notices[0].message("ja") and "SVG" in picture.notices[0].message("en")
    (sharp,) = export(flow(*CHAIN), "svg", settings=Settings(layout="canvas"))
    assert told(sharp) == []


def test_a_wide_flow_for_which_columns_are_no_help_is_told():
    rules = [{"Variable": "$.a", "NumericEquals": index, "Next": f"S{index}"} for index in range(90)]
    states = {"A": {"Type": "Choice", "Choices": rules}}
    states |= {f"S{index}": {"Type": "Succeed"} for index in range(90)}
    text = write_json({"StartAt": "A", "States": states})
    (picture,) = export(Workflow("wide", Document.parse(text, "json")), "png")
    assert told(picture) == ["picture-too-small"]


def test_a_flow_that_can_be_read_stays_as_on_the_canvas():
    chain = flow(*CHAIN[:40])
    (picture,) = export(chain, "png")
    assert told(picture) == [] and drawing(chain, Settings()).columns == 1
    assert drawing(chain, Settings(layout="columns")).columns > 1


def test_a_short_flow_is_in_one_column_whatever_is_wanted():
    assert drawing(flow("A", "B", "C"), Settings(layout="columns")).columns == 1


def test_a_tall_container_is_in_columns_too():
    inner = flow(*CHAIN).document.value
    states = {"Each": {"Type": "Map", "ItemProcessor": inner, "End": True}}
    text = write_json({"StartAt": "Each", "States": states})
    (picture,) = export(Workflow("map", Document.parse(text, "json")), "png", settings=Settings(scale=0.7))
    assert "picture-too-small" not in told(picture)


def test_columns_cover_no_state():
    found = drawing(flow(*CHAIN), Settings())
    places = [(box.x, box.y, box.x + box.width, box.y + box.height) for box in found.boxes]
    for one, other in combinations(places[::7], 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    assert len({(x, y) for x, y, _, _ in places}) == len(CHAIN)


def test_annotations_stand_beside_the_same_states():
    design = {"version": 1, "lanes": {"lane": LANE}, "notes": {"note": NOTE}}
    found = drawing(flow(*CHAIN, design=design), Settings())
    lanes = list(found.annotations.lanes.values())
    assert len(lanes) == found.columns and {lane.owner for lane in lanes} == {"在庫チーム"}
    for box in found.boxes:
        assert any(
            lane.position.x <= box.x
            and box.x + box.width <= lane.position.x + lane.width
            and lane.position.y <= box.y <= lane.position.y + lane.height
            for lane in lanes
        )
    note = found.annotations.notes["note"]
    nearest = min(found.boxes, key=lambda box: abs(box.x - note.position.x) + abs(box.y - note.position.y))
    before = drawing(flow(*CHAIN), Settings(layout="canvas")).boxes
    level = next(box for box in before if abs(box.y - NOTE["position"]["y"]) < 60)
    assert abs(int(nearest.caption.title[1:]) - int(level.caption.title[1:])) <= 1


def test_a_character_without_a_font_is_told():
    (picture,) = export(flow("受付 \u1820"), "png")
    assert told(picture) == ["picture-without-font"] and "\u1820" in picture.notices[0].message("ja")
    assert told(export(flow("受付 🚚 한국 检查"), "png")[0]) == []


def test_places_that_people_chose_are_kept_within_a_column():
    places = {
        f"u{index}": {"name": name, "position": {"x": 40 * (index % 2), "y": 120 * index}}
        for index, name in enumerate(CHAIN[:60])
    }
    chain = flow(*CHAIN[:60], design={"version": 1, "states": places})
    found = drawing(chain, Settings(layout="columns")).boxes
    assert {two.x - one.x for one, two in pairwise(found) if two.y > one.y} == {40, -40}
