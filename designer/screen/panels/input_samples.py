"""The way from a sample input to the input contract, and from the contract to a sample."""

from __future__ import annotations

from functools import partial

import streamlit as st

from designer.screen.locale import text
from designer.screen.panels import controls
from designer.screen.session import Session
from designer.workspace.definition_text import Unreadable
from designer.workspace.sidecar.input_fields import example_sample, taken_over
from designer.workspace.sidecar.values import set_values
from schemas.document.document import Document
from schemas.sidecar.input_contract import read_input_contract
from schemas.sidecar.workflow import Change, Workflow

NOTHING = ""


def offer(session: Session) -> None:
    """Offer both ways behind one button."""
    with st.popover(text("input.samples"), icon=":material/input:"):
        show(session, "input-drawer")


def show(session: Session, name: str) -> None:
    """Show the sample inputs to take fields over from, a place to paste another, and the way back.

    The names of its widgets begin with `name`: it may be on the page twice.
    """
    samples = session.opened.workflow.design.samples
    inline = {name: name for name, sample in samples.items() if not sample.file}
    if inline:
        controls.selectbox(
            session,
            f"{name}/sample/{len(inline)}",
            text("input.from-sample"),
            {NOTHING: text("input.choose"), **inline},
            NOTHING,
            lambda chosen: session.opened.change(partial(_from_sample, name=chosen)),
        )
    controls.text_area(
        session, f"{name}/pasted", text("input.paste"), "", _from_text, text("input.paste.help")
    )
    st.button(
        text("input.to-sample"),
        key=f"{name}/to-sample",
        icon=":material/science:",
        help=text("input.to-sample.help"),
        disabled=not read_input_contract(session.opened.workflow.design),
        on_click=session.opened.change,
        args=(partial(_to_sample, name=text("input.sample-name")),),
    )


def _from_sample(workflow: Workflow, name: str) -> Change:
    sample = workflow.design.samples.get(name)
    return set_values(workflow, taken_over(workflow, sample.input)) if sample else Change()


def _from_text(workflow: Workflow, typed: str) -> Change:
    if not typed.strip():
        return Change()
    document = Document.parse(typed, "json")
    if document.problem is not None:
        raise Unreadable(document.problem)
    return set_values(workflow, taken_over(workflow, document.value))


def _to_sample(workflow: Workflow, name: str) -> Change:
    return set_values(workflow, example_sample(workflow, name))
