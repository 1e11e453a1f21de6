"""Pictures of real workflows: nothing outside, nothing over a state, every word in its box."""

from __future__ import annotations

from itertools import combinations, pairwise
from xml.etree import ElementTree

import pytest
from budget import amount, deep
from corpus import definitions, needs_corpus

from exporters.formats.pictures.drawing import drawing
from exporters.formats.pictures.edges import LABEL_HEIGHT
from exporters.formats.pictures.svg import svg
from exporters.scene import draw
from exporters.scene.routing import route_edges
from exporters.settings import Settings
from schemas import Document
from schemas.asl.walk import scopes
from schemas.sidecar.workflow import Workflow

COUNT = amount(8, 25)
SVG = "{http://www.w3.org/2000/svg}"


def _flows():
    """Some of the definitions with eight states and more, spread evenly, in turns for both looks."""
    found = []
    for path in definitions():
        document = Document.parse(path.read_text("utf-8"), "json")
        if sum(len(scope.states) for scope in scopes(document.value)) >= 8:
            found.append(Workflow(path.stem, document))
    chosen = found[:: max(1, len(found) // COUNT)][:COUNT]
    looks = [Settings("engineering", language="en"), Settings("business", theme="dark")]
    return [pytest.param(flow, looks[index % 2], id=flow.name) for index, flow in enumerate(chosen)]


FLOWS = _flows()
over_real_flows = pytest.mark.parametrize("flow, settings", FLOWS)
pytestmark = [deep, needs_corpus]


def test_there_are_as_many_as_meant():
    assert len(FLOWS) == COUNT


@over_real_flows
def test_arrows_cross_no_state_and_labels_cover_nothing(flow, settings):
    found = drawing(flow, settings)
    states = [_inner(box) for box in found.boxes if not box.holds_others]
    for _, route, _ in found.edges:
        for one, other in pairwise(route.corners):
            assert not any(_meet(_around(one, other), state) for state in states)
    heads = [_head(route.corners) for _, route, _ in found.edges]
    labels = [_box(route.label) for _, route, _ in found.edges if route.label]
    for label in labels:
        assert not any(_meet(label, thing) for thing in (*states, *heads))
    assert not any(_meet(one, other) for one, other in combinations(labels, 2))


@over_real_flows
def test_errors_that_lead_to_different_states_share_no_line(flow, settings):
    scene = draw(flow)
    routes = route_edges(scene, settings.view_mode)
    for one, other in combinations(scene.edges.values(), 2):
        if one.target != other.target and "catch" in (one.edge.kind, other.edge.kind):
            for line in pairwise(routes[one.id].corners):
                assert not any(_along(line, step) for step in pairwise(routes[other.id].corners))


@over_real_flows
def test_nothing_is_outside_of_the_picture(flow, settings):
    root = ElementTree.fromstring(svg(flow, settings))
    x, y, width, height = map(float, root.attrib["viewBox"].split())
    for element in root.iter():
        if "x" in element.attrib and "width" in element.attrib:
            left, top = float(element.attrib["x"]), float(element.attrib["y"])
            assert x <= left and left + float(element.attrib["width"]) <= x + width
            assert y <= top and top + float(element.attrib["height"]) <= y + height


@over_real_flows
def test_every_word_is_within_its_box(flow, settings):
    """The lines of each state are no wider than the state, and no two lie over each other."""
    root = ElementTree.fromstring(svg(flow, settings))
    for group in root.iter(f"{SVG}g"):
        box = group.find(f"{SVG}rect")
        if box is None or box.attrib.get("x") is None:
            continue
        left, right = _across(box)
        for line in group.iter(f"{SVG}text"):
            start, end = _across(line)
            assert left <= start and end <= right, line.text


def _across(element):
    x, width = float(element.attrib["x"]), float(element.attrib.get("width", 0))
    width = float(element.attrib.get("textLength", width))
    return (x - width / 2, x + width / 2) if "text-anchor" in element.attrib else (x, x + width)


def _inner(figure):
    return figure.x + 1, figure.y + 1, figure.x + figure.width - 1, figure.y + figure.height - 1


def _around(one, other):
    (x1, y1), (x2, y2) = one, other
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _head(corners):
    """The arrowhead at the end of an edge."""
    (x1, y1), (x, y) = corners[-2:]
    if y == y1:
        return min(x, x - 10 * (x > x1) + 10 * (x < x1)), y - 4, max(x, x + 10 * (x < x1)), y + 4
    return x - 4, min(y, y - 10 * (y > y1)), x + 4, max(y, y + 10 * (y < y1))


def _along(one, other):
    """True if two lines lie on each other for more than eight pixels."""
    for axis in (0, 1):
        across = {round(point[axis]) for point in (*one, *other)}
        if len(across) == 1:
            ends = [sorted(point[1 - axis] for point in line) for line in (one, other)]
            return min(end for _, end in ends) - max(start for start, _ in ends) > 8
    return False


def _box(label):
    half, tall = label.width / 2, LABEL_HEIGHT / 2
    return label.x - half, label.y - tall, label.x + half, label.y + tall


def _meet(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
