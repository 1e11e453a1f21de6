"""Definitions embedded in other files."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.asl.walk import StateMachineType
from schemas.core.paths import Path


@dataclass(frozen=True)
class Embedded:
    """A definition at the path `at` of a file, as an object or a string, or in another `file` named there."""

    at: Path
    type: StateMachineType | None = None
    file: str = ""


def machine_type(value: object) -> StateMachineType | None:
    """`value` as a type of state machine, if it is one."""
    if value == "EXPRESS":
        return "EXPRESS"
    return "STANDARD" if value == "STANDARD" else None
