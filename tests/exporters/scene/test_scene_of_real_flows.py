"""The scene of twenty real definitions: nothing overlaps, all is inside, the happy path is straight."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from corpus import definitions, needs_corpus

from exporters.scene import draw
from exporters.scene.layout import lay_out
from exporters.scene.sizes import PADDING, START_SPACE, TITLE
from schemas import Document
from schemas.asl.states import kinds
from schemas.asl.walk import scopes
from schemas.sidecar.workflow import Workflow


def _flows():
    """Twenty of the definitions with eight states and more, spread evenly."""
    found = []
    for path in definitions():
        document = Document.parse(path.read_text("utf-8"), "json")
        if sum(len(scope.states) for scope in scopes(document.value)) >= 8:
            found.append(pytest.param(Workflow(path.stem, document), id=path.stem))
    return found[:: max(1, len(found) // 20)][:20]


FLOWS = _flows()
over_real_flows = pytest.mark.parametrize("flow", FLOWS)
pytestmark = needs_corpus


def test_there_are_twenty():
    assert len(FLOWS) == 20


@over_real_flows
def test_siblings_do_not_overlap(flow):
    boxes = draw(flow).boxes.values()
    for parent in {box.parent for box in boxes}:
        for one, other in combinations([box for box in boxes if box.parent == parent], 2):
            across = one.x < other.x + other.width and other.x < one.x + one.width
            down = one.y < other.y + other.height and other.y < one.y + one.height
            assert not (across and down), (one.id, other.id)


@over_real_flows
def test_what_is_inside_stays_inside_below_the_title(flow):
    boxes = draw(flow).boxes
    for box in boxes.values():
        around = boxes.get(box.parent)
        if around is None:
            assert box.x >= 0 and box.y >= START_SPACE
            continue
        assert box.x >= PADDING and box.y >= TITLE + (START_SPACE if box.state else 0)
        assert box.x + box.width + PADDING <= around.width
        assert box.y + box.height + PADDING <= around.height


@over_real_flows
def test_containers_are_tight(flow):
    boxes = draw(flow).boxes
    for box in boxes.values():
        inside = [inner for inner in boxes.values() if inner.parent == box.id and inner.state]
        if len(inside) > 1 and box.state:
            right = max(inner.x + inner.width for inner in inside)
            assert box.width == max(right + PADDING, 260)


@over_real_flows
def test_a_next_leads_straight_down_where_nothing_else_does(flow):
    """States that follow each other, and are reached and left no other way, have one middle line."""
    scene = draw(flow)
    arriving = [arrow.target for arrow in scene.edges.values()]
    leaving = [arrow.source for arrow in scene.edges.values()]
    for arrow in scene.edges.values():
        if arrow.edge.kind != "next" or arriving.count(arrow.target) > 1 or leaving.count(arrow.source) > 1:
            continue
        above, below = scene.boxes[arrow.source], scene.boxes[arrow.target]
        assert above.y + above.height < below.y
        assert abs(above.x + above.width / 2 - below.x - below.width / 2) <= 2, arrow.id


@over_real_flows
def test_branches_stand_in_order(flow):
    boxes = draw(flow).boxes
    for one, other in pairwise(boxes.values()):
        if one.state is None and other.state is None and one.parent == other.parent:
            assert one.x + one.width < other.x and one.y == other.y and one.height == other.height


@over_real_flows
def test_it_is_the_same_each_time(flow):
    first = draw(flow)
    lay_out.cache_clear()
    assert draw(flow) == first
    assert draw(flow, "en").boxes == first.boxes


@over_real_flows
def test_every_state_of_the_language_is_drawn(flow):
    drawn = [box.state.name for box in draw(flow).boxes.values() if box.state]
    assert len(drawn) == sum(len(scope.states) for scope in scopes(flow.document.value))
    assert {box.state.type for box in draw(flow).boxes.values() if box.state} <= set(kinds())
