"""Beginning with a copy of a sample."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from designer.panels import findings
from designer.panels.workflows.starting import start
from designer.samples import load_sample, samples
from designer.session import Session, text


def show(here: Session) -> None:
    """Show the samples with what they say of themselves."""
    st.caption(text("samples.help"))
    for sample in samples():
        title = sample.title or sample.name
        st.markdown(f"**{findings.plain(title)}**  \n{findings.plain(sample.description)}")
        if st.button(text("samples.open"), key=f"sample-{sample.name}", icon=":material/play_arrow:"):
            start(replace(load_sample(sample.name), name=title))
