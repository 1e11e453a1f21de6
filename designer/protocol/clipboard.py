"""The message to the copy button; `clipboard/protocol.gen.ts` is generated from this file."""

from __future__ import annotations

from designer.protocol.canvas import Message


class CopyButton(Message):
    """A PNG as base64, and the button's words: before, after it has copied, and after it has failed."""

    picture: str
    copy_words: str
    done_words: str
    failed_words: str
