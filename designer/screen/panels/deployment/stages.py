"""The stages of the deployment, and a table of the settings that differ between them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import streamlit as st

from designer.screen.locale import text
from designer.screen.markdown import escape
from designer.screen.panels import controls
from designer.screen.panels.deployment.texts import remove_button
from designer.screen.session import Session
from designer.workspace.sidecar.stages import (
    add_stage,
    remove_stage,
    rename_stage,
    set_value_of,
    stages_of,
    value_of,
)
from exporters.substitutions import substitutions
from schemas.core.coerce import mapping
from schemas.core.paths import Json, Path, pointer
from schemas.sidecar.deployment import Parameter
from schemas.sidecar.staged import staged_settings
from schemas.sidecar.workflow import Workflow


def show(session: Session, format: str) -> None:
    """Show the names of the stages, to add to, rename and remove, and the values that each of them has."""
    workflow = session.opened.workflow
    stages = stages_of(workflow)
    st.markdown(f"**{text('deployment.stages')}**", help=text("deployment.stages.help"))
    if len(stages) > 1 and format != "serverless":
        st.caption(text("deployment.stages.first", stage=escape(stages[0])))
    columns = st.columns(len(stages) + 1, vertical_alignment="bottom")
    with columns[-1]:
        label, help = text("deployment.stages.add"), text("deployment.stages.add.help")
        controls.text_input(session, "deployment/stages/new", label, "", add_stage, help)
    for column, stage in zip(columns[:-1], stages, strict=True):
        with column:
            _name(session, stage)
    for path, value in _rows(workflow) if stages else ():
        _row(session, path, value, stages)


def _name(session: Session, stage: str) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        controls.text_input(
            session,
            f"deployment/stage/{stage}",
            text("deployment.stage"),
            stage,
            partial(rename_stage, stage),
        )
        remove_button(session, f"deployment/stage/{stage}", partial(remove_stage, name=stage))


def _rows(workflow: Workflow) -> Iterator[tuple[Path, Json]]:
    """The settings that may differ, with their paths in the sidecar."""
    for path, value in staged_settings(mapping(workflow.design.fields.get("deployment"))):
        yield ("deployment", *path), value
    deployment = workflow.design.deployment
    for name, target in substitutions(workflow.document.value, deployment).targets.items():
        if isinstance(target, Parameter) and name not in deployment.substitutions:
            yield ("deployment", "substitutions", name, "default"), None


def _row(session: Session, path: Path, value: Json, stages: list[str]) -> None:
    cells = st.columns(len(stages) + 1, vertical_alignment="bottom")
    for cell, stage in zip(cells[:-1], stages, strict=True):
        with cell:
            controls.text_input(
                session,
                f"deployment{pointer((*path, 'stages', stage))}",
                f"{escape(_words(path))} · {escape(stage)}",
                value_of(value, stage, stages),
                partial(set_value_of, path, stage),
                example=value_of(value, stages[0], stages),
            )


def _words(path: Path) -> str:
    """The name of a setting: `Tag: Team`."""
    labels = {"tags": "deployment.tag", "environment": "deployment.environment"}
    group, name = str(path[1]), str(path[2]) if len(path) > 2 else ""
    if group == "substitutions":
        return f"${{{name}}}"
    return f"{text(labels[group])}: {name}" if name else text(f"deployment.{group}")
