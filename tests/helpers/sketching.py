"""Sketches for tests: written in a few words, changed by actions, read back."""

from __future__ import annotations

import json

from designer.protocol.canvas import Intent
from designer.workspace import sketch_actions
from schemas.core.paths import Json
from schemas.document.document import Document
from schemas.sidecar.design import Design
from schemas.sidecar.sketch import Sketch, read_sketch
from schemas.sidecar.workflow import Workflow

DOWN = 160


def card(kind: str = "step", text: str = "", x: float = 0, y: float = 0, **more: Json) -> dict[str, Json]:
    """A card as the sidecar has it."""
    return {"kind": kind, "text": text, "position": {"x": x, "y": y}, **more}


def sketched(cards: dict[str, str], arrows: str = "", text: str | None = None) -> Workflow:
    """A workflow with a sketch: the kinds of cards by their uids, one below the other, and arrows as in
    "a>b b>c:yes"; `text` is the sidecar's where it is not made of these."""
    written = {uid: card(kind, uid, 0, number * DOWN) for number, (uid, kind) in enumerate(cards.items())}
    drawn = {}
    for arrow in arrows.split():
        ends, _, label = arrow.partition(":")
        source, target = ends.split(">")
        drawn[f"{source}{target}"] = {"from": source, "to": target, **({"label": label} if label else {})}
    design = json.dumps({"version": 1, "sketch": {"cards": written, "arrows": drawn}})
    return Workflow("w", Document.parse("{}"), Design(Document.parse(text or design, "json")))


def done(workflow: Workflow, *intents: Intent) -> Workflow:
    """The workflow after the intents."""
    for intent in intents:
        workflow = workflow.apply(sketch_actions.perform(workflow, intent)).workflow
    return workflow


def sketch_of(workflow: Workflow) -> Sketch:
    """The sketch of a workflow."""
    return read_sketch(workflow.design)


def drawn(workflow: Workflow) -> set[str]:
    """The arrows as in "a>b:yes", with the words of the cards as their names."""
    sketch = sketch_of(workflow)
    return {
        f"{sketch.cards[arrow.source].text}>{sketch.cards[arrow.target].text}"
        + (f":{arrow.label}" if arrow.label else "")
        for arrow in sketch.arrows.values()
    }
