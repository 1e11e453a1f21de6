"""The tables of the costs: the needs of each state, and the share of runs on each edge, edited in place."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

from designer.screen import address
from designer.screen.locale import text
from designer.screen.panels.costs.changes import PERCENT, Edited, change_needs, change_shares
from designer.screen.session import Session
from schemas.core.paths import Json
from schemas.costs.costs import Costs, StateCosts
from schemas.costs.estimated import Share
from schemas.sidecar.workflow import Change, Workflow
from schemas.wording.edge_labels import label

Row = dict[str, Json]
_CONTAINERS = ("Map", "Parallel")


def needs_table(session: Session, found: Costs) -> None:
    """Show the states with their visits, and their seconds, attempts and items to edit."""
    rows = [_needs(state) for state in found.states]
    number = partial(st.column_config.NumberColumn, min_value=0.0, step=0.1, format="%.10g")
    columns = {
        "state": st.column_config.TextColumn(text("costs.state"), width="medium", pinned=True),
        "visits": st.column_config.NumberColumn(text("costs.visits"), format="%.3f"),
        "seconds": number(text("costs.seconds"), help=text("costs.seconds.help")),
        "attempts": number(text("costs.attempts"), help=text("costs.attempts.help"), min_value=1.0),
        "items": number(text("costs.items"), help=text("costs.items.help")),
        "default": st.column_config.TextColumn(text("costs.default"), help=text("costs.default.help")),
    }
    change = partial(change_needs, states=found.states)
    _editor(session, "costs/needs", rows, columns, ["state", "visits", "default"], change)


def shares_table(session: Session, found: Costs) -> None:
    """Show the edges of Choices and catchers, with the share of runs that take each to edit."""
    edges = [(state, share) for state, share in _edges(found) if share.edge.kind != "next"]
    if not edges:
        st.caption(text("costs.no-edges"))
        return
    rows = [_share(state, share) for state, share in edges]
    columns = {
        "from": st.column_config.TextColumn(text("costs.from"), width="medium", pinned=True),
        "when": st.column_config.TextColumn(text("costs.when"), width="medium"),
        "to": st.column_config.TextColumn(text("costs.to"), width="medium"),
        "share": st.column_config.NumberColumn(
            text("costs.share"),
            help=text("costs.share.help"),
            min_value=0.0,
            max_value=PERCENT,
            step=0.1,
            format="%.10g %%",
        ),
        "default": st.column_config.TextColumn(text("costs.default"), help=text("costs.default.help")),
    }
    change = partial(change_shares, edges=edges)
    _editor(session, "costs/shares", rows, columns, ["from", "when", "to", "default"], change)


def _editor(
    session: Session,
    name: str,
    rows: list[Row],
    columns: dict[str, Any],
    fixed: list[str],
    change: Callable[[Workflow, Edited], Change],
) -> None:
    """A table whose edited cells change the sidecar at once."""

    def apply(_: str) -> None:
        edited: Edited = st.session_state[binding.key]["edited_rows"]
        session.opened.change(lambda workflow: change(workflow, edited))

    binding = session.widgets.bind(name, json.dumps([rows, address.language()], ensure_ascii=False), apply)
    st.data_editor(
        rows,
        key=binding.key,
        on_change=binding.on_change,
        column_config=columns,
        disabled=fixed,
        hide_index=True,
        num_rows="fixed",
        placeholder="",
        width="stretch",
    )


def _needs(state: StateCosts) -> Row:
    """The row of a state; a container takes the time of what is in it, unless somebody has said another."""
    needs = state.needs
    given = {"seconds": needs.seconds, "attempts": needs.attempts, "items": needs.items}
    is_computed = needs.seconds.is_default and state.type in _CONTAINERS
    defaults = [
        text(f"costs.{field}")
        for field, amount in given.items()
        if amount and amount.is_default and not (field == "seconds" and is_computed)
    ]
    return {
        "state": state.name,
        "visits": state.visits,
        "seconds": None if is_computed else needs.seconds.value,
        "attempts": needs.attempts.value,
        "items": needs.items.value if needs.items else None,
        "default": ", ".join(defaults),
    }


def _edges(found: Costs) -> list[tuple[StateCosts, Share]]:
    return [(state, share) for state in found.states for share in state.shares]


def _share(state: StateCosts, share: Share) -> Row:
    edge = share.edge
    return {
        "from": state.name,
        "when": label(edge.kind, edge.fields, address.language(), "business"),
        "to": edge.name,
        "share": round(share.amount.value * PERCENT, 6),
        "default": text("costs.share") if share.amount.is_default else "",
    }
