"""The events that start the workflow: requests over HTTP, schedules, events of EventBridge."""

from __future__ import annotations

from functools import partial

import streamlit as st

from designer.screen.locale import text
from designer.screen.markdown import escape
from designer.screen.panels import controls
from designer.screen.panels.deployment.fields import choice, switch
from designer.screen.panels.deployment.texts import remove_setting, text_setting
from designer.screen.panels.inspector.value_text import from_text
from designer.screen.session import Session
from designer.workspace.sidecar.values import choose_value, set_value
from schemas.core.coerce import flag, mapping, names
from schemas.core.coerce import text as string
from schemas.core.paths import Json, Path, pointer
from schemas.document.json.writer import write_json
from schemas.sidecar.attachments.events import DEFAULT_TIMEZONE, EVENT_KINDS, METHODS
from schemas.sidecar.workflow import Change, Workflow

PATH: Path = ("deployment", "events")


def show(session: Session, value: Json) -> None:
    """Show each event with its fields, and a field for the name of another; `value` is the sidecar's."""
    st.markdown(f"**{text('deployment.events')}**", help=text("deployment.events.help"))
    for name, fields in mapping(value).items():
        _show_one(session, name, mapping(fields))
    label, help = text("deployment.events.add"), text("deployment.events.add.help")
    controls.text_input(session, "deployment/events/new", label, "", _add, help, "nightly")


def _show_one(session: Session, name: str, fields: dict[str, Json]) -> None:
    path = (*PATH, name)
    kind = next((kind for kind in EVENT_KINDS if kind in fields), EVENT_KINDS[0])
    with st.container(horizontal=True, vertical_alignment="bottom"):
        controls.selectbox(
            session,
            f"deployment/event/{name}",
            escape(name),
            {kind: text(f"deployment.events.{kind}") for kind in EVENT_KINDS},
            kind,
            lambda kind: session.opened.change(partial(choose_value, path=path, value=_first(kind, name))),
        )
        remove_setting(session, path)
    setting = mapping(fields.get(kind))
    with st.container(horizontal=True, vertical_alignment="bottom" if kind == "http" else "top"):
        if kind == "http":
            _request(session, (*path, kind), setting)
        elif kind == "schedule":
            _text(session, (*path, kind, "expression"), setting, "rate(1 day), cron(0 3 * * ? *)")
            _text(session, (*path, kind, "timezone"), setting, DEFAULT_TIMEZONE)
            _json(session, (*path, kind, "input"), setting)
        else:
            _text(session, (*path, kind, "bus"), setting, "default")
            _json(session, (*path, kind, "pattern"), setting)


def _request(session: Session, path: Path, setting: dict[str, Json]) -> None:
    method = string(setting.get("method")) or METHODS[0]
    choice(session, (*path, "method"), "events.method", METHODS, method, _key((*path, "method")))
    _text(session, (*path, "path"), setting, "/orders")
    controls.text_input(
        session,
        _key((*path, "cors")),
        text("deployment.events.cors"),
        ", ".join(names(setting.get("cors"))),
        partial(_set_origins, (*path, "cors")),
        text("deployment.events.cors.help"),
        "https://shop.example.com",
    )
    is_open = flag(setting.get("open"), default=False)
    switch(session, (*path, "open"), "events.open", is_open, _key((*path, "open")))


def _text(session: Session, path: Path, setting: dict[str, Json], example: str) -> None:
    name = str(path[-1])
    label, help = text(f"deployment.events.{name}"), text(f"deployment.events.{name}.help")
    text_setting(session, path, label, setting.get(name), help, example)


def _json(session: Session, path: Path, setting: dict[str, Json]) -> None:
    name = str(path[-1])
    controls.text_area(
        session,
        _key(path),
        text(f"deployment.events.{name}"),
        write_json(setting[name]).strip() if name in setting else "",
        partial(_set_json, path),
        text(f"deployment.events.{name}.help"),
    )


def _key(path: Path) -> str:
    return f"deployment{pointer(path)}"


def _first(kind: str, name: str) -> Json:
    """A new event of that kind: nothing starts the workflow by it until a person does."""
    values: dict[str, Json] = {
        "http": {"path": f"/{name}"},
        "schedule": {"expression": "at(2099-12-31T00:00:00)"},
        "eventBridge": {"pattern": {"source": [name]}},
    }
    return {kind: values[kind]}


def _add(workflow: Workflow, typed: str) -> Change:
    name = typed.strip()
    if not name or name in workflow.design.deployment.events:
        return Change()
    return set_value(workflow, (*PATH, name), _first("http", name))


def _set_origins(path: Path, workflow: Workflow, typed: str) -> Change:
    origins: Json = [origin for origin in map(str.strip, typed.split(",")) if origin]
    return set_value(workflow, path, origins or None)


def _set_json(path: Path, workflow: Workflow, typed: str) -> Change:
    return set_value(workflow, path, from_text(typed, plain=False) if typed.strip() else None)
