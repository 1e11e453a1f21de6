"""Puts the code editor on the page: reads what the browser has to say, and hands it Python's answer."""

from __future__ import annotations

from designer.components import component
from designer.protocol.code_editor import Answer, Outbox


def outbox(key: str) -> Outbox | None:
    """What the editor mounted with `key` has to say; None before it has spoken."""
    return component.outbox(key, Outbox)


def text_editor(answer: Answer, key: str) -> None:
    """Show the editor with Python's answer; `key` must stay the same for a workflow and a format."""
    component.mount("editor", key, answer)
