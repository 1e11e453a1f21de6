"""The ways between the cards of a workflow, past the states that are no card's own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from schemas.conversion.draft import SINGLE, Draft, DraftState
from schemas.core.coerce import text

Way = tuple[str, str]


def card_ways(draft: Draft, cards: Collection[str]) -> dict[Way, str]:
    """The pairs of cards of which one leads to the other, with the words of a rule or a catcher.

    A way may pass states of its own card and such that no card stands for. A Parallel leads to its branches,
    and what ends a branch on behind the Parallel. `cards` are the uids of the states that are cards.
    """
    owners = {uid: _card(uid, state, cards) for uid, state in draft.states.items()}
    successors = _successors(draft)
    found: dict[Way, str] = {}
    for uid, card in owners.items():
        if not card:
            continue
        waiting, seen = [(uid, "")], {uid}
        while waiting:
            state, words = waiting.pop()
            for target, label in successors[state]:
                said = words or label
                if owners.get(target) and (owners[target] != card or target == uid):
                    found.setdefault((card, owners[target]), said)
                elif target not in seen:
                    seen.add(target)
                    waiting.append((target, said))
    return found


def _card(uid: str, state: DraftState, cards: Collection[str]) -> str:
    card = text(state.entry.get("card"))
    return card if card in cards else uid if uid in cards else ""


def _successors(draft: Draft) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for uid, state in draft.states.items():
        own, out = f"{uid}", f"{uid}\0out"
        for inner in state.inner:
            start = draft.starts.get(f"{uid}/{inner.key}")
            found[own] += [(start, "")] if start else []
        onward = out if state.inner else own
        found[onward] += [(str(state.fields[name]), "") for name in SINGLE if name in state.fields]
        around = state.scope.rpartition("/")[0]
        if around and (state.fields.get("End") is True or state.fields.get("Type") == "Succeed"):
            found[onward].append((f"{around}\0out", ""))
        for item in (one for items in state.items.values() for one in items):
            found[own].append((text(item.fields.get("Next")), text(item.fields.get("Comment"))))
        while around:
            holder = draft.states.get(around)
            caught = holder.items.get("Catch", []) if holder else []
            found[own] += [
                (text(item.fields.get("Next")), text(item.fields.get("Comment"))) for item in caught
            ]
            around = holder.scope.rpartition("/")[0] if holder else ""
    return found
