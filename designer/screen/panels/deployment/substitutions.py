"""The placeholders of the definition, each with its target in the deployed stack."""

from __future__ import annotations

from functools import partial

import streamlit as st

from designer.screen.locale import text
from designer.screen.markdown import escape
from designer.screen.panels import controls
from designer.screen.panels.deployment.texts import text_setting
from designer.screen.session import Session
from designer.workspace.sidecar.values import choose_value, set_value
from exporters.substitutions import substitutions
from schemas.core.coerce import mapping
from schemas.core.paths import Json, Path
from schemas.sidecar.workflow import Change, Workflow

_FIELDS = {"parameter": ("parameter", "default"), "resource": ("resource", "attribute"), "value": ("value",)}
"""The fields of each kind of target."""


def show(session: Session) -> None:
    """Show the placeholders; the target of one that the sidecar does not name is a parameter."""
    workflow = session.opened.workflow
    found = substitutions(workflow.document.value, workflow.design.deployment)
    names = [name for name in found.targets if not name.startswith("AWS::")]
    if not names:
        return
    st.markdown(f"**{text('deployment.substitutions')}**", help=text("deployment.substitutions.help"))
    given = mapping(mapping(workflow.design.fields.get("deployment")).get("substitutions"))
    defaults = {parameter.placeholder: parameter.default for parameter in found.parameters}
    for name in names:
        _show_one(session, name, given.get(name), defaults.get(name, ""))


def _show_one(session: Session, name: str, target: Json, default: object) -> None:
    path: Path = ("deployment", "substitutions", name)
    fields = mapping(target)
    kind = next((kind for kind in _FIELDS if kind in fields), "parameter")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        controls.selectbox(
            session,
            f"deployment/substitution/{name}",
            escape(f"${{{name}}}"),
            {kind: text(f"deployment.target.{kind}") for kind in _FIELDS},
            kind,
            partial(_choose, session, path, name),
        )
        examples = {"parameter": name, "default": str(default)}
        for field in _FIELDS[kind]:
            text_setting(
                session,
                (*path, field),
                text(f"deployment.target.{kind}.{field}"),
                fields.get(field),
                example=examples.get(field, ""),
                make=None if fields else partial(_name_parameter, path, field),
            )


def _name_parameter(path: Path, field: str, workflow: Workflow, typed: str) -> Change:
    """The change of a field of a parameter that the sidecar does not name yet."""
    if not typed.strip():
        return Change()
    return set_value(workflow, path, {"parameter": str(path[-1]), field: typed.strip()})


def _choose(session: Session, path: Path, name: str, kind: str) -> None:
    target: Json = {kind: "-" if kind == "value" else name}
    session.opened.change(partial(choose_value, path=path, value=target))
