"""Changes of values in the sidecar, refused with words where its schema does not allow one."""

from __future__ import annotations

from collections.abc import Mapping

from designer.workspace.actions.shared.context import ActionRefused, Context
from designer.workspace.actions.shared.sidecar import reference
from designer.workspace.definition_text import Unreadable
from designer.workspace.sidecar.json_values import with_value, without_value
from schemas.core.coerce import mapping
from schemas.core.paths import Json, Path, is_along, value_at
from schemas.document.differences import differences
from schemas.document.document import Document
from schemas.document.json.writer import write_json
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Change, Workflow
from schemas.validator.check_design import check_design

_DEPTH_OF_ENTRY = {"states": 2, "sketch": 3}
"""The steps of the path to an entry of a state, or of a card or an arrow, by the first of them."""


def set_value(workflow: Workflow, path: Path, value: Json) -> Change:
    """The change that sets the value at `path` of the sidecar (see `set_values`)."""
    return set_values(workflow, {path: value})


def set_values(workflow: Workflow, values: Mapping[Path, Json]) -> Change:
    """The change that sets the values at these paths of the sidecar, in their order (see `with_values`).

    Raises `Unreadable` where the sidecar's schema does not allow that, there or around it, and what
    `with_values` raises.
    """
    return change_to(workflow, with_values(workflow, workflow.design.document.value, values), tuple(values))


def with_values(workflow: Workflow, design: Json, values: Mapping[Path, Json]) -> Json:
    """A copy of the workflow's sidecar `design` with the values at these paths.

    None and "" remove a value, with the objects that this leaves empty. A state without an entry gets one.
    Raises `ActionRefused` for a sidecar that cannot be read, and where the state or the card is gone.
    """
    if not isinstance(design, dict):
        raise ActionRefused("action-broken-design")
    after: Json = design
    for path, value in values.items():
        after = _changed(workflow, after, path, None if value == "" else value)
    return after


def change_to(workflow: Workflow, after: Json, paths: tuple[Path, ...] = ((),)) -> Change:
    """The change that makes the sidecar `after`. Raises `Unreadable` for what is invalid along `paths`."""
    known = {(found.code, found.path) for found in check_design(workflow.design)}
    for found in check_design(Design(Document.parse(write_json(after), "json"))):
        is_new = (found.code, found.path) not in known
        if is_new and any(is_along(found.path, path) for path in paths):
            raise Unreadable(found)
    return Change(design=tuple(differences(workflow.design.document.value, after, ())))


def choose_value(workflow: Workflow, path: Path, value: Json) -> Change:
    """The change of `set_value`, for a control that keeps no text. Raises `ActionRefused` alone."""
    try:
        return set_value(workflow, path, value)
    except Unreadable as unreadable:
        raise ActionRefused(unreadable.problem.code, **unreadable.problem.params) from unreadable


def _changed(workflow: Workflow, design: Json, path: Path, value: Json) -> Json:
    if value is None:
        return without_value(design, path, prune=True)
    entry = path[: _DEPTH_OF_ENTRY.get(str(path[0]), 0)]
    if entry and not value_at(design, entry)[0]:
        design = with_value(design, entry, _new_entry(workflow, entry), [()] * len(entry))
    return with_value(design, path, value, [()] * len(path))


def _new_entry(workflow: Workflow, entry: Path) -> Json:
    """The entry of a state that has none. Raises `ActionRefused` where it is none, or is gone."""
    if entry[0] != "states":
        raise ActionRefused("action-gone")
    return dict(mapping(reference(Context(workflow), str(entry[1]))))
