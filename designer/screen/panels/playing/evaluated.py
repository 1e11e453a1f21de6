"""The value of a field at the moment of a run, beside the field; and a place to try an expression."""

from __future__ import annotations

import streamlit as st

from designer.playing.evaluation import Data, Evaluated
from designer.playing.missing import Missing
from designer.screen.locale import text
from designer.screen.markdown import escape
from designer.screen.panels.playing.chosen_visit import chosen_data
from designer.screen.session import Session
from designer.screen.widgets import Completed
from player.core.written import shortened
from schemas.asl.expressions.embedded import OPENING
from schemas.asl.walk import State
from schemas.core.paths import Json, Path, value_at

LONGEST = 400
"""Characters of a value that are shown beside its field."""


def show(session: Session, uid: str, state: State, path: Path) -> None:
    """Show the value of the field at a path in the state, or of its path variant, and what it reads in vain.

    Shows nothing without a run that has come there.
    """
    data = chosen_data(session, uid, state)
    if data is None:
        return
    if path == ("Choices",):
        _rules(data, state.fields.get("Choices"))
        return
    *inside, name = path
    for each in (name, f"{name}Path"):
        place = (*inside, each)
        found = data.of(str(each), value_at(state.fields, place)[1], tuple(inside))
        _missing([each for each in data.missing if each.place[: len(place)] == place])
        if found is not None:
            st.markdown(_line(found))


def show_tester(session: Session, uid: str, state: State) -> None:
    """Show a field that completes the data that is really there, and the value of what is typed into it."""
    data = chosen_data(session, uid, state)
    if data is None:
        return
    key = f"{uid}/tester"
    in_jsonata, in_jsonpath = Completed(("Output",), OPENING), Completed(("value.$",))
    session.widgets.completed[key] = in_jsonata if state.language == "JSONata" else in_jsonpath
    typed = st.text_input(
        text("evaluated.try"),
        key=key,
        placeholder=text("evaluated.try.example"),
        help=text("evaluated.try.help"),
    )
    if typed:
        _tried(data, typed)


def _tried(data: Data, typed: str) -> None:
    """Show the value of an expression, and the fields that it reads in vain."""
    if data.state.language == "JSONata":
        inner = typed.strip().removeprefix("{%").removesuffix("%}").strip()
        name, value = "Expression", "{% " + inner + " %}"
        fields: dict[str, Json] = {"Output": value}
    else:
        name, value = "ExpressionPath", typed.strip()
        fields = {"Parameters": {"value.$": value}}
    language = {"Type": "Pass", "QueryLanguage": data.state.language}
    _missing(data.missing_in(data.state._replace(fields={**language, **fields}, cache=None)))
    st.markdown(_line(data.of(name, value) or Evaluated()))


def _rules(data: Data, rules: Json) -> None:
    for index, found in enumerate(data.rules(rules)):
        st.markdown(f"{text('evaluated.rule', number=index + 1)} {_line(found)}")
        _missing([each for each in data.missing if _is_of_rule(each.place, index)])


def _is_of_rule(place: Path, index: int) -> bool:
    """True for the condition of a rule; its Output and Assign show what they read themselves."""
    return place[:2] == ("Choices", index) and place[2:3] not in (("Output",), ("Assign",))


def _missing(missing: list[Missing]) -> None:
    """Tell which fields are not there, and after which state they no longer are."""
    for each in missing:
        if each.lost_at:
            said = text("evaluated.lost", name=each.name, state=each.lost_at)
        else:
            said = text("evaluated.missing", name=each.name)
        if each.nearest:
            said += text("evaluated.nearest", name=each.nearest)
        st.markdown(f":orange[:material/link_off: {escape(said)}]")


def _line(found: Evaluated) -> str:
    if found.problem:
        return f":red[:material/error: {escape(found.problem[:LONGEST])}]"
    return f":green[:material/arrow_right_alt: {escape(shortened(found.value, LONGEST))}]"
