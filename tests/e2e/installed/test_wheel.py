"""A wheel, built from the sources as they are given away, is the whole product in any folder."""

from __future__ import annotations

import sys
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect
from serving import APP, listening
from sketchboard import SketchBoard
from tooling import needs_chromium

from designer.library.samples import samples

ROOT = Path(__file__).parents[3]
PACKAGES = ("designer", "exporters", "player", "schemas")
START = 120_000
ONLY_TO_BUILD = ("designer/frontend/",)


def data_files() -> set[str]:
    """Every file of the packages that is no code and not only there to build the frontend."""
    found = set()
    for package in PACKAGES:
        for path in (ROOT / package).rglob("*"):
            name = path.relative_to(ROOT).as_posix()
            built = name.startswith("designer/frontend/dist/")
            if path.is_file() and "__pycache__" not in name and (built or not name.startswith(ONLY_TO_BUILD)):
                found.add(name)
    return found


def test_the_wheel_has_every_file_of_the_packages(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert data_files() - names == set()
    assert {name.split("/")[0].split("-")[0] for name in names} == set(PACKAGES)


def test_the_sources_have_what_the_wheel_has(sdist: Path, wheel: Path) -> None:
    with tarfile.open(sdist) as sources, zipfile.ZipFile(wheel) as archive:
        given = {name.partition("/")[2] for name in sources.getnames()}
        assert {name for name in archive.namelist() if ".dist-info/" not in name} - given == set()


def test_the_installed_command_line_works_in_any_folder(
    command_line: Callable[..., str], elsewhere: Path
) -> None:
    command_line("new", "checkout", "--from", "checkout")
    command_line("export", "--to", "serverless", "checkout.asl.yaml", "-o", "out")
    assert (elsewhere / "out" / "serverless.yml").is_file()


@pytest.fixture(scope="module")
def server(environment: Path, elsewhere: Path) -> Iterator[str]:
    """The address of the installed designer, started in that folder."""
    options = {"DESIGNER_DATABASE": "sqlite:///library.db", "PYTHONPATH": "", "HOME": str(elsewhere)}
    with listening([environment / "designer", "app"], elsewhere, **options) as server:
        yield server.url


@pytest.mark.browser
@needs_chromium
def test_the_installed_designer_is_whole_in_any_folder(page: Page, server: str) -> None:
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{server}/?lang=en", timeout=START)
    page.locator(".st-key-begin-samples button").click()
    gallery = page.get_by_role("dialog")
    expect(gallery.get_by_role("img")).to_have_count(len(samples()))
    gallery.get_by_role("button", name="Open a copy").first.click()
    expect(page.locator("[data-state]").first).to_be_visible()
    assert page.locator(".st-key-topbar").evaluate("bar => bar.getBoundingClientRect().height") == 52
    accent = page.locator(".st-key-open-export button").evaluate("it => getComputedStyle(it).backgroundColor")
    assert accent in ("rgb(27, 89, 184)", "rgb(110, 168, 254)")
    expect(page.locator(".st-key-notices")).to_have_count(0)
    page.locator(".st-key-open-workflows button").click()
    page.get_by_role("dialog").get_by_role("tab", name="Open a file").click()
    expect(page.get_by_test_id("stFileUploaderDropzone")).to_contain_text("8MB")
    page.keyboard.press("Escape")
    page.locator(".st-key-topbar").get_by_text("Sketch", exact=True).click()
    SketchBoard(page).ready()
    assert {urlsplit(url).hostname for url in asked if url.startswith("http")} == {"localhost"}


@pytest.mark.browser
@needs_chromium
def test_a_page_of_another_origin_cannot_frame_it(page: Page, server: str) -> None:
    page.route("http://elsewhere.test/", lambda route: route.fulfill(body=f"<iframe src={server}>"))
    page.goto("http://elsewhere.test/")
    page.wait_for_function("frames[0] && frames[0].length === 0")
    expect(page.locator("iframe")).to_have_count(1)
    assert not page.frames[1].url.startswith(server)


def test_it_listens_on_this_machine_alone_and_answers_to_its_names_alone(server: str) -> None:
    port = urlsplit(server).port
    for host in (f"localhost:{port}", f"127.0.0.1:{port}"):
        assert answer(port, host) == 200
    for host in ("rebound.example", f"127.0.0.1.nip.example:{port}", "localhost.example"):
        assert answer(port, host) == 421
    with pytest.raises(ConnectionRefusedError):
        HTTPConnection("127.0.0.2", port, timeout=5).connect()


def test_streamlit_run_reads_the_same_settings_in_any_folder(elsewhere: Path) -> None:
    options = {"DESIGNER_DATABASE": "sqlite:///library.db", "PYTHONPATH": str(ROOT), "HOME": str(elsewhere)}
    with listening([sys.executable, "-m", "streamlit", "run", APP], elsewhere, **options) as server:
        port = urlsplit(server.url).port
        assert (answer(port, f"localhost:{port}"), answer(port, "rebound.example")) == (200, 421)
        with pytest.raises(ConnectionRefusedError):
            HTTPConnection("127.0.0.2", port, timeout=5).connect()


def answer(port: int | None, host: str) -> int:
    """The status with which the server answers to that name."""
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", "/", headers={"Host": host})
    status = connection.getresponse().status
    connection.close()
    return status
