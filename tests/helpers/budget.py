"""The budgets of property tests and sweeps: a part runs in `make test`, the whole in `make test-deep`.

A test with a budget carries the mark `deep`, which `make test-deep` selects. Nothing else reads the variable.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings

Item = TypeVar("Item")
Test = TypeVar("Test", bound=Callable[..., Any])

DEEP = os.environ.get("DESIGNER_TESTS") == "deep"
deep = pytest.mark.deep


def make_deterministic() -> None:
    """Let Hypothesis draw the same examples in every run, without a limit of time for one."""
    settings.register_profile(
        "designer",
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    settings.load_profile("designer")


def deep_only(test: Test) -> Test:
    """Leave a test to `make test-deep`: a neighbour in `make test` goes the same way through the code."""
    return deep(pytest.mark.deep_only(test))


def amount(few: int, many: int) -> int:
    """`few` in `make test`, `many` in `make test-deep`."""
    return many if DEEP else few


def some(items: Sequence[Item], few: int) -> Sequence[Item]:
    """All items in `make test-deep`; else about `few`, spread evenly."""
    return items if DEEP else items[:: max(1, len(items) // few)][:few]


def examples(few: int, many: int) -> Callable[[Test], Test]:
    """Give a test of Hypothesis so many examples, and the mark `deep`."""

    def limit(test: Test) -> Test:
        return deep(settings(max_examples=amount(few, many))(test))

    return limit
