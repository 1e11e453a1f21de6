"""Applies the changes between two conversions to a workflow, and leaves what a person changed there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, TypeVar

from schemas.conversion.draft import LISTS, SINGLE, Draft, DraftState, Inner, Item
from schemas.conversion.sync.healing import heal
from schemas.conversion.sync.order import interleaved
from schemas.core.coerce import mapping, names
from schemas.core.paths import Json
from schemas.document.differences import same

Keyed = TypeVar("Keyed", Item, Inner)

_ONWARD: Final = ("Next", "End")
"""The fields that together say where a state goes on."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A thing that a person has changed in the workflow, and that a change of the sketch does not touch.

    `field` is that of the state; empty for the whole state.
    """

    state: str
    name: str
    field: str = ""


@dataclass(slots=True)
class Merged:
    """The workflow with the changes, and what was kept from them."""

    draft: Draft
    kept: list[Kept] = field(default_factory=list)


def merge(old: Draft, new: Draft, present: Draft) -> Merged:
    """Apply the difference between the conversions `old` and `new` to the `present` workflow.

    By state and by field: one that is in the workflow as it is in `old` becomes as it is in `new`.
    """
    merged = Merged(Draft(root=present.root))
    for uid in interleaved(present.states, new.states):
        state = _state(uid, old, new, present, merged.kept)
        if state is not None:
            merged.draft.states[uid] = state
    draft = merged.draft
    draft.starts = _starts(old, new, present)
    heal(draft, present, old)
    for name in ("notes", "lanes", "input"):
        setattr(draft, name, _members(getattr(old, name), getattr(new, name), getattr(present, name)))
    return merged


def _state(uid: str, old: Draft, new: Draft, present: Draft, kept: list[Kept]) -> DraftState | None:
    was, will, now = old.states.get(uid), new.states.get(uid), present.states.get(uid)
    if now is None:
        return _copy(will) if was is None and will is not None else None
    if was is None:
        return _copy(now)
    if will is None:
        if _is_own_work(was, now):
            kept.append(Kept(uid, now.name))
            return _copy(now)
        return None
    if was.fields.get("Type") != will.fields.get("Type") and _is_own_work(was, now):
        kept.append(Kept(uid, now.name))
        return _copy(now)
    return _merged_state(was, will, now, kept)


def _copy(state: DraftState) -> DraftState:
    """A state of its own, so that a merge changes none of the drafts that it reads."""
    items = {name: [Item(one.key, dict(one.fields)) for one in found] for name, found in state.items.items()}
    return replace(
        state, fields=dict(state.fields), items=items, inner=list(state.inner), entry=dict(state.entry)
    )


def _is_own_work(was: DraftState, now: DraftState) -> bool:
    """True if a person has changed more of a state than its name, its place and where it leads."""
    return _work(was) != _work(now)


def _work(state: DraftState) -> tuple[object, ...]:
    fields = {name: value for name, value in state.fields.items() if name not in (*SINGLE, "End")}
    return fields, {name: sorted(str(_own(one)) for one in found) for name, found in state.items.items()}


def _own(item: Item) -> dict[str, Json]:
    """The fields of a rule or catcher but for where it leads, in one order."""
    return {name: item.fields[name] for name in sorted(item.fields) if name != "Next"}


class _Choosing:
    """Chooses between the values of a state before, after and as it is now; a conflict is kept as it is."""

    def __init__(self, now: DraftState, kept: list[Kept]) -> None:
        self._now, self._kept = now, kept

    def value(self, name: str, was: Value, will: Value, now: Value) -> Value:
        """The value of a field: what it becomes, unless a person has changed it."""
        if _same(was, will) or _same(will, now):
            return now
        if _same(was, now):
            return will
        if name and not _is_placeholder(will):
            self._kept.append(Kept(self._now.uid, self._now.name, name))
        return now

    def fields(self, prefix: str, was: Fields, will: Fields, now: Fields) -> dict[str, Json]:
        """Fields of an object, one by one in the order of those that are there now."""
        found: dict[str, Json] = {}
        for name in interleaved(now, will):
            three = (each.get(name, _NOTHING) for each in (was, will, now))
            value = self.value(prefix or name, *three)
            if not isinstance(value, _Nothing):
                found[name] = value
        return found


class _Nothing:
    """The value of a field that is not there."""


_NOTHING: Final = _Nothing()
Value = Json | _Nothing
Fields = Mapping[str, Json]
Names = tuple[str, ...]


def _merged_state(was: DraftState, will: DraftState, now: DraftState, kept: list[Kept]) -> DraftState:
    choose = _Choosing(now, kept)
    onward = choose.value("Next", *(_onward(each.fields) for each in (was, will, now)))
    own = (
        {name: value for name, value in each.fields.items() if name not in _ONWARD}
        for each in (was, will, now)
    )
    merged = DraftState(
        now.uid,
        str(choose.value("", was.scope, will.scope, now.scope)),
        str(choose.value("Name", was.name, will.name, now.name)),
        {**choose.fields("", *own), **(onward if isinstance(onward, dict) else {})},
        {name: found for name in LISTS if (found := _merged_items(name, was, will, now, choose))},
        _merged_inner(was, will, now),
        order=now.order,
    )
    merged.entry = _merged_entry(was, will, now, choose)
    undecided = _undecided(merged, *(names(each.entry.get("undecided")) for each in (was, will, now)))
    if undecided:
        merged.entry["undecided"] = undecided
    return merged


def _same(one: Value, other: Value) -> bool:
    if isinstance(one, _Nothing) or isinstance(other, _Nothing):
        return one is other
    return same(one, other)


def _onward(fields: Fields) -> dict[str, Json]:
    return {name: fields[name] for name in _ONWARD if name in fields}


def _is_placeholder(value: Value) -> bool:
    """True for the name of something undecided: a person who has decided it needs no word about it."""
    return isinstance(value, str) and value.startswith(("${", "{% ${"))


def _merged_items(
    name: str, was: DraftState, will: DraftState, now: DraftState, choose: _Choosing
) -> list[Item]:
    """The rules or catchers: those of now, without those that go, and with those that come."""
    before, after = ({one.key: one for one in each.items.get(name, ())} for each in (was, will))
    found: list[Item] = []
    for item in now.items.get(name, ()):
        old, new = before.pop(item.key, None), after.pop(item.key, None)
        if old and new:
            found.append(Item(item.key, choose.fields(name, old.fields, new.fields, item.fields)))
        elif not old or not _same(_own(old), _own(item)):
            found.append(Item(item.key, dict(item.fields)))
            if old:
                choose.value(name, 0, 1, 2)
    found += [Item(one.key, dict(one.fields)) for key, one in after.items() if key not in before]
    ordered = _in_order(found, *(each.items.get(name, ()) for each in (was, will, now)))
    return sorted(ordered, key=lambda one: one.fields.get("ErrorEquals") == ["States.ALL"])


def _merged_inner(was: DraftState, will: DraftState, now: DraftState) -> list[Inner]:
    gone = {inner.key for inner in was.inner} - {inner.key for inner in will.inner}
    known = {inner.key for inner in (*was.inner, *now.inner)}
    found = [inner for inner in now.inner if inner.key not in gone]
    found += [inner for inner in will.inner if inner.key not in known]
    return _in_order(found, was.inner, will.inner, now.inner)


def _in_order(found: list[Keyed], *versions: Iterable[Item | Inner]) -> list[Keyed]:
    """The rules, catchers or branches in the order of what they become, unless a person has another order."""
    was, will, now = ([one.key for one in each] for each in versions)
    is_untouched = [key for key in now if key in was] == [key for key in was if key in now]
    order = interleaved(will, now) if is_untouched else interleaved(now, will)
    return sorted(found, key=lambda one: order.index(one.key))


def _merged_entry(was: DraftState, will: DraftState, now: DraftState, choose: _Choosing) -> dict[str, Json]:
    """The entry of the sidecar: operations answer by answer; the place stays, for people move states."""
    entry = {name: value for name, value in now.entry.items() if name != "undecided"}
    for name in dict.fromkeys((*now.entry, *will.entry)):
        if name in ("name", "scope", "position", "undecided"):
            continue
        one, two, three = (each.entry.get(name, _NOTHING) for each in (was, will, now))
        if name == "operations":
            value: Value = (
                choose.fields(name, *(mapping(each.entry.get(name)) for each in (was, will, now))) or _NOTHING
            )
        else:
            value = choose.value(name, one, two, three)
        entry.pop(name, None)
        if not isinstance(value, _Nothing):
            entry[name] = value
    if "position" not in entry and "position" in will.entry and not now.scope and will.scope == now.scope:
        entry["position"] = will.entry["position"]
    return entry


def _undecided(merged: DraftState, was: Names, will: Names, now: Names) -> list[Json]:
    """The names that stand for what nobody has decided; one that the sketch gave up goes with its places."""
    used = str((merged.fields, merged.items))
    gone = {name for name in was if name not in will and f"${{{name}}}" not in used}
    return [name for name in interleaved(will, now) if name not in gone]


def _starts(old: Draft, new: Draft, present: Draft) -> dict[str, str]:
    found = dict(present.starts)
    for scope, start in new.starts.items():
        if scope not in present.starts or present.starts[scope] == old.starts.get(scope):
            found[scope] = start
    return found


def _members(old: Fields, new: Fields, present: Fields) -> dict[str, Json]:
    """The entries of a section of the sidecar; one that a person has changed or removed stays so."""
    found = dict(present)
    for uid in {**old, **new}:
        was, will, now = (each.get(uid, _NOTHING) for each in (old, new, present))
        if _same(was, now) and not _same(was, will):
            found.pop(uid, None)
            if not isinstance(will, _Nothing):
                found[uid] = will
    return found
