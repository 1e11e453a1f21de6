"""The workflow as it is now, as a draft: with the uids and keys that a conversion gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from schemas.asl.walk import Scope, State, states_of
from schemas.conversion.draft import LISTS, SINGLE, Dangling, Draft, DraftState, Inner, Item
from schemas.core.coerce import mapping, text
from schemas.core.paths import Json
from schemas.sidecar.design import Design
from schemas.sidecar.identity import Identity, identify

_BRANCHES = "Branches"
_PROCESSORS = ("ItemProcessor", "Iterator")


def present(definition: Json, design: Design, base: Draft) -> Draft:
    """The draft of a workflow, compared with `base`, which it was converted to last.

    A state that came from a card has the card's uid. Its rules and catchers have the keys of those of `base`
    that they were, its branches too.
    """
    return _Reading(definition, design, base).draft


class _Reading:
    def __init__(self, definition: Json, design: Design, base: Draft) -> None:
        self._design, self._base = design, base
        self._identity: Identity = identify(definition, design)
        self._entries = mapping(design.fields.get("states"))
        self._uids = self._aliased()
        self._keys: dict[str, str] = {"": ""}
        fields = mapping(design.fields.get("input"))
        self.draft = Draft(
            notes=dict(mapping(design.fields.get("notes"))),
            lanes=dict(mapping(design.fields.get("lanes"))),
            input=dict(mapping(fields.get("fields"))),
            root=dict(mapping(definition)),
        )
        self.draft.uids = {uid: own for own, uid in self._uids.items() if own != uid}
        for id, scope in self._identity.scopes.items():
            self._read_scope(id, scope)

    def _aliased(self) -> dict[str, str]:
        """The uids of the states by those in the sidecar: that of the card for one that came from a card."""
        uids = {uid: uid for uid in self._identity.states}
        for uid in self._identity.states:
            card = text(mapping(self._entries.get(uid)).get("card"))
            if uid not in self._base.states and card in self._base.states and card not in uids.values():
                uids[uid] = card
        return uids

    def _read_scope(self, id: str, scope: Scope) -> None:
        key = self._keys[id]
        names = {state.name: self._uid(state) for state in states_of(scope)}
        start = text(scope.fields.get("StartAt"))
        if start in names:
            self.draft.starts[key] = names[start]
        for state in states_of(scope):
            self.draft.states[names[state.name]] = self._state(state, key, names)

    def _uid(self, state: State) -> str:
        return self._uids[self._identity.uids[state.path]]

    def _state(self, state: State, scope: str, names: Mapping[str, str]) -> DraftState:
        uid = self._uid(state)
        entry = dict(mapping(self._entries.get(self._identity.uids[state.path])))
        made = DraftState(uid, scope, state.name, {}, entry=entry, order=list(state.fields))
        for name, value in state.fields.items():
            if name in SINGLE:
                made.fields[name] = _target(value, names)
            elif name in LISTS and isinstance(value, list):
                made.items[name] = self._items(uid, name, value, names)
            elif name == _BRANCHES and isinstance(value, list) and state.type == "Parallel":
                made.inner += self._branches(state, value)
            elif name in _PROCESSORS and isinstance(value, dict) and state.type == "Map":
                made.inner.append(self._processor(state, name, value))
            else:
                made.fields[name] = value
        return made

    def _items(self, uid: str, field: str, value: list[Json], names: Mapping[str, str]) -> list[Item]:
        before = self._base.states.get(uid)
        known = list(before.items.get(field, ())) if before else []
        items = [Item("", {**mapping(one)}) for one in value]
        for item in items:
            if "Next" in item.fields:
                item.fields["Next"] = _target(item.fields["Next"], names)
        for alike in (_same, _same_words_and_goal, _same_goal, _same_words):
            for item in items:
                match = next((one for one in known if not item.key and alike(one, item)), None)
                if match is not None:
                    known.remove(match)
                    item.key = match.key
        for number, item in enumerate(items):
            item.key = item.key or f"own-{number}"
        return items

    def _branches(self, state: State, value: list[Json]) -> list[Inner]:
        """The branches, each with the key of the one in `base` that most of its states were in."""
        uid, id = self._uid(state), self._identity.uids[state.path]
        taken: set[str] = set()
        found: list[Inner] = []
        for index, branch in enumerate(value):
            inner = self._identity.scopes.get(f"{id}/{index}")
            if inner is None:
                continue
            states = [self._uid(one) for one in states_of(inner)] if self._knows(inner) else []
            scopes = Counter(self._base.states[one].scope for one in states if one in self._base.states)
            keys = [
                scope.rpartition("/")[2]
                for scope, _ in scopes.most_common()
                if scope.rpartition("/")[0] == uid
            ]
            key = next((one for one in keys if one not in taken), f"own-{index}")
            taken.add(key)
            self._keys[f"{id}/{index}"] = f"{uid}/{key}"
            rest = {name: item for name, item in mapping(branch).items() if name not in ("StartAt", "States")}
            found.append(Inner(key, _BRANCHES, rest))
        return found

    def _knows(self, scope: Scope) -> bool:
        return all(state.path in self._identity.uids for state in states_of(scope))

    def _processor(self, state: State, name: str, value: dict[str, Json]) -> Inner:
        uid, id = self._uid(state), self._identity.uids[state.path]
        scope = id if self._identity.scopes[id].path[-1] == name else f"{id}/{name}"
        self._keys[scope] = f"{uid}/{name}"
        rest = {key: item for key, item in value.items() if key not in ("StartAt", "States")}
        return Inner(name, name, rest)


def _target(value: Json, names: Mapping[str, str]) -> Json:
    if not isinstance(value, str):
        return value
    return names[value] if value in names else Dangling(value)


def _same(one: Item, other: Item) -> bool:
    return one.fields == other.fields


def _same_words_and_goal(one: Item, other: Item) -> bool:
    return _same_goal(one, other) and one.fields.get("Comment") == other.fields.get("Comment")


def _same_goal(one: Item, other: Item) -> bool:
    return one.fields.get("Next") == other.fields.get("Next")


def _same_words(one: Item, other: Item) -> bool:
    return any(
        one.fields.get(name) is not None and one.fields.get(name) == other.fields.get(name)
        for name in ("Comment", "Condition", "ErrorEquals")
    )
