"""What a rule yields and what a rule is: one check of one kind of thing in a definition."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from schemas.diagnostic import Fix, Severity
from schemas.paths import Path

Subject = TypeVar("Subject")


@dataclass(frozen=True, slots=True)
class Finding:
    """Where something is wrong, and the params of its words; `key` where the key is wrong, not its value."""

    path: Path
    params: Mapping[str, str] = field(default_factory=dict)
    key: bool = False
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class Rule(Generic[Subject]):
    """A check of each `subject` of a definition, of states only those of `types` (all where empty)."""

    severity: Severity
    subject: type[Subject]
    types: frozenset[str]
    check: Callable[[Subject], Iterator[Finding]]


def rule(
    severity: Severity, subject: type[Subject], *types: str
) -> Callable[[Callable[[Subject], Iterator[Finding]]], Rule[Subject]]:
    """Make the decorated function a rule."""
    return lambda check: Rule(severity, subject, frozenset(types), check)
