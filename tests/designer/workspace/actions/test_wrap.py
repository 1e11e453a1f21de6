"""States put into a new Parallel or Map, which takes over the edges into and out of them."""

from __future__ import annotations

from collections import Counter

import pytest
from budget import examples
from corpus import definitions, needs_corpus
from drawing import catching, chain, done, drawn, fields, rules, task, uid, workflow
from hypothesis import assume, given
from hypothesis import strategies as st

from designer.workspace.actions import ActionRefused, perform
from designer.workspace.actions.shared.context import Context
from designer.workspace.actions.wrap import Wrap
from exporters.scene import GAP_DOWN
from schemas.asl.graph import graph
from schemas.document.document import Document
from schemas.sidecar.design import Point
from schemas.sidecar.identity import identify
from schemas.sidecar.workflow import Workflow


def wrap(before: Workflow, type: str, *names: str) -> Workflow:
    uids = [uid(before, name) for name in names]
    return done(before, Wrap(uid="new", name="Box", type=type, states=uids))


def test_a_step_between_others_into_a_map() -> None:
    after = wrap(workflow(chain("A", "B", "C")), "Map", "B")
    assert drawn(after) == "(A) A->Box Box->C (B) C. B."


def test_the_first_step_leads_in_from_the_start() -> None:
    assert drawn(wrap(workflow(chain("A", "B")), "Map", "A")) == "(Box) Box->B (A) B. A."


def test_the_last_step_ends_in_it() -> None:
    assert drawn(wrap(workflow(chain("A", "B")), "Map", "B")) == "(A) A->Box (B) Box. B."


def test_steps_in_a_row_become_one_branch_and_there_is_room_for_another() -> None:
    after = wrap(workflow(chain("A", "B", "C", "D")), "Parallel", "B", "C")
    assert drawn(after) == "(A) A->Box Box->D (B) B->C () D. C."
    assert len(fields(after, "States", "Box", "Branches")) == 2


def test_steps_that_no_arrow_connects_run_side_by_side() -> None:
    states = chain("A", "B") | {"C": {"Type": "Pass", "End": True}}
    after = wrap(workflow(states), "Parallel", "B", "C")
    assert drawn(after) == "(A) A->Box (B) (C) Box. B. C."


def test_it_catches_what_they_caught_once_and_any_error_last() -> None:
    first = task(Catch=[{"ErrorEquals": ["States.ALL"], "Next": "X"}], Next="B")
    second = task(Catch=[{"ErrorEquals": ["States.ALL"], "Next": "X"}, *catching("X")], End=True)
    after = wrap(workflow({"A": first, "B": second, "X": {"Type": "Fail"}}), "Map", "A", "B")
    catchers = fields(after, "States", "Box", "Catch")
    assert catchers == [{"ErrorEquals": ["E0"], "Next": "X"}, {"ErrorEquals": ["States.ALL"], "Next": "X"}]
    assert "Catch" not in fields(after, "States", "Box", "ItemProcessor", "States", "A")


def test_uids_go_along() -> None:
    before = workflow(chain("A", "B"))
    after = wrap(before, "Map", "A")
    identity = identify(after.document.value, after.design)
    assert identity.states[uid(before, "A")].name == "A"
    assert identity.states["new"].name == "Box"


@pytest.mark.parametrize("type", ["Parallel", "Map"])
def test_comments_go_along(type: str) -> None:
    before = Workflow("yaml", Document.parse(COMMENTED, "yaml"))
    after = wrap(before, type, "A", "B")
    for comment in ("# first", "# keep", "# last", "# below"):
        assert comment in after.document.text, comment


COMMENTED = """\
StartAt: A
States:
  A:  # first
    Type: Pass
    # keep
    Next: B
  B:
    Type: Pass
    Next: C  # last
  C:
    # below
    Type: Succeed
"""


def test_it_stands_where_they_stood_and_what_follows_moves_below_it() -> None:
    before = workflow(chain("A", "B", "C"))
    after = wrap(before, "Map", "B")
    places = {entry.name: entry.position for entry in after.design.states.values()}
    box = Context(after).scene.boxes["new"]
    assert places["A"] == before_place(before, "A")
    assert places["Box"].y == before_place(before, "B").y
    assert places["C"] == Point(before_place(before, "C").x, box.y + box.height + GAP_DOWN)


def before_place(before: Workflow, name: str) -> Point:
    box = Context(before).scene.boxes[uid(before, name)]
    return Point(box.x, box.y)


def test_what_is_in_a_chosen_container_goes_along_with_it() -> None:
    inner = {"StartAt": "In", "States": {"In": {"Type": "Pass", "End": True}}}
    before = workflow({"Each": {"Type": "Map", "ItemProcessor": inner, "End": True}})
    assert drawn(wrap(before, "Map", "Each", "In")) == "(Box) (Each) (In) Box. Each. In."


def test_undo_takes_it_back_in_one_step() -> None:
    before = workflow(chain("A", "B"))
    changed = before.apply(
        perform(before, Wrap(uid="new", name="Box", type="Map", states=[uid(before, "A")]))
    )
    restored = changed.workflow.apply(changed.inverse).workflow
    assert restored.document.text == before.document.text
    assert restored.design.document.text == before.design.document.text


@pytest.mark.parametrize(
    ("states", "chosen", "code"),
    [
        ({**chain("A", "B"), "C": {"Type": "Choice", "Choices": rules("A")}}, ["C"], "action-rule-leads-out"),
        ({"A": task(Next="C"), "B": task(Next="D"), **chain("C", "D")}, ["A", "B"], "action-several-ways-on"),
        (
            {"A": {"Type": "Choice", "Choices": rules("B", "C")}, **chain("B", "C")},
            ["B", "C"],
            "action-several-ways-in",
        ),
    ],
    ids=["a-rule-leads-out", "several-ways-on", "several-ways-in"],
)
def test_what_one_state_cannot_say_is_refused(states: dict, chosen: list[str], code: str) -> None:
    before = workflow(states)
    with pytest.raises(ActionRefused) as refused:
        wrap(before, "Parallel", *chosen)
    assert refused.value.code == code


def test_states_of_several_containers_are_refused() -> None:
    inner = {"StartAt": "In", "States": {"In": {"Type": "Pass", "End": True}}}
    before = workflow(
        {"A": {"Type": "Pass", "Next": "Each"}, "Each": {"Type": "Map", "ItemProcessor": inner}}
    )
    with pytest.raises(ActionRefused) as refused:
        wrap(before, "Map", "A", "In")
    assert refused.value.code == "action-several-scopes"


@needs_corpus
@given(st.data(), st.sampled_from(["Parallel", "Map"]))
@examples(20, 400)
def test_real_definitions_keep_every_state_and_every_way(data: st.DataObject, type: str) -> None:
    path = data.draw(st.sampled_from(definitions()))
    before = Workflow(path.stem, Document.parse(path.read_text("utf-8")))
    assume(isinstance(before.document.value, dict))
    states = identify(before.document.value, before.design).states
    assume(states)
    scope = states[data.draw(st.sampled_from(sorted(states)))].scope
    beside = sorted(uid for uid, state in states.items() if state.scope.path == scope.path)
    chosen = data.draw(st.lists(st.sampled_from(beside), min_size=1, max_size=4, unique=True))
    try:
        changed = before.apply(perform(before, Wrap(uid="new", name="Box", type=type, states=chosen)))
    except ActionRefused:
        return
    after = changed.workflow
    found = identify(after.document.value, after.design).states
    assert set(found) == {*states, "new"}
    assert all(found[uid].type == state.type for uid, state in states.items())
    assert loose_ends(after) <= loose_ends(before)
    assert after.apply(changed.inverse).workflow.document.text == before.document.text


def loose_ends(flow: Workflow) -> Counter[str]:
    edges = graph(flow.document.value).edges
    return Counter(edge.kind for edge in edges if edge.name and not edge.target)
