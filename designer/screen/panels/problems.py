"""The list of problems, worst first."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from designer.screen.locale import text
from designer.screen.panels import diagnostics
from designer.screen.session import Session

MOST = 100
"""The most diagnostics that are listed."""
ORDER = ("error", "warning", "hint")


def show(session: Session, row: DeltaGenerator) -> None:
    """Show the diagnostics of the workflow, or in `row` that there are none."""
    ordered = sorted(session.analysis.diagnostics, key=lambda diagnostic: ORDER.index(diagnostic.severity))
    if not ordered:
        is_empty = session.opened.workflow.is_empty
        row.caption(
            text("problems.empty") if is_empty else f":material/check_circle: {text('problems.none')}"
        )
    for index, diagnostic in enumerate(ordered[:MOST]):
        diagnostics.show(session, diagnostic, f"problem-{index}", session.analysis.state_around(diagnostic))
    if len(ordered) > MOST:
        st.caption(text("problems.more", count=len(ordered) - MOST))
