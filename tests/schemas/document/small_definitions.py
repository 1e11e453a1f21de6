"""The small definitions in `definitions/`: each is written in a style of its own, as its name says."""

from __future__ import annotations

from pathlib import Path

from schemas import Document

FOLDER = Path(__file__).with_name("definitions")
NAMES = sorted(path.name for path in FOLDER.iterdir() if path.suffix in (".json", ".yaml"))
READABLE = [name for name in NAMES if not name.startswith("unfinished")]


def text_of(name: str) -> str:
    """The text of a definition, its line ends and its byte order mark as they stand in the file."""
    return (FOLDER / name).read_bytes().decode()


def document(name: str) -> Document:
    return Document.parse(text_of(name), "yaml" if name.endswith(".yaml") else "json")
