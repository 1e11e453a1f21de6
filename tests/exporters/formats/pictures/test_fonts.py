"""Characters that the Japanese font lacks: drawn in a font that has them, as wide as they are measured."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from chained import flow, pixels

from exporters.formats.pictures import fonts
from exporters.formats.pictures.svg import svg
from exporters.formats.pictures.typesetting import clean, width
from exporters.settings import Settings

SVG = "{http://www.w3.org/2000/svg}"
TEXTS = {
    "emoji": ("🚚", "📦"),
    "emoji of several characters": ("👨\u200d👩\u200d👧 確認", "👩\u200d🔧 確認"),
    "emoji of several characters behind letters": ("a👩\u200d🔧b", "a👍🏽b"),
    "a flag": ("🇯🇵", "🇰🇷"),
    "a flag behind letters": ("a🇯🇵", "a🇰🇷"),
    "Korean": ("주문", "확인"),
    "simplified Chinese": ("检查", "订单"),
    "Arabic": ("مرحبا", "متجر"),
    "Hebrew": ("בדוק", "הזמנה"),
    "Thai": ("ราคา", "สินค้า"),
    "Devanagari": ("मूल्य", "जांचें"),
}


@pytest.mark.parametrize(("one", "other"), TEXTS.values(), ids=TEXTS)
def test_it_is_drawn(one, other):
    """Another text is another picture, and none of its characters is missing."""
    assert fonts.missing(one + other) == []
    pictures = [pixels(flow(name)) for name in (one, other, "\u0f40" * len(one))]
    assert len(set(pictures)) == 3


def test_a_picture_in_japanese_opens_one_font():
    assert fonts.font_files(svg(flow("受付を確認 → 高橋 𠮷野家 ①"), Settings())) == [fonts.MAIN]


def test_a_character_that_no_font_has_is_known():
    assert fonts.missing("受付 \u1820\u0f40\u200d\n") == ["\u0f40", "\u1820"]


@pytest.mark.parametrize("text", ["👍🏽", "🇯🇵", "👨\u200d👩\u200d👧", "☀\ufe0f"])
def test_an_emoji_is_as_wide_as_one_character(text):
    assert width(text, 10) == pytest.approx(width(text[0], 10))


def test_marks_that_change_the_direction_of_text_are_not_drawn():
    assert clean("a\u202eb\u2066c\u200f") == "abc"
    root = ElementTree.fromstring(svg(flow("確認\u202e123"), Settings()))
    assert "確認123" in [line.text for line in root.iter(f"{SVG}text")]


def test_parts_of_a_text_have_their_fonts():
    parts = fonts.runs("確認 👨\u200d👩 주문")
    assert parts == [
        ("確認 ", "Noto Sans JP"),
        ("👨\u200d👩", "Noto Emoji"),
        (" ", "Noto Sans JP"),
        ("주문", "Noto Sans KR"),
    ]
