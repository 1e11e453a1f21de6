"""The export dialog: what each format gives is seen before; pictures are copied, and open again."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from accessibility import grave
from board import Board
from budget import deep_only
from playwright.sync_api import Locator, Page, expect
from shelving import shelve
from tooling import needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

FLOW = '{"StartAt": "<b>受付</b>", "States": {"<b>受付</b>": {"Type": "Pass", "End": true}}}\n'
READ_CLIPBOARD = """async () => {
  const [item] = await navigator.clipboard.read();
  const picture = await createImageBitmap(await item.getType("image/png"));
  return [item.types, picture.width > 100, picture.height > 100];
}"""


@pytest.fixture
def dialog(page: Page, designer: str, database: str) -> Locator:
    Board(page).open(f"{designer}/?workflow={shelve(database, FLOW)}&lang=en")
    page.locator(".st-key-open-export button").click()
    return page.get_by_role("dialog")


def choose(dialog: Locator, control: str, option: str) -> None:
    dialog.locator(f".st-key-export-{control}").get_by_role("combobox").click()
    dialog.page.get_by_role("option", name=option, exact=True).click()


def test_a_setting_of_the_deployment_is_seen_in_the_file_at_once(dialog: Locator):
    dialog.get_by_role("button", name="Deployment settings").click()
    dialog.get_by_role("combobox", name="Type").click()
    dialog.page.get_by_role("option", name="EXPRESS").click()
    expect(dialog.locator(".st-key-export-preview code")).to_contain_text("type: EXPRESS")
    event = dialog.get_by_role("textbox", name="Add an event")
    event.fill("order")
    event.press("Enter")
    expect(dialog.locator(".st-key-export-preview code")).to_contain_text("RouteKey: POST /order")
    stage = dialog.get_by_role("textbox", name="Add a stage")
    stage.fill("prod")
    stage.press("Enter")
    expect(dialog.get_by_role("textbox", name="Stage", exact=True)).to_have_value("prod")
    region = dialog.get_by_role("textbox", name="Region")
    region.fill("Tokyo")
    region.press("Enter")
    expect(dialog.get_by_text("“Tokyo”")).to_be_visible()
    expect(region, "the field that was typed into gives way to the one drawn anew").to_have_count(1)
    expect(region).to_have_value("Tokyo")


@deep_only
def test_of_several_files_each_is_seen_as_code_and_taken_alone(dialog: Locator):
    choose(dialog, "format", "Serverless Framework")
    expect(dialog.locator(".st-key-export-preview code")).to_contain_text("<b>受付</b>")
    choose(dialog, "file-serverless", "package.json")
    expect(dialog.locator(".st-key-export-preview code")).to_contain_text("devDependencies")
    with dialog.page.expect_download() as download:
        dialog.get_by_role("button", name="Download this file").click()
    assert download.value.suggested_filename == "package.json"
    assert json.loads(Path(download.value.path()).read_text("utf-8"))["private"] is True


def test_a_picture_is_seen_as_a_picture(dialog: Locator):
    picture = dialog.locator(".st-key-export-preview img")
    for format, other in (("Picture (SVG)", "Dark"), ("Picture (PNG)", "Light")):
        choose(dialog, "format", format)
        expect(picture).to_have_attribute("src", re.compile(format[-4:-1].lower()))
        before = picture.get_attribute("src")
        choose(dialog, "theme", other)
        expect(picture).not_to_have_attribute("src", before or "")
        assert picture.evaluate("image => image.decode().then(() => image.naturalWidth > 100)")
    assert grave(dialog.page) == []


def test_a_runbook_is_seen_as_a_page_that_cannot_reach_the_designer(dialog: Locator):
    choose(dialog, "format", "Runbook")
    page = dialog.frame_locator("iframe[title='The document']")
    expect(page.locator("h1")).to_contain_text("Runbook: ")
    assert page.locator("h1").evaluate("() => window.origin") == "null"


def test_a_picture_is_copied(dialog: Locator):
    dialog.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    choose(dialog, "format", "Picture (PNG)")
    dialog.get_by_role("button", name="Copy picture").click()
    expect(dialog.get_by_role("button", name="Copied")).to_be_visible()
    assert dialog.page.evaluate(READ_CLIPBOARD) == [["image/png"], True, True]


def test_where_copying_is_not_allowed_it_says_what_to_do(dialog: Locator):
    dialog.page.evaluate("() => { navigator.clipboard.write = () => Promise.reject(new Error('no')); }")
    choose(dialog, "format", "Picture (PNG)")
    dialog.get_by_role("button", name="Copy picture").click()
    expect(dialog.get_by_role("button", name="does not allow copying")).to_be_visible()


def test_a_picture_that_was_taken_opens_as_its_workflow(dialog: Locator, tmp_path: Path):
    page = dialog.page
    choose(dialog, "format", "Picture (PNG)")
    with page.expect_download() as download:
        dialog.locator(".st-key-download-png button").click()
    picture = tmp_path / download.value.suggested_filename
    download.value.save_as(picture)
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    before = page.url
    page.locator(".st-key-open-workflows button").click()
    page.get_by_role("tab", name="Open a file").click()
    page.get_by_role("dialog").locator("input[type=file]").set_input_files(picture)
    page.locator(".st-key-open-files button:enabled").click()
    page.wait_for_url(lambda url: url != before)
    opened = parse_qs(urlsplit(page.url).query)["workflow"][0]
    expect(page.locator(f'.st-key-canvas-{opened} [data-state="<b>受付</b>"]')).to_be_visible()


def test_a_flow_too_tall_to_be_read_is_told_with_what_to_do(page: Page, designer: str, database: str):
    names = [f"S{index}" for index in range(140)]
    ways = [*({"Next": after} for after in names[1:]), {"End": True}]
    states = {name: {"Type": "Pass", **way} for name, way in zip(names, ways, strict=True)}
    id = shelve(database, json.dumps({"StartAt": "S0", "States": states}))
    Board(page).open(f"{designer}/?workflow={id}&lang=en")
    page.locator(".st-key-open-export button").click()
    dialog = page.get_by_role("dialog")
    choose(dialog, "format", "Picture (PNG)")
    expect(dialog.get_by_text("it is drawn in")).to_be_visible()
    choose(dialog, "layout", "As on the canvas")
    expect(dialog.get_by_text("too small to be read")).to_be_visible()


def test_an_export_is_merged_into_a_folder_after_its_diff_was_seen(dialog: Locator, tmp_path: Path):
    host = "service: shop # ours\nprovider: {name: aws}\n"
    (tmp_path / "serverless.yml").write_text(host)
    dialog.get_by_text("Into a folder…").click()
    field = dialog.get_by_label("Folder of the repository")
    field.fill(str(tmp_path))
    field.press("Enter")
    expect(dialog.get_by_text("+++ b/serverless.yml")).to_be_visible()
    assert (tmp_path / "serverless.yml").read_text() == host
    assert grave(dialog.page) == []
    dialog.get_by_role("button", name="Write into the folder").click()
    expect(dialog.get_by_text("Written: serverless.yml")).to_be_visible()
    assert (tmp_path / "serverless.yml").read_text().startswith(host)
