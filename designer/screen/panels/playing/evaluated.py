"""The value of a field at the moment of a run, beside the field; and a place to try an expression."""

from __future__ import annotations

import json

import streamlit as st

from designer.playing.evaluation import Data, Evaluated
from designer.screen.locale import text
from designer.screen.markdown import escape
from designer.screen.panels.playing.chosen_visit import chosen_data
from designer.screen.session import Session
from schemas.asl.walk import State
from schemas.core.paths import Json

LONGEST = 400
"""Characters of a value that are shown beside its field."""


def show(session: Session, uid: str, state: State, name: str) -> None:
    """Show the value of a field of the state, or of its path; nothing without a run that has come there."""
    data = chosen_data(session, uid, state)
    if data is None:
        return
    if name == "Choices":
        _rules(data, state.fields.get(name))
        return
    for each in (name, f"{name}Path"):
        found = data.of(each, state.fields.get(each))
        if found is not None:
            st.markdown(_line(found))


def show_tester(session: Session, uid: str, state: State) -> None:
    """Show a field that completes the data that is really there, and the value of what is typed into it."""
    data = chosen_data(session, uid, state)
    if data is None:
        return
    typed = st.selectbox(
        text("evaluated.try"),
        data.paths(),
        None,
        key=f"{uid}/tester",
        placeholder=text("evaluated.try.example"),
        accept_new_options=True,
        help=text("evaluated.try.help"),
    )
    if typed:
        st.markdown(_line(_tried(data, typed)))


def _tried(data: Data, typed: str) -> Evaluated:
    if data.state.language == "JSONata":
        inner = typed.strip().removeprefix("{%").removesuffix("%}").strip()
        name, value = "Expression", "{% " + inner + " %}"
    else:
        name, value = "ExpressionPath", typed.strip()
    return data.of(name, value) or Evaluated()


def _rules(data: Data, rules: Json) -> None:
    for index, found in enumerate(data.rules(rules)):
        st.markdown(f"{text('evaluated.rule', number=index + 1)} {_line(found)}")


def _line(found: Evaluated) -> str:
    if found.problem:
        return f":red[:material/error: {escape(found.problem[:LONGEST])}]"
    shown = json.dumps(found.value, ensure_ascii=False)
    cut = shown[:LONGEST] + ("…" if len(shown) > LONGEST else "")
    return f":green[:material/arrow_right_alt: {escape(cut)}]"
