"""Generated types and built bundles are up to date with their sources."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import get_args

import pytest
from tooling import NODE, needs_node
from tools.programs import in_ci

from designer.components.typescript import SOURCES, files
from designer.protocol import canvas
from exporters.scene.routing import BUILT
from schemas.asl.states import kinds

FRONTEND = SOURCES.parent
needs_packages = pytest.mark.skipif(
    not in_ci() and not (FRONTEND / "node_modules").is_dir(),
    reason="the canvas' npm packages are not installed",
)


@pytest.mark.parametrize("name", files())
def test_typescript_is_up_to_date(name: str) -> None:
    assert (SOURCES / name).read_text(encoding="utf-8") == files()[name], "run `make canvas`"


def test_every_state_type_has_its_look() -> None:
    looks = {path.stem for path in (SOURCES / "canvas" / "nodes").glob("*.tsx")}
    assert set(kinds()) == set(get_args(canvas.StateType)) <= looks


def test_both_languages_have_the_same_words_of_the_canvas() -> None:
    locales = SOURCES.parents[1] / "locales"
    ja, en = (json.loads((locales / f"{name}.json").read_text(encoding="utf-8")) for name in ("ja", "en"))
    words = {key for key in en if key.startswith("canvas.")}
    assert words and words == {key for key in ja if key.startswith("canvas.")}


@pytest.mark.node
@needs_node
@needs_packages
@pytest.mark.parametrize(
    "config, folder",
    [("vite.config.ts", FRONTEND / "dist"), ("vite.scene.config.ts", BUILT)],
    ids=["canvas", "scene"],
)
def test_bundle_is_what_the_sources_build(config: str, folder: Path, tmp_path: Path) -> None:
    vite = [str(NODE), "node_modules/vite/bin/vite.js", "build", "--config", config]
    subprocess.run([*vite, "--outDir", str(tmp_path)], cwd=FRONTEND, check=True, capture_output=True)
    built = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    committed = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert built == committed, "run `make canvas`"


@pytest.mark.node
@needs_node
@needs_packages
def test_frontend_unit_tests_pass() -> None:
    command = [str(NODE), "node_modules/vitest/vitest.mjs", "run"]
    run = subprocess.run(command, cwd=FRONTEND, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
