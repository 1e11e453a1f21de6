"""The settings of the notification of failures: on or off, form, ends, topic, address."""

from __future__ import annotations

from functools import partial

import streamlit as st

from designer.screen.locale import text
from designer.screen.panels.deployment.addresses import addresses
from designer.screen.panels.deployment.fields import choice, switch
from designer.screen.session import Session
from designer.workspace.sidecar.values import choose_value
from schemas.core.coerce import mapping
from schemas.core.paths import Json, Path
from schemas.sidecar.notification import FORMS, LANGUAGES, STATUSES, Status
from schemas.sidecar.workflow import Change, Workflow

PATH: Path = ("deployment", "notification")


def show(session: Session, value: Json) -> None:
    """Show the box that turns the notification on, and its settings; `value` is that of the sidecar."""
    workflow = session.opened.workflow
    setting = workflow.design.deployment.notification
    switch(session, (*PATH, "enabled"), "notification", setting.is_on)
    if not setting.is_on:
        return
    if workflow.design.type == "EXPRESS":
        st.caption(text("deployment.notification.express"))
    else:
        left, right = st.columns(2)
        with left:
            choice(session, (*PATH, "form"), "notification.form", FORMS, setting.form)
        with right:
            choice(session, (*PATH, "language"), "notification.language", LANGUAGES, setting.language)
        with st.container(horizontal=True):
            for status in STATUSES:
                _status(session, status, setting.statuses)
        switch(session, (*PATH, "findState"), "notification.findState", setting.find_state)
    addresses(session, PATH, mapping(value))


def _status(session: Session, status: Status, told: tuple[Status, ...]) -> None:
    binding = session.widgets.bind(
        f"deployment/notification/{status}",
        str(status in told or ""),
        lambda ticked: session.opened.change(partial(_tell, status=status, is_told=bool(ticked))),
    )
    label = text(f"deployment.notification.{status.lower()}")
    st.checkbox(label, status in told, key=binding.key, on_change=binding.on_change)


def _tell(workflow: Workflow, status: Status, is_told: bool) -> Change:
    """The change of the ends that are told; without any, the notification is turned off."""
    told = workflow.design.deployment.notification.statuses
    chosen: list[Json] = [each for each in STATUSES if (is_told if each == status else each in told)]
    if not chosen:
        return choose_value(workflow, (*PATH, "enabled"), False)
    return choose_value(workflow, (*PATH, "statuses"), None if len(chosen) == len(STATUSES) else chosen)
