"""Turn the sketch into the workflow, or bring both together again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from designer.protocol.canvas import Intent
from designer.workspace.actions.shared.context import ActionRefused
from designer.workspace.keep_apart import keep_new_apart
from designer.workspace.sketch_actions.shared.context import SketchContext
from schemas.conversion.sync.synchronize import Synchronization, Update
from schemas.core.coerce import mapping, text
from schemas.core.edits import Rename
from schemas.document.differences import differences
from schemas.sidecar.identity import identify
from schemas.sidecar.workflow import Change, Workflow


class Convert(Intent):
    """Turn the sketch into the workflow; later, carry out what one offers to the other.

    `accepted` has the keys of the offers to carry out; all of them without it.
    """

    kind: Literal["convert"] = "convert"
    accepted: list[str] | None = None


def act(context: SketchContext, intent: Convert) -> Change:
    """Change the definition and its sidecar together, by what differs.

    Raises `ActionRefused` for a definition that cannot be read, or that has states of its own before the
    first conversion.
    """
    workflow = context.workflow
    if not isinstance(workflow.document.value, dict):
        raise ActionRefused("action-broken-text")
    synchronization = Synchronization(workflow)
    if not synchronization.can_begin:
        raise ActionRefused("action-already-drawn")
    update = synchronization.update(intent.accepted)
    renames = tuple(_renames(workflow, update.renamed))
    renamed = workflow.document.apply(*renames).document.value if renames else workflow.document.value
    change = Change(
        (*renames, *differences(renamed, update.definition)),
        tuple(differences(workflow.design.fields, update.sidecar)),
    )
    return keep_new_apart(workflow, change, {uid: _middle(context, update, uid) for uid in update.new})


def _renames(workflow: Workflow, names: Mapping[str, str]) -> Iterator[Rename]:
    """Edits that rename states in their places, so that their text and comments stay; inner ones first."""
    states = identify(workflow.document.value, workflow.design).states
    taken = {state.name for state in states.values()}
    found = sorted((uid for uid in names if uid in states), key=lambda uid: -len(states[uid].path))
    for uid in found:
        if names[uid] not in taken:
            taken.add(names[uid])
            yield Rename(states[uid].path, names[uid])


def _middle(context: SketchContext, update: Update, uid: str) -> float | None:
    """The x of the middle of the card that a new state came from."""
    entry = mapping(mapping(update.sidecar.get("states")).get(uid))
    box = context.scene.boxes.get(text(entry.get("card")))
    return box.rect.x + box.rect.width / 2 if box and "position" in entry else None
