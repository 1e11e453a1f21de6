"""Settings of every property test, and the choice of the tests that run."""

from __future__ import annotations

import pytest
from budget import DEEP, make_deterministic

make_deterministic()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the tests that `make test-deep` alone runs out of all others."""
    left_out = [] if DEEP else [item for item in items if item.get_closest_marker("deep_only")]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in set(left_out)]
