"""Mounts the sheets: reads their outbox, and hands them Python's answer."""

from __future__ import annotations

from designer.components import component
from designer.protocol.sheet import SheetAnswer, SheetOutbox


def outbox(key: str) -> SheetOutbox | None:
    """The outbox of the sheets mounted with `key`; None before they have sent one."""
    return component.outbox(key, SheetOutbox)


def sheets(answer: SheetAnswer, key: str) -> None:
    """Show the sheets with Python's answer; `key` must stay the same for a workflow."""
    component.mount("sheet", key, answer)
