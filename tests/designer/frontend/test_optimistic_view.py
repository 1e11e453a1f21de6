"""The view that the browser shows at once is the one that Python answers with: reducers match actions."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from budget import amount, deep
from optimistic import FRONTEND, Case, cases_of, expect_the_same, reduced_kinds, walk_of
from tooling import needs_node
from tools.programs import in_ci

from designer.components.canvas.view import view
from designer.protocol.canvas import Intent, Place, View
from designer.workspace.actions import messages, perform
from designer.workspace.actions.add_branch import AddBranch
from designer.workspace.actions.add_lane import AddLane
from designer.workspace.actions.add_note import AddNote
from designer.workspace.actions.add_state import AddState
from designer.workspace.actions.connect import Connect
from designer.workspace.actions.delete import Delete
from designer.workspace.actions.edit_note import EditNote
from designer.workspace.actions.move_states import MoveStates
from designer.workspace.actions.move_to_scope import MoveToScope
from designer.workspace.actions.name_for_business import NameForBusiness
from designer.workspace.actions.reconnect import Reconnect
from designer.workspace.actions.rename_lane import RenameLane
from designer.workspace.actions.rename_state import RenameState
from designer.workspace.actions.resize_lane import ResizeLane
from schemas.asl.states import transition_kinds

TEMPLATES = ("Pass", "Choice", "Parallel", "Map", "Wait", "Succeed", "Fail", "lambda:invoke")
WALKS = amount(15, 200)
NAMES = (
    "{}",
    "注文を受け付ける {}",
    "Charge the card {}",
    "Tell all in the warehouse who wait for the order of this customer {}",
)
TEXTS = (
    "about {}",
    "在庫の確認は\n倉庫の担当が行う {}",
    "Nobody has decided yet who is to call the customer. " * 6 + "{}",
)


@pytest.mark.node
@needs_node
@pytest.mark.skipif(not in_ci() and not (FRONTEND / "node_modules").is_dir(), reason="no npm packages")
@deep
def test_reducers_do_what_the_actions_do(tmp_path: Path) -> None:
    cases = cases_of(_walk, WALKS, reduced_kinds("intents", messages()))
    expect_the_same(cases, "workflow", tmp_path)


def _walk(random: Random) -> list[Case]:
    return walk_of(
        lambda shown: view(shown, [], "en"), lambda shown, uid: _intent(random, shown, uid), perform
    )


def _intent(random: Random, shown: View, uid: str) -> Intent:
    """A gesture that the canvas offers on this view."""
    states = [node for node in shown.nodes.values() if node.type != "Branch"]
    scopes = ["", *(node.id for node in shown.nodes.values() if node.type in ("Map", "Branch"))]
    place = {"x": random.randrange(24, 600), "y": random.randrange(96, 900)}
    name = random.choice(NAMES).format(uid)
    new = {"uid": uid, "name": name, "template": random.choice(TEMPLATES), **place}
    if random.random() < 0.2:
        return _annotating(random, shown, uid, place)
    if len(states) < 3 or random.random() < 0.3:
        return AddState(**new, scope=random.choice(scopes))
    state, edge = random.choice(states), random.choice([*shown.edges.values(), None])
    siblings = [other.id for other in states if other.parent == state.parent]
    ways = transition_kinds(state.type)
    options: list[Intent] = [
        AddState(**new, scope=state.parent, after=state.id if ways else None),
        RenameState(uid=state.id, name=f"{name} again"),
        NameForBusiness(uid=state.id, name=random.choice(["", f"called {uid}"])),
        Delete(states=random.sample(siblings, min(2, len(siblings)))),
        MoveStates(places=[Place(uid=state.id, **place)]),
    ]
    target = random.choice(scopes)
    several = random.sample(siblings, min(2, len(siblings)))
    options.append(MoveToScope(places=[Place(uid=id, **place) for id in several], scope=target))
    if ways:
        options.append(AddState(**new, scope=state.parent, after=state.id, way=random.choice(ways)))
        options.append(Connect(edge=random.choice(ways), source=state.id, target=random.choice(siblings)))
    if state.type == "Parallel":
        options += [AddBranch(uid=state.id), Delete(states=[f"{state.id}/0"])]
    if edge:
        scope = shown.nodes[edge.target].parent
        beside = [other.id for other in states if other.parent == scope]
        options += [
            AddState(**new, scope=scope, edge=edge.id),
            Reconnect(edge=edge.id, target=random.choice(beside)),
            Delete(edges=[edge.id]),
            MoveToScope(places=[Place(uid=state.id, **place)], scope=scope, edge=edge.id),
        ]
    return random.choice(options)


def _annotating(random: Random, shown: View, uid: str, place: dict[str, int]) -> Intent:
    """A gesture on a note or a lane."""
    frame = {**place, "width": random.randrange(40, 400), "height": random.randrange(40, 400)}
    text = random.choice(TEXTS).format(uid)
    options: list[Intent] = [
        AddNote(uid=uid, text=text, dropped=random.random() < 0.3, **place),
        AddLane(uid=uid, owner=uid, **{**frame, "width": 200, "height": 100}),
    ]
    options += [EditNote(id=id, text=text) for id in shown.notes]
    for id in shown.lanes:
        options += [RenameLane(id=id, owner=f"team {uid}"), ResizeLane(id=id, **frame)]
    for id in (*shown.notes, *shown.lanes):
        options += [MoveStates(places=[Place(uid=id, **place)]), Delete(states=[id])]
    return random.choice(options)
