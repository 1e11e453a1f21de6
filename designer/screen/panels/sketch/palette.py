"""The palette of the sketch: buttons that add a card of each kind, and undo and redo."""

from __future__ import annotations

import streamlit as st

from designer.screen.locale import text
from designer.screen.session import Session
from designer.sketch.kinds import kinds
from designer.sketch.sketchpad import Sketchpad
from designer.workspace.actions.redo import Redo
from designer.workspace.actions.undo import Undo


def show(session: Session, pad: Sketchpad) -> None:
    """Show the palette."""
    editor = session.opened
    with st.container(key="sketch-history", horizontal=True, gap="small", wrap=False):
        ways = (("undo", Undo(), editor.can_undo), ("redo", Redo(), editor.can_redo))
        for name, intent, is_possible in ways:
            st.button(
                "",
                key=f"sketch-{name}",
                icon=f":material/{name}:",
                help=text(f"sketch.{name}"),
                disabled=not is_possible,
                on_click=session.receiver.apply,
                args=(intent,),
            )
    st.caption(text("sketch.add"))
    for name, kind in kinds().items():
        st.button(
            text(f"sketch.kind.{name}"),
            key=f"sketch-add-{name}",
            icon=kind.symbol,
            help=text(f"sketch.kind.{name}.help"),
            width="stretch",
            on_click=pad.add,
            args=(name,),
        )
