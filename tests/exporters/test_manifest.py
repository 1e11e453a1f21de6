"""Exporting again: what an export wrote is replaced, what a person wrote is not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from exporters import Artifact, PathRefused, WouldOverwrite, write_export
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
    write_export(export_of("one"), tmp_path)
    written = write_export(export_of("two"), tmp_path)
    assert kept(tmp_path) == {"README.md": "two", "a/b.yml": "two"}
    assert {path.relative_to(tmp_path).as_posix() for path in written} == {"README.md", "a/b.yml", RECORD}


def test_a_file_that_was_changed_is_kept_and_so_are_all(tmp_path: Path) -> None:
    write_export(export_of("one"), tmp_path)
    (tmp_path / "README.md").write_text("mine")
    with pytest.raises(WouldOverwrite) as refused:
        write_export(export_of("two"), tmp_path)
    assert refused.value.paths == ("README.md",)
    assert kept(tmp_path) == {"README.md": "mine", "a/b.yml": "one"}


def test_a_file_that_no_export_wrote_is_kept(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine")
    with pytest.raises(WouldOverwrite):
        write_export(export_of("one"), tmp_path)
    assert kept(tmp_path) == {"README.md": "mine"}
    assert not (tmp_path / RECORD).exists()


def test_force_overwrites_and_the_file_is_the_exports_from_then_on(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine")
    write_export(export_of("one"), tmp_path, force=True)
    write_export(export_of("two"), tmp_path)
    assert kept(tmp_path)["README.md"] == "two"


def test_a_file_that_is_the_same_already_stands_in_no_ones_way(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("one")
    write_export(export_of("one", "README.md"), tmp_path)
    assert kept(tmp_path) == {"README.md": "one"}


def test_several_exports_share_a_folder(tmp_path: Path) -> None:
    write_export(export_of("one", "a.asl.json"), tmp_path)
    write_export(export_of("one", "b.asl.json"), tmp_path)
    write_export(export_of("two", "a.asl.json"), tmp_path)
    assert kept(tmp_path) == {"a.asl.json": "two", "b.asl.json": "one"}


@pytest.mark.parametrize("record", ["", "[]", '{"README.md": 1}', "{" * 100_000, "[" * 100_000, "\ud800"])
def test_a_record_that_cannot_be_read_remembers_nothing(record: str, tmp_path: Path) -> None:
    write_export(export_of("one"), tmp_path)
    (tmp_path / RECORD).write_bytes(record.encode(errors="surrogatepass"))
    with pytest.raises(WouldOverwrite):
        write_export(export_of("two"), tmp_path)


def test_nothing_is_read_outside_of_the_folder_or_from_what_is_no_file(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(PathRefused):
        write_export(export_of("one", "../pipe"), folder)
    os.mkfifo(folder / "README.md")
    write_export(export_of("one", "README.md"), folder)
    assert (folder / "README.md").read_text() == "one"
