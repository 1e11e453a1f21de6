"""An SQLite library in a file of its own, and what stands in that file."""

import sqlite3
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from designer.library.store import Journal, JournalEntry, Step, Unavailable
from schemas.core.edits import Replace, Splice
from schemas.document.document import Document
from schemas.sidecar.workflow import Workflow

FIRST_LANDING = Path(__file__).with_name("first-landing.sql")
STEP = Step(Replace((Splice(0, 0, "x"),)), Replace(()))


def flow(name="注文", text="{}"):
    return Workflow(name, Document.parse(text, "json"))


def write(library, record, text):
    after = replace(record, asl=text)
    return Journal(library.engine).write(record, after, JournalEntry(STEP, STEP))


def trouble(act, *arguments):
    with pytest.raises(Unavailable) as raised:
        act(*arguments)
    return raised.value.trouble


def rows(file):
    connection = sqlite3.connect(file)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return [name for (name,) in connection.execute("SELECT name FROM workflow ORDER BY name")]
    finally:
        connection.close()


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)
