"""The bar at the top: workflows, name, page, problems, language and export."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from designer.components.live import live
from designer.screen import address, widgets
from designer.screen.locale import text
from designer.screen.panels import export, workflows
from designer.screen.panels.workflows import place as home
from designer.screen.session import Session
from schemas.core.hidden_characters import without_hidden


def place() -> DeltaGenerator:
    """The place of the bar, to be filled after what a person waits for."""
    return st.container(key="topbar", horizontal=True, wrap=False, vertical_alignment="center")


def show(session: Session, bar: DeltaGenerator) -> None:
    """Show the bar in its place."""
    with bar:
        if st.button(text("topbar.workflows"), icon=":material/folder_open:", key="open-workflows"):
            workflows.ask(session)
        _name(session)
        home.show_saved(session)
        st.space("stretch")
        _page(session)
        st.space("stretch")
        live(session.opened.visit.token, address.language(), key="live")
        _problems(session)
        _language(session)
        if st.button(text("topbar.export"), icon=":material/ios_share:", type="primary", key="open-export"):
            export.ask(session)


def _name(session: Session) -> None:
    name = session.opened.record.name
    binding = session.widgets.bind(
        "name", name, lambda typed: session.opened.rename(without_hidden(typed) or name)
    )
    st.text_input(
        text("topbar.name"),
        name,
        key=binding.key,
        label_visibility="collapsed",
        max_chars=120,
        on_change=binding.on_change,
    )


def _page(session: Session) -> None:
    page = address.page()
    binding = session.widgets.bind("page", page, lambda chosen: session.turn_to(_page_named(chosen)))
    st.segmented_control(
        text("topbar.page"),
        address.PAGES,
        format_func=lambda name: text(f"topbar.page.{name}"),
        default=page,
        key=binding.key,
        required=True,
        label_visibility="collapsed",
        on_change=binding.on_change,
    )


def _page_named(name: str) -> address.Page:
    return next((page for page in address.PAGES if page == name), "workflow")


def _problems(session: Session) -> None:
    severities = [diagnostic.severity for diagnostic in session.analysis.diagnostics]
    errors, others = severities.count("error"), severities.count("warning")
    hints = severities.count("hint")
    counts = [
        f":{'red' if errors else 'gray'}[:material/error: {errors}]",
        f":{'orange' if others else 'gray'}[:material/warning: {others}]",
        *([f":blue[:material/lightbulb: {hints}]"] if hints else []),
    ]
    st.button(
        " ".join(counts),
        key="open-problems",
        type="tertiary",
        help=text("topbar.problems", errors=errors, others=others, hints=hints),
        on_click=lambda: widgets.fill("drawer-tab", "problems"),
    )


def _language(session: Session) -> None:
    language = address.language()
    binding = session.widgets.bind(
        "language", language, lambda chosen: address.choose_language("en" if chosen == "en" else "ja")
    )
    st.segmented_control(
        text("topbar.language"),
        ["ja", "en"],
        format_func={"ja": "日本語", "en": "English"}.__getitem__,
        default=language,
        key=binding.key,
        required=True,
        label_visibility="collapsed",
        on_change=binding.on_change,
    )
