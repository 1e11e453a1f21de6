"""Mounts the code editor: reads its outbox, and hands it Python's answer."""

from __future__ import annotations

from designer.components import component
from designer.protocol.code_editor import Answer, Outbox


def outbox(key: str) -> Outbox | None:
    """The outbox of the editor mounted with `key`; None before it has sent one."""
    return component.outbox(key, Outbox)


def text_editor(answer: Answer, key: str) -> None:
    """Show the editor with Python's answer; `key` must stay the same for a workflow and a format."""
    component.mount("editor", key, answer)
