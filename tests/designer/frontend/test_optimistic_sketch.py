"""The sketch that the browser shows at once is the one that Python answers with: reducers match actions."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from budget import amount, deep
from optimistic import FRONTEND, Case, cases_of, expect_the_same, reduced_kinds, walk_of
from tooling import needs_node
from tools.programs import in_ci

from designer.components.canvas.sketch_view import sketch_view
from designer.protocol.canvas import Intent, NewArrow, NewCard, Place, Redirection, View
from designer.workspace.actions.add_lane import AddLane
from designer.workspace.actions.delete import Delete
from designer.workspace.actions.move_states import MoveStates
from designer.workspace.actions.reconnect import Reconnect
from designer.workspace.actions.rename_lane import RenameLane
from designer.workspace.actions.resize_lane import ResizeLane
from designer.workspace.sketch_actions import messages, perform
from designer.workspace.sketch_actions.add_cards import AddCards
from designer.workspace.sketch_actions.change_card import ChangeCard
from designer.workspace.sketch_actions.draw_arrow import DrawArrow
from designer.workspace.sketch_actions.label_arrow import LabelArrow
from schemas.sidecar.sketch import CARD_KINDS

WALKS = amount(20, 200)
TEXTS = (
    "about {}",
    "  在庫の確認は\n倉庫の担当が行う？ {}",
    "Nobody has decided yet who is to call the customer. " * 6 + "{}",
)


@pytest.mark.node
@needs_node
@pytest.mark.skipif(not in_ci() and not (FRONTEND / "node_modules").is_dir(), reason="no npm packages")
@deep
def test_reducers_do_what_the_actions_do(tmp_path: Path) -> None:
    cases = cases_of(_walk, WALKS, reduced_kinds("sketch_intents", messages()))
    expect_the_same(cases, "sketch", tmp_path)


def _walk(random: Random) -> list[Case]:
    return walk_of(sketch_view, lambda shown, uid: _intent(random, shown, uid), perform)


def _intent(random: Random, shown: View, uid: str) -> Intent:
    """A gesture that the canvas offers on this sketch."""
    place = {"x": random.randrange(-200, 600), "y": random.randrange(0, 900)}
    kind, text = random.choice(CARD_KINDS), random.choice(TEXTS).format(uid)
    frame = {**place, "width": random.randrange(40, 400), "height": random.randrange(40, 400)}
    cards, edges, lanes = list(shown.nodes), list(shown.edges), list(shown.lanes)
    if len(cards) < 3 or random.random() < 0.25:
        return _new_card(random, shown, NewCard(uid=uid, card_kind=kind, text=text, **place), place)
    card, other = random.choice(cards), random.choice(cards)
    options: list[Intent] = [
        ChangeCard(uid=card, text=text, card_kind=random.choice([None, kind])),
        ChangeCard(uid=card, card_kind=kind, owner=random.choice([None, "", " order  desk "])),
        DrawArrow(uid=uid, source=card, target=other, label="no\n stock"),
        MoveStates(places=[Place(uid=id, **place) for id in random.sample([*cards, *lanes], 2)]),
        Delete(states=random.sample(cards, 2), edges=edges[:1]),
        AddLane(uid=uid, owner=uid, **{**frame, "width": 200, "height": 100}),
    ]
    if edges:
        edge = random.choice(edges)
        options += [LabelArrow(edge=edge, label=random.choice(["", text])), Reconnect(edge=edge, target=card)]
    if lanes:
        lane = random.choice(lanes)
        options += [
            RenameLane(id=lane, owner=f"team {uid}"),
            ResizeLane(id=lane, **frame),
            Delete(states=[lane]),
        ]
    return random.choice(options)


def _new_card(random: Random, shown: View, card: NewCard, place: dict[str, int]) -> AddCards:
    """A card at the end of an arrow, in an arrow, or alone; another card may make room."""
    cards, edges = list(shown.nodes), list(shown.edges)
    other, uid = random.choice([*cards, card.uid]), card.uid
    arrows = [
        NewArrow(uid=f"{uid}-a", source=other, target=uid, label=random.choice(["", "  yes  "])),
        NewArrow(uid=f"{uid}-b", source=uid, target=random.choice([*cards, "nobody"])),
    ]
    turned = [Redirection(edge=random.choice(edges), target=uid)] if edges else []
    moved = [Place(uid=other, **place)] if other in cards else []
    return AddCards(cards=[card], arrows=arrows, redirected=turned, moved=moved)
