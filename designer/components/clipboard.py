"""Mounts the button that copies a picture to the clipboard."""

from __future__ import annotations

from base64 import b64encode

from designer.base.words import word
from designer.components import component
from designer.protocol.clipboard import CopyButton
from schemas.core.diagnostic import Language


def copy_button(picture: bytes, language: Language, key: str) -> None:
    """Show a button that copies the PNG `picture`, to be pasted into Miro or a mail."""
    button = CopyButton(
        picture=b64encode(picture).decode(),
        copy_words=word(language, "export.copy"),
        done_words=word(language, "export.copied"),
        failed_words=word(language, "export.not-copied"),
    )
    component.mount("clipboard", key, button, height="content")
