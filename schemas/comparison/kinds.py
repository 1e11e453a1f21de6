"""The kinds of differences of a state, the weightiest first."""

from __future__ import annotations

from typing import Literal, get_args

FieldKind = Literal["rewired", "retimed", "changed", "described", "placed"]
"""A transition, a time, another field of the definition; the sidecar's words and answers; the place."""

Kind = Literal["added", "removed", "renamed", "moved", "rewired", "retimed", "changed", "described", "placed"]
"""`moved` is into another container or branch, `placed` elsewhere on the canvas."""

KINDS: tuple[Kind, ...] = get_args(Kind)
