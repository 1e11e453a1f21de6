"""Streamlit servers for a browser to visit."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
SETTINGS = ROOT / "designer"
"""The folder that has `.streamlit/config.toml`: Streamlit reads it in the folder where it is started."""

APP = SETTINGS / "app.py"
START_SECONDS = 60


@dataclass(frozen=True)
class Server:
    """A running server: its address and its process."""

    url: str
    process: subprocess.Popen[bytes]


@contextmanager
def served(app: Path, **environment: str) -> Iterator[Server]:
    """A Streamlit server that runs `app` in the project's folder, with the designer's settings."""
    settings = {"PYTHONPATH": str(ROOT), **environment}
    with listening([sys.executable, "-m", "streamlit", "run", app], SETTINGS, **settings) as server:
        yield server


@contextmanager
def listening(command: Sequence[str | Path], folder: Path, **environment: str) -> Iterator[Server]:
    """A server that `command` starts in `folder`, on a port of its own."""
    port = _free_port()
    settings = {**os.environ, **environment, "STREAMLIT_SERVER_PORT": str(port)}
    with subprocess.Popen(command, cwd=folder, env=settings, stdout=subprocess.DEVNULL) as process:
        try:
            url = f"http://localhost:{port}"
            _wait_for(url, process)
            yield Server(url, process)
        finally:
            process.terminate()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return int(probe.getsockname()[1])


def _wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=5):  # noqa: S310 - our own server
                return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError("the Streamlit server did not start")
