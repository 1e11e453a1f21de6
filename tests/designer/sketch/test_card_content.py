"""What a person writes on a card is shown as it is, and kinds have all that they need."""

from html.parser import HTMLParser

import pytest
from budget import examples
from hypothesis import given
from hypothesis import strategies as st

from designer.base.words import words
from designer.sketch.board import board
from designer.sketch.content import content
from designer.sketch.kinds import kinds
from schemas.sidecar.design import Point
from schemas.sidecar.sketch import CARD_KINDS, Arrow, Card, Sketch

OURS = ["div", "div", "i", "div"]


class Read(HTMLParser):
    """The tags and the text of a card."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.text = [], ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)

    def handle_data(self, data):
        self.text += data


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "</div></div><iframe srcdoc='<script>alert(1)</script>'>",
        "<style>*{display:none}</style>",
        "![x](https://example.com/x.png)",
        "https://example.com www.example.com a@example.com",
        "$x$ `code` **bold** # head",
        "&lt;script&gt;",
    ],
)
def test_nothing_that_is_written_is_read_as_markup(hostile):
    read = Read(content(kinds()["step"], "処理", hostile, ""))
    assert (read.tags, read.text) == (OURS, "処理" + hostile)


@examples(50, 1000)
@given(st.text(), st.text())
def test_a_card_is_one_line_that_begins_with_a_tag(text, owner):
    html = content(kinds()["note"], "付箋", text, owner)
    assert html.startswith("<div>")
    assert "\n" not in html
    assert "\r" not in html
    assert set(Read(html).tags) <= {"div", "i", "br"}


def test_every_kind_has_a_module_words_and_a_look():
    assert tuple(kinds()) == CARD_KINDS
    styles = board(Sketch(), "", "ja", False).sheet.data.content
    for name in kinds():
        assert {f"sketch.kind.{name}", f"sketch.kind.{name}.help"} <= words("ja").keys()
        assert f".paper-{name}" in styles


def test_the_styles_are_one_line():
    assert "\n" not in board(Sketch(), "", "ja", True).sheet.data.content


def test_the_sheet_lies_under_all_cards():
    cards = {str(x): Card("step", "", Point(x, x / 2)) for x in (-900, 0, 4000)}
    sheet = board(Sketch(cards), "", "en", False).sheet
    assert sheet.position.x < -900
    assert f"width:{4000 + 300 - sheet.position.x:g}px" in sheet.data.content


def test_what_is_selected_looks_so():
    sketch = Sketch({"a": Card("step", "", Point(0, 0))}, {"n": Arrow("a", "a")})
    assert "chosen" in board(sketch, "a", "ja", False).nodes[1].data.look
    assert board(sketch, "n", "ja", False).edges[0].data == {"look": "chosen"}
