"""The inspector of the selected card or arrow of the sketch; hidden where none is selected."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from designer.screen.locale import text
from designer.screen.panels import controls
from designer.screen.panels.inspector import STYLES
from designer.screen.panels.operations import card as operations
from designer.screen.panels.operations.subject import Subject
from designer.screen.session import Session
from designer.workspace.sketch_actions.change_card import ChangeCard
from designer.workspace.sketch_actions.label_arrow import LabelArrow
from schemas.sidecar.sketch import CARD_KINDS, Arrow, Card, CardKind, Sketch, read_sketch

ARROW = "arrow:"
DOES: tuple[CardKind, ...] = ("screen", "step", "decision", "person", "external")
"""The kinds of cards at which something is done, and may fail."""


def show(session: Session) -> None:
    """Show the selected card or arrow, if exactly one thing is selected."""
    sketch = read_sketch(session.opened.workflow.design)
    if len(session.opened.selected) != 1:
        return
    (id,) = session.opened.selected
    card, arrow = sketch.cards.get(id), sketch.arrows.get(id.removeprefix(ARROW))
    if card is None and (arrow is None or not id.startswith(ARROW)):
        return
    with st.container(key="inspector"):
        st.html(STYLES)
        if card is not None:
            _card(session, sketch, id, card)
        elif arrow is not None:
            _arrow(session, sketch, id, arrow)


def _card(session: Session, sketch: Sketch, uid: str, card: Card) -> None:
    tell = session.sketch_canvas.receiver.apply
    _state(session, uid)
    kinds = {kind: text(f"canvas.type.{kind}") for kind in CARD_KINDS}
    controls.selectbox(
        session,
        f"sketch/{uid}/kind",
        text("sketch.kind"),
        kinds,
        card.kind,
        lambda chosen: tell(ChangeCard(uid=uid, card_kind=chosen)),
        text(f"canvas.card.help.{card.kind}"),
    )
    _words(
        session,
        f"{uid}/text",
        text("sketch.text"),
        text("sketch.text.example"),
        card.text,
        lambda said: tell(ChangeCard(uid=uid, text=said)),
    )
    owners = sorted({each.owner for each in sketch.cards.values() if each.owner})
    owner = session.widgets.bind(
        f"sketch/{uid}/owner", card.owner, lambda said: tell(ChangeCard(uid=uid, owner=said))
    )
    st.selectbox(
        text("sketch.owner"),
        owners,
        owners.index(card.owner) if card.owner else None,
        key=owner.key,
        placeholder=text("sketch.owner.example"),
        accept_new_options=True,
        on_change=owner.on_change,
    )
    if card.kind in DOES:
        st.markdown(f"**{text('operations.title')}**")
        operations.show(Subject(session, ("sketch", "cards", uid)))


def _state(session: Session, uid: str) -> None:
    """Show the way to the state that the card became."""
    state = session.state_of_card(uid)
    label, icon = text("sketch.state"), ":material/account_tree:"
    if state and st.button(label, key=f"sketch/{uid}/state", type="tertiary", icon=icon):
        session.turn_to("workflow")
        session.reveal(state)
        st.rerun(scope="fragment")


def _arrow(session: Session, sketch: Sketch, id: str, arrow: Arrow) -> None:
    tell = session.sketch_canvas.receiver.apply
    _words(
        session,
        f"{id}/label",
        text("sketch.label"),
        text("sketch.label.example"),
        arrow.label,
        lambda said: tell(LabelArrow(edge=id, label=said)),
    )
    for label, uid in ((text("sketch.from"), arrow.source), (text("sketch.to"), arrow.target)):
        card = sketch.cards[uid]
        st.text_input(label, card.text or text(f"canvas.type.{card.kind}"), disabled=True)


def _words(
    session: Session, name: str, label: str, example: str, value: str, act: Callable[[str], None]
) -> None:
    binding = session.widgets.bind(f"sketch/{name}", value, act)
    st.text_area(
        label, value, key=binding.key, height="content", placeholder=example, on_change=binding.on_change
    )
