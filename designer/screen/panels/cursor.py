"""The cursor in a field that has just come up, so that a person can write at once."""

import re

import streamlit as st

WAIT = """<script>
(function find(frames) {
  const field = document.querySelector(".st-key-%s input");
  if (field) field.focus();
  else if (frames > 0) requestAnimationFrame(() => find(frames - 1));
})(120);
</script>"""


def into(key: str) -> None:
    """Put the cursor into the field `key`, once: the same words on the page again do nothing."""
    st.html(WAIT % re.sub(r"[^\w-]", "-", key, flags=re.ASCII), unsafe_allow_javascript=True)
