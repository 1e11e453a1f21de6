"""The form in the export dialog: type, names, role, alias, log, tracing, key, tags, substitutions."""

from __future__ import annotations

from typing import get_args

import streamlit as st

from designer.screen.locale import text
from designer.screen.panels.deployment import alarms, events, notification, stages, substitutions
from designer.screen.panels.deployment.fields import choice, switch
from designer.screen.panels.deployment.texts import named_texts, text_setting
from designer.screen.panels.expander import is_open
from designer.screen.session import Session
from exporters.stack import stack_name
from schemas.asl.walk import StateMachineType
from schemas.core.coerce import mapping
from schemas.core.paths import Json
from schemas.sidecar.deployment import DEFAULT_REGION, LOG_LEVELS


def show(session: Session, format: str) -> None:
    """Show a line that opens the form; `format` is the name of the format that it is opened for."""
    if not is_open(session, "deployment", text("deployment.title"), "settings"):
        return
    fields = mapping(session.opened.workflow.design.fields.get("deployment"))
    with st.container(border=True):
        _machine(session, fields)
        _watching(session, fields)
        if format == "cdk-typescript":
            constructs = session.opened.workflow.design.deployment.cdk_constructs
            switch(session, ("deployment", "cdkConstructs"), "cdkConstructs", constructs)
        notification.show(session, fields.get("notification"))
        alarms.show(session, fields.get("alarms"))
        events.show(session, fields.get("events"))
        substitutions.show(session)
        named_texts(
            session,
            ("deployment", "tags"),
            text("deployment.tag"),
            fields.get("tags"),
            text("deployment.tag.help"),
        )
        _environment(session, fields, format)
        stages.show(session, format)


def _machine(session: Session, fields: dict[str, Json]) -> None:
    workflow = session.opened.workflow
    left, right = st.columns(2)
    with left:
        choice(session, ("type",), "type", get_args(StateMachineType), workflow.design.type)
        _text(session, fields, "region", example=DEFAULT_REGION)
    with right:
        _text(session, fields, "service", example=stack_name(workflow))
        _text(session, fields, "role", example="arn:aws:iam::…:role/…")
    with left:
        _text(session, fields, "kmsKey", example="arn:aws:kms:…:key/…")
    with right:
        _text(session, fields, "alias", example="live")


def _watching(session: Session, fields: dict[str, Json]) -> None:
    deployment = session.opened.workflow.design.deployment
    left, right = st.columns(2, vertical_alignment="bottom")
    with left:
        level = deployment.logging.level
        choice(session, ("deployment", "logging", "level"), "logging", LOG_LEVELS, level)
    with right:
        data = deployment.logging.include_execution_data
        switch(session, ("deployment", "logging", "includeExecutionData"), "data", data)
        switch(session, ("deployment", "tracing"), "tracing", deployment.tracing)


def _environment(session: Session, fields: dict[str, Json], format: str) -> None:
    """The environment of functions; a state machine has none, so elsewhere the substitutions are named."""
    if format != "serverless":
        st.caption(text("deployment.environment.none"))
        return
    stubs = session.opened.workflow.design.deployment.stubs
    switch(session, ("deployment", "stubs"), "stubs", stubs)
    label, help = text("deployment.environment"), text("deployment.environment.help")
    named_texts(session, ("deployment", "environment"), label, fields.get("environment"), help)


def _text(session: Session, fields: dict[str, Json], name: str, example: str) -> None:
    label, help = text(f"deployment.{name}"), text(f"deployment.{name}.help")
    text_setting(session, ("deployment", name), label, fields.get(name), help, example)
