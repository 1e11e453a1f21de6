"""The choice of an error that a state of a run is made to fail with."""

from __future__ import annotations

import streamlit as st

from designer.playing.play import MadeToFail, Play
from designer.screen.locale import text
from designer.screen.panels import controls
from designer.screen.session import Session
from schemas.asl.walk import State

NOTHING = ""
ALWAYS, ONCE = "always", "once"


def show(session: Session, run: Play, uid: str, state: State) -> None:
    """Show the choice for the state `uid`, the errors that the flow names itself before those of services.

    In the business view the errors are in the words of its card.
    """
    words = session.run_words(run)
    chosen = run.failing.get(state.name)
    names = sorted(session.analysis.failures.errors(state.path), key=lambda error: "." in error)
    options = {NOTHING: text("failing.nothing")}
    for error in names:
        options.setdefault(error, words.error(state.name, error))
    controls.selectbox(
        session,
        f"{uid}/make-fail",
        text("failing.label", state=words.state(state.name)),
        _distinct(options, session.opened.view_mode == "business"),
        chosen.error if chosen else NOTHING,
        lambda error: run.make_fail(state.name, MadeToFail(error) if error else None),
    )
    if chosen is None:
        return
    times = ONCE if chosen.times else ALWAYS
    binding = session.widgets.bind(
        f"{uid}/make-fail-times",
        times,
        lambda value: run.make_fail(state.name, MadeToFail(chosen.error, times=int(value == ONCE))),
    )
    st.segmented_control(
        text("failing.times"),
        [ALWAYS, ONCE],
        format_func=lambda value: text(f"failing.{value}"),
        default=times,
        key=binding.key,
        required=True,
        label_visibility="collapsed",
        on_change=binding.on_change,
    )


def _distinct(options: dict[str, str], is_business: bool) -> dict[str, str]:
    """The options; in the business view each of the words once, since several errors may share them."""
    if not is_business:
        return options
    found: dict[str, str] = {}
    for error, words in options.items():
        if words not in found.values():
            found[error] = words
    return found
