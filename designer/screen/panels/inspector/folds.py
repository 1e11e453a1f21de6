"""What is opened by a click on its line; a line that says something else than before stays as it is.

Streamlit's own expander closes when its label changes.
"""

from __future__ import annotations

import streamlit as st

from designer.screen.session import Session

OPEN = "expand_more"
CLOSED = "chevron_right"


def is_open(session: Session, name: str, label: str, icon: str = "") -> bool:
    """Show the line, with an `icon` where it has one; whether what belongs to it is open."""
    opened = name in session.widgets.expanded
    st.button(
        f":material/{icon}: {label}" if icon else label,
        key=f"{name}/row",
        type="tertiary",
        icon=f":material/{OPEN if opened else CLOSED}:",
        width="stretch",
        on_click=_turn,
        args=(session, name),
    )
    return opened


def _turn(session: Session, name: str) -> None:
    session.widgets.expanded ^= {name}
