"""`kill -9` of the writer right after an acknowledgement loses nothing and tears nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

from designer.library.store import Journal
from schemas.document.document import Document
from schemas.sidecar.workflow import Workflow

WRITER = Path(__file__).with_name("acknowledging_writer.py")


@pytest.mark.parametrize("acknowledged", [1, 2, 17])
def test_what_was_acknowledged_is_there_after_kill_9(url, library, acknowledged):
    id = library.add(Workflow("注文", Document.parse("{}", "json")))
    with subprocess.Popen([sys.executable, WRITER, url, id], stdout=subprocess.PIPE, text=True) as writer:
        while int(writer.stdout.readline()) < acknowledged:
            pass
        writer.kill()
    assert writer.returncode == -9
    record = library.read(id)
    assert record.position >= acknowledged
    assert record.asl == f"{record.position}"
    assert Journal(library.engine).entry(id, record.position) is not None
    assert Journal(library.engine).acknowledged(id, "tab") == record.position
