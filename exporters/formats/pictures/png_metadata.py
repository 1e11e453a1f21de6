"""A PNG with its workflow embedded, definition and sidecar byte for byte, in a compressed text chunk."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Iterator
from typing import get_args

from schemas.document.document import Document, Format
from schemas.document.text.limits import MAX_BYTES
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Workflow

SIGNATURE = b"\x89PNG\r\n\x1a\n"
KEYWORD = b"step-functions-designer"
MOST_EMBEDDED = 4 * MAX_BYTES
"""Bytes of the embedded JSON: in ASCII, a Japanese character takes six bytes instead of three."""

_ITXT = b"iTXt"
_COMPRESSED = KEYWORD + b"\0\1\0\0\0"
"""Keyword, compressed by deflate, neither a language nor a translated keyword."""


class NoEmbeddedWorkflow(Exception):
    """The bytes are no PNG, or a PNG without a readable workflow in it."""


def embed_workflow(png: bytes, workflow: Workflow) -> bytes:
    """Return the picture with the workflow embedded in it."""
    document, sidecar = workflow.document, workflow.design.document
    extract_workflow = {
        "name": workflow.name,
        "format": document.format,
        "definition": document.text,
        "design": sidecar.text,
    }
    text = _COMPRESSED + zlib.compress(json.dumps(extract_workflow).encode(), 9)
    end = png.rindex(b"IEND") - 4
    return png[:end] + _chunk(_ITXT, text) + png[end:]


def extract_workflow(png: bytes) -> Workflow:
    """Return the workflow embedded in the picture. Raises `NoEmbeddedWorkflow`."""
    found = _fields(_inflated(_text(png)))
    format = found["format"]
    if format not in get_args(Format):
        raise NoEmbeddedWorkflow
    document = Document.parse(found["definition"], "json" if format == "json" else "yaml")
    return Workflow(found["name"], document, Design(Document.parse(found["design"], "json")))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _text(png: bytes) -> bytes:
    """The compressed text of our chunk."""
    for kind, data in _chunks(png):
        if kind == _ITXT and data.startswith(_COMPRESSED):
            return data[len(_COMPRESSED) :]
    raise NoEmbeddedWorkflow


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    if not png.startswith(SIGNATURE):
        raise NoEmbeddedWorkflow
    at = len(SIGNATURE)
    while at + 12 <= len(png):
        length, kind = struct.unpack_from(">I4s", png, at)
        yield kind, png[at + 8 : at + 8 + length]
        at += length + 12


def _inflated(data: bytes) -> bytes:
    """The text, and never more of it than a workflow may have."""
    unpacking = zlib.decompressobj()
    try:
        text = unpacking.decompress(data, MOST_EMBEDDED)
    except zlib.error as error:
        raise NoEmbeddedWorkflow from error
    if not unpacking.eof:
        raise NoEmbeddedWorkflow
    return text


def _fields(text: bytes) -> dict[str, str]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NoEmbeddedWorkflow from error
    wanted = ("name", "format", "definition", "design")
    if not isinstance(found, dict) or not all(isinstance(found.get(name), str) for name in wanted):
        raise NoEmbeddedWorkflow
    try:
        is_large = any(len(found[name].encode()) > MAX_BYTES for name in wanted)
    except UnicodeEncodeError as error:
        raise NoEmbeddedWorkflow from error
    if is_large:
        raise NoEmbeddedWorkflow
    return {name: found[name] for name in wanted}
