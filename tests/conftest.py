"""Settings of every property test."""

from __future__ import annotations

from budget import make_deterministic

make_deterministic()
