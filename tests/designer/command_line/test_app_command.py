"""`designer app` starts the designer, from any folder."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

DESIGNER = Path(sys.executable).with_name("designer")


def _free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return str(taken.getsockname()[1])


def _answers(url):
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310 - our own server
            return answer.status == 200
    except (urllib.error.URLError, ConnectionError):
        return False


def test_it_serves_the_page(folder):
    port = _free_port()
    environment = {
        **os.environ,
        "STREAMLIT_SERVER_PORT": port,
        "STREAMLIT_SERVER_HEADLESS": "true",
        "DESIGNER_DATABASE": f"sqlite:///{folder / 'library.db'}",
    }
    with subprocess.Popen([DESIGNER, "app"], env=environment, stdout=subprocess.DEVNULL) as server:
        try:
            until = time.monotonic() + 60
            while not _answers(f"http://localhost:{port}/_stcore/health"):
                assert server.poll() is None and time.monotonic() < until
                time.sleep(0.1)
        finally:
            server.terminate()
