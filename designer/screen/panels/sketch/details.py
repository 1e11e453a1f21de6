"""The selected card or arrow of the sketch: its fields, its ends, and a button that deletes it."""

from __future__ import annotations

from collections.abc import Mapping
from zlib import crc32

import streamlit as st

from designer.screen.locale import text
from designer.screen.panels import controls, cursor
from designer.screen.session import Session
from designer.sketch.kinds import kinds
from designer.sketch.sketchpad import Sketchpad
from schemas.asl.names import clean, unique
from schemas.sidecar.sketch import Arrow, Card, Sketch

NOTHING = ""
LONGEST = 300
STEPS = {"back": (-40, 0), "upward": (0, -40), "downward": (0, 40), "forward": (40, 0)}
"""The move of a card to the right and down in pixels, by Material's name of the arrow."""


def show(session: Session, pad: Sketchpad) -> None:
    """Show the selected card or arrow; without one, how to begin."""
    sketch, uid = pad.sketch, pad.selected
    _choice(session, pad, sketch)
    if uid in sketch.cards:
        _card(session, pad, sketch, uid, sketch.cards[uid])
    elif uid in sketch.arrows:
        _arrow(session, pad, sketch, uid, sketch.arrows[uid])
    else:
        st.markdown(text("sketch.hints"))


def _choice(session: Session, pad: Sketchpad, sketch: Sketch) -> None:
    """All cards: the way to one without the mouse."""
    options = {NOTHING: text("sketch.nothing"), **_names(sketch)}
    chosen = pad.selected if pad.selected in options else NOTHING
    if len(options) > 1:
        name = _named("sketch/selected", options)
        controls.selectbox(session, name, text("sketch.selected"), options, chosen, pad.select)


def _card(session: Session, pad: Sketchpad, sketch: Sketch, uid: str, card: Card) -> None:
    _line(session, pad, uid, "text", card.text)
    words: dict[str, str] = {name: text(f"sketch.kind.{name}") for name in kinds()}
    name = _named(f"sketch/{uid}/kind", words)
    controls.selectbox(
        session, name, text("sketch.kind"), words, card.kind, lambda said: pad.tell(uid, "kind", said)
    )
    _line(session, pad, uid, "owner", card.owner)
    if kinds()[card.kind].leads_on:
        _connecting(session, pad, sketch, uid)
    _moving(pad, uid)
    _delete(pad, uid)


def _arrow(session: Session, pad: Sketchpad, sketch: Sketch, uid: str, arrow: Arrow) -> None:
    names = _names(sketch)
    _line(session, pad, uid, "label", arrow.label)
    st.text_input(text("sketch.from"), names[arrow.source], disabled=True)
    st.text_input(text("sketch.to"), names[arrow.target], disabled=True)
    _delete(pad, uid)


def _line(session: Session, pad: Sketchpad, uid: str, field: str, value: str) -> None:
    """A field of a card or an arrow."""
    control = session.widgets.bind(
        f"sketch/{uid}/{field}", value, lambda said: pad.tell(uid, field, said.strip())
    )
    st.text_input(
        text(f"sketch.{field}"),
        value,
        key=control.key,
        max_chars=LONGEST,
        placeholder=text(f"sketch.{field}.example"),
        on_change=control.on_change,
    )
    if uid == pad.unwritten and field in ("text", "label") and not value:
        cursor.focus(control.key)


def _connecting(session: Session, pad: Sketchpad, sketch: Sketch, uid: str) -> None:
    """Drawing an arrow without the mouse."""
    names = _names(sketch).items()
    reached = {other: name for other, name in names if kinds()[sketch.cards[other].kind].is_reached}
    options = {NOTHING: text("sketch.choose"), **reached}
    name = _named(f"sketch/{uid}/connect", options)
    controls.selectbox(
        session, name, text("sketch.connect"), options, NOTHING, lambda target: pad.connect(uid, target)
    )


def _moving(pad: Sketchpad, uid: str) -> None:
    """Moving a card without the mouse."""
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", wrap=False):
        st.caption(text("sketch.move"))
        for way, (right, down) in STEPS.items():
            st.button(
                "",
                key=f"sketch-{way}",
                icon=f":material/arrow_{way}:",
                help=text(f"sketch.move.{way}"),
                on_click=pad.move,
                args=(uid, right, down),
            )


def _delete(pad: Sketchpad, uid: str) -> None:
    icon = ":material/delete:"
    st.button(text("sketch.delete"), key="sketch-delete", icon=icon, on_click=pad.delete, args=(uid,))


def _named(name: str, options: Mapping[str, str]) -> str:
    """The name of a control with these options: another one for other words, for the browser keeps only the
    words of what was chosen."""
    return f"{name}/{crc32(repr(options).encode()):x}"


def _names(sketch: Sketch) -> dict[str, str]:
    """The names of cards in lists by uid, each unique."""
    taken = {text("sketch.nothing"), text("sketch.choose")}
    names: dict[str, str] = {}
    for uid, card in sketch.cards.items():
        names[uid] = unique(clean(card.text) or text(f"sketch.kind.{card.kind}"), taken)
        taken.add(names[uid])
    return names
