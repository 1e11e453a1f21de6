"""What a rule yields and what a rule is: one check of one kind of thing in a definition."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from schemas.core.diagnostic import Fix, Severity
from schemas.core.paths import Path

Subject = TypeVar("Subject")


@dataclass(frozen=True, slots=True)
class Finding:
    """Where something is wrong, and the params of its words; `key` where the key is wrong, not its value."""

    path: Path
    params: Mapping[str, str] = field(default_factory=dict)
    key: bool = False
    fix: Fix | None = None


Check = Callable[[Any], Iterator[Finding]]
"""What a rule does with one of its subjects."""


@dataclass(frozen=True, slots=True)
class Rule(Generic[Subject]):
    """A check of each `subject` of a definition.

    Where `kinds` is not empty: of states of those types, of choice rules in those query languages, of
    places of those formats.
    """

    severity: Severity
    subject: type[Subject]
    kinds: frozenset[str]
    check: Callable[[Subject], Iterator[Finding]]


def rule(
    severity: Severity, subject: type[Subject], *kinds: str
) -> Callable[[Callable[[Subject], Iterator[Finding]]], Rule[Subject]]:
    """Make the decorated function a rule."""
    return lambda check: Rule(severity, subject, frozenset(kinds), check)
