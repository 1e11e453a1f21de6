"""An SQLite library in trouble: each kind is told, nothing counts as saved that is not, and it goes on."""

import resource
import shutil
import sqlite3
import subprocess
import sys

import pytest
from sqlite_library import flow, trouble, write

from designer.library.store import Library, Unavailable, connect, library_file

PATIENCE = ("busy_timeout=20",)


@pytest.fixture
def library(file):
    return Library(connect(f"sqlite:///{file}"))


def test_a_damaged_file_is_told_and_goes_on_when_it_is_restored(library, file, tmp_path):
    record = library.read(library.add(flow()))
    library.engine.dispose()
    shutil.copy(file, tmp_path / "backup")
    content = bytearray(file.read_bytes())
    content[100:] = b"\xff" * (len(content) - 100)
    file.unlink()
    file.write_bytes(content)
    assert trouble(library.read, record.id) == "damaged"
    file.unlink()
    shutil.copy(tmp_path / "backup", file)
    assert library.read(record.id) == record


def test_a_locked_library_is_told_and_goes_on(file, monkeypatch):
    monkeypatch.setattr(library_file, "_PRAGMAS", (*library_file._PRAGMAS, *PATIENCE))
    library = Library(connect(f"sqlite:///{file}"))
    record = library.read(library.add(flow()))
    holder = sqlite3.connect(file)
    holder.execute("BEGIN IMMEDIATE")
    assert trouble(write, library, record, "{1}") == "locked"
    assert library.read(record.id).asl == "{}"
    holder.rollback()
    assert write(library, record, "{1}").asl == "{1}"
    holder.close()


def test_a_full_disk_is_told_and_goes_on(file, monkeypatch):
    library = Library(connect(f"sqlite:///{file}"))
    record = library.read(library.add(flow()))
    library.engine.dispose()
    monkeypatch.setattr(library_file, "_PRAGMAS", (*library_file._PRAGMAS, "max_page_count=1"))
    assert trouble(write, library, record, "x" * 200_000) == "full"
    assert library.read(record.id) == record
    monkeypatch.undo()
    library.engine.dispose()
    assert len(write(library, record, "x" * 200_000).asl) == 200_000


FILLING = """
import sys
from designer.library.store import Library, Unavailable, connect
from schemas.document.document import Document
from schemas.sidecar.workflow import Workflow
library = Library(connect(sys.argv[1]))
try:
    for _ in range(100):
        library.add(Workflow("x", Document.parse("1" * 20_000, "json")))
except Unavailable as trouble:
    print(trouble.trouble, len(library.entries()) > 1)
"""


def test_a_file_that_may_not_grow_is_a_full_disk(file):
    limit = 600_000
    done = subprocess.run(
        [sys.executable, "-c", FILLING, f"sqlite:///{file}"],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
        capture_output=True,
        text=True,
    )
    assert done.stdout.split() == ["full", "True"], done.stderr


def test_a_library_that_may_only_be_read_is_told(file, monkeypatch):
    library = Library(connect(f"sqlite:///{file}"))
    record = library.read(library.add(flow()))
    library.engine.dispose()
    monkeypatch.setattr(library_file, "_PRAGMAS", (*library_file._PRAGMAS, "query_only=ON"))
    assert trouble(write, library, record, "{1}") == "read-only"
    assert library.read(record.id) == record


def test_tables_that_vanish_are_damage(library, file):
    record = library.read(library.add(flow()))
    connection = sqlite3.connect(file)
    connection.execute("DROP TABLE change")
    connection.close()
    assert trouble(write, library, record, "{1}") == "damaged"


@pytest.mark.parametrize(
    "url", ["nonsense", "sqlite", "oracle+nothing://x", "postgresql+psycopg://u:secret@h:port/x", ""]
)
def test_an_address_that_cannot_be_read_is_told_without_the_password(url):
    with pytest.raises(Unavailable) as raised:
        connect(url)
    assert raised.value.trouble == "address"
    assert "secret" not in raised.value.place + raised.value.reason


def test_an_error_quotes_nothing_of_a_definition(library, file):
    record = library.read(library.add(flow()))
    connection = sqlite3.connect(file)
    connection.execute("DROP TABLE change")
    connection.close()
    with pytest.raises(Unavailable) as raised:
        write(library, record, "secret")
    assert "secret" not in str(raised.value.__cause__) + raised.value.reason
