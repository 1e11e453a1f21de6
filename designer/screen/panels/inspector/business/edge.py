"""One arrow as the people of the business see it: from where, when, to where."""

from __future__ import annotations

from functools import partial

import streamlit as st

from designer.screen import address
from designer.screen.locale import text
from designer.screen.panels import entry
from designer.screen.panels.findings import plain
from designer.screen.panels.inspector.business import state
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.session import Session
from schemas.asl.graph import Edge
from schemas.asl.walk import State
from schemas.core.coerce import text as string
from schemas.sidecar.workflow import Change, Workflow
from schemas.wording.edge_labels import label

LISTS = {"choice": "Choices", "catch": "Catch"}


def show(session: Session, edge: Edge) -> None:
    """Show the arrow, and the words that stand on it; those of a condition or an error can be chosen."""
    st.caption(text(f"arrow.{edge.kind}"))
    source, target = edge.source, edge.target
    if not isinstance(source, State) or target is None:
        return
    uids = session.analysis.identity.uids
    first, last = (
        state.title(session, uids[source.path], source),
        state.title(session, uids[target.path], target),
    )
    st.markdown(f"**{plain(first)}** → **{plain(last)}**")
    if edge.kind in LISTS and edge.index is not None:
        _words(FieldRef(session, uids[source.path], source).child(LISTS[edge.kind]).child(edge.index), edge)


def _words(item: FieldRef, edge: Edge) -> None:
    ref = item.child("Comment", {"type": "string"})
    otherwise = {key: value for key, value in edge.fields.items() if key != "Comment"}
    entry.line(
        ref.session,
        f"{ref.name}/business",
        text("business.words"),
        string(edge.fields.get("Comment")),
        partial(_take, ref),
        text("business.words.help"),
        example=label(edge.kind, otherwise, address.language(), "business"),
    )


def _take(ref: FieldRef, workflow: Workflow, said: str) -> Change:
    return ref.change_to(workflow, said.strip()) if said.strip() else ref.change_without(workflow)
