"""The sketch page, for one test."""

from __future__ import annotations

import pytest
from desk import Desk
from playwright.sync_api import Page


@pytest.fixture
def desk(page: Page, designer: str, database: str) -> Desk:
    return Desk(page, designer, database)
