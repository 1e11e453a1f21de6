"""The base of every message, and types that several of them share."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

EdgeKind = Literal["start", "next", "choice", "default", "catch", "reads", "writes"]
"""The kinds of transitions of a workflow; a sketch has arrows that read and write tables, too."""

Severity = Literal["error", "warning", "hint"]


class Message(BaseModel):
    """A frozen value that refuses unknown fields, infinite numbers and NaN."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Marker(Message):
    """A diagnostic in the language of the screen, shown at the state, edge or text that it is about."""

    code: str
    severity: Severity
    message: str
