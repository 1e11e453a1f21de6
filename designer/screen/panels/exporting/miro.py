"""The part of the export dialog that sends a picture to a board of Miro; without a token there is none."""

from __future__ import annotations

import streamlit as st

from designer.base.refusal import Refusal
from designer.screen import address
from designer.screen.locale import text
from designer.screen.markdown import escape
from designer.screen.session import Session
from designer.sharing.account import Account, account
from designer.sharing.miro import Sent, board_id, send
from exporters import ExportRefused
from exporters.settings import Settings
from schemas.sidecar.miro import read_miro

ICON = ":material/upload:"


def show(session: Session, settings: Settings) -> None:
    """Show the board and the button, where the process has access to Miro. Only a click sends anything."""
    try:
        mine = account()
    except Refusal as refusal:
        _tell(refusal)
        return
    if mine is None:
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        board = st.text_input(
            text("export.miro.board"),
            read_miro(session.opened.workflow.design).board,
            key="export-miro-board",
            help=text("export.miro.board.help"),
        )
        wanted = st.button(text("export.miro"), icon=ICON, key="export-miro")
    if wanted:
        try:
            with st.spinner(text("export.miro.sending")):
                sent = _send(session, board, settings, mine)
        except Refusal as refusal:
            _tell(refusal)
        except ExportRefused as refused:
            for diagnostic in refused.diagnostics:
                st.error(escape(diagnostic.message(address.language())), icon=":material/block:")
        else:
            words = "export.miro.updated" if sent.is_update else "export.miro.sent"
            st.success(text(words, url=sent.url), icon=":material/check:")


def _send(session: Session, board: str, settings: Settings, mine: Account) -> Sent:
    """Send the picture, and remember its item as a change of the workflow."""
    sent = send(session.opened.workflow, board_id(board), settings, mine)
    session.opened.change(sent.remembered)
    return sent


def _tell(refusal: Refusal) -> None:
    st.error(escape(refusal.message(address.language())), icon=":material/block:")
