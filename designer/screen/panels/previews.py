"""The preview of an exported file: a picture as a picture, a page as a page, any other file as code."""

from __future__ import annotations

from base64 import b64encode
from pathlib import PurePosixPath

import streamlit as st

from designer.screen.locale import text
from exporters import Artifact

LONGEST = 60_000
"""Characters of a file that are shown; the browser would take long to colour more."""
LARGEST_PAGE = 1_500_000
"""Bytes of a page that is shown as one: a browser leaves a frame with an address of over 2 MiB empty."""
LANGUAGES = {
    ".json": "json",
    ".yml": "yaml",
    ".yaml": "yaml",
    ".md": "markdown",
    ".py": "python",
    ".ts": "typescript",
}


def show(artifact: Artifact) -> None:
    """Show the file."""
    with st.container(key="export-preview"):
        if artifact.media_type == "image/svg+xml":
            st.image(artifact.data.decode(), width="stretch", alt=text("export.picture"))
        elif artifact.media_type.startswith("image/"):
            st.image(artifact.data, width="stretch", alt=text("export.picture"))
        elif artifact.media_type == "text/html" and len(artifact.data) <= LARGEST_PAGE:
            _page(artifact)
        else:
            _code(artifact)


def _page(artifact: Artifact) -> None:
    """Show a page in a frame that has an origin of its own, so that nothing in it reaches the designer."""
    address = f"data:{artifact.media_type};charset=utf-8;base64,{b64encode(artifact.data).decode()}"
    st.iframe(address, height="stretch", alt=text("export.page"))


def _code(artifact: Artifact) -> None:
    code = artifact.data.decode()
    language = LANGUAGES.get(PurePosixPath(artifact.path).suffix)
    st.code(code[:LONGEST], language=language, wrap_lines=True)
    if len(code) > LONGEST:
        st.caption(text("export.shortened"))
