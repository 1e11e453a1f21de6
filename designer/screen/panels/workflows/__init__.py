"""The workflows dialog: the library and its trash, opening files, text and samples, saving, the history."""

from __future__ import annotations

from functools import partial
from typing import NoReturn

import streamlit as st

from designer.screen import dialogs
from designer.screen.locale import text
from designer.screen.panels.notices import trouble_told
from designer.screen.panels.workflows import files, history, paste, samples, saving, shelf, trash
from designer.screen.session import Session

TABS = {
    "shelf": shelf.show,
    "files": files.show,
    "paste": paste.show,
    "samples": samples.show,
    "saving": saving.show,
    "history": history.show,
    "trash": trash.show,
}


def ask(session: Session, first: str = "shelf") -> NoReturn:
    """Open the dialog at the tab `first`."""
    dialogs.ask(text("workflows.title"), partial(_show, session, first))


def _show(session: Session, first: str) -> None:
    names = {name: text(f"workflows.{name}") for name in TABS}
    tabs = st.tabs(list(names.values()), default=names[first])
    for tab, show in zip(tabs, TABS.values(), strict=True):
        with tab, trouble_told():
            show(session)
