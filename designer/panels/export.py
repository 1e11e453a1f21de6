"""The export dialog: a format, what stands in its way, the files."""

from __future__ import annotations

import streamlit as st

from designer.packing import packed
from designer.panels import findings
from designer.session import Session, text
from exporters.exporting import ExportRefused, export
from exporters.registry import formats

SHOWN = 20


def ask(here: Session) -> None:
    """Open the dialog."""
    st.dialog(text("export.title"), width="medium", on_dismiss="rerun")(_show)(here)


def _show(here: Session) -> None:
    workflow = here.editor.workflow
    names = list(formats())
    format = st.selectbox(
        text("export.format"), names, format_func=lambda name: text(f"format.{name}"), key="export-format"
    )
    st.caption(text(f"format.{format}.help"))
    force = st.checkbox(text("export.force"), key="export-force", help=text("export.force.help"))
    try:
        artifacts = export(workflow, format, force)
    except ExportRefused as refused:
        st.error(text("export.refused", count=len(refused.diagnostics)), icon=":material/block:")
        for index, diagnostic in enumerate(refused.diagnostics[:SHOWN]):
            findings.show(here, diagnostic, f"export-{index}")
        return
    file = packed(workflow.name, artifacts)
    paths = ", ".join(artifact.path for artifact in artifacts)
    st.caption(text("export.files", files=findings.plain(paths)))
    st.download_button(
        text("export.download"),
        file.data,
        file.path.rsplit("/")[-1],
        file.media_type,
        type="primary",
        icon=":material/download:",
        on_click="ignore",
        key=f"download-{format}",
    )
