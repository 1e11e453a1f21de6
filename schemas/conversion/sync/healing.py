"""Mends a merged workflow: states whose scope is gone, arrows to states that are gone, and equal names."""

from __future__ import annotations

from schemas.asl.names import unique
from schemas.conversion.draft import SINGLE, Dangling, Draft, DraftState
from schemas.core.paths import Json


def heal(draft: Draft, present: Draft, old: Draft) -> None:
    """Mend `draft`, which was merged from the `present` workflow and its `old` conversion.

    What led to a state that is gone leads on to the one behind that, or to the end of the scope.
    """
    _rehouse(draft, old)
    for state in draft.states.values():
        _lead_on(state, draft, (present, old))
    for scope, start in list(draft.starts.items()):
        target = _behind(start, scope, draft, (present, old))
        inside = (state.uid for state in draft.states.values() if state.scope == scope)
        found = target if isinstance(target, str) else next(inside, None)
        draft.starts.pop(scope)
        if found is not None:
            draft.starts[scope] = found
    _name_apart(draft, present)


def _rehouse(draft: Draft, old: Draft) -> None:
    """Give the states of a scope that is gone the scope where those are that stood in it."""
    scopes = {"", *(f"{state.uid}/{inner.key}" for state in draft.states.values() for inner in state.inner)}
    moved = {
        old.states[uid].scope: state.scope
        for uid, state in draft.states.items()
        if uid in old.states and state.scope in scopes
    }
    for state in draft.states.values():
        if state.scope not in scopes:
            state.scope = moved.get(state.scope, "")
    draft.starts = {scope: start for scope, start in draft.starts.items() if scope in scopes}


def _lead_on(state: DraftState, draft: Draft, before: tuple[Draft, ...]) -> None:
    for name in SINGLE:
        if name in state.fields:
            target = _behind(state.fields.pop(name), state.scope, draft, before)
            if target is not None:
                state.fields[name] = target
            elif name == "Next":
                state.fields["End"] = True
    for name, items in state.items.items():
        for item in items:
            if "Next" in item.fields:
                item.fields["Next"] = _behind(item.fields["Next"], state.scope, draft, before)
        state.items[name] = [item for item in items if item.fields.get("Next", "") is not None]


def _behind(target: Json, scope: str, draft: Draft, before: tuple[Draft, ...]) -> Json:
    """The target, or the first state behind it that is still there; None if there is none in the scope."""
    seen: set[str] = set()
    while isinstance(target, str) and not isinstance(target, Dangling):
        state = draft.states.get(target)
        if state is not None:
            return target if state.scope == scope else None
        seen.add(target)
        known = (each.states[target] for each in before if target in each.states)
        onward = next((state.fields.get("Next") for state in known), None)
        target = None if onward in seen else onward
    return target


def _name_apart(draft: Draft, present: Draft) -> None:
    """Give a new state whose name another has a name of its own."""
    taken = {state.name for uid, state in draft.states.items() if uid in present.states}
    for uid, state in draft.states.items():
        if uid not in present.states:
            state.name = unique(state.name, taken)
            taken.add(state.name)
