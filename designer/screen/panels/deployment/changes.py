"""Changes of the deployment settings in a sidecar, refused with words where a value does not fit."""

from __future__ import annotations

from designer.screen.panels.inspector.state_changes import with_value, without_value
from designer.workspace.actions.shared.context import ActionRefused
from designer.workspace.definition_text import Unreadable
from schemas.core.paths import Json, Path, is_along
from schemas.document.differences import differences
from schemas.document.document import Document
from schemas.document.json.writer import write_json
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Change, Workflow
from schemas.validator.check_design import check_design


def set_setting(workflow: Workflow, path: Path, value: Json) -> Change:
    """The change that sets the value at `path` of the sidecar, or removes it where `value` is None or "".

    Raises `Unreadable` where the sidecar's schema does not allow that, there or around it; `ActionRefused`
    for a sidecar that cannot be read.
    """
    before = workflow.design.document.value
    if not isinstance(before, dict):
        raise ActionRefused("action-broken-design")
    is_empty = value is None or value == ""
    orders = [()] * len(path)
    after = without_value(before, path, prune=True) if is_empty else with_value(before, path, value, orders)
    known = {(found.code, found.path) for found in check_design(workflow.design)}
    for found in check_design(Design(Document.parse(write_json(after), "json"))):
        if (found.code, found.path) not in known and is_along(found.path, path):
            raise Unreadable(found)
    return Change(design=tuple(differences(before, after, ())))


def choose_setting(workflow: Workflow, path: Path, value: Json) -> Change:
    """The change of `set_setting`, for a control that keeps no text. Raises `ActionRefused` alone."""
    try:
        return set_setting(workflow, path, value)
    except Unreadable as unreadable:
        raise ActionRefused(unreadable.problem.code, **unreadable.problem.params) from unreadable
