"""The gallery of samples; one is opened as a copy."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import streamlit as st

from designer.library.samples import load_sample, sample_picture, samples
from designer.screen import address
from designer.screen.locale import text
from designer.screen.panels.workflows.starting import start
from designer.screen.session import Session
from exporters.settings import Theme

STYLES = Path(__file__).with_name("samples.css")


def show(session: Session) -> None:
    """Show each sample as a picture with its title and description."""
    st.html(STYLES)
    st.caption(text("samples.help"))
    theme: Theme = "dark" if st.context.theme.type == "dark" else "light"
    with st.container(key="gallery"):
        for name in samples():
            with st.container(key=f"sample-{name}", border=True, gap="xsmall"):
                _show(name, theme)


def _show(name: str, theme: Theme) -> None:
    title = text(f"sample.{name}")
    st.image(sample_picture(name, theme, address.language()), alt=title, width="stretch")
    st.markdown(f"**{title}**")
    st.caption(text(f"sample.{name}.help"))
    if st.button(text("samples.open"), key=f"open-sample-{name}", icon=":material/content_copy:"):
        start(replace(load_sample(name), name=title))
