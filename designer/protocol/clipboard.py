"""What the button is told; `clipboard/protocol.gen.ts` is generated from this file."""

from __future__ import annotations

from designer.protocol.canvas import Message


class CopyButton(Message):
    """A PNG as base64, and the words of the button: what it does, that it has done it, that it could not."""

    picture: str
    copy_words: str
    done_words: str
    failed_words: str
