"""The part of the inspector about a run: the data of the selected state at this moment."""

from __future__ import annotations

import json
from collections.abc import Mapping

import streamlit as st

from designer.playing.data import value_of
from designer.playing.play import Play
from designer.playing.run import Run
from designer.playing.variables import variables_before
from designer.playing.visit import Attempt, Visit
from designer.screen.locale import text
from designer.screen.markdown import escape
from designer.screen.panels import controls, expander
from designer.screen.panels.playing import answering, evaluated, failing, started
from designer.screen.panels.playing.chosen_visit import Look, choice_name, chosen_visit, visits_of
from designer.screen.session import Session
from schemas.asl.walk import State

LONGEST = 6_000
"""Characters of a value that are shown."""


def show(session: Session, uid: str, state: State) -> None:
    """Show the part for the state `uid`; nothing without a run."""
    run = session.opened.run
    if run is None:
        return
    with st.container(key="moment", border=True):
        looks = visits_of(run, state.name)
        key = chosen_visit(session, looks, uid)
        if key is None:
            st.caption(text("moment.not-yet"))
        else:
            _choice(session, uid, looks, key)
            looked, visit = looks[key].run, looks[key].visit
            status = looked.status_of(visit)
            said = session.run_words(looked).badge([visit], status) or text(f"run.status.{status}")
            st.markdown(f":material/play_circle: **{escape(said)}**")
            if isinstance(run, Play) and status == "asked":
                answering.show(session, run, uid, state)
            started.show(session, uid, looked, visit)
            is_business = session.opened.view_mode == "business"
            if not is_business or expander.is_open(
                session, "moment-data", text("moment.data"), "data_object"
            ):
                _data(looked, visit)
            if not is_business:
                evaluated.show_tester(session, uid, state)
        if isinstance(run, Play) and state.type == "Task":
            failing.show(session, run, uid, state)


def _choice(session: Session, uid: str, looks: Mapping[str, Look], chosen: str) -> None:
    """Show the choice among several visits, or items of a distributed Map."""
    if len(looks) == 1 and looks[chosen].item is None:
        return
    key = choice_name(uid)
    controls.selectbox(
        session,
        key,
        text("moment.item" if looks[chosen].item else "moment.visit"),
        {each: _label(index, look) for index, (each, look) in enumerate(looks.items())},
        chosen,
        lambda value: session.widgets.chosen.update({key: value}),
        bare=True,
    )


def _label(index: int, look: Look) -> str:
    if look.item is not None:
        label = text("play.item", number=look.item.index + 1)
        return f"{label} · {text('run.status.failed')}" if look.item.has_failed else label
    label, iteration = text("moment.visit-number", number=index + 1), look.visit.iteration
    return label if iteration is None else f"{label} · {text('play.item', number=iteration + 1)}"


def _data(run: Run, visit: Visit) -> None:
    _value(text("moment.input"), visit.input)
    attempts = [each for each in visit.attempts if each.scheduled <= run.position]
    for index, attempt in enumerate(attempts):
        _attempt(run, attempt, index + 1 if len(attempts) > 1 else 0)
    for failure in visit.failures if not attempts else ():
        if failure.at <= run.position:
            _error(failure.error, failure.cause)
    if 0 < visit.exited <= run.position:
        _value(text("moment.output"), visit.output)
    variables = variables_before(run, visit)
    if 0 < visit.exited <= run.position:
        variables.update(visit.variables)
    if variables:
        values = {name: value_of(value) for name, value in variables.items()}
        _value(text("moment.variables"), json.dumps(values, ensure_ascii=False))


def _attempt(run: Run, attempt: Attempt, number: int) -> None:
    title = f" · {text('run.attempts', count=number)}" if number else ""
    _value(text("moment.sent") + title, attempt.sent)
    if not 0 < attempt.ended <= run.position:
        return
    if attempt.result is not None:
        _value(text("moment.result") + title, attempt.result)
    else:
        _error(attempt.error, attempt.cause)


def _error(error: str | None, cause: str | None) -> None:
    st.markdown(f":red[:material/error: **{escape(error or text('moment.unnamed'))}**]")
    if cause:
        st.caption(escape(cause[:LONGEST]))


def _value(label: str, recorded: str | None) -> None:
    """Show a value as JSON, cut off where it is long."""
    if recorded is None:
        return
    value = value_of(recorded)
    shown = json.dumps(value, ensure_ascii=False, indent=2)
    st.caption(label)
    st.code(shown[:LONGEST] + ("…" if len(shown) > LONGEST else ""), language="json", wrap_lines=True)
