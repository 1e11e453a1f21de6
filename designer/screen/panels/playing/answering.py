"""The answer to a state of a run that asks somebody."""

from __future__ import annotations

import json
from functools import partial

import streamlit as st

from designer.playing.answers import suggested_answers
from designer.playing.play import Play
from designer.screen import address
from designer.screen.locale import text
from designer.screen.markdown import escape
from designer.screen.panels import diagnostics
from designer.screen.session import Session
from player.mocks import Answer
from schemas.asl.graph import graph
from schemas.asl.walk import State
from schemas.core.paths import Json
from schemas.document.document import Document
from schemas.wording.edge_labels import label


def show(session: Session, run: Play, uid: str, state: State) -> None:
    """Show the answers that the rules behind the state know, a field for any other, and the deadline."""
    words = session.run_words(run)
    st.markdown(text("answering.title", owner=escape(words.owner(state.name))))
    view, language = session.opened.view_mode, address.language()
    offered = suggested_answers(graph(session.analysis.last_valid.document.value), state)
    for index, (edge, answer) in enumerate(offered):
        st.button(
            escape(label(edge.kind, edge.fields, language, view)),
            key=f"{uid}/answer-{index}",
            icon=":material/reply:",
            width="stretch",
            help=escape(json.dumps(answer, ensure_ascii=False)),
            on_click=run.answer,
            args=(state.name, Answer(answer)),
        )
    if view == "engineering" or not offered:
        _own(session, run, uid, state, offered[0][1] if offered else {})
    if run.trace.visits and _has_deadline(run, state.name):
        st.button(
            text("answering.deadline"),
            key=f"{uid}/answer-late",
            icon=":material/timer_off:",
            width="stretch",
            on_click=run.pass_deadline,
        )


def _own(session: Session, run: Play, uid: str, state: State, example: Json) -> None:
    """Show a field for an answer in JSON, which is given when it is left."""
    shown = json.dumps(example, ensure_ascii=False)
    draft = session.widgets.drafts.get((f"{uid}/answer", shown))
    typed = draft.text if draft else shown
    key = f"{uid}/answer-text/{run.number}"
    st.text_area(text("answering.own"), typed, key=key, height=68)
    if draft is not None:
        diagnostics.show(session, draft.problem, f"{uid}/answer")
    st.button(
        text("answering.give"),
        key=f"{uid}/answer-give",
        icon=":material/send:",
        on_click=partial(_give, session, run, (f"{uid}/answer", shown), key, state.name),
    )


def _give(session: Session, run: Play, draft: tuple[str, str], key: str, name: str) -> None:
    typed = str(st.session_state.get(key) or "{}")
    document = Document.parse(typed, "json")
    if document.problem is not None:
        session.widgets.keep_draft(draft, typed, document.problem)
        return
    session.widgets.drafts.pop(draft, None)
    run.answer(name, Answer(document.value))


def _has_deadline(run: Play, name: str) -> bool:
    visits = [visit for visit in run.visits if visit.name == name and visit.attempts]
    return bool(visits) and visits[-1].attempts[-1].limit is not None
