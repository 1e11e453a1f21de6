"""Focuses a field that has just appeared, so that a person can type at once."""

import re

import streamlit as st

SCRIPT = """<script>
(function find(frames) {
  const field = document.querySelector(".st-key-%s input");
  if (field) field.focus();
  else if (frames > 0) requestAnimationFrame(() => find(frames - 1));
})(120);
</script>"""


def focus(key: str) -> None:
    """Focus the field `key`, once: a browser does not run an unchanged script again."""
    st.html(SCRIPT % re.sub(r"[^\w-]", "-", key, flags=re.ASCII), unsafe_allow_javascript=True)
