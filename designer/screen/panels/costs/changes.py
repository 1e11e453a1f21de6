"""Changes of estimates in the sidecar, from the cells that a person has edited in a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from designer.workspace.actions.shared.context import ActionRefused
from designer.workspace.definition_text import Unreadable
from designer.workspace.sidecar.values import set_values
from schemas.core.coerce import number
from schemas.core.paths import Json, Path
from schemas.costs.costs import StateCosts
from schemas.costs.estimated import Share
from schemas.sidecar.workflow import Change, Workflow

Edited = Mapping[int, Mapping[str, Json]]
"""The new values by row and column; None for an emptied cell, whose default holds again."""

PERCENT = 100.0
_MOST = 1e12


def change_needs(workflow: Workflow, edited: Edited, states: Sequence[StateCosts]) -> Change:
    """The change of seconds, attempts and items; `states` are the rows. Items belong to a Map alone."""
    values: dict[Path, Json] = {}
    for row, cells in edited.items():
        for field, value in cells.items():
            if field != "items" or states[row].needs.items is not None:
                values["states", states[row].uid, "estimate", field] = value
    return _change(workflow, values)


def change_shares(workflow: Workflow, edited: Edited, edges: Sequence[tuple[StateCosts, Share]]) -> Change:
    """The change of likelihoods in percent; `edges` are the rows, each from a state with its share."""
    values: dict[Path, Json] = {}
    for row, cells in edited.items():
        state, share = edges[row]
        percent = number(cells.get("share"), _MOST)
        target = share.edge.target
        if percent is not None and target is not None and share.uid not in workflow.design.states:
            values["states", share.uid, "name"] = target.name
        likelihood = None if percent is None else percent / PERCENT
        values["states", state.uid, "estimate", "likelihoods", share.uid] = likelihood
    return _change(workflow, values)


def _change(workflow: Workflow, values: Mapping[Path, Json]) -> Change:
    try:
        return set_values(workflow, values)
    except Unreadable as unreadable:
        raise ActionRefused(unreadable.problem.code, **unreadable.problem.params) from unreadable
