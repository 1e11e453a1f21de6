"""The project built, and installed into an environment of its own."""

from __future__ import annotations

import os
import shutil
import site
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
SOURCES = {"designer", "exporters", "player", "schemas", "pyproject.toml", "README.md", "LICENSE"}
MADE = {"node_modules", "__pycache__"}


@pytest.fixture(scope="session")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of sources, built from a copy of the project's folder."""
    folder = tmp_path_factory.mktemp("sources")
    shutil.copytree(ROOT, folder, dirs_exist_ok=True, ignore=all_but_sources)
    build = "import sys; from setuptools import build_meta; print(build_meta.build_sdist(sys.argv[1]))"
    run(sys.executable, "-c", build, folder.parent, cwd=folder)
    return next(folder.parent.glob("designer-*.tar.gz"))


@pytest.fixture(scope="session")
def wheel(sdist: Path) -> Path:
    """The wheel that pip builds from the sources, without asking any registry."""
    pip("wheel", "--no-build-isolation", "--wheel-dir", sdist.parent, sdist)
    return next(sdist.parent.glob("designer-*.whl"))


@pytest.fixture(scope="session")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts of a new virtual environment that has the wheel.

    The packages that it depends on are those of the environment of the tests, but for its editable install.
    """
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, symlinks=True)
    python = folder / "bin" / "python"
    pip("--python", python, "install", wheel)
    packages = next((folder / "lib").glob("python*/site-packages"))
    (packages / "tests.pth").write_text("\n".join(site.getsitepackages()), encoding="utf-8")
    return python.parent


@pytest.fixture(scope="session")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that is not the project's, with settings of Streamlit that must count for nothing."""
    folder = tmp_path_factory.mktemp("elsewhere")
    settings = folder / ".streamlit" / "config.toml"
    settings.parent.mkdir()
    settings.write_text(
        '[server]\naddress = "0.0.0.0"\nmaxUploadSize = 4000\nenableXsrfProtection = false\n'
        '[client]\nshowErrorDetails = "full"\n[browser]\ngatherUsageStats = true\n',
        encoding="utf-8",
    )
    return folder


@pytest.fixture
def command_line(environment: Path, elsewhere: Path) -> Callable[..., str]:
    """Runs the installed command line in that folder; gives what it printed."""
    return lambda *arguments: run(environment / "designer", *arguments, cwd=elsewhere)


def all_but_sources(folder: str, names: list[str]) -> set[str]:
    return set(names) - SOURCES if Path(folder) == ROOT else MADE.intersection(names)


def pip(*arguments: object) -> None:
    run(sys.executable, "-m", "pip", "--no-input", "--disable-pip-version-check", *offline(arguments))


def offline(arguments: tuple[object, ...]) -> list[object]:
    command = next(index for index, word in enumerate(arguments) if word in ("wheel", "install"))
    return [*arguments[: command + 1], "--quiet", "--no-deps", "--no-index", *arguments[command + 1 :]]


def run(*command: object, cwd: Path | None = None) -> str:
    clean = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run([*map(str, command)], cwd=cwd, env=clean, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
