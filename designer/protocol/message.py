"""What every message has in common, and words that several of them use."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

EdgeKind = Literal["start", "next", "choice", "default", "catch"]
Severity = Literal["error", "warning", "hint"]


class Message(BaseModel):
    """A frozen value; a field that the protocol doesn't know is refused, and a number that is none."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Marker(Message):
    """A diagnostic in the language of the screen, shown at the state, edge or text that it is about."""

    code: str
    severity: Severity
    message: str
