"""The trouble that a database can be in."""

from __future__ import annotations

from typing import Literal

from sqlalchemy import URL

Trouble = Literal["address", "damaged", "foreign", "newer", "unreachable"]
"""Kinds of trouble; each has its line of words, `store.<kind>`."""


class Unavailable(Exception):
    """The database cannot be used now.

    `place` is its file or its address without password; `reason` is the system's message, where there is one.
    """

    def __init__(self, trouble: Trouble, url: URL | None, reason: str = "") -> None:
        super().__init__(trouble)
        self.trouble = trouble
        self.place = _place(url)
        self.reason = reason


def _place(url: URL | None) -> str:
    if url is None:
        return ""
    if url.get_backend_name() == "sqlite" and url.database:
        return url.database
    return url.render_as_string(hide_password=True)
