"""Refuses text that the database cannot hold, before anything is written."""

from __future__ import annotations

from sqlalchemy import Engine

from schemas.core.edits import EditRefused


def refuse_unstorable(engine: Engine, *texts: str) -> None:
    """Raise `EditRefused` for half a surrogate pair, and for NUL where PostgreSQL is to store it."""
    for text in texts:
        try:
            text.encode()
        except UnicodeEncodeError as error:
            raise _refused(text[error.start]) from error
        if engine.dialect.name == "postgresql" and "\0" in text:
            raise _refused("\0")


def _refused(character: str) -> EditRefused:
    return EditRefused("text-not-storable", character=f"U+{ord(character):04X}")
