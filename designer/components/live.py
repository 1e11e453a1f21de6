"""Mounts the component that follows other tabs and shows who is here."""

from __future__ import annotations

from designer.base.words import word
from designer.components import component
from designer.protocol.live import Live
from schemas.core.diagnostic import Language


def live(token: str, language: Language, key: str) -> None:
    """Show who else has the workflow open, and follow what they change, for the visit `token`."""
    names = ("ask", "guest", "same", "you", "people")
    words = {f"{name}_words": word(language, f"live.{name}", name="{name}") for name in names}
    component.mount("live", key, Live(token=token, **words), height="content")
