"""Pictures: inert, the same each time, no larger than allowed, drawn in the font that is measured."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from chained import flow, pixels
from PIL import Image

from designer.library.samples import load_sample
from exporters import ExportRefused, export
from exporters.formats.pictures.drawing import MOST_BOXES
from exporters.formats.pictures.legibility import LONGEST_SIDE, MOST_PIXELS
from exporters.formats.pictures.palette import PALETTES
from exporters.formats.pictures.svg import svg
from exporters.settings import Settings
from schemas import Document
from schemas.document.json.writer import write_json
from schemas.sidecar.workflow import Workflow

SVG = "{http://www.w3.org/2000/svg}"
ROOT = Path(__file__).parents[4]
HOSTILE = "</text><script>alert(1)</script>&\"'<image href='http://x/'/>"


def image(workflow, **settings):
    (picture,) = export(workflow, "png", settings=Settings(**settings))
    return Image.open(BytesIO(picture.data))


def test_what_people_wrote_is_text_and_nothing_else():
    beside = {"notes": {"n": {"text": HOSTILE, "position": {"x": 0, "y": 0}}}}
    beside |= {"lanes": {"l": {"owner": HOSTILE, "position": {"x": 0, "y": 0}, "width": 900, "height": 90}}}
    picture = svg(flow("A", HOSTILE, design={"version": 1, "title": HOSTILE, **beside}), Settings())
    root = ElementTree.fromstring(picture)
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert tags <= {"svg", "title", "defs", "marker", "path", "rect", "g", "text", "circle"}
    assert "<script" not in picture and "<image" not in picture
    assert HOSTILE in [title.text for title in root.iter(f"{SVG}title")]
    assert not any(
        value.startswith(("http:", "javascript:")) for e in root.iter() for value in e.attrib.values()
    )


@pytest.mark.parametrize("look", ["business", "engineering"])
def test_a_picture_refers_to_nothing_outside_of_it(look):
    root = ElementTree.fromstring(svg(load_sample("checkout"), Settings(look)))
    references = [
        value for e in root.iter() for name, value in e.attrib.items() if "href" in name or "url(" in value
    ]
    ids = {element.attrib["id"] for element in root.iter() if "id" in element.attrib}
    assert references
    assert all(value.removeprefix("url(").strip("#)") in ids for value in references)


def test_the_same_workflow_gives_the_same_bytes_in_every_process():
    script = (
        "import sys; from designer.library.samples import load_sample; from exporters import export\n"
        "for format in ('svg', 'png'):\n"
        "    sys.stdout.buffer.write(export(load_sample('checkout'), format)[0].data)"
    )
    command = [sys.executable, "-c", script]
    runs = [subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout for _ in range(2)]
    assert runs[0] == runs[1] and len(runs[0]) > 100_000


def test_every_look_theme_and_language_is_another_picture():
    sample = load_sample("checkout")
    settings = [
        Settings(look, theme, language)
        for look in ("business", "engineering")
        for theme in ("light", "dark")
        for language in ("ja", "en")
    ]
    assert len({svg(sample, each) for each in settings}) == 8


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_colours_are_those_of_the_theme(theme):
    picture = image(flow("受付"), theme=theme, scale=1.0).convert("RGB")
    board = tuple(bytes.fromhex(PALETTES[theme].board[1:]))
    edges = [(0, 0), (picture.width - 1, 0), (0, picture.height - 1), (picture.width - 1, picture.height - 1)]
    assert {picture.getpixel(edge) for edge in edges} == {board}


def test_the_themes_are_those_of_the_screen():
    themes = tomllib.loads((ROOT / "designer" / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
    for name, palette in PALETTES.items():
        said = (themes[name]["textColor"], themes[name]["backgroundColor"], themes[name]["primaryColor"])
        assert (palette.text, palette.ground, palette.accent) == said


def test_japanese_text_is_drawn():
    """Another character is another picture: no font is missing."""
    one, other = (pixels(flow(name)) for name in ("受付", "確認"))
    assert one != other


def test_scale_is_pixels_for_each_pixel():
    small, large = image(flow("A"), scale=1.0), image(flow("A"), scale=2.0)
    assert (large.width, large.height) == (small.width * 2, small.height * 2)


@pytest.mark.parametrize("x", [20_000, 900_000])
def test_a_picture_is_drawn_smaller_rather_than_too_large(x):
    far = {"a": {"name": "A", "position": {"x": 0, "y": 0}}, "b": {"name": "B", "position": {"x": x, "y": x}}}
    picture = image(flow("A", "B", design={"version": 1, "states": far}), scale=4.0)
    assert max(picture.size) <= LONGEST_SIDE
    assert picture.width * picture.height <= MOST_PIXELS + LONGEST_SIDE


def test_a_flow_that_nobody_could_read_is_refused_in_words():
    with pytest.raises(ExportRefused) as refused:
        export(flow(*(f"s{index}" for index in range(MOST_BOXES + 1))), "png")
    assert "図" in refused.value.diagnostics[0].message("ja")


@pytest.mark.parametrize("states", [{}, {"A": 1}, {"A": {"Type": "Nothing"}}, {"": {"Type": "Pass"}}])
def test_what_is_unfinished_or_broken_is_drawn_all_the_same(states):
    document = Document.parse(write_json({"States": states}), "json")
    (picture,) = export(Workflow("flow", document), "svg")
    assert ElementTree.fromstring(picture.data).tag == f"{SVG}svg"


def test_text_that_cannot_be_read_is_refused():
    with pytest.raises(ExportRefused):
        export(Workflow("flow", Document.parse('{"States": ', "json")), "svg")
