"""The paths of a converted sketch, as an execution may go them."""

from __future__ import annotations

from collections import defaultdict

from schemas.asl.graph import ends, graph
from schemas.asl.walk import CONTAINERS
from schemas.conversion.convert import Conversion
from schemas.conversion.rendering import definition_of
from schemas.sidecar.sketch import Sketch


def missing_ways(sketch: Sketch, conversion: Conversion) -> list[str]:
    """The arrows between cards with states of their own that no path of the workflow goes.

    From a state of the one card, over states of the same card and over those that the conversion has added, a
    state of the other must be reached. So every path over such arrows is a path of the workflow.
    """
    cards = {uid: state.entry.get("card", "") for uid, state in conversion.draft.states.items()}
    successors = successors_of(conversion)
    return [
        f"{uid}: {arrow.source} -{arrow.label}-> {arrow.target}"
        for uid, arrow in sketch.arrows.items()
        if {arrow.source, arrow.target} <= set(cards.values())
        and not _leads(arrow.source, arrow.target, cards, successors)
    ]


def _leads(source, target, cards, successors):
    waiting = [uid for uid, card in cards.items() if card == source]
    passed = set(waiting)
    while waiting:
        for after in successors[waiting.pop()]:
            card = cards.get(after, "")
            if card == target:
                return True
            if card in ("", source) and after not in passed:
                passed.add(after)
                waiting.append(after)
    return False


def successors_of(conversion: Conversion) -> dict[object, set[object]]:
    """Where each state (by uid) leads; ("out", uid) stands for the end of a Parallel.

    A Parallel leads to its branches, and a state that ends one to the end of the Parallel. Any state in it
    may fail, and then a catcher of the Parallel, or of one around it, goes on.
    """
    names = {state.name: uid for uid, state in conversion.draft.states.items()}
    if not names:
        return {}
    drawn = graph(definition_of(conversion.draft))
    found: dict[object, set[object]] = defaultdict(set)
    for edge in drawn.edges:
        assert edge.target is not None, edge
        source, target = edge.source, names[edge.target.name]
        if edge.kind == "start":
            if source.owner is not None:
                found[names[source.owner.name]].add(target)
        elif source.type in CONTAINERS and edge.kind == "next":
            found["out", names[source.name]].add(target)
        else:
            found[names[source.name]].add(target)
    for state in drawn.states:
        around = state.scope.owner
        if around is None:
            continue
        if ends(state) and state.type != "Fail":
            out = ("out", names[state.name]) if state.type in CONTAINERS else names[state.name]
            found[out].add(("out", names[around.name]))
        while around is not None:
            caught = (edge for edge in drawn.leaving(around.path) if edge.kind == "catch")
            found[names[state.name]] |= {names[edge.target.name] for edge in caught}
            around = around.scope.owner
    return found
