"""The workflows dialog: the library, new ones from files, pasted text and samples, saving as files."""

from __future__ import annotations

import streamlit as st

from designer.panels.workflows import files, paste, samples, saving, shelf
from designer.session import Session, text

TABS = {
    "shelf": shelf.show,
    "files": files.show,
    "paste": paste.show,
    "samples": samples.show,
    "saving": saving.show,
}


def ask(here: Session) -> None:
    """Open the dialog."""
    st.dialog(text("workflows.title"), width="medium", on_dismiss="rerun")(_show)(here)


def _show(here: Session) -> None:
    for tab, show in zip(st.tabs([text(f"workflows.{name}") for name in TABS]), TABS.values(), strict=True):
        with tab:
            show(here)
