"""Write on an arrow."""

from __future__ import annotations

from typing import Literal

from designer.protocol.canvas import Intent
from designer.workspace.sketch_actions.shared.context import SketchContext
from designer.workspace.sketch_actions.shared.entries import label_text
from schemas.sidecar.workflow import Change


class LabelArrow(Intent):
    """Write on an arrow when it is taken, or what it does to a table."""

    kind: Literal["label-arrow"] = "label-arrow"
    edge: str
    label: str


def act(context: SketchContext, intent: LabelArrow) -> Change:
    """Set its words; empty ones are left out. Raises `ActionRefused` for an arrow that is gone."""
    uid = context.arrow(intent.edge).id
    return context.change(context.changed("arrows", uid, {"label": label_text(intent.label)}))
