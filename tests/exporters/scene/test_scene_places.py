"""The positions of states: those from the sidecar, and those found beside them."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest

from exporters.scene import draw
from schemas import Document
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Workflow

PASS = {"Type": "Pass", "End": True}


def chain(*names):
    states = {name: {"Type": "Pass", "Next": after} for name, after in pairwise(names)}
    return {"StartAt": names[0], "States": {**states, names[-1]: PASS}}


def flow(definition, **places):
    states = {name: {"name": name, "position": {"x": x, "y": y}} for name, (x, y) in places.items()}
    sidecar = Document.parse(json.dumps({"version": 1, "states": states}), "json")
    return Workflow("flow", Document.parse(json.dumps(definition), "json"), Design(sidecar))


def places(workflow):
    return {box.state.name: (box.x, box.y) for box in draw(workflow).boxes.values() if box.state}


def test_a_placed_state_stands_where_it_was_put():
    wanted = {"A": (-100, -50.5), "B": (300, 20)}
    assert places(flow(chain("A", "B"), **wanted)) == wanted


def test_overlapping_cards_are_left_alone():
    wanted = {"A": (0, 0), "B": (10, 10)}
    assert places(flow(chain("A", "B"), **wanted)) == wanted


def test_a_state_without_a_place_goes_below_the_one_that_leads_to_it():
    found = places(flow(chain("A", "B", "C"), A=(500, 0), C=(0, 900)))
    assert found["A"] == (500, 0) and found["C"] == (0, 900)
    assert found["B"][0] == 500 and found["B"][1] > 64


def test_it_gives_way_to_what_stands_there():
    found = places(flow(chain("A", "B", "C"), A=(500, 0), C=(500, 100)))
    assert found["B"][0] >= 500 + 220


def test_a_chain_without_places_grows_downward():
    found = places(flow(chain("A", "B", "C", "D"), A=(0, 0)))
    assert [found[name][0] for name in "ABCD"] == [0, 0, 0, 0]
    assert sorted(found.values(), key=lambda place: place[1]) == [found[name] for name in "ABCD"]


def test_a_state_that_nothing_leads_to_goes_below_all():
    definition = {"StartAt": "A", "States": {"A": PASS, "B": PASS}}
    assert places(flow(definition, A=(0, 700)))["B"][1] > 700


def test_many_without_places_are_laid_out_beside_the_others():
    names = [f"S{index}" for index in range(100)]
    found = places(flow(chain(*names), S0=(0, 0)))
    assert found["S0"] == (0, 0)
    assert all(found[name][0] > 220 for name in names[1:])


def test_a_state_in_a_container_stays_below_its_title():
    definition = {"StartAt": "M", "States": {"M": {"Type": "Map", "ItemProcessor": chain("A"), "End": True}}}
    x, y = places(flow(definition, A=(-500, -500)))["A"]
    assert x > 0 and y > 40


def map_of(*names, after):
    inner = {"Type": "Map", "ItemProcessor": chain(*names), "Next": after}
    return {
        "StartAt": "M",
        "States": {"M": inner, after: {"Type": "Pass", "Next": "C"}, "C": PASS, "R": PASS},
    }


def test_a_grown_container_pushes_down_what_it_would_cover_and_all_below():
    wanted = {"M": (0, 56), "B": (20, 260), "C": (20, 400), "R": (600, 56)}
    small = places(flow(map_of("X", after="B"), **wanted))
    large = places(flow(map_of("X", "Y", "Z", after="B"), **wanted))
    assert small == {**small, **wanted}
    assert large["B"][1] > 400
    assert large["C"][1] - large["B"][1] == 140
    assert large["M"] == (0, 56) and large["R"] == (600, 56)


def test_a_grown_container_pushes_aside_what_stands_beside_it():
    wanted = {"M": (0, 56), "B": (20, 900), "C": (20, 1_000), "R": (200, 56)}
    found = places(flow(map_of("X", "Y", after="B"), **wanted))
    assert found["R"][0] > 260 and found["R"][1] == 56
    assert found["B"] == (20, 900)


def test_what_was_pushed_stays_where_it_was_drawn():
    wanted = {"M": (0, 56), "B": (20, 260), "C": (20, 400), "R": (600, 56)}
    definition = map_of("X", "Y", "Z", after="B")
    once = places(flow(definition, **wanted))
    again = places(flow(definition, **{name: once[name] for name in wanted}))
    assert again == once


@pytest.mark.parametrize("kind", ["Map", "Parallel"])
def test_an_empty_container_has_a_size(kind):
    (box,) = draw(flow({"StartAt": "M", "States": {"M": {"Type": kind}}})).boxes.values()
    assert box.width >= 260 and box.height >= 100


def test_a_text_that_cannot_be_read_draws_nothing():
    scene = draw(Workflow("flow", Document.parse("{", "json")))
    assert (scene.boxes, scene.edges) == ({}, {})
