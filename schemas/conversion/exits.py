"""Exits of loops that nothing leaves: the service refuses a machine without any end."""

from __future__ import annotations

from collections import defaultdict

from schemas.conversion.draft import Draft, DraftState, Item, mark_undecided, targets_of
from schemas.conversion.naming import Naming
from schemas.conversion.remark import Remarks
from schemas.conversion.rendering import in_order
from schemas.conversion.uids import derived
from schemas.core.paths import Json
from schemas.sidecar.design import read_point


def add_exits(draft: Draft, naming: Naming, remarks: Remarks) -> None:
    """Let executions leave each loop that has no exit: an undecided rule says if it goes round again."""
    while loop := _endless(draft):
        _leave(draft, naming, remarks, loop)


def _endless(draft: Draft) -> list[DraftState]:
    """The states from which no end of their scope can be reached, in the order of the flow."""
    sources: dict[str, list[str]] = defaultdict(list)
    for state in draft.states.values():
        for target in targets_of(state):
            sources[target].append(state.uid)
    waiting = [state.uid for state in draft.states.values() if _ends(state)]
    reaching = set(waiting)
    while waiting:
        found = [source for source in sources[waiting.pop()] if source not in reaching]
        reaching.update(found)
        waiting.extend(found)
    return [state for uid, state in in_order(draft).items() if uid not in reaching]


def _ends(state: DraftState) -> bool:
    return state.fields.get("End") is True or state.fields.get("Type") in ("Succeed", "Fail")


def _leave(draft: Draft, naming: Naming, remarks: Remarks, loop: list[DraftState]) -> None:
    """Put an exit behind the last state of the loop that goes on by Next, else into its last Choice."""
    stuck = {state.uid for state in loop}
    going_on = [state for state in loop if state.fields.get("Next") in stuck]
    last = going_on[-1] if going_on else loop[-1]
    card = last.entry.get("card")
    uid = derived(last.uid, "leave", draft.states)
    end = DraftState(uid, last.scope, naming.added(naming.said("convert-name-end")), {"Type": "Succeed"})
    draft.states[end.uid] = end
    choice = _again(draft, naming, last) if going_on else last
    if "Default" not in choice.fields:
        choice.fields["Default"] = end.uid
    else:
        name = _condition(naming, choice)
        choice.items["Choices"].append(Item(end.uid, {"Condition": f"{{% ${{{name}}} %}}", "Next": end.uid}))
    remarks.open("convert-no-exit", str(card or ""), choice.uid, card=last.name)


def _again(draft: Draft, naming: Naming, last: DraftState) -> DraftState:
    """A Choice behind a state: once more, or not."""
    uid = derived(last.uid, "again", draft.states)
    name = naming.added(naming.said("convert-name-again", card=last.name))
    choice = DraftState(uid, last.scope, name, {"Type": "Choice"}, entry=_below(last))
    condition = _condition(naming, choice)
    choice.items["Choices"] = [
        Item(uid, {"Condition": f"{{% ${{{condition}}} %}}", "Next": last.fields["Next"]})
    ]
    last.fields["Next"] = uid
    draft.states[uid] = choice
    return choice


def _condition(naming: Naming, choice: DraftState) -> str:
    name = naming.parameter(choice.name, "rule", choice.uid, "Condition")
    mark_undecided(choice, name)
    return name


def _below(state: DraftState) -> dict[str, Json]:
    at = read_point(state.entry.get("position"))
    return {"position": {"x": at.x, "y": at.y + 140}} if at else {}
