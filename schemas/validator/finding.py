"""The types of rules and of their findings. A rule checks all values of one type, such as every state."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from schemas.core.diagnostic import Fix, Severity
from schemas.core.paths import Path

Subject = TypeVar("Subject")


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem that a rule has found.

    `path` leads to the wrong value; `key` is true if its key is wrong instead. `params` fill the message.
    One that is `in_quotes` holds only if the text has the value between quotes, which YAML may leave out.
    """

    path: Path
    params: Mapping[str, str] = field(default_factory=dict)
    key: bool = False
    fix: Fix | None = None
    in_quotes: bool = False


Check = Callable[[Any], Iterator[Finding]]
"""The function of a rule: yields the findings in one subject."""


@dataclass(frozen=True, slots=True)
class Rule(Generic[Subject]):
    """A check of each value of the type `subject` in a definition.

    `kinds` restricts it to states of these types, choice rules of these query languages or formatted values
    of these formats; empty for no restriction.
    """

    severity: Severity
    subject: type[Subject]
    kinds: frozenset[str]
    check: Callable[[Subject], Iterator[Finding]]


def rule(
    severity: Severity, subject: type[Subject], *kinds: str
) -> Callable[[Callable[[Subject], Iterator[Finding]]], Rule[Subject]]:
    """Decorate a function as a rule: of that severity, for subjects of these kinds."""
    return lambda check: Rule(severity, subject, frozenset(kinds), check)
