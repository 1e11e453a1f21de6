"""Where the corpus of real definitions is, for the tests that read it; it is no part of the project."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_PROJECT = Path(__file__).resolve().parents[2]
_named = Path(os.environ.get("DESIGNER_CORPUS") or _PROJECT.parent / "shared" / "corpus")

CORPUS: Path | None = _named if (_named / "asl").is_dir() else None

needs_corpus = pytest.mark.skipif(CORPUS is None, reason=f"no corpus of definitions at {_named}")


def definitions() -> list[Path]:
    """Every definition of the corpus, in a fixed order; none where there is no corpus."""
    return sorted((CORPUS / "asl").rglob("*.json")) if CORPUS else []
