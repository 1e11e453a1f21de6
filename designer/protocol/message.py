"""What every message has in common, and words that several of them use."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

EdgeKind = Literal["start", "next", "choice", "default", "catch"]


class Message(BaseModel):
    """A frozen value; a field that the protocol doesn't know is refused, and a number that is none."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)
