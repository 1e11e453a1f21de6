"""Exporting again: what an export wrote is replaced, what a person wrote is not."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from exporters import Artifact, OtherWorkflow, PathRefused, WouldOverwrite, write_export
from exporters.manifest import RECORD


def export_of(text: str, *paths: str) -> list[Artifact]:
    return [Artifact(path, "text/plain", text.encode()) for path in paths or ("README.md", "a/b.yml")]


def kept(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in folder.rglob("*")
        if path.is_file() and path.name != RECORD
    }


def test_an_export_is_replaced_by_the_next(tmp_path: Path) -> None:
    write_export(export_of("one"), tmp_path, "checkout")
    written = write_export(export_of("two"), tmp_path, "checkout")
    assert kept(tmp_path) == {"README.md": "two", "a/b.yml": "two"}
    assert {path.relative_to(tmp_path).as_posix() for path in written} == {"README.md", "a/b.yml", RECORD}


def test_a_file_that_was_changed_is_kept_and_so_are_all(tmp_path: Path) -> None:
    write_export(export_of("one"), tmp_path, "checkout")
    (tmp_path / "README.md").write_text("mine")
    with pytest.raises(WouldOverwrite) as refused:
        write_export(export_of("two"), tmp_path, "checkout")
    assert refused.value.paths == ("README.md",)
    assert kept(tmp_path) == {"README.md": "mine", "a/b.yml": "one"}


def test_a_file_that_no_export_wrote_is_kept(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine")
    with pytest.raises(WouldOverwrite):
        write_export(export_of("one"), tmp_path, "checkout")
    assert kept(tmp_path) == {"README.md": "mine"}
    assert not (tmp_path / RECORD).exists()


def test_force_overwrites_and_the_file_is_the_exports_from_then_on(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine")
    write_export(export_of("one"), tmp_path, "checkout", force=True)
    write_export(export_of("two"), tmp_path, "checkout")
    assert kept(tmp_path)["README.md"] == "two"


def test_a_file_that_is_the_same_already_stands_in_no_ones_way(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("one")
    write_export(export_of("one", "README.md"), tmp_path, "checkout")
    assert kept(tmp_path) == {"README.md": "one"}


def test_several_exports_share_a_folder(tmp_path: Path) -> None:
    write_export(export_of("one", "a.asl.json"), tmp_path, "checkout")
    write_export(export_of("one", "b.asl.json"), tmp_path, "checkout")
    write_export(export_of("two", "a.asl.json"), tmp_path, "checkout")
    assert kept(tmp_path) == {"a.asl.json": "two", "b.asl.json": "one"}


@pytest.mark.parametrize("record", ["", "[]", '{"README.md": 1}', "{" * 100_000, "[" * 100_000, "\ud800"])
def test_a_record_that_cannot_be_read_remembers_nothing(record: str, tmp_path: Path) -> None:
    write_export(export_of("one"), tmp_path, "checkout")
    (tmp_path / RECORD).write_bytes(record.encode(errors="surrogatepass"))
    with pytest.raises(WouldOverwrite):
        write_export(export_of("two"), tmp_path, "checkout")


def test_nothing_is_read_outside_of_the_folder_or_from_what_is_no_file(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(PathRefused):
        write_export(export_of("one", "../pipe"), folder, "checkout")
    os.mkfifo(folder / "README.md")
    write_export(export_of("one", "README.md"), folder, "checkout")
    assert (folder / "README.md").read_text() == "one"


def test_an_export_of_another_workflow_is_spared(tmp_path: Path) -> None:
    write_export(export_of("one"), tmp_path, "返金")
    with pytest.raises(OtherWorkflow) as refused:
        write_export(export_of("two"), tmp_path, "返品")
    assert (refused.value.name, refused.value.paths) == ("返金", ("README.md", "a/b.yml"))
    assert kept(tmp_path) == {"README.md": "one", "a/b.yml": "one"}
    write_export(export_of("two"), tmp_path, "返品", force=True)
    assert kept(tmp_path) == {"README.md": "two", "a/b.yml": "two"}


def test_two_workflows_share_a_folder_where_their_files_differ(tmp_path: Path) -> None:
    write_export(export_of("one", "返金.svg"), tmp_path, "返金")
    write_export(export_of("two", "返品.svg"), tmp_path, "返品")
    assert kept(tmp_path) == {"返金.svg": "one", "返品.svg": "two"}


def test_a_record_without_workflows_still_spares_what_a_person_changed(tmp_path: Path) -> None:
    write_export(export_of("one", "README.md"), tmp_path, "返金")
    record = json.loads((tmp_path / RECORD).read_text())
    (tmp_path / RECORD).write_text(json.dumps({path: entry["sha256"] for path, entry in record.items()}))
    write_export(export_of("two", "README.md"), tmp_path, "返品")
    (tmp_path / "README.md").write_text("mine")
    with pytest.raises(WouldOverwrite):
        write_export(export_of("three", "README.md"), tmp_path, "返品")
