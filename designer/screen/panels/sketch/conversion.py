"""From the sketch to the workflow: the button, and the dialog that says what was decided and what is open."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from designer.library.store import Unavailable
from designer.screen import address, dialogs
from designer.screen.locale import text
from designer.screen.markdown import escape
from designer.screen.process import library
from designer.screen.session import Session
from designer.workspace import sketch_actions
from designer.workspace.sketch_actions.convert import Convert
from schemas.conversion.remark import Remark
from schemas.conversion.sync.merge import Kept
from schemas.conversion.sync.offers import Offer
from schemas.conversion.sync.synchronize import Synchronization
from schemas.core.diagnostic import message_text
from schemas.core.paths import Json
from schemas.document.differences import differences
from schemas.sidecar.workflow import Change, new_workflow

KEPT = "conversion-kept"
"""The key in Streamlit's session state of what the last update has left as people made it."""

MOST = 60
"""The most lines of a list in the dialog."""


def tool(session: Session) -> None:
    """Show the button: the first conversion at once, later what both sides offer to each other."""
    synchronization = session.synchronization
    if synchronization is None:
        return
    count = len(synchronization.offers)
    label = text("convert.make") if synchronization.is_first else text("convert.sync")
    if st.button(
        label + (f" ({count})" if count else ""),
        icon=":material/account_tree:",
        type="primary" if synchronization.is_first or count else "secondary",
        key="convert",
        help=text("convert.make.help" if synchronization.is_first else "convert.sync.help"),
    ):
        st.session_state.pop(KEPT, None)
        if synchronization.is_first and synchronization.can_begin:
            _apply(session, None)
        dialogs.ask(text("convert.title"), partial(_show, session))


def _show(session: Session) -> None:
    synchronization = session.synchronization
    if synchronization is None:
        return
    if synchronization.is_first:
        _offer_new_workflow(session)
        return
    _kept(st.session_state.get(KEPT, ()))
    _offers(session, synchronization.offers)
    _remarks(session, synchronization)


def _apply(session: Session, accepted: list[str] | None) -> None:
    synchronization = session.synchronization
    kept = synchronization.update(accepted).kept if synchronization and not synchronization.is_first else ()
    st.session_state[KEPT] = kept
    session.sketch_canvas.receiver.apply(Convert(accepted=accepted))


def _offer_new_workflow(session: Session) -> None:
    """Offer a workflow of its own to a sketch beside states that did not come from it."""
    st.info(text("convert.not-empty"), icon=":material/info:")
    if st.button(text("convert.new"), type="primary", icon=":material/add:", key="convert-new"):
        opened = session.opened
        base = new_workflow(text("convert.new.name", name=opened.record.name))
        sketch = opened.workflow.design.fields["sketch"]
        fields: dict[str, Json] = {"version": 1, "sketch": sketch}
        base = base.apply(Change(design=tuple(differences(base.design.fields, fields)))).workflow
        try:
            id = library().add(base.apply(sketch_actions.perform(base, Convert())).workflow)
        except Unavailable as trouble:
            opened.trouble = trouble
            return
        address.go_to(id)
        st.rerun()


def _kept(kept: Sequence[Kept]) -> None:
    """Say what people changed in the workflow, and what therefore stays."""
    for one in kept[:MOST]:
        code = "offer-kept" if one.field else "offer-kept-state"
        params = {"state": one.name, "field": one.field}
        st.info(escape(message_text(code, params, address.language())), icon=":material/lock:")


def _offers(session: Session, offers: Sequence[Offer]) -> None:
    if not offers:
        st.caption(f":material/check_circle: {text('convert.same')}")
        return
    chosen: list[str] = []
    for direction in ("workflow", "sketch"):
        found = [offer for offer in offers if offer.to == direction]
        if not found:
            continue
        st.markdown(f"**{text(f'convert.to-{direction}')}**")
        for offer in found[:MOST]:
            words = escape(offer.message(address.language()))
            is_possible = set(offer.needs) <= set(chosen)
            is_wanted = st.checkbox(
                words, value=is_possible, key=f"offer/{offer.key}/{is_possible}", disabled=not is_possible
            )
            if is_wanted and is_possible:
                chosen.append(offer.key)
        chosen += [offer.key for offer in found[MOST:] if set(offer.needs) <= set(chosen)]
    label = text("convert.apply", count=len(chosen))
    if st.button(label, type="primary", key="convert-apply", disabled=not chosen, icon=":material/check:"):
        _apply(session, chosen)
        st.rerun(scope="fragment")


def _remarks(session: Session, synchronization: Synchronization) -> None:
    """The open points, and below them what was decided."""
    conversion = synchronization.conversion
    still = [remark for remark in conversion.remarks if remark.kind == "open" and _is_open(session, remark)]
    decided = [remark for remark in conversion.remarks if remark.kind == "decided"]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(
            f"**{text('convert.open', count=len(still))}**" if still else text("convert.nothing-open")
        )
        st.space("stretch")
        if st.button(text("convert.go"), icon=":material/arrow_forward:", key="convert-go"):
            session.turn_to("workflow")
            st.rerun()
    _list(session, still, "open", ":blue[:material/help:]")
    if decided:
        with st.expander(text("convert.decided", count=len(decided))):
            _list(session, decided, "decided", ":gray[:material/check:]")


def _is_open(session: Session, remark: Remark) -> bool:
    """True unless a person has decided what the remark asks for since."""
    name = remark.params.get("name")
    if not name or not remark.code.startswith("convert-undecided"):
        return True
    return f"${{{name}}}" in session.opened.workflow.document.text


def _list(session: Session, remarks: Sequence[Remark], key: str, icon: str) -> None:
    states = session.analysis.identity.states
    for number, remark in enumerate(remarks[:MOST]):
        with st.container(horizontal=True, vertical_alignment="center", wrap=False, gap="small"):
            st.markdown(f"{icon} {escape(remark.message(address.language()))}")
            st.space("stretch")
            if remark.card and st.button(text("convert.card"), key=f"{key}-card-{number}", type="tertiary"):
                session.sketch_canvas.reveal(remark.card)
                st.rerun()
            state = session.state_of_card(remark.state or remark.card)
            if state in states and st.button(
                text("convert.state"), key=f"{key}-state-{number}", type="tertiary"
            ):
                session.turn_to("workflow")
                session.reveal(state)
                st.rerun()
