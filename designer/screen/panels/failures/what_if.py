"""The group "what if it fails here?" of the inspector: an error to choose, and its course in words.

The canvas shows the same course as a picture, as long as the group is open.
"""

from __future__ import annotations

from functools import partial

import streamlit as st

from designer.components.canvas.failure_path import row_of
from designer.playing.play import MadeToFail, Play
from designer.screen import address
from designer.screen.locale import text
from designer.screen.markdown import escape
from designer.screen.panels import controls, expander
from designer.screen.panels.failures import words
from designer.screen.session import Session
from designer.workspace.actions.play import PlayRun
from designer.workspace.actions.what_if import WhatIf
from schemas.failures.explanation import Explainer


def show(session: Session, uid: str) -> None:
    """Show the group for the state `uid`."""
    error = session.opened.what_if
    label = text("failures.what-if")
    if not expander.is_shown(
        f"{uid}/what-if-group", label, "bolt", error is not None, partial(_turn, session)
    ):
        return
    analysis = session.analysis
    failures = analysis.failures
    row = row_of(failures, analysis.identity, uid, error or "")
    if row is None:
        st.caption(text("failures.no-error"))
        return
    explainer = Explainer(failures, address.language(), session.opened.view_mode)
    rows = failures.rows(row.state)
    controls.selectbox(
        session,
        f"{uid}/what-if",
        text("failures.error"),
        {each.errors[0]: explainer.errors(each.errors) for each in rows},
        row.errors[0],
        lambda chosen: session.receiver.apply(WhatIf(error=chosen)),
    )
    st.html(words.STYLES)
    if len(row.errors) > 1 and session.opened.view_mode == "engineering":
        st.caption(escape(explainer.errors(row.errors)))
    st.html(words.html(explainer.explain(row.course)))
    state = failures.state(row.state)
    if state is not None and state.type == "Task":
        st.button(
            text("failures.play"),
            key=f"{uid}/what-if-play",
            icon=":material/play_arrow:",
            on_click=_play,
            args=(session, state.name, error if error in row.errors else row.errors[0]),
        )


def _play(session: Session, name: str, error: str) -> None:
    """Play the workflow with that failure, in place of its picture."""
    session.receiver.apply(WhatIf(error=None))
    session.receiver.apply(PlayRun(gesture="restart"))
    run = session.opened.run
    if isinstance(run, Play):
        run.make_fail(name, MadeToFail(error))
        run.play()


def _turn(session: Session) -> None:
    session.receiver.apply(WhatIf(error="" if session.opened.what_if is None else None))
