"""The costs of the workflow in a month: Standard beside Express, the volume, and what they follow from."""

from __future__ import annotations

from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from designer.base.prices import chosen_prices, money, written
from designer.base.refusal import Refusal
from designer.components.sheet import mount
from designer.screen import address
from designer.screen.locale import text
from designer.screen.markdown import escape
from designer.screen.panels import controls
from designer.screen.session import Session
from designer.workspace.definition_text import Unreadable
from designer.workspace.sidecar.values import set_value
from schemas.core.diagnostic import Diagnostic
from schemas.core.paths import Json
from schemas.costs.costs import MEMORY, ORDERS, Costs, costs_of
from schemas.sidecar.workflow import Change, Workflow

MOST_REASONS = 3
"""The most reasons against Express that are shown."""


def show(session: Session, row: DeltaGenerator) -> None:
    """Show the costs, or in `row` why there are none."""
    workflow = session.opened.workflow
    if workflow.is_empty or workflow.document.problem:
        row.caption(text("costs.none"))
        return
    try:
        found = costs_of(workflow, chosen_prices())
    except Refusal as refusal:
        row.caption(escape(refusal.place + refusal.message(address.language())))
        return
    volume, standard, express = st.columns([2, 2, 3])
    with volume:
        _volume(session)
    if found.endless:
        standard.warning(text("costs.endless", names=escape(", ".join(found.endless))))
    else:
        with standard:
            _standard(found, workflow.design.type == "STANDARD")
        with express:
            _express(found, workflow.design.type == "EXPRESS")
    starts = found.prices.transitions_per_execution
    st.caption(text("costs.sources", region=found.region, date=found.prices.date, starts=f"{starts:g}"))
    with st.container(key="cost-sheets"):
        mount.sheets(session.estimates_response(), key=session.estimates_key)


def _volume(session: Session) -> None:
    volume = session.opened.workflow.design.volume
    left, right = st.columns(2)
    with left:
        _number(session, "ordersPerMonth", volume.orders_per_month, ORDERS)
    with right:
        _number(session, "memory", volume.memory, MEMORY)


def _number(session: Session, field: str, value: float | None, default: float) -> None:
    """A field of the volume; an empty one shows its default in grey."""
    controls.text_input(
        session,
        f"costs/{field}",
        text(f"costs.{field}"),
        "" if value is None else f"{value:.12g}",
        partial(_set_number, field),
        text(f"costs.{field}.help"),
        text("costs.by-default", value=f"{default:.12g}"),
    )


def _set_number(field: str, workflow: Workflow, typed: str) -> Change:
    plain = typed.strip().replace(",", "").replace("、", "").replace("，", "")
    value: Json = None
    if plain:
        try:
            value = float(plain)
        except ValueError as error:
            raise Unreadable(Diagnostic("costs-no-number", "error", ())) from error
    return set_value(workflow, ("volume", field), value)


def _standard(found: Costs, is_own: bool) -> None:
    standard = found.standard
    _sum("Standard", is_own, money(standard.cost, found.prices))
    transitions, free = written(standard.transitions, 0), written(standard.free, 0)
    st.caption(text("costs.standard.parts", transitions=transitions, free=free))


def _express(found: Costs, is_own: bool) -> None:
    """The costs as an Express workflow, or the first reasons why it cannot be one."""
    express = found.express
    if express.impossible:
        _sum("Express", is_own, text("costs.impossible"))
        for reason in express.impossible[:MOST_REASONS]:
            st.caption(escape(reason.message(address.language())))
        return
    _sum("Express", is_own, money(express.cost, found.prices))
    st.caption(
        text(
            "costs.express.parts",
            requests=written(express.requests, 0),
            seconds=written(express.billed_seconds, 1),
            memory=written(express.billed_memory, 0),
            hours=written(express.gb_hours, 2),
        )
    )


def _sum(type: str, is_own: bool, sum: str) -> None:
    """The name of a type, marked where the workflow has it, and its sum in large letters."""
    title = text("costs.title", type=type)
    st.markdown(f":small[{title}{' · ' + text('costs.own') if is_own else ''}]  \n**:blue[{escape(sum)}]**")
