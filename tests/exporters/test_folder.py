"""Writing an export: nothing leaves the folder, and nothing is half-written."""

from __future__ import annotations

from pathlib import Path
from resource import RLIMIT_FSIZE, getrlimit, setrlimit

import pytest

from exporters import Artifact, PathRefused, write


def artifact(path: str, data: bytes = b"new") -> Artifact:
    return Artifact(path, "text/plain", data)


def test_files_and_folders_are_made(tmp_path: Path) -> None:
    written = write([artifact("a/b.txt"), artifact("在庫.yml")], tmp_path / "made" / "now")
    assert [path.relative_to(tmp_path).as_posix() for path in written] == [
        "made/now/a/b.txt",
        "made/now/在庫.yml",
    ]
    assert all(path.read_bytes() == b"new" for path in written)


@pytest.mark.parametrize(
    "path",
    [
        *("", ".", "..", "../x", "a/../../x", "a/../x", "/etc/x", "//x", "./../x"),
        *("C:x", "C:/x", "c:\\x", "..\\x", "a\\..\\x", "\\\\host\\x", "x\x00y", "a\nb"),
        *("con", "NUL.txt", "a/aux", "name.", "name ", "x" * 300, "a:b", "what?", "a*b", "a|b", "<x>"),
    ],
)
def test_a_path_that_leaves_or_is_no_file_name_everywhere_is_refused(path: str, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    with pytest.raises(PathRefused):
        write([artifact("first.txt"), artifact(path)], folder)
    assert list(folder.iterdir()) == []
    assert sorted(tmp_path.iterdir()) == [folder]


def test_a_symbolic_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "folder"
    outside.mkdir()
    folder.mkdir()
    (folder / "link").symlink_to(outside)
    with pytest.raises(PathRefused):
        write([artifact("link/x.txt")], folder)
    assert list(outside.iterdir()) == []


def test_a_symbolic_link_in_place_of_a_file_is_replaced_and_not_followed(tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside.txt", tmp_path / "folder"
    outside.write_bytes(b"old")
    folder.mkdir()
    (folder / "x.txt").symlink_to(outside)
    write([artifact("x.txt")], folder)
    assert outside.read_bytes() == b"old"
    assert (folder / "x.txt").read_bytes() == b"new"


def test_a_folder_where_a_file_is_to_stand_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_bytes(b"old")
    (tmp_path / "taken").mkdir()
    with pytest.raises(PathRefused):
        write([artifact("kept.txt"), artifact("taken")], tmp_path)
    assert (tmp_path / "kept.txt").read_bytes() == b"old"


def test_a_file_where_a_folder_is_to_stand_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_bytes(b"old")
    (tmp_path / "taken").write_bytes(b"old")
    with pytest.raises(OSError):
        write([artifact("kept.txt"), artifact("taken/x.txt")], tmp_path)
    assert (tmp_path / "kept.txt").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kept.txt", "taken"]


def test_a_disk_that_takes_no_more_leaves_everything_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_bytes(b"old")
    soft, hard = getrlimit(RLIMIT_FSIZE)
    setrlimit(RLIMIT_FSIZE, (10, hard))
    try:
        with pytest.raises(OSError):
            write([artifact("kept.txt"), artifact("large.txt", b"x" * 100)], tmp_path)
    finally:
        setrlimit(RLIMIT_FSIZE, (soft, hard))
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]
    assert (tmp_path / "kept.txt").read_bytes() == b"old"
