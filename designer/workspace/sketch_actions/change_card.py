"""Write on a card, give it another kind, or name who answers for it."""

from __future__ import annotations

from typing import Literal

from designer.protocol.canvas import Intent
from designer.workspace.actions.shared.annotations import owner_name
from designer.workspace.sketch_actions.shared.context import SketchContext
from designer.workspace.sketch_actions.shared.entries import card_kind, card_text
from schemas.core.paths import Json
from schemas.sidecar.workflow import Change


class ChangeCard(Intent):
    """Change what is said of a card; what is None stays."""

    kind: Literal["change-card"] = "change-card"
    uid: str
    text: str | None = None
    card_kind: str | None = None
    owner: str | None = None


def act(context: SketchContext, intent: ChangeCard) -> Change:
    """Set the fields that differ; its arrows stay. Raises `ActionRefused` for a card that is gone."""
    fields: dict[str, Json] = {}
    if intent.card_kind is not None:
        fields["kind"] = card_kind(intent.card_kind)
    if intent.text is not None:
        fields["text"] = card_text(intent.text)
    if intent.owner is not None:
        fields["owner"] = owner_name(intent.owner)
    return context.change(context.changed("cards", context.card(intent.uid).id, fields))
