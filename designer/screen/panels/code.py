"""The code panel: the whole definition in a text editor, in its own format or converted to the other."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from designer.components.code_editor.mount import text_editor
from designer.screen.locale import text
from designer.screen.panels import diagnostics
from designer.screen.session import Session
from schemas.document.document import Document, Format

NAMES: dict[Format, str] = {"json": "JSON", "yaml": "YAML"}


def show(session: Session, row: DeltaGenerator) -> None:
    """Show the definition in the chosen format; in `row` the formats, and a syntax error if there is one."""
    document = session.analysis.workflow.document
    with row:
        format = _format(session, document)
        if document.problem is not None:
            diagnostics.show(session, document.problem, "code-problem")
        else:
            words = "code.source" if format == document.format else "code.converted"
            st.caption(text(words, format=NAMES[document.format]), width="content")
    with st.container(key="code", height="stretch"):
        text_editor(session.text_response(format), key=session.text_key(format))


def _format(session: Session, document: Document) -> Format:
    source = document.format
    return st.segmented_control(
        text("code.format"),
        [source] if document.problem else list(NAMES),
        default=source,
        format_func=NAMES.__getitem__,
        key=f"{session.canvas_key}/code-format/{source}",
        required=True,
        label_visibility="collapsed",
    )
