"""Beginning, opening, saving, finding, deleting and restoring workflows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from board import Board
from budget import deep_only
from playwright.sync_api import Page, expect
from shelving import kept, shelve
from tooling import needs_chromium

from designer.library.store import Library, connect

pytestmark = [pytest.mark.browser, needs_chromium]

JSON = json.dumps({"StartAt": "A", "States": {"A": {"Type": "Pass", "End": True}}})
YAML = "# 在庫の引き当て\nStartAt: 引き当て\nStates:\n  引き当て:\n    Type: Succeed\n"


@pytest.fixture
def board(page: Page, designer: str, database: str) -> Board:
    return Board(page).open(f"{designer}/?workflow={shelve(database, JSON)}&lang=en")


def dialog(board: Board, tab: str):
    board.page.locator(".st-key-open-workflows button").click()
    board.page.get_by_role("tab", name=tab).click()
    return board.page.get_by_role("dialog")


def opened(page: Page) -> str:
    return page.url.split("workflow=")[1].split("&")[0]


def test_a_new_workflow_is_empty_and_has_its_own_address(board: Board, database: str) -> None:
    before = opened(board.page)
    dialog(board, "Library").get_by_role("button", name="New workflow").click()
    expect(board.page.locator(".st-key-greeting")).to_be_visible()
    assert opened(board.page) != before
    assert kept(database, before) == JSON


def test_pasted_yaml_is_opened_as_it_is_written(board: Board, database: str) -> None:
    here = dialog(board, "Paste")
    here.get_by_label("Name").fill("引き当て")
    here.get_by_label("Definition").fill(YAML)
    here.get_by_role("button", name="Open").click()
    expect(board.state("引き当て")).to_be_visible()
    assert kept(database, opened(board.page)) == YAML


def test_a_pasted_flowchart_is_opened_as_a_sketch_and_says_what_was_left_out(board: Board) -> None:
    here = dialog(board, "Paste")
    here.get_by_label("Definition or diagram").fill("graph TD\n  A[Pasted] --> B\n  B ->> C\n")
    here.get_by_role("button", name="Open").click()
    expect(board.page.get_by_role("radio", name="Sketch")).to_be_checked()
    board.page.get_by_text("Not everything was taken over (1)").click()
    expect(board.page.get_by_text("Line 3, column")).to_be_visible()


@deep_only
def test_pasted_text_that_cannot_be_read_is_held(board: Board, database: str) -> None:
    here = dialog(board, "Paste")
    here.get_by_label("Definition").fill('{"StartAt": ')
    here.get_by_role("button", name="Open").click()
    expect(board.page.get_by_role("dialog")).to_have_count(0)
    expect(board.page.locator(".st-key-drawer-body .cm-content")).to_have_text('{"StartAt": ')
    assert kept(database, opened(board.page)) == '{"StartAt": '


def test_a_file_and_its_sidecar_are_opened_together(board: Board, database: str) -> None:
    here = dialog(board, "Open a file")
    here.locator("input[type=file]").set_input_files(
        [
            {"name": "返品.asl.yaml", "mimeType": "text/plain", "buffer": YAML.encode()},
            {
                "name": "返品.design.json",
                "mimeType": "text/plain",
                "buffer": b'{"version": 1, "owner": "CS"}',
            },
        ]
    )
    here.get_by_role("button", name="Open", exact=True).click()
    board.page.locator('input[aria-label="Workflow name"][value="返品"]').wait_for()
    record = Library(connect(database)).read(opened(board.page))
    assert (record.asl, record.format, record.design) == (YAML, "yaml", '{"version": 1, "owner": "CS"}')


def test_a_file_that_is_no_text_is_refused_in_words(board: Board) -> None:
    here = dialog(board, "Open a file")
    here.locator("input[type=file]").set_input_files(
        [{"name": "picture.json", "mimeType": "image/png", "buffer": b"\x89PNG\xff\xfe"}]
    )
    here.get_by_role("button", name="Open", exact=True).click()
    expect(here.get_by_text("UTF-8")).to_be_visible()


@deep_only
def test_saved_files_are_the_kept_bytes(board: Board, database: str) -> None:
    here = dialog(board, "Save as files")
    with board.page.expect_download() as download:
        here.get_by_role("button", name="Order.asl.json").click()
    assert Path(download.value.path()).read_text("utf-8") == kept(database, opened(board.page))


def menu(here, id: str):
    here.locator(".st-key-shelf-" + id).get_by_test_id("stPopoverButton").first.click()


def test_a_deleted_workflow_goes_into_the_trash_and_comes_back(board: Board, database: str) -> None:
    gone = opened(board.page)
    here = dialog(board, "Library")
    menu(here, gone)
    board.page.locator(f".st-key-delete-{gone} button").click()
    expect(here).to_have_count(0)
    board.page.wait_for_url(lambda url: gone not in url)
    assert gone not in [entry.id for entry in Library(connect(database)).entries()]
    here = dialog(board, "Trash")
    here.locator(f".st-key-restore-{gone} button").click()
    expect(here.locator(f".st-key-trash-{gone}")).to_have_count(0)
    assert kept(database, gone) == JSON


def test_a_workflow_is_found_sorted_renamed_and_duplicated(board: Board, database: str) -> None:
    broken = shelve(database, JSON.replace('"End": true', '"Next": "Gone"'), name="ＺＥＢＲＡ 返品")
    empty = shelve(database, '{"StartAt": "", "States": {}}', name="zebra, new")
    here = dialog(board, "Library")
    here.get_by_placeholder("Find a workflow").fill("zebra")
    rows = here.locator('.st-key-shelf [class*="st-key-shelf-"]')
    expect(rows).to_have_count(2)
    expect(here.get_by_text("Workflows: 2 of")).to_be_visible()
    expect(rows.filter(has_text="empty")).to_contain_text("zebra, new")
    menu(here, empty)
    board.page.get_by_label("Rename", exact=True).fill("zebra, renamed")
    board.page.get_by_label("Rename", exact=True).press("Enter")
    expect(rows.filter(has_text="zebra, renamed")).to_be_visible()
    menu(here, broken)
    board.page.locator(f".st-key-copy-{broken} button").click()
    expect(rows).to_have_count(3)
    expect(rows.filter(has_text="(copy)")).to_be_visible()
    assert kept(database, broken) in [kept(database, id) for id in ids(database) if id != broken]


def ids(database: str) -> list[str]:
    return [entry.id for entry in Library(connect(database)).entries()]


def test_an_earlier_version_is_looked_at_named_and_restored(board: Board, database: str) -> None:
    board.select("A")
    board.click_new("Wait")
    board.type_name("After")
    board.settle()
    here = dialog(board, "History")
    here.locator(".st-key-version-0").get_by_test_id("stPopoverButton").first.click()
    board.page.get_by_test_id("stPopoverBody").get_by_label("Name").fill("Before")
    board.page.locator(".st-key-keep-name-0 button").click()
    expect(here.locator(".st-key-version-0")).to_contain_text("Before")
    here.locator(".st-key-look-0 button").click()
    expect(here.get_by_role("img", name="Picture")).to_be_visible()
    here.get_by_role("button", name="Restore this version").click()
    expect(board.state("After")).to_have_count(0)
    assert kept(database, opened(board.page)) == JSON
    board.page.locator('[data-tool="undo"]').click()
    expect(board.state("After")).to_be_visible()


def test_an_empty_workflow_is_empty_everywhere(page: Page, designer: str, database: str) -> None:
    id = shelve(database, '{"Comment": "soon", "StartAt": "", "States": {}}')
    board = Board(page).open(f"{designer}/?workflow={id}&lang=en")
    expect(page.locator(".st-key-greeting")).to_be_visible()
    expect(page.get_by_role("button", name="error icon 0 warning icon 0")).to_be_visible()
    page.locator(".st-key-open-export button").click()
    expect(page.get_by_role("dialog")).to_contain_text("no states yet")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    here = dialog(board, "Library")
    expect(here.locator(f".st-key-shelf-{id}")).to_contain_text("empty")


def test_export_refuses_errors_by_name_unless_forced(page: Page, designer: str, database: str) -> None:
    broken = JSON.replace('"End": true', '"Next": "Gone"')
    Board(page).open(f"{designer}/?workflow={shelve(database, broken)}&lang=en")
    page.locator(".st-key-open-export button").click()
    here = page.get_by_role("dialog")
    here.get_by_role("combobox", name="Format").click()
    page.get_by_role("option", name="ASL (JSON)").click()
    expect(here.get_by_text("Not exported")).to_be_visible()
    expect(here.get_by_text("Gone").first).to_be_visible()
    here.get_by_text("Export despite errors").click()
    with page.expect_download() as download:
        here.get_by_role("button", name="Download").click()
    assert Path(download.value.path()).read_text("utf-8") == broken
