"""The preview of an exported file."""

import pytest
from inspecting import healthy
from streamlit.testing.v1 import AppTest

from designer.screen.panels.previews import LARGEST_PAGE
from exporters import Artifact


def script():
    import streamlit as st

    from designer.screen.panels import previews

    previews.show(st.session_state["artifact"])


@pytest.mark.parametrize("size, is_code", [(LARGEST_PAGE, False), (LARGEST_PAGE + 1, True)])
def test_a_page_that_no_frame_would_show_is_shown_as_code(size, is_code):
    page = AppTest.from_function(script, default_timeout=30)
    page.query_params["lang"] = "en"
    page.session_state["artifact"] = Artifact("runbook.html", "text/html", b"a" * size)
    assert bool(healthy(page.run()).code) == is_code
