"""Graphviz is compiled once for all processes, and draws where nothing can be kept."""

import pytest

from exporters.scene.graphviz import Graphviz


def test_what_is_compiled_is_kept_in_the_folder_of_caches(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    Graphviz()
    (kept,) = (file for file in tmp_path.rglob("*") if file.stat().st_size > 100_000)
    written = kept.stat().st_mtime_ns
    assert Graphviz().render("digraph {a -> b}", format="plain").startswith(b"graph 1 ")
    assert kept.stat().st_mtime_ns == written


@pytest.mark.parametrize("folder", ["/proc/none", "/dev/null/none"])
def test_it_draws_where_no_folder_of_caches_can_be_made(monkeypatch, folder):
    monkeypatch.setenv("XDG_CACHE_HOME", folder)
    assert Graphviz().render("digraph {a -> b}", format="plain").startswith(b"graph 1 ")
