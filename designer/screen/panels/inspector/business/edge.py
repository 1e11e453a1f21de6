"""One arrow as the people of the business see it: from where, when, to where."""

from __future__ import annotations

from functools import partial

import streamlit as st

from designer.screen import session
from designer.screen.panels import entry
from designer.screen.panels.findings import plain
from designer.screen.panels.inspector.business import state
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.session import Session, text
from schemas.asl.graph import Edge
from schemas.asl.walk import State
from schemas.core.coerce import text as string
from schemas.sidecar.workflow import Change, Workflow
from schemas.wording.edge_labels import label

LISTS = {"choice": "Choices", "catch": "Catch"}


def show(here: Session, edge: Edge) -> None:
    """Show the arrow, and the words that stand on it; those of a condition or an error can be chosen."""
    st.caption(text(f"arrow.{edge.kind}"))
    source, target = edge.source, edge.target
    if not isinstance(source, State) or target is None:
        return
    uids = here.read().identity.uids
    first, last = (
        state.title(here, uids[source.path], source),
        state.title(here, uids[target.path], target),
    )
    st.markdown(f"**{plain(first)}** → **{plain(last)}**")
    if edge.kind in LISTS and edge.index is not None:
        _words(FieldRef(here, uids[source.path], source).inner(LISTS[edge.kind]).inner(edge.index), edge)


def _words(item: FieldRef, edge: Edge) -> None:
    spot = item.inner("Comment", {"type": "string"})
    otherwise = {key: value for key, value in edge.fields.items() if key != "Comment"}
    entry.line(
        spot.here,
        f"{spot.name}/business",
        text("business.words"),
        string(edge.fields.get("Comment")),
        partial(_take, spot),
        text("business.words.help"),
        example=label(edge.kind, otherwise, session.language(), "business"),
    )


def _take(spot: FieldRef, workflow: Workflow, said: str) -> Change:
    return spot.given(workflow, said.strip()) if said.strip() else spot.dropped(workflow)
