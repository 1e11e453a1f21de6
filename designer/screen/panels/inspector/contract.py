"""The input contract of the workflow, beside the arrow from its start: its fields, and the ways to more."""

from __future__ import annotations

import streamlit as st

from designer.screen import widgets
from designer.screen.locale import text
from designer.screen.markdown import escape
from designer.screen.panels import input_samples
from designer.screen.session import Session
from schemas.sidecar.input_contract import InputField, read_input_contract

MOST = 30
"""The most fields that are listed."""


def show(session: Session) -> None:
    """Show the fields in words, a button that opens their table, and the way from a sample input."""
    contract = read_input_contract(session.opened.workflow.design)
    st.markdown(f"**{text('input.title')}**", help=text("input.title.help"))
    if not contract:
        st.caption(text("input.none"))
    lines = [_line(path, field) for path, field in list(contract.items())[:MOST]]
    if len(contract) > MOST:
        lines.append(f"- {text('input.more', count=len(contract) - MOST)}")
    if lines:
        st.markdown("\n".join(lines))
    st.button(
        text("input.open"),
        key="input-open",
        icon=":material/table:",
        on_click=lambda: widgets.fill("drawer-tab", "operations"),
    )
    input_samples.show(session, "input")


def _line(path: str, field: InputField) -> str:
    told = [text(f"input.type.{field.type}")] if field.type else []
    told += [text(f"input.sentBy.{field.sent_by}")] if field.sent_by else []
    told += [text("input.guarded")] if field.guarded else []
    told += [text("input.optional")] if field.optional else []
    return f"- {escape(path)}" + (f" :gray[{escape(' · '.join(told))}]" if told else "")
