"""The bar on top: which workflow, that it is saved, problems, language, export."""

import streamlit as st

from designer.screen import session
from designer.screen.panels import export, workflows
from designer.screen.session import Session, text


def show(here: Session) -> None:
    """Show the bar."""
    with st.container(key="topbar", horizontal=True, wrap=False, vertical_alignment="center"):
        if st.button(text("topbar.workflows"), icon=":material/folder_open:", key="open-workflows"):
            workflows.ask(here)
        _name(here)
        st.caption(f":material/cloud_done: {text('topbar.saved')}", width="content")
        st.space("stretch")
        _page(here)
        st.space("stretch")
        _problems(here)
        _language(here)
        if st.button(text("topbar.export"), icon=":material/ios_share:", type="primary", key="open-export"):
            export.ask(here)


def _name(here: Session) -> None:
    name = here.editor.record.name
    control = here.bind("name", name, lambda said: here.editor.rename(said.strip() or name))
    st.text_input(
        text("topbar.name"),
        name,
        key=control.key,
        label_visibility="collapsed",
        max_chars=120,
        on_change=control.heard,
    )


def _page(here: Session) -> None:
    page = session.page()
    control = here.bind("page", page, lambda said: here.turn_to("sketch" if said == "sketch" else "workflow"))
    st.segmented_control(
        text("topbar.page"),
        ["sketch", "workflow"],
        format_func=lambda name: text(f"topbar.page.{name}"),
        default=page,
        key=control.key,
        required=True,
        label_visibility="collapsed",
        on_change=control.heard,
    )


def _problems(here: Session) -> None:
    severities = [diagnostic.severity for diagnostic in here.read().diagnostics]
    errors, others = severities.count("error"), severities.count("warning")
    counts = (
        f":{'red' if errors else 'gray'}[:material/error: {errors}]",
        f":{'orange' if others else 'gray'}[:material/warning: {others}]",
    )
    st.button(
        " ".join(counts),
        key="open-problems",
        type="tertiary",
        help=text("topbar.problems", errors=errors, others=others),
        on_click=lambda: session.fill("drawer-tab", "problems"),
    )


def _language(here: Session) -> None:
    language = session.language()
    control = here.bind("language", language, lambda said: session.speak("en" if said == "en" else "ja"))
    st.segmented_control(
        text("topbar.language"),
        ["ja", "en"],
        format_func={"ja": "日本語", "en": "English"}.__getitem__,
        default=language,
        key=control.key,
        required=True,
        label_visibility="collapsed",
        on_change=control.heard,
    )
