"""A workflow and its sketch compared, and brought together."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from schemas.conversion.convert import ROOT, Conversion, convert
from schemas.conversion.draft import Draft
from schemas.conversion.remark import Remark
from schemas.conversion.rendering import definition_of
from schemas.conversion.sync.merge import Kept, merge
from schemas.conversion.sync.offers import SECTIONS, Offer, mixed, offers_to_sketch, offers_to_workflow
from schemas.conversion.sync.present import present
from schemas.core.coerce import mapping
from schemas.core.paths import Json
from schemas.sidecar.sketch import sketch_of
from schemas.sidecar.workflow import Workflow


@dataclass(frozen=True)
class Update:
    """A workflow and its sketch as they become: the definition, and the root of the sidecar.

    `new` are the uids of the states that are added. `kept` is what people changed in the workflow that a
    change of the sketch did not touch. `remarks` are those of the conversion. `renamed` has the new names of
    states by their uids in the sidecar.
    """

    definition: dict[str, Json]
    sidecar: dict[str, Json]
    remarks: tuple[Remark, ...]
    new: tuple[str, ...] = ()
    kept: tuple[Kept, ...] = field(default=())
    renamed: Mapping[str, str] = field(default_factory=dict)


class Synchronization:
    """The sketch and the workflow of one sidecar, and what each has that the other has not.

    `before` is that of an earlier version, of which what is the same is not computed again.
    """

    def __init__(self, workflow: Workflow, before: Synchronization | None = None) -> None:
        self._workflow = workflow
        sketch = mapping(workflow.design.fields.get("sketch"))
        converted = mapping(sketch.get("converted"))
        self.is_first = not isinstance(sketch.get("converted"), dict)
        self._sketch = {name: sketch[name] for name in SECTIONS if name in sketch}
        self._converted = {name: converted[name] for name in SECTIONS if name in converted}
        if before is not None and not before.is_first and before._converted == self._converted:
            self._old = before._old

    @property
    def can_begin(self) -> bool:
        """True unless the workflow has states of its own before the first conversion."""
        return not self.is_first or not self._present.states

    @cached_property
    def conversion(self) -> Conversion:
        """The sketch as it is now, converted."""
        return convert(sketch_of(self._sketch))

    @cached_property
    def offers(self) -> tuple[Offer, ...]:
        """The offers of each side to the other; none before the first conversion."""
        if self.is_first:
            return ()
        was, now = sketch_of(self._converted), sketch_of(self._sketch)
        return (
            *offers_to_workflow(was, now, self._present),
            *offers_to_sketch(was, now, self._sketch, self._old, self._present),
        )

    def update(self, accepted: Collection[str] | None = None) -> Update:
        """Carry out the offers with these keys (None: all of them), or the first conversion."""
        offers = [offer for offer in self.offers if accepted is None or offer.key in accepted]
        sketch = dict(self._sketch)
        before = dict(self._converted)
        for offer in offers:
            if offer.to == "sketch":
                sketch, before = _patched(sketch, offer), _patched(before, offer)
        keys = {offer.key for offer in offers}
        after = dict(sketch) if self.is_first else mixed(before, sketch, keys)
        old, new = convert(sketch_of(before)), convert(sketch_of(after))
        if self.is_first:
            old = Conversion(Draft(), (), {})
        now = present(self._workflow.document.value, self._workflow.design, old.draft)
        merged = merge(old.draft, new.draft, now)
        _in_jsonata(merged.draft, now)
        definition = definition_of(merged.draft)
        entries = self._entries(merged.draft)
        sidecar = {
            **self._workflow.design.fields,
            **entries,
            "sketch": {**self._raw(sketch), "converted": after},
        }
        added = tuple(uid for uid in merged.draft.states if uid not in self._present.states)
        renamed = {
            now.uids.get(uid, uid): merged.draft.states[uid].name
            for uid, state in now.states.items()
            if uid in merged.draft.states and merged.draft.states[uid].name != state.name
        }
        return Update(definition, sidecar, new.remarks, added, tuple(merged.kept), renamed)

    @cached_property
    def _old(self) -> Draft:
        return Draft() if self.is_first else convert(sketch_of(self._converted)).draft

    @cached_property
    def _present(self) -> Draft:
        return present(self._workflow.document.value, self._workflow.design, self._old)

    def _raw(self, sketch: Mapping[str, Json]) -> dict[str, Json]:
        before = mapping(self._workflow.design.fields.get("sketch"))
        return {**{name: value for name, value in before.items() if name != "converted"}, **sketch}

    def _entries(self, draft: Draft) -> dict[str, Json]:
        """The sections of the sidecar beside the sketch."""
        before = dict(mapping(self._workflow.design.fields.get("states")))
        real = {self._present.uids.get(uid, uid): state for uid, state in draft.states.items()}
        gone = {self._present.uids.get(uid, uid) for uid in self._present.states if uid not in draft.states}
        states = {uid: entry for uid, entry in before.items() if uid not in gone}
        untold = {self._present.uids.get(uid, uid) for uid in self._present.states} - before.keys()
        for uid, state in real.items():
            entry = {name: value for name, value in state.entry.items() if name not in ("name", "scope")}
            if not entry and uid in untold:
                continue
            scope: dict[str, Json] = (
                {"scope": self._scope_id(draft, state.scope)} if "scope" in state.entry else {}
            )
            states[uid] = {"name": state.name, **scope, **entry}
        sections: dict[str, Json] = {"states": states}
        for name, found in (("notes", draft.notes), ("lanes", draft.lanes)):
            if found or name in self._workflow.design.fields:
                sections[name] = found
        if draft.input or "input" in self._workflow.design.fields:
            sections["input"] = {**mapping(self._workflow.design.fields.get("input")), "fields": draft.input}
        return sections

    def _scope_id(self, draft: Draft, scope: str) -> str:
        uid, _, key = scope.rpartition("/")
        holder = draft.states.get(uid)
        if holder is None:
            return ""
        real = self._present.uids.get(uid, uid)
        keys = [inner.key for inner in holder.inner if inner.holder == "Branches"]
        return f"{real}/{keys.index(key)}" if key in keys else real


def _in_jsonata(draft: Draft, before: Draft) -> None:
    """Name JSONata as the query language: of a machine without states before, else of each new state."""
    if draft.root.get("QueryLanguage") == "JSONata":
        return
    if not before.states:
        draft.root = {**ROOT, **draft.root, "QueryLanguage": "JSONata"}
        return
    for uid, state in draft.states.items():
        if uid not in before.states:
            state.fields["QueryLanguage"] = "JSONata"


def _patched(sketch: Mapping[str, Json], offer: Offer) -> dict[str, Json]:
    patched = dict(sketch)
    for name, changes in offer.patch.items():
        section = {**mapping(sketch.get(name)), **changes}
        patched[name] = {uid: entry for uid, entry in section.items() if entry is not None}
    return patched
