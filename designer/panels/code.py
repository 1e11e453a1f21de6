"""The whole definition as text: as it is kept, or converted; typed and pasted text is taken over."""

from __future__ import annotations

from functools import partial

import streamlit as st

from designer import definition
from designer.panels import entry, findings
from designer.session import Session, text
from schemas.document import Document, Format
from schemas.workflow import Change, Workflow

NAMES: dict[Format, str] = {"json": "JSON", "yaml": "YAML"}


def show(here: Session) -> None:
    """Show the definition in the chosen format, and what keeps its text from being read."""
    document = here.read().workflow.document
    with st.container(key="code-bar", horizontal=True, vertical_alignment="center"):
        format = _format(here, document)
        st.space("stretch")
        # Leaving the field is what applies it; the button is a place to leave it for.
        st.button(text("code.apply"), key="code-apply", icon=":material/check:")
    if document.problem is not None:
        findings.show(here, document.problem, "code-problem")
        findings.quote(document.text, document.problem)
    entry.area(
        here,
        f"{here.canvas_key}/code/{format}",
        text("code.label"),
        definition.shown(document, format),
        partial(_take, format),
        fills=True,
    )


def _format(here: Session, document: Document) -> Format:
    source = document.format
    chosen = st.segmented_control(
        text("code.format"),
        [source] if document.problem else list(NAMES),
        default=source,
        format_func=NAMES.__getitem__,
        key=f"{here.canvas_key}/code-format/{source}",
        required=True,
        label_visibility="collapsed",
    )
    st.caption(
        text("code.source" if chosen == source else "code.converted", format=NAMES[source]), width="content"
    )
    return chosen


def _take(format: Format, workflow: Workflow, said: str) -> Change:
    return definition.typed(workflow.document, said, format)
