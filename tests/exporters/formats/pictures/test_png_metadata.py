"""A PNG carries its workflow: there and back byte for byte, and nothing hostile gets in."""

from __future__ import annotations

import json
import struct
import zlib
from contextlib import suppress
from io import BytesIO

import pytest
from budget import examples
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from designer.base.refusal import Refusal
from designer.library.opening import opened
from designer.library.samples import load_sample
from exporters.formats.pictures import Png
from exporters.formats.pictures.png_metadata import (
    KEYWORD,
    MOST_EMBEDDED,
    NoEmbeddedWorkflow,
    embed_workflow,
    extract_workflow,
)
from exporters.settings import Settings
from schemas import Document
from schemas.document.text.limits import MAX_BYTES
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Workflow


def blank():
    buffer = BytesIO()
    Image.new("RGB", (4, 4), "white").save(buffer, "PNG")
    return buffer.getvalue()


BLANK = blank()
NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80)


def holding(text, compressed=None):
    """A PNG whose chunk holds that text."""
    data = KEYWORD + b"\0\1\0\0\0" + (zlib.compress(text) if compressed is None else compressed)
    chunk = struct.pack(">I", len(data)) + b"iTXt" + data + struct.pack(">I", zlib.crc32(b"iTXt" + data))
    end = BLANK.rindex(b"IEND") - 4
    return BLANK[:end] + chunk + BLANK[end:]


def test_the_drawn_sample_opens_byte_for_byte():
    sample = load_sample("checkout")
    (picture,) = Png().write(sample, Settings(scale=0.5))
    found = opened({picture.path: picture.data})
    assert (found.name, found.document.text, found.document.format) == (
        "checkout",
        sample.document.text,
        "yaml",
    )
    assert found.design.document.text == sample.design.document.text


@examples(50, 750)
@given(NAMES, NAMES, st.sampled_from(["json", "yaml"]), st.text(st.characters(exclude_categories=["Cs"])))
def test_whatever_is_carried_comes_back(name, state, format, tail):
    text = json.dumps({"StartAt": state, "States": {state: {"Type": "Succeed"}}}, ensure_ascii=False) + tail
    design = Design(Document.parse(json.dumps({"version": 1, "title": name}), "json"))
    workflow = Workflow(name, Document.parse(text, format), design)
    found = extract_workflow(embed_workflow(BLANK, workflow))
    assert (found.name, found.document.text, found.document.format) == (name, text, format)
    assert found.design.document.text == design.document.text


def test_the_picture_stays_a_picture():
    whole = embed_workflow(BLANK, load_sample("checkout"))
    with Image.open(BytesIO(whole)) as picture:
        picture.load()
        assert picture.size == (4, 4)
        assert json.loads(picture.text[KEYWORD.decode()])["name"] == "checkout"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        BLANK,
        BLANK[:20],
        holding(b"no json"),
        holding(b"[]"),
        holding(b'{"name": "a"}'),
        holding(b'{"name": 1, "format": "json", "definition": "", "design": ""}'),
        holding(b'{"name": "a", "format": "xml", "definition": "", "design": ""}'),
        holding(b'{"name": "a", "format": "json", "definition": "\\ud800", "design": ""}'),
        holding(b"[" * 100_000),
        holding(b"", compressed=b"not deflate"),
        holding(b"", compressed=zlib.compress(b"{}")[:-3]),
        holding(
            json.dumps(
                {"name": "a", "format": "json", "definition": "x" * (MAX_BYTES + 1), "design": ""}
            ).encode()
        ),
    ],
)
def test_a_png_without_a_workflow_is_refused_in_words(data):
    with pytest.raises(NoEmbeddedWorkflow):
        extract_workflow(data)
    with pytest.raises(Refusal) as refused:
        opened({"picture.png": data})
    assert "PNG" in refused.value.message("ja") and "PNG" in refused.value.message("en")


def test_a_bomb_is_not_unpacked():
    bomb = holding(b" " * (MOST_EMBEDDED + 1))
    assert len(bomb) < 100_000
    with pytest.raises(NoEmbeddedWorkflow):
        extract_workflow(bomb)


@examples(100, 1000)
@given(st.data())
def test_a_damaged_png_is_refused_or_opened_never_a_crash(data):
    whole = bytearray(embed_workflow(BLANK, Workflow("a", Document.parse("StartAt: A\n", "yaml"))))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with suppress(NoEmbeddedWorkflow):
        extract_workflow(bytes(whole))


def test_a_picture_with_other_files_is_refused():
    with pytest.raises(Refusal) as refused:
        opened({"a.png": BLANK, "a.asl.json": b"{}"})
    assert refused.value.key == "open.which"
