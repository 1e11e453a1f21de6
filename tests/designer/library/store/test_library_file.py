"""The file of an SQLite library: one that vanishes, is replaced or is another program's, and its readers."""

import os
import shutil
import sqlite3

import pytest
from sqlite_library import FIRST_LANDING, flow, mode, rows, trouble, write

from designer.library.store import Library, Unavailable, connect, database_url
from designer.library.store.session import Session


@pytest.fixture
def library(file):
    return Library(connect(f"sqlite:///{file}"))


def test_a_deleted_file_is_not_written_and_not_made_anew_until_it_is_back(library, file, tmp_path):
    record = library.read(library.add(flow()))
    library.engine.dispose()
    file.rename(tmp_path / "aside")
    assert trouble(write, library, record, "{1}") == "missing"
    assert trouble(library.entries) == "missing"
    assert not file.exists()
    (tmp_path / "aside").rename(file)
    assert write(library, record, "{1}").asl == "{1}"
    assert library.read(record.id).asl == "{1}"


def test_a_file_deleted_while_it_is_written_counts_as_not_saved(library, file):
    record = library.read(library.add(flow()))
    with pytest.raises(Unavailable) as raised, Session(library.engine) as session:
        session.connection().exec_driver_sql("UPDATE workflow SET name = '返品'")
        file.unlink()
        session.commit()
    assert raised.value.trouble == "missing"
    assert trouble(library.read, record.id) == "missing"


def test_a_replaced_file_is_the_library_from_then_on_and_unharmed(library, file, tmp_path):
    library.add(flow("old"))
    other = Library(connect(f"sqlite:///{tmp_path / 'other.db'}"))
    other.add(flow("new"))
    other.engine.dispose()
    (tmp_path / "other.db").rename(file)
    assert [entry.name for entry in library.entries()] == ["new"]
    assert (file.parent / "library.db-wal.left").exists()
    library.add(flow("newer"))
    library.engine.dispose()
    assert rows(file) == ["new", "newer"]


def test_a_file_that_is_replaced_by_an_older_one_is_migrated(library, file, tmp_path):
    library.add(flow())
    old = sqlite3.connect(tmp_path / "old.db")
    old.executescript(FIRST_LANDING.read_text(encoding="utf-8"))
    old.close()
    (tmp_path / "old.db").rename(file)
    assert library.read("orders").asl == '{"Comment": "x", "StartAt": "在庫"}\n'


def other_program(path):
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE invoice (id INTEGER)")
    connection.commit()
    connection.close()


def text_file(path):
    path.write_text("Dear diary, " * 1000, encoding="utf-8")


def half_a_library(path):
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE workflow (id INTEGER)")
    connection.commit()
    connection.close()


@pytest.mark.parametrize("make", [other_program, text_file, half_a_library])
def test_a_file_that_is_not_ours_is_not_touched(make, tmp_path):
    path = tmp_path / "theirs.db"
    make(path)
    path.chmod(0o644)
    before = path.read_bytes(), path.stat().st_mtime_ns, sorted(tmp_path.iterdir())
    assert trouble(connect, f"sqlite:///{path}") == "foreign"
    assert (path.read_bytes(), path.stat().st_mtime_ns, sorted(tmp_path.iterdir())) == before
    assert mode(path) == 0o644


@pytest.mark.parametrize("make", [other_program, text_file])
def test_a_file_that_is_replaced_by_another_programs_is_not_touched(make, library, file, tmp_path):
    record = library.read(library.add(flow()))
    library.engine.dispose()
    make(tmp_path / "theirs")
    (tmp_path / "theirs").rename(file)
    before = file.read_bytes()
    assert trouble(write, library, record, "{1}") == "foreign"
    assert file.read_bytes() == before


def test_a_file_that_comes_back_after_another_programs_was_there_has_lost_nothing(library, file, tmp_path):
    """The log beside the file, with its last changes, is used by another process all the while."""
    record = library.read(library.add(flow()))
    other = Library(connect(f"sqlite:///{file}"))
    assert other.read(record.id) == record
    record = write(library, record, "{1}")
    file.rename(tmp_path / "aside")
    other_program(file)
    assert trouble(library.read, record.id) == "foreign"
    file.unlink()
    (tmp_path / "aside").rename(file)
    assert library.read(record.id) == record
    record = write(library, record, "{2}")
    assert other.read(record.id) == record
    other.engine.dispose()
    library.engine.dispose()
    assert rows(file) == ["注文"]


def test_a_copy_of_the_file_alone_has_every_change(library, file, tmp_path):
    record = library.read(library.add(flow()))
    write(library, record, "{1}")
    shutil.copy(file, tmp_path / "copy.db")
    assert Library(connect(f"sqlite:///{tmp_path / 'copy.db'}")).read(record.id).asl == "{1}"


def test_a_folder_or_a_pipe_is_not_ours(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert trouble(connect, f"sqlite:///{tmp_path}") == "foreign"
    assert trouble(connect, f"sqlite:///{tmp_path / 'pipe'}") == "foreign"


def test_only_the_owner_can_read_the_library(library, file):
    library.add(flow())
    assert mode(file.parent) == 0o700
    assert {mode(path) for path in file.parent.iterdir()} == {0o600}
    assert (file.parent / "library.db-wal").exists()


def test_an_older_library_is_taken_from_other_readers_and_its_copy_too(file, tmp_path):
    file.parent.mkdir()
    old = sqlite3.connect(file)
    old.executescript(FIRST_LANDING.read_text(encoding="utf-8"))
    old.close()
    file.chmod(0o644)
    connect(f"sqlite:///{file}")
    copies = [path for path in file.parent.iterdir() if ".before-" in path.name]
    assert {mode(path) for path in file.parent.iterdir()} == {0o600}
    assert [rows(copy) for copy in copies] == [["注文", "返品"]]


def test_the_default_folder_is_closed_to_others(tmp_path, monkeypatch):
    monkeypatch.delenv("DESIGNER_DATABASE", raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    (tmp_path / "designer").mkdir(mode=0o755)
    connect(database_url())
    assert mode(tmp_path / "designer") == 0o700
