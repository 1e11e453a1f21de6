"""The garbage collection of a server that many people use: each one stops all sessions."""

from __future__ import annotations

import gc
import tomllib

from serving import APP

from designer.screen.process import warm


def test_a_run_of_the_page_is_not_followed_by_a_collection_of_everything() -> None:
    settings = tomllib.loads((APP.parent / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["runner"]["postScriptGC"] is False


def test_a_collection_leaves_out_what_is_imported() -> None:
    warm.cache_clear()
    try:
        warm()
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
