"""A workflow with its sketch, for tests."""

from __future__ import annotations

import json
from dataclasses import replace

from drawn import sketch

from schemas import Document
from schemas.conversion.convert import convert
from schemas.conversion.sync.present import present
from schemas.conversion.sync.synchronize import Synchronization
from schemas.document.differences import differences
from schemas.sidecar.operations import written_operations
from schemas.sidecar.sketch import sketch_of
from schemas.sidecar.workflow import Change, new_workflow
from schemas.validator.check_design import check_design

SHOP = """
    check: step Check stock
    d: decision In stock?
    pay: step Pay
    sorry: failed Sorry
    done: succeeded Done
    check -> d
    d -yes-> pay
    d -no-> sorry
    pay -> done"""


def raw(drawn):
    """The sketch as the sidecar has it."""
    return {
        "cards": {
            uid: {
                "kind": card.kind,
                "text": card.text,
                "position": card.position.written,
                **({"owner": card.owner} if card.owner else {}),
                **({"operations": found} if (found := written_operations(card.operations)) else {}),
            }
            for uid, card in drawn.cards.items()
        },
        "arrows": {
            uid: {"from": arrow.source, "to": arrow.target, "label": arrow.label}
            for uid, arrow in drawn.arrows.items()
        },
    }


class Both:
    """A workflow with its sketch."""

    def __init__(self, lines=SHOP):
        self.workflow = new_workflow("shop")
        self.draw(lines)
        self.sync()

    @property
    def definition(self):
        return self.workflow.document.value

    @property
    def states(self):
        return self.definition["States"]

    @property
    def sidecar(self):
        return self.workflow.design.fields

    @property
    def offers(self):
        return {offer.key: offer.message("en") for offer in Synchronization(self.workflow).offers}

    @property
    def draft(self):
        """The workflow by the uids of its cards, without the places, which people choose."""
        draft = present(
            self.definition, self.workflow.design, convert(sketch_of(self.sidecar["sketch"])).draft
        )
        for state in draft.states.values():
            state.entry.pop("position", None)
            state.order = []
        return replace(draft, root={}, uids={})

    def draw(self, lines):
        """Replace the sketch."""
        drawn = sketch(lines) if isinstance(lines, str) else lines
        sidecar = {**self.sidecar, "sketch": {**self.sidecar.get("sketch", {}), **raw(drawn)}}
        self.write(self.definition, sidecar)

    def write(self, definition, sidecar):
        edits = Change(
            tuple(differences(self.definition, definition)), tuple(differences(self.sidecar, sidecar))
        )
        self.workflow = self.workflow.apply(edits).workflow

    def edit(self, change):
        """Change the definition as a person does: by a function of its text's value."""
        value = json.loads(json.dumps(self.definition))
        change(value)
        self.write(value, self.sidecar)

    def rename(self, old, new):
        text = self.workflow.document.text.replace(json.dumps(old), json.dumps(new))
        entries = json.loads(json.dumps(self.sidecar))
        for entry in entries["states"].values():
            entry["name"] = new if entry["name"] == old else entry["name"]
        self.workflow = replace(self.workflow, document=Document.parse(text, "json"))
        self.write(self.definition, entries)

    def sync(self, accepted=None):
        update = Synchronization(self.workflow).update(accepted)
        self.write(update.definition, update.sidecar)
        assert check_design(self.workflow.design) == []
        return update
