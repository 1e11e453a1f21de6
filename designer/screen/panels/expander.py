"""A line that opens and closes the part beneath it, and stays as it is when its label changes.

Streamlit's own expander closes when its label changes.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from designer.screen.session import Session

OPEN = "expand_more"
CLOSED = "chevron_right"


def is_open(session: Session, name: str, label: str, icon: str = "") -> bool:
    """Show the line, with an `icon` if one is given; return whether its part is open."""
    return is_shown(
        name, label, icon, name in session.widgets.expanded, partial(session.widgets.toggle, name)
    )


def is_shown(name: str, label: str, icon: str, opened: bool, toggle: Callable[[], None]) -> bool:
    """Show the line of a part whose state is kept elsewhere: return `opened`; a click calls `toggle`."""
    st.button(
        f":material/{icon}: {label}" if icon else label,
        key=f"{name}/row",
        type="tertiary",
        icon=f":material/{OPEN if opened else CLOSED}:",
        width="stretch",
        on_click=toggle,
    )
    return opened
