"""The SNS topic that people are told by: one that is there already, or an address for a new one."""

from __future__ import annotations

from functools import partial

import streamlit as st

from designer.screen.locale import text
from designer.screen.panels import controls
from designer.screen.panels.deployment.texts import text_setting
from designer.screen.session import Session
from designer.workspace.sidecar.values import set_value
from schemas.core.coerce import mapping
from schemas.core.coerce import text as string
from schemas.core.paths import Json, Path
from schemas.sidecar.workflow import Change, Workflow


def addresses(session: Session, path: Path, fields: dict[str, Json]) -> None:
    """Show the topic of the setting at `path`, by ARN or parameter, and the address for an own topic."""
    topic = fields.get("topic")
    left, right = st.columns(2)
    with left:
        controls.text_input(
            session,
            f"deployment/{path[-1]}/topic",
            text("deployment.notification.topic"),
            string(topic) or string(mapping(topic).get("parameter")),
            partial(_set_topic, (*path, "topic")),
            text("deployment.notification.topic.help"),
            "arn:aws:sns:…",
        )
    with right:
        if not topic:
            label, help = text("deployment.notification.email"), text("deployment.notification.email.help")
            email = fields.get("email")
            text_setting(session, (*path, "email"), label, email, help, "shop@example.com")


def _set_topic(path: Path, workflow: Workflow, typed: str) -> Change:
    name = typed.strip()
    topic: Json = {"parameter": name} if name and ":" not in name else name
    return set_value(workflow, path, topic)
