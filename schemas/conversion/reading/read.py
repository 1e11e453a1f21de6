"""Reads a sketch as a flow."""

from __future__ import annotations

from dataclasses import replace

from schemas.conversion.flow import Flow, Node, Role, Way
from schemas.conversion.forks import reached
from schemas.conversion.reading.board import Board, FlowArrow, read_board
from schemas.conversion.reading.screens import Shown, shown_screens
from schemas.conversion.reading.starts import starts_of
from schemas.conversion.reading.ways import ways_of
from schemas.conversion.remark import Remarks
from schemas.conversion.uids import derived
from schemas.conversion.words.said_calls import function_in
from schemas.sidecar.design import Point
from schemas.sidecar.sketch import Card, Sketch

START = "start"
"""The word in the uid of a start that is added."""

_ROLES: dict[str, Role] = {"step": "step", "external": "step", "decision": "decision", "person": "person"}


def read_flow(sketch: Sketch, remarks: Remarks) -> Flow | None:
    """The flow of a sketch; None if it has no card for it."""
    board = read_board(sketch, remarks)
    starts = starts_of(board)
    if not starts:
        return None
    triggers = tuple(uid for uid in starts if board.cards[uid].kind == "screen")
    shown = shown_screens(board, triggers)
    nodes = _nodes(board, triggers, shown, remarks)
    standing = {system: step for step, systems in board.partners.items() for system in systems}
    _reply(nodes, board, shown)
    standing |= {screen: uid for uid, node in nodes.items() for screen in node.replies}
    start = _start(nodes, starts, triggers, board, sketch)
    if len(starts) > 1:
        texts = (sketch.cards[uid].text.strip() or sketch.cards[uid].kind for uid in starts)
        remarks.open("convert-several-starts", starts[1], start, cards=" / ".join(texts))
    return Flow(nodes, start, standing, triggers)


def _nodes(board: Board, triggers: tuple[str, ...], shown: Shown, remarks: Remarks) -> dict[str, Node]:
    nodes: dict[str, Node] = {}
    alone = set(starts_of(board)) if not board.leaving else set()
    for uid, card in board.cards.items():
        if uid in shown.screens:
            continue
        if not (uid in board.leaving or uid in board.arriving or uid in alone):
            remarks.open("convert-not-connected", uid)
            continue
        role = _role(uid, board, triggers)
        arrows = _past_screens(board.leaving.get(uid, []), shown, board)
        calls, partners = board.calls.get(uid, ()), board.partners.get(uid, ())
        ways = ways_of(uid, card, role, arrows, calls, remarks)
        function = function_in(card.text) if card.kind == "step" and not partners else None
        nodes[uid] = Node(uid, card, role, uid, ways, calls, partners, function=function)
    return nodes


def _role(uid: str, board: Board, triggers: tuple[str, ...]) -> Role:
    kind = board.cards[uid].kind
    if kind in _ROLES:
        return _ROLES[kind]
    leads_on = bool(board.leaving.get(uid))
    if kind == "screen":
        if uid in triggers and uid not in board.arriving:
            return "start"
        return "screen" if leads_on else "end"
    return "passing" if leads_on else "end"


def _past_screens(arrows: list[FlowArrow], shown: Shown, board: Board) -> list[FlowArrow]:
    """The arrows with the cards that they lead to past screens which only show something."""
    past = ((arrow, shown.past(arrow.target)[0]) for arrow in arrows)
    return [
        replace(arrow, target=target, to_failed=board.cards[target].kind == "failed")
        for arrow, target in past
    ]


def _reply(nodes: dict[str, Node], board: Board, shown: Shown) -> None:
    """Give each node the screens that show its answer."""
    for uid, node in nodes.items():
        passed = (shown.past(arrow.target)[1] for arrow in board.leaving.get(uid, []))
        node.replies = tuple(dict.fromkeys(screen for screens in passed for screen in screens))


def _start(
    nodes: dict[str, Node], starts: list[str], triggers: tuple[str, ...], board: Board, sketch: Sketch
) -> str:
    """The uid of the node where executions begin; it is added where no single card is it."""
    begins = [
        uid if uid not in triggers or uid not in board.arriving else _again(nodes, uid, sketch)
        for uid in starts
    ]
    if len(begins) == 1:
        return begins[0]
    first, *others = begins
    ways = [Way("rule", uid, (uid,), nodes[uid].card.text.strip()) for uid in others]
    uid = derived(START, "of-all", sketch.cards)
    nodes[uid] = Node(
        uid, Card("decision", "", Point(0, 0)), "decision", ways=[*ways, Way("default", first, (first,))]
    )
    return uid


def _again(nodes: dict[str, Node], uid: str, sketch: Sketch) -> str:
    """The node where executions begin for a screen that the flow comes back to: it waits only then.

    It is the screen itself, if the flow comes back to it from nowhere but itself.
    """
    ways = [way for way in nodes[uid].ways if way.kind != "failure"]
    first = replace(nodes[uid], uid=derived(uid, START, sketch.cards), role="start", ways=ways, replies=())
    if not _leads_to(uid, first, nodes):
        return uid
    nodes[first.uid] = first
    return first.uid


def _leads_to(uid: str, first: Node, nodes: dict[str, Node]) -> bool:
    successors = {node.uid: [one for way in node.ways for one in way.targets] for node in nodes.values()}
    found = reached([one for way in first.ways for one in way.targets], successors)
    return uid in found
