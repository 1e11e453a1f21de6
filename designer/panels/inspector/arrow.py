"""One arrow: its kind, where it leads, and the Choice rule or the catcher behind it."""

from __future__ import annotations

from functools import partial

import streamlit as st

from designer.canvas.protocol import Reconnect
from designer.panels import entry
from designer.panels.inspector import typing
from designer.reading import Reading
from designer.session import Session, text
from schemas.differences import differences
from schemas.graph import Edge, graph
from schemas.walk import Scope, State
from schemas.workflow import Change, Workflow

NOWHERE = "nowhere"


def find(reading: Reading, id: str) -> Edge | None:
    """The arrow of that id (see `designer.canvas.protocol`), if it is there."""
    source, _, rest = id.partition(":")
    identity = reading.identity
    around = identity.states.get(source) or identity.scopes.get(source)
    if around is None:
        return None
    leaving = graph(reading.picture.document.value).leaving(around.path)
    return next(
        (edge for edge in leaving if f"{edge.kind}:{'' if edge.index is None else edge.index}" == rest), None
    )


def show(here: Session, id: str, edge: Edge) -> None:
    """Show the arrow `id`."""
    st.caption(text(f"arrow.{edge.kind}"))
    if isinstance(edge.source, State):
        st.text_input(text("arrow.from"), value=edge.source.name, disabled=True)
    _target(here, id, edge)
    if edge.fields:
        label = text(f"arrow.{edge.kind}.fields")
        entry.area(here, f"{id}/fields", label, typing.shown(edge.fields, plain=False), partial(_take, id))
        st.caption(text(f"arrow.{edge.kind}.help"))


def _target(here: Session, id: str, edge: Edge) -> None:
    identity = here.read().identity
    scope = edge.source if isinstance(edge.source, Scope) else edge.source.scope
    targets = {identity.uids[(*scope.path, "States", name)]: name for name in scope.states}
    target = next((uid for uid, name in targets.items() if name == edge.name), NOWHERE)
    options = [*([NOWHERE] if target == NOWHERE else []), *targets]
    control = here.bind(
        f"{id}/target", target, lambda chosen: here.editor.do(Reconnect(edge=id, target=chosen))
    )
    st.selectbox(
        text("arrow.to"),
        options,
        options.index(target),
        format_func=lambda option: targets.get(option, edge.name),
        key=control.key,
        on_change=control.heard,
    )


def _take(id: str, workflow: Workflow, said: str) -> Change:
    value = typing.read(said, plain=False)
    edge = find(Reading(workflow, workflow), id)
    return Change(tuple(differences(edge.fields, value, edge.path[:-1]))) if edge else Change()
