"""The layout of a scope: the order of its states, and the time that it takes."""

from __future__ import annotations

import json
import random
from time import perf_counter

import pytest
from budget import examples
from hypothesis import given
from hypothesis import strategies as st

from exporters.scene import draw, warm_up
from exporters.scene.edge_ranks import (
    forward_edges,
    longest_path,
    topological_order,
    transitive_reduction,
    without_long_edges,
)
from exporters.scene.layout import MOST_BOXES, lay_out
from exporters.scene.rows import Link, Size
from schemas import Document
from schemas.sidecar.workflow import Workflow

CARD = Size(220, 64)


def lines(*arrows, main=True, labelled=False):
    kind = "next" if not labelled else "choice" if main else "catch"
    return tuple(Link(source, target, main, kind) for source, target in arrows)


def test_a_circle_is_seen_from_its_start():
    arrows = [(0, 1), (1, 2), (2, 1)]
    order = topological_order(3, arrows, 0)
    assert order == [0, 1, 2]
    assert forward_edges(order, arrows) == [(0, 1), (1, 2)]


def test_an_arrow_past_others_tells_nothing_new():
    arrows = [(0, 1), (1, 2), (0, 2)]
    assert sorted(transitive_reduction([0, 1, 2], arrows)) == [(0, 1), (1, 2)]


def test_the_longest_way_is_the_happy_path():
    arrows = [(0, 3), (0, 1), (1, 2), (2, 3)]
    assert longest_path([0, 1, 2, 3], arrows, 0) == [0, 1, 2, 3]


def test_of_two_ways_of_one_length_the_first_is_taken():
    assert longest_path([0, 1, 2], [(0, 2), (0, 1)], 0) == [0, 2]


def test_the_longest_arrows_are_left_out_first():
    arrows = [(0, 1), (1, 2), (2, 3), (4, 3), (4, 2), (0, 3)]
    assert (0, 3) not in without_long_edges([0, 1, 2, 4, 3], arrows, 3)
    assert set(without_long_edges([0, 1, 2, 4, 3], arrows, 0)) >= {(0, 1), (1, 2), (2, 3)}


@examples(30, 500)
@given(
    st.integers(1, 12).flatmap(
        lambda n: st.tuples(st.just(n), st.lists(st.tuples(*[st.integers(0, n - 1)] * 2)))
    )
)
def test_what_comes_after_what_is_kept(graph):
    count, arrows = graph
    order = topological_order(count, arrows, 0)
    assert sorted(order) == list(range(count))
    forward = forward_edges(order, arrows)
    assert _reached(count, transitive_reduction(order, forward)) == _reached(count, forward)


def _reached(count, arrows):
    reached = {(source, target) for source, target in arrows}
    for middle in range(count):
        into = [source for source, target in reached if target == middle]
        out = [target for source, target in reached if source == middle]
        reached |= {(source, target) for source in into for target in out}
    return reached


def test_a_catch_stands_beside_the_happy_path():
    arrows = (*lines((0, 1), (1, 2)), *lines((0, 3), main=False, labelled=True))
    (x0, _), (x1, _), (x2, _), (x3, _) = lay_out((CARD,) * 4, arrows, 0)
    assert x0 == x1 == x2
    assert x3 > x0 + CARD.width


def test_the_handler_of_the_last_state_stands_beside_it_too():
    (x0, _), (x1, y1) = lay_out((CARD,) * 2, lines((0, 1), main=False, labelled=True), 0)
    assert x1 > x0 and y1 > CARD.height


def test_words_on_an_arrow_get_room():
    plain = lay_out((CARD,) * 3, lines((0, 1), (1, 2)), 0)
    worded = lay_out((CARD,) * 3, (*lines((0, 1)), *lines((1, 2), labelled=True)), 0)
    assert worded[1] == plain[1]
    assert worded[2][1] > plain[2][1]


def test_rules_lead_to_the_right_in_their_order():
    corners = lay_out((CARD,) * 4, lines((0, 1), (0, 2), (0, 3), labelled=True), 0)
    assert corners[1][0] < corners[2][0] < corners[3][0]


def test_more_than_can_be_read_is_set_out_in_rows():
    corners = lay_out((CARD,) * (MOST_BOXES + 1), (), None)
    assert len(set(corners)) == MOST_BOXES + 1


@pytest.mark.parametrize("count, seconds", [(30, 0.6), (500, 4), (1_000, 6)])
def test_it_is_fast(count, seconds):
    """Measured warm on an idle machine: 11, 60 and 100 ms; the bounds leave room for a busy one."""
    warm_up()
    workflow = Workflow("flow", Document.parse(json.dumps(_long_flow(count)), "json"))
    assert isinstance(workflow.document.value, dict)
    started = perf_counter()
    draw(workflow)
    assert perf_counter() - started < seconds


def _long_flow(count):
    """Tasks in a row, a third with an error handler of its own, that all lead to one end."""
    chance = random.Random(1)
    states = {}
    for index in range(count):
        state = {"Type": "Task", "Next": f"s{index + 1}"}
        if chance.random() < 0.3:
            state["Catch"] = [{"ErrorEquals": ["States.ALL"], "Next": f"h{index}"}]
            states[f"h{index}"] = {"Type": "Task", "Next": "fail"}
        states[f"s{index}"] = state
    states |= {f"s{count}": {"Type": "Succeed"}, "fail": {"Type": "Fail"}}
    return {"StartAt": "s0", "States": states}
