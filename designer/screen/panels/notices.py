"""Lines above the top bar about the server itself."""

from __future__ import annotations

import streamlit as st

from designer.screen.locale import text
from designer.screen.markdown import escape
from designer.screen.server import listens_beyond_this_machine


def show() -> None:
    """Show the lines that a person must know of; none where all is well."""
    if listens_beyond_this_machine():
        address = escape(str(st.get_option("server.address") or "0.0.0.0"))  # noqa: S104 - shown, not bound
        st.warning(text("notice.exposed", address=address), icon=":material/public:")
