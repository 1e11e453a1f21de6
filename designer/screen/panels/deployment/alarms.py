"""The alarms on the metrics of the workflow's executions, and whom they tell."""

from __future__ import annotations

from functools import partial

import streamlit as st

from designer.screen.locale import text
from designer.screen.panels import controls
from designer.screen.panels.deployment.addresses import addresses
from designer.screen.session import Session
from designer.workspace.sidecar.values import choose_value, set_value
from schemas.core.coerce import mapping
from schemas.core.paths import Json, Path
from schemas.sidecar.attachments.alarms import DEFAULT_MINUTES, METRICS
from schemas.sidecar.workflow import Change, Workflow

PATH: Path = ("deployment", "alarms")


def show(session: Session, value: Json) -> None:
    """Show a box for each metric, the limit of its alarm, and the topic; `value` is the sidecar's."""
    st.markdown(f"**{text('deployment.alarms')}**", help=text("deployment.alarms.help"))
    fields = mapping(value)
    for name in METRICS:
        _show_one(session, name, fields.get(name))
    if any(name in fields for name in METRICS):
        addresses(session, PATH, fields)


def _show_one(session: Session, name: str, value: Json) -> None:
    path, fields = (*PATH, name), mapping(value)
    binding = session.widgets.bind(
        f"deployment/alarm/{name}",
        str(value is not None or ""),
        lambda ticked: session.opened.change(
            partial(choose_value, path=path, value={"threshold": 1} if ticked else None)
        ),
    )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        label = text(f"deployment.alarms.{name}")
        st.checkbox(label, value is not None, key=binding.key, on_change=binding.on_change)
        if value is not None:
            _number(session, (*path, "threshold"), fields, "1")
            _number(session, (*path, "minutes"), fields, str(DEFAULT_MINUTES))


def _number(session: Session, path: Path, fields: dict[str, Json], example: str) -> None:
    name = str(path[-1])
    controls.text_input(
        session,
        f"deployment/alarm/{path[-2]}/{name}",
        text(f"deployment.alarms.{name}"),
        str(fields.get(name, "")),
        partial(_set_number, path),
        text(f"deployment.alarms.{name}.help"),
        example,
    )


def _set_number(path: Path, workflow: Workflow, typed: str) -> Change:
    number = typed.strip()
    return set_value(workflow, path, int(number) if number.isdecimal() and len(number) < 10 else number)
