"""The branches of a Parallel state, each with the names of its states."""

from __future__ import annotations

import streamlit as st

from designer.screen.locale import text
from designer.screen.markdown import escape
from designer.screen.panels.inspector import labels
from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.workspace.actions.add_branch import AddBranch
from designer.workspace.actions.delete import Delete
from designer.workspace.actions.select import Select
from schemas.asl.walk import Scope, inner_scopes


def show(ref: FieldRef) -> None:
    """Show each branch as a line that selects its first state, with buttons to add and remove branches."""
    labels.heading(ref)
    do = ref.session.receiver.apply
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
            f"{int(index) + 1}.  {_state_names(scope)}",
            key=f"{name}/row",
            type="tertiary",
            width="stretch",
            disabled=not scope.states,
            on_click=_select_first_state,
            args=(ref, scope),
        )
        st.button(
            text("canvas.branch.remove"),
            key=f"{name}/remove",
            type="tertiary",
            icon=":material/delete:",
            on_click=ref.session.receiver.apply,
            args=(Delete(states=[f"{ref.uid}/{index}"]),),
        )


def _state_names(scope: Scope) -> str:
    names = text("branches.listing").join(scope.states)
    return escape(names) or text("branches.empty")


def _select_first_state(ref: FieldRef, scope: Scope) -> None:
    start = scope.fields.get("StartAt")
    first = start if isinstance(start, str) and start in scope.states else next(iter(scope.states))
    uid = ref.session.analysis.identity.uids[(*scope.path, "States", first)]
    ref.session.receiver.apply(Select(ids=[uid]))


EDITOR = Editor(show, fields=frozenset({"Branches"}))
