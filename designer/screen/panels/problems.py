"""The list of problems, worst first."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from designer.screen.locale import text
from designer.screen.panels import diagnostics
from designer.screen.session import Session

SHOWN = 100
ORDER = ("error", "warning", "hint")


def show(session: Session, row: DeltaGenerator) -> None:
    """Show what is wrong with the workflow; in `row` that nothing is."""
    found = sorted(session.analysis.diagnostics, key=lambda diagnostic: ORDER.index(diagnostic.severity))
    if not found:
        row.caption(f":material/check_circle: {text('problems.none')}")
    for index, diagnostic in enumerate(found[:SHOWN]):
        diagnostics.show(session, diagnostic, f"problem-{index}", session.analysis.state_around(diagnostic))
    if len(found) > SHOWN:
        st.caption(text("problems.more", count=len(found) - SHOWN))
