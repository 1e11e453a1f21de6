"""Words in the language of the screen, and times in the browser's time zone."""

from __future__ import annotations

from datetime import datetime, timedelta

import streamlit as st

from designer.base.words import word
from designer.screen import address


def text(key: str, **params: object) -> str:
    """The words of `key` in the language of the screen, filled with `params`; KeyError where it has none."""
    return word(address.language(), key, **params)


def local_time(moment: datetime) -> datetime:
    """A moment in UTC, as the library stores it, in the browser's time zone."""
    minutes = st.context.timezone_offset or 0
    return moment - timedelta(minutes=minutes)
