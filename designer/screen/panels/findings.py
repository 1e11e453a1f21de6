"""One finding as a line: how bad, where, what, and one click to mend it where that is certain."""

import streamlit as st

from designer.screen import address
from designer.screen.locale import text
from designer.screen.session import Session
from schemas.core.diagnostic import Diagnostic, Severity
from schemas.sidecar.workflow import Change

ICONS: dict[Severity, str] = {
    "error": ":red[:material/error:]",
    "warning": ":orange[:material/warning:]",
    "hint": ":blue[:material/lightbulb:]",
}
MARKDOWN = frozenset("\\`*_{}[]()<>#+-.!|~$:&")
QUOTED = 120


def show(session: Session, finding: Diagnostic, key: str, state: str = "") -> None:
    """Show `finding`, known by `key` on the screen; `state` is the uid of one to name and to lead to."""
    with st.container(horizontal=True, vertical_alignment="center", wrap=False, gap="small"):
        place = text("problems.place", line=finding.line, column=finding.column)
        if state:
            place = f"{plain(session.analysis.identity.states[state].name)} · {place}"
        words = plain(finding.message(address.language()))
        st.markdown(f"{ICONS[finding.severity]} {words} :gray[:small[{place}]]")
        if state:
            st.button(
                text("problems.show"),
                key=f"{key}/show",
                type="tertiary",
                icon=":material/my_location:",
                on_click=session.reveal,
                args=(state,),
            )
        if finding.fix is not None:
            st.button(
                text("problems.fix"),
                key=f"{key}/fix",
                type="tertiary",
                icon=":material/build:",
                help=None if finding.fix.safe else text("problems.fix.changes"),
                on_click=_mend,
                args=(session, finding),
            )


def quote(source: str, finding: Diagnostic) -> None:
    """Show the line of `source` that `finding` is about."""
    lines = source.splitlines()
    if finding.line <= len(lines):
        start = max(0, finding.column - QUOTED // 2)
        st.code(f"{finding.line:>4}  {lines[finding.line - 1][start : start + QUOTED]}", language=None)


def plain(words: str) -> str:
    """`words`, which may hold what a person wrote, such that Markdown shows them as they are."""
    line = " ".join(words.split())
    return "".join(f"\\{letter}" if letter in MARKDOWN else letter for letter in line)


def _mend(session: Session, finding: Diagnostic) -> None:
    fix = finding.fix
    if fix is not None:
        session.opened.change(lambda _: Change(fix.edits))
