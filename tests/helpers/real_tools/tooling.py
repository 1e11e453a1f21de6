"""Where Node, the export tools, Chromium and PostgreSQL are, and marks for tests that need them.

Such a test is left out where its program is missing; under CI=true it runs all the same, and fails.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from tools.programs import chromium, in_ci, node, postgres_bin

TOOLS = Path(__file__).parents[2] / "tools"
NODE = node()
CHROMIUM = chromium()

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""The arguments of Chromium: no sandbox, no network of its own."""

needs_node = pytest.mark.skipif(
    not in_ci() and (NODE is None or not (TOOLS / "node_modules").is_dir()),
    reason="there is no Node of version 20.19 or newer with the packages of tests/tools",
)
needs_chromium = pytest.mark.skipif(not in_ci() and CHROMIUM is None, reason="there is no Chromium")
needs_postgres = pytest.mark.skipif(not in_ci() and postgres_bin() is None, reason="there is no PostgreSQL")
