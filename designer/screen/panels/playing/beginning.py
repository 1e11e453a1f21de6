"""The beginning of a run: the case, the sample or the input that it is played with."""

from __future__ import annotations

from functools import partial

import streamlit as st

from designer.playing.beginnings import beginnings
from designer.playing.play import Beginning
from designer.screen.locale import text
from designer.screen.panels import diagnostics
from designer.screen.session import Session
from designer.workspace.actions.play import PlayRun
from schemas.document.document import Document
from schemas.document.json.writer import write_json

OWN = "\0own"
"""The choice of an input that a person has typed."""


def show(session: Session) -> None:
    """Show the choice, the input in a popover, and the button that begins."""
    offered = beginnings(session.opened.workflow)
    chosen = session.opened.beginning or next(iter(offered.values()))
    is_own = chosen.name not in offered or offered[chosen.name].input != chosen.input
    names = [*offered, *([OWN] if is_own else [])]
    value = OWN if is_own else chosen.name
    binding = session.widgets.bind("play-beginning", value, partial(_choose, session, offered), _label(value))
    st.selectbox(
        text("play.beginning"),
        names,
        names.index(value),
        format_func=_label,
        key=binding.key,
        on_change=binding.on_change,
        label_visibility="collapsed",
        width=300,
    )
    with st.popover(text("play.input"), icon=":material/data_object:"):
        _input(session, chosen)
    st.button(
        text("play.begin"),
        key="play-begin",
        icon=":material/play_arrow:",
        on_click=session.receiver.apply,
        args=(PlayRun(gesture="restart"),),
    )


def _label(name: str) -> str:
    return {"": text("play.example"), OWN: text("play.own")}.get(name, name)


def _choose(session: Session, offered: dict[str, Beginning], name: str) -> None:
    session.opened.beginning = offered.get(name, session.opened.beginning)
    session.opened.run = None


def _input(session: Session, chosen: Beginning) -> None:
    shown = write_json(chosen.input).strip()
    draft = session.widgets.drafts.get(("play-input", shown))
    typed = draft.text if draft else shown
    binding = session.widgets.bind("play-input", typed, partial(_type, session, chosen, shown))
    st.text_area(text("play.input"), typed, key=binding.key, height=260, on_change=binding.on_change)
    if draft is not None:
        diagnostics.show(session, draft.problem, "play-input")
    if chosen.mocks:
        st.caption(text("play.mocks", names=", ".join(chosen.mocks)))


def _type(session: Session, chosen: Beginning, shown: str, typed: str) -> None:
    """Take a typed input, with the answers of the case that it was made from."""
    document = Document.parse(typed or "{}", "json")
    if document.problem is not None:
        session.widgets.keep_draft(("play-input", shown), typed, document.problem)
        return
    session.widgets.drafts.pop(("play-input", shown), None)
    session.opened.beginning = Beginning(document.value, chosen.mocks)
    session.opened.run = None
