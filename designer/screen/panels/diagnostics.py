"""A diagnostic as a line on the screen: its severity, words and place, and a button that applies its fix."""

import streamlit as st

from designer.screen import address
from designer.screen.locale import text
from designer.screen.markdown import escape
from designer.screen.session import Session
from schemas.core.diagnostic import Diagnostic, Severity
from schemas.sidecar.workflow import Change

ICONS: dict[Severity, str] = {
    "error": ":red[:material/error:]",
    "warning": ":orange[:material/warning:]",
    "hint": ":blue[:material/lightbulb:]",
}
QUOTED = 120
"""The most characters of a line of source that are quoted."""


def show(
    session: Session, diagnostic: Diagnostic, key: str, state: str = "", is_beside_text: bool = True
) -> None:
    """Show the diagnostic; its buttons are keyed by `key`.

    `state` is the uid of the state to name, with a button that reveals it on the canvas; "" for none. Line
    and column are named beside a text alone (`is_beside_text`), and only where there is no state.
    """
    with st.container(horizontal=True, vertical_alignment="center", wrap=False, gap="small"):
        place = text("problems.place", line=diagnostic.line, column=diagnostic.column)
        if state:
            place = escape(session.analysis.identity.states[state].name)
        elif not is_beside_text:
            place = ""
        message = escape(diagnostic.message(address.language()))
        st.markdown(f"{ICONS[diagnostic.severity]} {message}" + (f" :gray[:small[{place}]]" if place else ""))
        if state:
            st.button(
                text("problems.show"),
                key=f"{key}/show",
                type="tertiary",
                icon=":material/my_location:",
                on_click=session.reveal,
                args=(state,),
            )
        if diagnostic.fix is not None:
            st.button(
                text("problems.fix"),
                key=f"{key}/fix",
                type="tertiary",
                icon=":material/build:",
                help=None if diagnostic.fix.safe else text("problems.fix.changes"),
                on_click=_fix,
                args=(session, diagnostic),
            )


def quote(source: str, diagnostic: Diagnostic) -> None:
    """Show the line of `source` that the diagnostic is about."""
    lines = source.splitlines()
    if diagnostic.line <= len(lines):
        start = max(0, diagnostic.column - QUOTED // 2)
        excerpt = lines[diagnostic.line - 1][start : start + QUOTED]
        st.code(f"{diagnostic.line:>4}  {excerpt}", language=None)


def _fix(session: Session, diagnostic: Diagnostic) -> None:
    fix = diagnostic.fix
    if fix is not None:
        session.opened.change(lambda _: Change(fix.edits))
