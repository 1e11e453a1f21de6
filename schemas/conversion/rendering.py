"""The definition of a draft: its states by name, in their scopes, in the order of the flow."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Mapping

from schemas.conversion.draft import SINGLE, Dangling, Draft, DraftState, Inner, targets_of
from schemas.core.paths import Json

_ORDER = (
    "Type",
    "Comment",
    "QueryLanguage",
    "Resource",
    "Arguments",
    "Items",
    "ItemSelector",
    "MaxConcurrency",
    "ItemProcessor",
    "Branches",
    "Error",
    "Cause",
    "Assign",
    "Output",
    "Choices",
    "Default",
    "TimeoutSeconds",
    "Retry",
    "Catch",
    "Next",
    "End",
)
_RANK = {name: rank for rank, name in enumerate(_ORDER)}


def definition_of(draft: Draft) -> dict[str, Json]:
    """The definition of a draft. A start or a transition to a state that is not there is left out."""
    names = {uid: state.name for uid, state in draft.states.items()}
    by_scope: dict[str, list[DraftState]] = defaultdict(list)
    for state in draft.states.values():
        by_scope[state.scope].append(state)
    return _scope("", draft.root, draft, names, by_scope)


def in_order(draft: Draft) -> dict[str, DraftState]:
    """The states of a draft in the order of the flow, scope by scope."""
    states: dict[str, DraftState] = {}
    waiting = deque(start for start in draft.starts.values() if start in draft.states)
    while waiting:
        uid = waiting.popleft()
        if uid not in states:
            states[uid] = draft.states[uid]
            waiting.extend(target for target in targets_of(states[uid]) if target in draft.states)
    return {**states, **draft.states}


def _scope(
    key: str,
    own: Mapping[str, Json],
    draft: Draft,
    names: Mapping[str, str],
    by_scope: Mapping[str, list[DraftState]],
) -> dict[str, Json]:
    """The object of a scope. Its depth is that of the Parallel and Map states in each other."""
    start = names.get(draft.starts.get(key, ""), "")
    states: Json = {state.name: _state(state, draft, names, by_scope) for state in by_scope.get(key, [])}
    placed = {"StartAt": start, "States": states}
    fields = {name: placed.get(name, value) for name, value in own.items()}
    return {**fields, **placed}


def _state(
    state: DraftState, draft: Draft, names: Mapping[str, str], by_scope: Mapping[str, list[DraftState]]
) -> dict[str, Json]:
    fields = {name: value for name, value in state.fields.items() if name not in SINGLE}
    for name in SINGLE:
        if name in state.fields:
            fields |= _goal(name, state.fields[name], names)
    for name, items in state.items.items():
        fields[name] = [_item(item.fields, names) for item in items]
    for inner in state.inner:
        _put(fields, inner, _scope(f"{state.uid}/{inner.key}", inner.fields, draft, names, by_scope))
    return _ordered(fields, state.order)


def _put(fields: dict[str, Json], inner: Inner, scope: dict[str, Json]) -> None:
    if inner.holder != "Branches":
        fields[inner.holder] = scope
        return
    branches = fields.get("Branches")
    fields["Branches"] = [*(branches if isinstance(branches, list) else []), scope]


def _item(fields: Mapping[str, Json], names: Mapping[str, str]) -> Json:
    if "Next" not in fields:
        return dict(fields)
    kept = {name: value for name, value in fields.items() if name != "Next"}
    goal = _goal("Next", fields["Next"], names)
    return {name: goal.get(name, value) for name, value in fields.items() if name in {**kept, **goal}}


def _goal(field: str, target: Json, names: Mapping[str, str]) -> dict[str, Json]:
    """The field with the name of a state; none for a state that is not there."""
    if isinstance(target, Dangling):
        return {field: str(target)}
    if not isinstance(target, str):
        return {field: target}
    return {field: names[target]} if target in names else {}


def _ordered(fields: dict[str, Json], order: list[str]) -> dict[str, Json]:
    """The fields in the order of the text, with new ones among them."""
    names = [name for name in order if name in fields]
    for name in sorted((name for name in fields if name not in names), key=_rank):
        after = [at for at, other in enumerate(names) if _rank(other) > _rank(name)]
        names.insert(after[0] if after else len(names), name)
    return {name: fields[name] for name in names}


def _rank(name: str) -> int:
    return _RANK.get(name, _RANK["Output"])
