"""The branches of a Parallel, each with the states in it."""

from __future__ import annotations

import streamlit as st

from designer.protocol.canvas import AddBranch, Delete, Select
from designer.screen.locale import text
from designer.screen.panels.findings import plain
from designer.screen.panels.inspector import labels
from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.field_ref import FieldRef
from schemas.asl.walk import Scope, inner_scopes


def show(ref: FieldRef) -> None:
    """Show every branch as a line that leads to its first state; add and remove branches."""
    labels.heading(ref)
    do = ref.session.opened.do
    with st.container(key=f"{ref.name}/rows", gap="xxsmall"):
        for scope in inner_scopes(ref.state):
            _branch(ref, scope)
        st.button(
            text("canvas.parallel.add-branch"),
            key=f"{ref.name}/add",
            type="tertiary",
            icon=":material/add:",
            on_click=do,
            args=(AddBranch(uid=ref.uid),),
        )


def _branch(ref: FieldRef, scope: Scope) -> None:
    index = scope.path[-1]
    name = f"{ref.name}/{index}"
    with st.container(key=f"{name}/line", horizontal=True, vertical_alignment="center", wrap=False):
        st.button(
            f"{int(index) + 1}.  {_told(scope)}",
            key=f"{name}/row",
            type="tertiary",
            width="stretch",
            disabled=not scope.states,
            on_click=_lead,
            args=(ref, scope),
        )
        st.button(
            text("canvas.branch.remove"),
            key=f"{name}/remove",
            type="tertiary",
            icon=":material/delete:",
            on_click=ref.session.opened.do,
            args=(Delete(states=[f"{ref.uid}/{index}"]),),
        )


def _told(scope: Scope) -> str:
    names = text("branches.listing").join(scope.states)
    return plain(names) or text("branches.empty")


def _lead(ref: FieldRef, scope: Scope) -> None:
    """Select the first state of the branch."""
    start = scope.fields.get("StartAt")
    first = start if isinstance(start, str) and start in scope.states else next(iter(scope.states))
    uid = ref.session.analysis.identity.uids[(*scope.path, "States", first)]
    ref.session.opened.do(Select(ids=[uid]))


EDITOR = Editor(show, fields=frozenset({"Branches"}))
