"""What kinds of files that hold definitions say about them."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.asl.walk import StateMachineType
from schemas.core.paths import Path


@dataclass(frozen=True)
class Held:
    """A definition that a file holds: at `at`, an object or a string, or in another `file` that it names."""

    at: Path
    type: StateMachineType | None = None
    file: str = ""


def machine_type(value: object) -> StateMachineType | None:
    """The type that a file names, where it is one."""
    if value == "EXPRESS":
        return "EXPRESS"
    return "STANDARD" if value == "STANDARD" else None
